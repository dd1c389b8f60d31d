"""Scores what only our own corpora annotate: relations, warnings, stamps."""

from collections.abc import Iterable
from dataclasses import dataclass

from danchieu.evaluation.answers import Answer, AnswerRelation
from danchieu.evaluation.comparing import code_key, coverage, same_agency, same_text
from danchieu.evaluation.gold_schema import GoldDocument, GoldStatedRelation
from danchieu.evaluation.tally import Tally

NAME_COVERAGE = 0.8


def score_extras(gold: GoldDocument, answer: Answer, tally: Tally) -> None:
    """Count the further parts of one document under their own field names."""
    head, read = gold.header, answer.header
    tally.exact("draft", _yes(gold.draft), _yes(answer.draft), _equal)
    tally.exact("parent", head.parent_issuer, read.parent_issuer, same_agency)
    tally.exact("urgency", head.urgency, read.urgency, same_text)
    tally.exact("secrecy", head.secrecy, read.secrecy, same_text)
    if gold.signatures is not None:
        title = gold.signatures[0].title if gold.signatures else None
        first = answer.signatures[0].title if answer.signatures else None
        tally.exact("signer.title", title, first, same_text)
    if gold.stated_relations is not None:
        tally.pairs(
            "stated_relations",
            gold.stated_relations,
            answer.stated_relations,
            _relation_likeness,
            whole=True,
        )
    _score_described(gold, answer, tally)
    if gold.warnings is not None:
        codes = (warning.code for warning in answer.warnings)
        _score_set("warnings", gold.warnings, codes, tally)


def _score_described(gold: GoldDocument, answer: Answer, tally: Tally) -> None:
    if gold.described_documents is None:
        return
    wanted, given = (
        [key for d in documents for key in _described(d.code, d.implements)]
        for documents in (gold.described_documents, answer.described_documents)
    )
    _score_set("described_documents", wanted, given, tally)


def _described(code: str | None, implements: Iterable[str]) -> list[str]:
    own = code or ""
    return [own, *(f"{own} implements {other}" for other in implements)]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    optional: bool = False


def _score_set(
    name: str, golds: Iterable[str], given: Iterable[str | None], tally: Tally
) -> None:
    wanted = [_Word(word) for word in dict.fromkeys(golds)]
    got = [word for word in dict.fromkeys(given) if word]
    tally.pairs(name, wanted, got, _same_word, whole=True)


def _same_word(gold: _Word, got: str) -> float:
    return float(code_key(gold.text) == code_key(got))


def _relation_likeness(gold: GoldStatedRelation, got: AnswerRelation) -> float:
    if gold.relation != got.relation or not _same_end(gold.subject, got.subject):
        return 0.0
    stands_for = gold.object_resolved_code
    if stands_for and code_key(stands_for) == code_key(got.object_resolved_code):
        return 1.0
    return float(_same_end(gold.object, got.object))


def _same_end(gold: str, got: str | None) -> bool:
    if code_key(gold) == code_key(got):
        return True
    return "/" not in gold and coverage(gold, got) >= NAME_COVERAGE


def _yes(value: bool | None) -> str | None:
    return "true" if value else None


def _equal(first: str, second: str) -> bool:
    return first == second
