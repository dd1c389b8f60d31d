"""Reads a result (JSON of the contract) into bare values that can be compared.

Lenient on purpose: an old result without a later key is still scored.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ValidationError,
    model_validator,
)

from danchieu.errors import CorpusError


def _bare(fact: Any) -> Any:  # noqa: ANN401
    return fact["value"] if isinstance(fact, dict) and "value" in fact else fact


def _named(fact: Any) -> Any:  # noqa: ANN401
    value = _bare(fact)
    return value.get("name") if isinstance(value, dict) else value


def _listed(value: Any) -> Any:  # noqa: ANN401
    return [] if value is None else value


def _keyed(value: Any) -> Any:  # noqa: ANN401
    return {} if value is None else value


Plain = Annotated[str | None, BeforeValidator(_bare)]
Named = Annotated[str | None, BeforeValidator(_named)]
Listed = BeforeValidator(_listed)


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, coerce_numbers_to_str=True)


class _Facts(_Part):
    """Single values; ``confidences`` by the names of those that tell theirs."""

    confidences: Mapping[str, float] = {}

    @model_validator(mode="before")
    @classmethod
    def _keep_confidences(cls, facts: Any) -> Any:  # noqa: ANN401
        if not isinstance(facts, dict):
            return facts
        told = {n: f.get("confidence") for n, f in facts.items() if isinstance(f, dict)}
        return facts | {"confidences": {n: c for n, c in told.items() if c is not None}}


class _Entry(_Part):
    """An entry of a list that tells how sure the program was of it."""

    confidence: float | None = None


class AnswerHeader(_Facts):
    """The head as read."""

    type: Plain = None
    symbol: Plain = None
    code: Plain = None
    issuer: Named = None
    parent_issuer: Named = None
    place: Plain = None
    issued_on: Plain = None
    title: Plain = None
    urgency: Plain = None
    secrecy: Plain = None


class AnswerSignature(_Entry):
    """A signer as read."""

    name: Plain = None
    title: Plain = None


class AnswerRecipient(_Part):
    """A line of nơi nhận as read."""

    text: str | None = None


class AnswerCitation(_Entry):
    """A cited document as read."""

    code: str | None = None
    type: str | None = None
    date: str | None = None
    issuer: Named = None
    name: str | None = None
    text: str | None = None
    resolved_code: str | None = None
    relation: str | None = None


class AnswerFigure(_Entry):
    """A target or a result as read."""

    text: str | None = None
    comparator: str | None = None
    min: float | None = None
    max: float | None = None
    percent: bool | None = None
    by: str | None = None


class AnswerAssignment(_Entry):
    """An assignment as read."""

    agency: Named = None
    role: str | None = None
    task: str | None = None
    deadline: str | None = None


class AnswerRelation(_Entry):
    """A stated relation as read."""

    subject: str | None = None
    relation: str | None = None
    object: str | None = None
    object_resolved_code: str | None = None


class AnswerDescribed(_Part):
    """A described document as read."""

    code: str | None = None
    implements: Annotated[tuple[str, ...], Listed] = ()


class AnswerWarning(_Part):
    """A warning as given."""

    code: str | None = None


class AnswerSection(_Part):
    """A section as read."""

    label: str | None = None
    heading: str | None = None


class AnswerTable(_Part):
    """A table as read."""

    header: Annotated[tuple[str | None, ...], Listed] = ()
    rows: Annotated[tuple[tuple[str | None, ...], ...], Listed] = ()


class AnswerEvent(_Part):
    """An event as read."""

    date: str | None = None
    text: str | None = None


def _flat(sections: Any) -> Any:  # noqa: ANN401
    """Return an outline as one list, each section before its children."""
    if not isinstance(sections, list):
        return _listed(sections)
    found, left = [], sections[::-1]
    while left:
        section = left.pop()
        found.append(section)
        children = section.get("children") if isinstance(section, dict) else None
        left.extend(reversed(children or ()))
    return found


def _recipient(line: Any) -> Any:  # noqa: ANN401
    return {"text": line} if isinstance(line, str) else line


class Answer(_Facts):
    """What was read from one document; everything missing is empty."""

    kind: Plain = None
    draft: bool | None = None
    header: Annotated[AnswerHeader, BeforeValidator(_keyed)] = AnswerHeader()
    signatures: Annotated[tuple[AnswerSignature, ...], Listed] = ()
    recipients: Annotated[
        tuple[Annotated[AnswerRecipient, BeforeValidator(_recipient)], ...], Listed
    ] = ()
    citations: Annotated[tuple[AnswerCitation, ...], Listed] = ()
    targets: Annotated[tuple[AnswerFigure, ...], Listed] = ()
    results: Annotated[tuple[AnswerFigure, ...], Listed] = ()
    assignments: Annotated[tuple[AnswerAssignment, ...], Listed] = ()
    stated_relations: Annotated[tuple[AnswerRelation, ...], Listed] = ()
    described_documents: Annotated[tuple[AnswerDescribed, ...], Listed] = ()
    warnings: Annotated[tuple[AnswerWarning, ...], Listed] = ()
    events: Annotated[tuple[AnswerEvent, ...], Listed] = ()
    tables: Annotated[tuple[AnswerTable, ...], Listed] = ()
    sections: Annotated[tuple[AnswerSection, ...], BeforeValidator(_flat)] = ()


def read_answer(result: Any) -> Answer:  # noqa: ANN401
    """Return the bare values of one result.

    Raises:
        CorpusError: it is not a result.
    """
    try:
        return Answer.model_validate(result)
    except ValidationError as error:
        raise CorpusError(f"not a result of an extraction: {error}") from error


def load_answers(folder: Path) -> dict[str, Answer]:
    """Load every ``<id>.json`` of a folder of results, by id.

    Raises:
        CorpusError: a file is not JSON or not a result; the message names it.
    """
    return {path.stem: _load_answer(path) for path in sorted(folder.glob("*.json"))}


def _load_answer(path: Path) -> Answer:
    try:
        return read_answer(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, CorpusError) as error:
        raise CorpusError(f"{path}: {error}") from error
