"""The chain from bytes to result, opened once in each process that reads."""

from dataclasses import dataclass
from pathlib import Path

from danchieu.contract import to_result
from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.jobs.reader import Chain, Reading
from danchieu.jobs.rules_version import rules_version
from danchieu.load import read_file
from danchieu.pages import Ocr, PagesRead, TesseractOcr, read_pages, render_page
from danchieu.pipeline import read_document
from danchieu.rules.knowledge import Knowledge, load_knowledge


@dataclass(frozen=True, slots=True)
class ChainConfig:
    """Where the rules and the OCR data lie, and how much a document may ask for."""

    rules_dir: Path
    tessdata_dir: Path
    limits: Limits


@dataclass(frozen=True, slots=True)
class _OpenChain:
    knowledge: Knowledge
    ocr: Ocr | None
    limits: Limits
    rules: str

    def read(self, name: str, content: bytes) -> Reading:
        source = read_file(name, content, self.limits)
        document = read_document(source, self.knowledge, self._pages)
        return Reading(document, to_result(document, self.rules))

    def render_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> bytes:
        source = read_file(name, content, self.limits)
        return render_page(source, number, scale=scale, limits=self.limits)

    def _pages(self, source: SourceFile) -> PagesRead:
        return read_pages(source, self.limits, self.ocr)


def open_chain(config: ChainConfig) -> Chain:
    """Load rules and OCR; without Vietnamese OCR data scans give no text.

    Raises:
        RuleError: a rule file is wrong.
    """
    has_data = (config.tessdata_dir / "vie.traineddata").is_file()
    ocr = TesseractOcr(config.tessdata_dir) if has_data else None
    rules = rules_version(config.rules_dir)
    return _OpenChain(load_knowledge(config.rules_dir), ocr, config.limits, rules)
