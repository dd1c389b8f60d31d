"""Whether every value of a gold file stands in its text, spaces folded."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from danchieu.evaluation.comparing import agency_words, fold
from danchieu.evaluation.gold_schema import GoldDocument, GoldFigure

LETTER = "Công văn"  # the one type that no line names
_SPACES = re.compile(r"\s+")
_DAY = re.compile(r"(?:(\d{4})|-)(?:-(\d{2}))?(?:-(\d{2}))?$")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A value of the gold that its text does not have; ``key`` names its place."""

    document: str
    key: str
    value: str

    def __str__(self) -> str:
        """Return one line for the terminal."""
        return f"{self.document}: {self.key}: not in the text: {self.value!r}"


def find_mismatches(gold: GoldDocument, text: str) -> list[Mismatch]:
    """Return the values that are not printed in ``text``.

    Quotes (title, tasks, clauses, lines of nơi nhận) must stand letter by letter,
    line breaks aside. Codes are looked up without spaces, names of bodies with short
    forms written out, dates in any of the printed forms. The text itself is never
    corrected: a misprint is quoted as it is.
    """
    page = _Page(text)
    checks = (
        *_header_values(gold, page),
        *_citation_values(gold, page),
        *_body_values(gold, page),
        *_structure_values(gold, page),
    )
    return [Mismatch(gold.id, key, value) for key, value, found in checks if not found]


_Check = tuple[str, str, bool]


class _Page:
    """One text in the forms that values are looked up in."""

    def __init__(self, text: str) -> None:
        self.quoted = _SPACES.sub(" ", text.replace("|", " "))
        self.folded = fold(self.quoted)
        self.squeezed = _SPACES.sub("", text)
        self.words = " " + " ".join(agency_words(text)) + " "

    def quotes(self, value: str) -> bool:
        return _SPACES.sub(" ", value) in self.quoted

    def says(self, value: str) -> bool:
        return fold(value) in self.folded

    def has_code(self, value: str) -> bool:
        return _SPACES.sub("", value) in self.squeezed

    def names(self, agency: str) -> bool:
        return " ".join(agency_words(agency)) in self.words

    def dates(self, edtf: str) -> bool:
        match = _DAY.match(edtf)
        if match is None:
            return False
        year, month, day = match.groups()
        parts = [f"0*{int(p)}" for p in (day, month) if p] + ([year] if year else [])
        between = r"\s*(?:/|-|\.|tháng|năm)?\s*"
        return (
            re.search(rf"(?<!\d){between.join(parts)}(?!\d)", self.folded) is not None
        )


def _header_values(gold: GoldDocument, page: _Page) -> Iterator[_Check]:
    head = gold.header
    if head.type != LETTER:
        yield from _check("header.type", head.type, page.says)
    for key in ("place", "urgency", "secrecy"):
        yield from _check(f"header.{key}", getattr(head, key), page.says)
    for key in ("number", "symbol", "code"):
        yield from _check(f"header.{key}", getattr(head, key), page.has_code)
    yield from _check("header.title", head.title, page.quotes)
    yield from _check("header.issued_on", head.issued_on, page.dates)
    for place, signature in enumerate(gold.signatures or ()):
        parts = (signature.name, signature.title, *signature.authority)
        for part in parts:
            yield from _check(f"signatures.{place}", part, page.quotes)
    for place, line in enumerate(gold.recipients):
        yield from _check(f"recipients.{place}", line.text, page.quotes)


def _citation_values(gold: GoldDocument, page: _Page) -> Iterator[_Check]:
    for place, citation in enumerate(gold.citations or ()):
        key = f"citations.{place}"
        yield from _check(f"{key}.code", citation.code, page.has_code)
        yield from _check(f"{key}.name", citation.name, page.says)
        yield from _check(f"{key}.date", citation.date, page.dates)
        for pinpoint in citation.pinpoints:
            yield from _check(f"{key}.pinpoints", pinpoint, page.says)
    for place, described in enumerate(gold.described_documents or ()):
        key = f"described_documents.{place}"
        yield from _check(f"{key}.code", described.code, page.has_code)
        yield from _check(f"{key}.date", described.date, page.dates)
        yield from _check(f"{key}.title", described.title, page.says)


def _body_values(gold: GoldDocument, page: _Page) -> Iterator[_Check]:
    yield from _figure_values("targets", gold.targets or (), page)
    yield from _figure_values("results", gold.results or (), page)
    for place, assignment in enumerate(gold.assignments or ()):
        key = f"assignments.{place}"
        yield from _check(f"{key}.agency", assignment.agency, page.names)
        yield from _check(f"{key}.task", assignment.task, page.quotes)
        yield from _check(f"{key}.deadline", assignment.deadline, page.dates)


def _structure_values(gold: GoldDocument, page: _Page) -> Iterator[_Check]:
    for place, section in enumerate(gold.sections or ()):
        yield from _check(f"sections.{place}", section.heading, page.quotes)
    for place, table in enumerate(gold.tables or ()):
        for cell in table.header:
            yield from _check(f"tables.{place}.header", cell, page.quotes)
    for place, event in enumerate(gold.events or ()):
        yield from _check(f"events.{place}.text", event.text, page.quotes)
        yield from _check(f"events.{place}.date", event.date, page.dates)


def _figure_values(
    name: str, figures: Iterable[GoldFigure], page: _Page
) -> Iterator[_Check]:
    for place, figure in enumerate(figures):
        key = f"{name}.{place}"
        yield from _check(f"{key}.text", figure.text, page.quotes)
        yield from _check(f"{key}.by", figure.by, page.dates)


def _check(key: str, value: str | None, found: object) -> Iterator[_Check]:
    if value and callable(found):
        yield key, value, bool(found(value))
