"""Scores results against gold: counts per field over all documents."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from danchieu.evaluation.answers import Answer, AnswerCitation, AnswerSignature
from danchieu.evaluation.comparing import (
    likeness,
    same_agency,
    same_code,
    same_text,
)
from danchieu.evaluation.gold_schema import GoldCitation, GoldDocument
from danchieu.evaluation.matching import (
    Line,
    assignment_likeness,
    citation_likeness,
    figure_likeness,
    line_likeness,
)
from danchieu.evaluation.score_extras import score_extras
from danchieu.evaluation.score_structure import score_structure
from danchieu.evaluation.tally import ScoreTable, Tally

TITLE_LIKENESS = 0.9


@dataclass(frozen=True, slots=True)
class _Case:
    gold: GoldDocument
    answer: Answer
    tally: Tally


def score_results(
    golds: Sequence[GoldDocument], results: Mapping[str, Answer]
) -> ScoreTable:
    """Score each gold document against the result of the same id.

    A document without a result counts as empty: everything in it is missed. A list
    is scored only where the gold has it; beyond the annotated pages nothing counts
    as wrong. News have no issuer, place and date to be scored.
    """
    tally = Tally()
    for gold in golds:
        tally.document = gold.id
        case = _Case(gold, results.get(gold.id, Answer()), tally)
        _score_header(case)
        _score_citations(case)
        _score_figures(case)
        _score_assignments(case)
        _score_recipients(case)
        if gold.form == "own":
            score_extras(case.gold, case.answer, tally)
            score_structure(case.gold, case.answer, tally)
    return tally.table(len(golds))


def _score_header(case: _Case) -> None:
    gold, answer, tally = case.gold, case.answer, case.tally
    head, read, sure = gold.header, answer.header, answer.header.confidences.get
    tally.exact("kind", gold.kind, answer.kind, _equal, answer.confidences.get("kind"))
    tally.exact("type", head.type, read.type, same_text, sure("type"))
    _score_code(case)
    tally.exact("symbol", head.symbol, read.symbol, same_code, sure("symbol"))
    if gold.kind != "news":
        _score_issuer(case)
        tally.exact("place", head.place, read.place, same_text, sure("place"))
        _score_date(case)
    tally.exact("title", head.title, read.title, _same_title, sure("title"))
    if gold.signatures is not None:
        signer = gold.signatures[0].name if gold.signatures else None
        first = answer.signatures[0] if answer.signatures else AnswerSignature()
        tally.exact("signer", signer, first.name, same_text, first.confidence)


def _score_issuer(case: _Case) -> None:
    names = case.gold.header.issuer_alt

    def same(gold: str, got: str) -> bool:
        return any(same_agency(name, got) for name in (gold, *names))

    read = case.answer.header
    sure = read.confidences.get("issuer")
    case.tally.exact("issuer", case.gold.header.issuer, read.issuer, same, sure)


def _score_code(case: _Case) -> None:
    """A number filled in by pen may be left out; if given it is scored apart."""
    gold, got = case.gold.header.code, case.answer.header.code
    by_pen = "number" in case.gold.handwritten
    if "number" in case.gold.unreadable or (by_pen and got is None):
        return
    field = "code.handwritten" if by_pen else "code"
    sure = case.answer.header.confidences.get("code")
    case.tally.exact(field, gold, got, same_code, sure)


def _score_date(case: _Case) -> None:
    """A day filled in by pen may be left out, or the date given to the month."""
    gold, got = case.gold.header.issued_on, case.answer.header.issued_on
    if "date" in case.gold.unreadable:
        return
    by_pen = bool({"day", "month", "date"} & set(case.gold.handwritten))
    if by_pen and (got is None or str(gold).startswith(got)):
        return
    field = "date.handwritten" if by_pen else "date"
    sure = case.answer.header.confidences.get("issued_on")
    case.tally.exact(field, gold, got, _equal, sure)


def _score_citations(case: _Case) -> None:
    gold, tally = case.gold, case.tally
    if gold.citations is None:
        return
    found = tally.pairs(
        "citations",
        gold.citations,
        case.answer.citations,
        citation_likeness,
        whole=gold.is_whole("citations"),
    )
    for wanted, given in found:
        _score_citation(wanted, given, tally)


def _score_citation(wanted: GoldCitation, given: AnswerCitation, tally: Tally) -> None:
    sure = given.confidence
    if wanted.code:
        tally.exact("citation.date", wanted.date, given.date, _equal, sure)
        tally.exact("citation.type", wanted.type, given.type, same_text, sure)
        if wanted.issuer:
            tally.exact(
                "citation.issuer", wanted.issuer, given.issuer, same_agency, sure
            )
    accepted = _one_of({wanted.relation, *wanted.also_accepted})
    tally.exact("citation.relation", wanted.relation, given.relation, accepted, sure)


def _score_figures(case: _Case) -> None:
    gold, tally = case.gold, case.tally
    if gold.results is not None:
        whole = gold.is_whole("results")
        given = case.answer.results
        tally.pairs("results", gold.results, given, figure_likeness, whole=whole)
    if gold.targets is None:
        return
    whole = gold.is_whole("targets")
    found = tally.pairs(
        "targets", gold.targets, case.answer.targets, figure_likeness, whole=whole
    )
    for wanted, figure in found:
        accepted = {wanted.comparator, *wanted.also_comparator}
        tally.exact(
            "target.comparator",
            wanted.comparator,
            figure.comparator,
            _one_of(accepted),
            figure.confidence,
        )
        if wanted.by:
            tally.exact(
                "target.by",
                wanted.by,
                figure.by,
                _one_starts_the_other,
                figure.confidence,
            )


def _score_assignments(case: _Case) -> None:
    gold, tally = case.gold, case.tally
    if gold.assignments is None:
        return
    found = tally.pairs(
        "assignments",
        gold.assignments,
        case.answer.assignments,
        assignment_likeness,
        whole=gold.is_whole("assignments"),
    )
    for wanted, given in found:
        sure = given.confidence
        tally.exact("assignment.role", wanted.role, given.role, _equal, sure)
        if wanted.deadline:
            tally.exact(
                "assignment.deadline",
                wanted.deadline,
                given.deadline,
                _one_starts_the_other,
                sure,
            )


def _score_recipients(case: _Case) -> None:
    if not case.gold.recipients:
        return
    wanted = [Line(line.text) for line in case.gold.recipients]
    given = [line.text or "" for line in case.answer.recipients]
    whole = case.gold.is_whole("recipients")
    case.tally.pairs("recipients", wanted, given, line_likeness, whole=whole)


def _equal(first: str, second: str) -> bool:
    return first == second


def _same_title(first: str, second: str) -> bool:
    return likeness(first, second) >= TITLE_LIKENESS


def _one_starts_the_other(first: str, second: str) -> bool:
    return first.startswith(second) or second.startswith(first)


def _one_of(accepted: Collection[str]) -> Callable[[str, str], bool]:
    return lambda _gold, got: got in accepted
