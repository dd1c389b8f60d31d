"""One page of the sample under one damage: rendered, read, compared with its print."""

import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).parents[1]))

from factories import ROOT, knowledge
from keys import keys_in, names_in
from media import SAMPLE, TESSDATA
from pypdfium2 import PdfDocument
from rapidfuzz.distance import Levenshtein

from danchieu.domain.limits import Limits
from danchieu.domain.page import Page
from danchieu.domain.text import Span
from danchieu.evaluation.corpus import Corpus, CorpusDocument, load_corpus
from danchieu.learned import load_pen_digits
from danchieu.load import read_file
from danchieu.pages import (
    PenReader,
    TesseractOcr,
    cleaning,
    levelling,
    read_pages,
    scans,
)
from danchieu.phrases.agencies import find_agencies
from danchieu.rendering import (
    DAMAGES,
    TYPEFACES,
    find_typeface,
    parse_sheet,
    render_pdf,
    render_scan,
)
from danchieu.text import join_pages

LEAST_LETTERS = 200
STAMP = "ĐÃ TIẾP NHẬN"
"""Print as well, though not of the document: reading it is no mistake."""
_NUMBER = re.compile(r"^\d{1,3}\n")


@dataclass(frozen=True, slots=True)
class Task:
    """One page (or two, for a spread) under one damage, with one step left out."""

    document: str
    page: int
    kind: str
    typeface: str
    without: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one reading gave: shares of letters wrong, keys and cells right."""

    task: Task
    letters: int
    mistakes: int
    keys: int
    keys_found: int
    cells: int
    cells_right: int
    seconds: float
    lost: tuple[str, ...] = ()


STEPS: Mapping[str, tuple[tuple[Any, str, Any], ...]] = {
    "paper made white": ((cleaning, "_flattened", lambda grey: grey),),
    "faint print made black": ((cleaning, "_stretched", lambda grey: grey),),
    "specks taken away": ((cleaning, "_without_specks", lambda grey: grey),),
    "small angles made level": ((scans, "rotate", lambda picture, angle: picture),),
    "sides and small angles": (
        (scans, "find_lie", lambda p: levelling.Lie(0, 0.0, p.shape[1], p.shape[0])),
    ),
}
"""Each step of the cleaning chain, and what stands in for it when it is left out."""


@cache
def chosen(split: str, count: int) -> tuple[tuple[str, int], ...]:
    """Return pages with text enough, one of each document before a second of any."""
    found = []
    for at, document in enumerate(d for d in _documents() if d in _split(split)):
        pages = [
            number
            for number, page in enumerate(_true_pages(document, TYPEFACES[0]))
            if len(page.text) >= LEAST_LETTERS and "\n|" not in page.text
        ]
        first = at % max(1, len(pages))
        turned = pages[first:] + pages[:first]
        found += [(rank, at, document, page) for rank, page in enumerate(turned)]
    return tuple((document, page) for *_, document, page in sorted(found)[:count])


def table_pages(split: str) -> list[tuple[str, int]]:
    return [
        (document, number)
        for document in _documents()
        if document in _split(split)
        for number, page in enumerate(_true_pages(document, TYPEFACES[0]))
        if "\n|" in f"\n{page.text}"
    ]


def measure(task: Task) -> Outcome:
    """Damage one page, read it, and compare it with what is printed on it."""
    kind = task.kind.removeprefix("table:")
    numbers = _numbers(task) if DAMAGES[kind].fold else [task.page]
    pdf = _only(_pdf(task.document, task.typeface), numbers)
    true = _read("true.pdf", pdf, None)
    damage = replace(DAMAGES[kind], seed=task.page + 7, seal_name=_seal(task.document))
    (picture,) = render_scan(pdf, damage)
    name = "page.png" if damage.jpeg_quality is None else "page.jpg"
    with _left_out(task.without):
        started = time.process_time()
        read = _read(name, picture, _ocr())
        seconds = time.process_time() - started
    return _compared(task, true, read, seconds)


def _compared(
    task: Task, true: tuple[Page, ...], read: tuple[Page, ...], seconds: float
) -> Outcome:
    wanted, given = _folded(true), _folded(read)
    mistakes = min(
        Levenshtein.distance(wanted, text)
        for text in (given, _squeezed(given.replace(STAMP, " ")))
    )
    keys, found = _keys(true, task.document), _keys(read, task.document)
    right = keys & found
    cells, seen = _cells(true), _cells(read)
    return Outcome(
        task,
        len(wanted),
        mistakes,
        keys.total(),
        right.total(),
        cells.total(),
        (cells & seen).total(),
        seconds,
        tuple((keys - right).elements()),
    )


def _keys(pages: tuple[Page, ...], document: str) -> Counter[str]:
    """Return what an officer looks for: codes, dates, amounts, bodies, signers."""
    bare = [Page(p.number, _NUMBER.sub("", p.text)) for p in pages]
    text = join_pages(bare)
    whole = Span(0, len(text.value))
    bodies = find_agencies(text.value, whole, knowledge())
    return Counter(
        (
            *keys_in(text.value),
            *(f"body {b.agency.name}" for b in bodies),
            *names_in(_folded(pages), _documents()[document]),
        )
    )


def _cells(pages: tuple[Page, ...]) -> Counter[tuple[int, str]]:
    return Counter(
        (column, _squeezed(cell))
        for page in pages
        for line in page.text.splitlines()
        if line.startswith("|")
        for column, cell in enumerate(line.strip("|").split("|"))
        if cell.strip()
    )


def _folded(pages: Iterable[Page]) -> str:
    """Return all print in one line, without the page numbers over the pages."""
    return _squeezed(" ".join(_NUMBER.sub("", page.text) for page in pages))


def _squeezed(text: str) -> str:
    return " ".join(text.split())


@contextmanager
def _left_out(step: str) -> Iterator[None]:
    places = STEPS[step] if step else ()
    before = [getattr(module, name) for module, name, _ in places]
    for module, name, instead in places:
        setattr(module, name, instead)
    yield
    for (module, name, _), function in zip(places, before, strict=True):
        setattr(module, name, function)


def _numbers(task: Task) -> list[int]:
    """Return the page and its neighbour, for an image of two pages."""
    count = len(_true_pages(task.document, task.typeface))
    first = min(task.page, max(0, count - 2))
    return list(range(first, min(first + 2, count)))


def _only(pdf: bytes, numbers: Sequence[int]) -> bytes:
    source, cut = PdfDocument(pdf), PdfDocument.new()
    cut.import_pages(source, list(numbers))
    buffer = BytesIO()
    cut.save(buffer)
    return buffer.getvalue()


def _read(name: str, content: bytes, ocr: TesseractOcr | None) -> tuple[Page, ...]:
    source = read_file(name, content, Limits())
    return read_pages(source, Limits(), ocr, _pen() if ocr else None).pages


@cache
def _true_pages(document: str, typeface: str) -> tuple[Page, ...]:
    return _read("true.pdf", _pdf(document, typeface), None)


@cache
def _pdf(document: str, typeface: str) -> bytes:
    sheet = parse_sheet(_documents()[document].text)
    return render_pdf(sheet, find_typeface(typeface))


@cache
def _seal(document: str) -> str:
    letterhead = parse_sheet(_documents()[document].text).letterhead
    return " ".join(letterhead.issuer) if letterhead else ""


@cache
def _documents() -> dict[str, CorpusDocument]:
    return {document.id: document for document in _corpus().documents}


@cache
def _split(name: str) -> frozenset[str]:
    return frozenset(document.id for document in _corpus().split(name))


@cache
def _corpus() -> Corpus:
    return load_corpus(SAMPLE)


@cache
def _ocr() -> TesseractOcr:
    return TesseractOcr(TESSDATA)


@cache
def _pen() -> PenReader:
    return load_pen_digits(ROOT / "models" / "pen-digits")
