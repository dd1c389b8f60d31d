"""Scores the answers of a trace: who implements a document, and through what."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from danchieu.errors import CorpusError
from danchieu.evaluation.answers import Named
from danchieu.evaluation.comparing import code_key, likeness, same_agency
from danchieu.evaluation.corpus import Corpus
from danchieu.evaluation.tally import ScoreTable, Tally

TITLE_LIKENESS = 0.9

TraceRelation = Literal["direct", "basis", "via", "reports"]


class _Written(BaseModel):
    """One expected entry of ``traces.toml``: a document of the corpus, or a code."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: str | None = None
    code: str | None = None
    issuer: str | None = None
    relation: TraceRelation
    through: tuple[str, ...] = ()
    also: tuple[TraceRelation, ...] = ()
    optional: bool = False


class _WrittenTrace(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    entry: tuple[_Written, ...]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    trace: tuple[_WrittenTrace, ...]


@dataclass(frozen=True, slots=True)
class GoldTraced:
    """A document that a trace should name; ``code`` is None for a blank number.

    ``through`` are the codes between it and the traced document; ``also`` are other
    relations that count. An ``optional`` entry costs nothing when it is missed.
    """

    code: str | None
    issuer: str | None
    title: str | None
    relation: TraceRelation
    through: tuple[str, ...]
    also: tuple[TraceRelation, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldTrace:
    """Everything that a trace of ``code`` should name."""

    code: str
    entries: tuple[GoldTraced, ...]


class _Hop(BaseModel):
    code: str | None = None


class _TracedDocument(BaseModel):
    code: str | None = None
    issuer: Named = None
    title: str | None = None


def _listed(value: Any) -> Any:  # noqa: ANN401
    return [] if value is None else value


class TraceAnswer(BaseModel):
    """An entry of ``danchieu trace --json``, as far as it is scored."""

    document: _TracedDocument
    relation: str
    path: Annotated[tuple[_Hop, ...], BeforeValidator(_listed)] = ()

    @property
    def text(self) -> str:
        """A short name, for a person to find it by."""
        return f"{self.document.code or self.document.title} ({self.relation})"


def load_traces(corpus: Corpus) -> tuple[GoldTrace, ...]:
    """Load ``traces.toml`` of a corpus, documents by id with their own code and title.

    Raises:
        CorpusError: the file is missing or wrong, or names an unknown document.
    """
    path = corpus.folder / "traces.toml"
    try:
        written = _File.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise CorpusError(f"{path}: not a file of traces: {error}") from error
    return tuple(
        GoldTrace(trace.code, tuple(_known(path, e, corpus) for e in trace.entry))
        for trace in written.trace
    )


def score_traces(
    golds: Sequence[GoldTrace], answers: Mapping[str, Iterable[TraceAnswer]]
) -> ScoreTable:
    """Score the answer to each traced code; a code without an answer is all missed.

    ``trace`` counts the documents named, ``trace.relation`` whether they stand in the
    right group, ``trace.through`` whether the way there is right.
    """
    tally = Tally()
    for gold in golds:
        tally.document = gold.code
        given = answers.get(gold.code, ())
        found = tally.pairs("trace", gold.entries, given, _same_document, whole=True)
        for wanted, got in found:
            group = wanted.relation if got.relation in wanted.also else got.relation
            tally.exact("trace.relation", wanted.relation, group, _equal)
            if wanted.relation == got.relation and wanted.through:
                way = " < ".join(code_key(code) for code in wanted.through)
                tally.exact("trace.through", way, _way(got), _equal)
    return tally.table(len(golds))


def read_trace(entries: Any) -> tuple[TraceAnswer, ...]:  # noqa: ANN401
    """Read the JSON of one trace.

    Raises:
        CorpusError: it is not a list of trace entries.
    """
    try:
        return tuple(TraceAnswer.model_validate(entry) for entry in entries)
    except (TypeError, ValidationError) as error:
        raise CorpusError(f"not the answer of a trace: {error}") from error


def _known(path: Path, entry: _Written, corpus: Corpus) -> GoldTraced:
    if entry.document is None:
        return _traced(entry, entry.code, entry.issuer, None)
    for document in corpus.documents:
        if document.id == entry.document:
            head = document.gold.header
            return _traced(entry, head.code, head.issuer, head.title)
    raise CorpusError(f"{path}: {entry.document}: no document of this id")


def _traced(
    entry: _Written, code: str | None, issuer: str | None, title: str | None
) -> GoldTraced:
    return GoldTraced(
        code, issuer, title, entry.relation, entry.through, entry.also, entry.optional
    )


def _same_document(gold: GoldTraced, got: TraceAnswer) -> float:
    if gold.issuer and not same_agency(gold.issuer, got.document.issuer):
        return 0.0
    if gold.code or got.document.code:
        return float(code_key(gold.code) == code_key(got.document.code))
    return float(likeness(gold.title, got.document.title) >= TITLE_LIKENESS)


def _way(got: TraceAnswer) -> str:
    """Return the codes between the document itself and the traced one."""
    return " < ".join(code_key(hop.code) for hop in got.path[1:])


def _equal(first: str, second: str) -> bool:
    return first == second
