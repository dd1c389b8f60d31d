"""The chain from bytes to result, opened once in each process that reads."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from danchieu.contract import to_result
from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.jobs.reader import Chain, Reading
from danchieu.jobs.rules_version import rules_version
from danchieu.learned import load_pen_digits
from danchieu.load import read_file
from danchieu.pages import (
    Ocr,
    PagesRead,
    PenReader,
    Share,
    TesseractOcr,
    count_pages,
    join_shares,
    read_pages,
    render_page,
)
from danchieu.pipeline import PageReader, read_document
from danchieu.rules.knowledge import Knowledge, load_knowledge


@dataclass(frozen=True, slots=True)
class ChainConfig:
    """Where rules, OCR data and nets lie, and how much a document may ask for."""

    rules_dir: Path
    tessdata_dir: Path
    limits: Limits
    models_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class _OpenChain:
    knowledge: Knowledge
    ocr: Ocr | None
    limits: Limits
    rules: str
    pen: PenReader | None = None

    def read(self, name: str, content: bytes) -> Reading:
        return self._read(name, content, self._pages)

    def count_pages(self, name: str, content: bytes) -> int:
        return count_pages(read_file(name, content, self.limits), self.limits)

    def read_share(self, name: str, content: bytes, share: Share) -> PagesRead:
        source = read_file(name, content, self.limits)
        return read_pages(source, self.limits, self.ocr, self.pen, share)

    def read_joined(
        self, name: str, content: bytes, parts: Sequence[PagesRead]
    ) -> Reading:
        return self._read(name, content, lambda _: join_shares(parts))

    def _read(self, name: str, content: bytes, reader: PageReader) -> Reading:
        started, pages = time.perf_counter(), 0.0

        def timed(source: SourceFile) -> PagesRead:
            nonlocal pages
            begun = time.perf_counter()
            read = reader(source)
            pages = time.perf_counter() - begun
            return read

        source = read_file(name, content, self.limits)
        document = read_document(source, self.knowledge, timed)
        result = to_result(document, self.rules)
        rest = time.perf_counter() - started - pages
        return Reading(document, result, {"pages": pages, "understand": rest})

    def render_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> bytes:
        source = read_file(name, content, self.limits)
        return render_page(source, number, scale=scale, limits=self.limits)

    def _pages(self, source: SourceFile) -> PagesRead:
        return read_pages(source, self.limits, self.ocr, self.pen)


def open_chain(config: ChainConfig) -> Chain:
    """Load rules and OCR; without Vietnamese OCR data scans give no text.

    Raises:
        RuleError: a rule file is wrong.
        ModelError: the folder of a net is not complete.
    """
    has_data = (config.tessdata_dir / "vie.traineddata").is_file()
    ocr = TesseractOcr(config.tessdata_dir) if has_data else None
    rules = rules_version(config.rules_dir)
    knowledge, pen = load_knowledge(config.rules_dir), _pen(config.models_dir)
    return _OpenChain(knowledge, ocr, config.limits, rules, pen)


def _pen(models: Path | None) -> PenReader | None:
    """Return the reader of handwriting; None where no models are kept at all."""
    folder = models / "pen-digits" if models else None
    return load_pen_digits(folder) if folder and folder.is_dir() else None
