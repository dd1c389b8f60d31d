"""The shape of a gold file: our output with bare values instead of facts.

Lists that are None were not annotated; an empty list says that there is nothing.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Edtf = Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|--\d{2}-\d{2})$")]
Comparator = Literal["=", ">=", "<=", "range", "~"]
Relation = Literal[
    "implements",
    "reports_on",
    "based_on",
    "amends",
    "replaces",
    "repeals",
    "corrects",
    "consolidates",
    "guides",
    "responds_to",
    "describes",
    "mentions",
]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldHeader(_Part):
    """What the head says; None where it is blank or absent.

    ``issuer_alt`` are other names of the issuer that count as right.
    """

    type: str | None
    number: str | None
    symbol: str | None
    code: str | None
    issuer: str | None
    parent_issuer: str | None
    place: str | None
    issued_on: Edtf | None
    title: str | None
    urgency: str | None
    secrecy: str | None
    issuer_alt: tuple[str, ...] = ()


class GoldSignature(_Part):
    """A signer; the issuer's own comes first."""

    name: str | None
    title: str | None
    authority: tuple[str, ...]


class GoldRecipient(_Part):
    """One line of nơi nhận, without dash and final mark."""

    text: str


class GoldCitation(_Part):
    """A distinct cited document.

    ``also_accepted`` are further relations that count as right. An ``optional``
    citation costs nothing when it is missed.
    """

    code: str | None
    type: str | None
    date: Edtf | None
    issuer: str | None
    name: str | None
    resolved_code: str | None
    relation: Relation
    pinpoints: tuple[str, ...]
    also_accepted: tuple[Relation, ...] = ()
    optional: bool = False


class GoldFigure(_Part):
    """A target or a result; ``text`` is a clause of the print."""

    text: str
    comparator: Comparator
    min: float | None
    max: float | None
    unit: str | None
    percent: bool
    per: str | None
    by: Edtf | None
    of: str | None = None
    also_comparator: tuple[Comparator, ...] = ()
    optional: bool = False


class GoldAssignment(_Part):
    """Who must do what; ``also_agency`` are names that count as right too."""

    agency: str
    role: Literal["lead", "coordinate", "responsible"]
    task: str
    deadline: Edtf | None
    also_agency: tuple[str, ...] = ()
    optional: bool = False


class GoldStatedRelation(_Part):
    """A relation between two other documents, each by code or by name."""

    subject: str
    relation: Relation
    object: str
    object_resolved_code: str | None
    optional: bool = False


class GoldDescribedDocument(_Part):
    """The document that a news page is about."""

    code: str | None
    type: str | None
    date: Edtf | None
    issuer: str | None
    title: str | None
    implements: tuple[str, ...]


class GoldSection(_Part):
    """A heading of the outline; ``label`` with those above it ("II.2")."""

    label: str
    heading: str
    optional: bool = False


class GoldTable(_Part):
    """A table by its column names; ``rows`` counts the rows below them."""

    header: tuple[str, ...]
    rows: int
    optional: bool = False


class GoldEvent(_Part):
    """A meeting or ceremony; ``text`` is a clause of the print."""

    date: Edtf | None
    text: str
    optional: bool = False


class GoldDocument(_Part):
    """Everything that should be read from one document.

    ``scopes`` says for a list ("citations") which pages were annotated; a list
    without a scope is complete. ``sections`` holds headings only: numbered sentences
    may stand in a result beside them. ``handwritten`` and ``unreadable`` name header
    parts that are scored apart or not at all. ``form`` is ``flat`` for files that do
    not annotate all parts of the head.
    """

    id: str
    kind: Literal["administrative", "legal", "news", "other"]
    draft: bool
    header: GoldHeader
    signatures: tuple[GoldSignature, ...] | None
    recipients: tuple[GoldRecipient, ...]
    citations: tuple[GoldCitation, ...] | None
    targets: tuple[GoldFigure, ...] | None
    results: tuple[GoldFigure, ...] | None
    assignments: tuple[GoldAssignment, ...] | None
    stated_relations: tuple[GoldStatedRelation, ...] | None
    described_documents: tuple[GoldDescribedDocument, ...] | None
    warnings: tuple[str, ...] | None
    events: tuple[GoldEvent, ...] | None = None
    tables: tuple[GoldTable, ...] | None = None
    sections: tuple[GoldSection, ...] | None = None
    scopes: dict[str, str] = Field(default_factory=dict)
    handwritten: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    notes: str = ""
    form: Literal["own", "flat"] = "own"

    def is_whole(self, field: str) -> bool:
        """Say whether ``field`` was annotated over the whole document."""
        return self.scopes.get(field, "all") == "all"
