"""What every shape of the contract is made of: evidence, facts, bodies, warnings."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Confidence = Annotated[float, Field(ge=0, le=1)]
Box = tuple[float, float, float, float]
Level = Literal[
    "central",
    "ministry",
    "province",
    "department",
    "district",
    "commune",
    "party",
    "people_council",
    "court",
    "procuracy",
    "other",
]
Relation = Literal[
    "implements",
    "reports_on",
    "amends",
    "replaces",
    "repeals",
    "corrects",
    "consolidates",
    "guides",
    "based_on",
    "responds_to",
    "describes",
    "mentions",
]


class Shape(BaseModel):
    """Refuses keys that the contract lacks; a key is never missing in the output."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        serialize_by_alias=True,
        validate_by_name=True,
        json_schema_serialization_defaults_required=True,
    )


class Evidence(Shape):
    """A place: ``page`` from 1, ``start``/``end`` into the page's own text.

    ``boxes`` are PDF points from the top left, one for each line; empty for plain
    text.
    """

    page: int
    start: int
    end: int
    text: str
    boxes: tuple[Box, ...] = ()


class Successor(Shape):
    """The body that took over, and from which day."""

    id: str
    name: str
    since: str = Field(alias="from")


class Agency(Shape):
    """A body under its historical name; ``group`` marks many bodies in one name."""

    id: str
    name: str
    level: Level
    province: str | None = None
    successor: Successor | None = None
    group: bool = False


class Fact(Shape):
    """A value read from the document; ``text`` is how it was printed.

    ``method`` is a rule id, a model id, ``inferred:<from what>`` or ``user:<name>``.
    """

    value: str
    text: str
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    method: str


class AgencyFact(Shape):
    """A body read from the document."""

    value: Agency
    text: str
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    method: str


class Warning(Shape):
    """What a careful clerk would remark, Vietnamese first."""

    code: str
    message: str
    message_en: str
    evidence: tuple[Evidence, ...] = ()
