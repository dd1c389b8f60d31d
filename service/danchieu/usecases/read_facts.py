"""The values of a result one by one, each with a key that outlives a new reading."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from danchieu.contract import (
    AgencyFact,
    Assignment,
    Citation,
    DocumentResult,
    Evidence,
    Fact,
    Signature,
    Target,
)
from danchieu.contract.duties import Recipient
from danchieu.phrases.folding import fold

HEADER_FIELDS = (
    *("type", "code", "issuer", "parent_issuer", "place", "issued_on", "title"),
    *("urgency", "secrecy"),
)
_DIGEST = 12

Listed = Signature | Citation | Target | Assignment | Recipient
"""An entry of a list that a person may decide on."""


@dataclass(frozen=True, slots=True)
class ReadFact:
    """One value; ``field`` is ``header.code`` or the name of a list.

    ``index`` is its place in that list, 0 for a value of the head.
    """

    key: str
    field: str
    index: int
    value: str
    confidence: float
    evidence: tuple[Evidence, ...]

    @property
    def page(self) -> int:
        """The first page that shows it, 1 when none does."""
        return self.evidence[0].page if self.evidence else 1


def header_facts(result: DocumentResult) -> Iterable[ReadFact]:
    """Return the values of the head that were read."""
    for name in HEADER_FIELDS:
        fact: Fact | AgencyFact | None = getattr(result.header, name)
        if fact is None:
            continue
        value = fact.value.name if isinstance(fact, AgencyFact) else fact.value
        field = f"header.{name}"
        yield ReadFact(field, field, 0, value, fact.confidence, fact.evidence)


def list_facts(result: DocumentResult) -> Iterable[ReadFact]:
    """Return the entries of the lists.

    The key follows from what an entry says, not from its place in the list.
    """
    for field, said in _SAID.items():
        seen: Counter[str] = Counter()
        for index, item in enumerate(getattr(result, field)):
            value = said(item)
            digest = hashlib.sha256(fold(value).encode()).hexdigest()[:_DIGEST]
            seen[digest] += 1
            again = f":{seen[digest]}" if seen[digest] > 1 else ""
            evidence = item.mentions if field == "citations" else item.evidence
            key = f"{field}:{digest}{again}"
            sure = getattr(item, "confidence", 1.0)
            yield ReadFact(key, field, index, value, sure, evidence)


def facts_of(result: DocumentResult) -> tuple[ReadFact, ...]:
    """Return all values that a person may decide on."""
    return (*header_facts(result), *list_facts(result))


def _of_citation(item: Citation) -> str:
    named = " ".join(p for p in (item.type, item.code) if p)
    return named if item.code else item.name or item.resolved_code or named


_SAID: Mapping[str, Callable[[Any], str]] = {
    "signatures": lambda item: item.name or " ".join(item.authority) or "?",
    "citations": _of_citation,
    "targets": lambda item: item.text,
    "results": lambda item: item.text,
    "assignments": lambda item: f"{item.agency.name}: {item.task}",
    "recipients": lambda item: item.text,
}
