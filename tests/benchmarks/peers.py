"""The same pages read by other software; writes ``peers.json`` and ``peers.md``.

Run it with ``make peers``. Each reader works in a process of its own, on one thread,
with Vietnamese data; what it is judged by is the text of the corpus. A reader that
is not installed here is left out.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).parents[1]))

import pdfplumber
import tesserocr
from keys import keys_in, names_in
from media import SAMPLE, TESSDATA, chain
from pypdfium2 import PdfDocument
from rapidfuzz.distance import Levenshtein

from danchieu.evaluation import load_corpus
from danchieu.evaluation.corpus import CorpusDocument
from danchieu.rendering import render_text

Read = Callable[[Path], str]

DOCUMENTS = 5
SEED = 5
MEDIA = {"pdf": ("pdf", ""), "scan": ("scan", "light")}
_PAGE_NUMBER = re.compile(r"(?m)^\s{0,9}-?\s?\d{1,3}\s?-?\s{0,9}$")
_MIB = 1024


def main() -> None:
    """Read the pages with every reader, or with the one that is asked for."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--reader", choices=list(READERS))
    asked.add_argument("--folder", type=Path)
    given = asked.parse_args()
    if given.reader:
        print(json.dumps(_read_folder(given.reader, given.folder), ensure_ascii=False))
        return
    figures = {medium: _compare(medium) for medium in MEDIA}
    figures["ratios"] = _ratios(figures)
    target = Path(__file__).with_suffix(".json")
    target.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    target.with_suffix(".md").write_text(_table(figures), "utf-8")
    print(_table(figures))


def _compare(medium: str) -> dict[str, dict[str, float]]:
    form, damage = MEDIA[medium]
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        pages = 0
        for document in _documents():
            content = render_text(
                document.text, form, damage=damage or "light", seed=SEED
            )
            Path(folder, f"{document.id}.pdf").write_bytes(content)
            pages += len(PdfDocument(content))
        for reader, (media, is_here, _) in READERS.items():
            if medium in media and is_here():
                found[reader] = _figures(_run(reader, folder), pages)
                print(medium, reader, found[reader], file=sys.stderr, flush=True)
    return found


def _run(reader: str, folder: str) -> dict[str, object]:
    command = [sys.executable, __file__, "--reader", reader, "--folder", folder]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    read: dict[str, object] = json.loads(told.splitlines()[-1])
    return read


def _read_folder(reader: str, folder: Path) -> dict[str, object]:
    """Read all files and tell texts, CPU seconds and memory, children included.

    The first file is read once before, so that loading is not counted.
    """
    read = READERS[reader][2]()
    files = sorted(folder.glob("*.pdf"))
    read(files[0])
    started = _cpu()
    texts = {file.stem: read(file) for file in files}
    return {"texts": texts, "cpu": _cpu() - started, "peak": _peak()}


def _peak() -> int:
    """Return the most MiB that this process held, or the largest below it."""
    status = Path("/proc/self/status").read_text("utf-8")
    own = int(status.partition("VmHWM:")[2].split()[0])
    below = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(own, below) // _MIB


def _cpu() -> float:
    return sum(os.times()[:4])


def _figures(read: dict, pages: int) -> dict[str, float]:
    letters = mistakes = words = words_found = keys = keys_found = 0
    for document in _documents():
        wanted, given = _folded(document.text), _folded(read["texts"][document.id])
        letters += len(wanted)
        mistakes += Levenshtein.distance(wanted, given)
        bag = Counter(wanted.split())
        words += bag.total()
        words_found += (bag & Counter(given.split())).total()
        looked_for = _keys(document, wanted)
        keys += looked_for.total()
        keys_found += (looked_for & _keys(document, given)).total()
    return {
        "pages": pages,
        "cer_percent": round(100 * mistakes / letters, 2),
        "words_percent": round(100 * words_found / words, 2),
        "keys_percent": round(100 * keys_found / keys, 2),
        "cpu_s_per_page": round(read["cpu"] / pages, 3),
        "peak_mib": read["peak"],
    }


def _folded(text: str) -> str:
    """Return the print in one line: tables without bars, no page numbers."""
    bare = _PAGE_NUMBER.sub("", text.replace("|", " ").replace("\f", "\n"))
    return " ".join(bare.split())


def _keys(document: CorpusDocument, text: str) -> Counter[str]:
    return Counter((*keys_in(text), *names_in(text, document)))


@cache
def _documents() -> tuple[CorpusDocument, ...]:
    return tuple(load_corpus(SAMPLE).split("test")[:DOCUMENTS])


def _danchieu() -> Read:
    """Read to the complete JSON, not to the text alone."""
    opened = chain()

    def read(file: Path) -> str:
        reading = opened.read(file.name, file.read_bytes())
        reading.result.model_dump_json()
        return "\n".join(page.text for page in reading.document.text.pages)

    return read


def _pdfplumber() -> Read:
    def read(file: Path) -> str:
        with pdfplumber.open(file) as document:
            return "\n".join(page.extract_text() for page in document.pages)

    return read


def _tesserocr() -> Read:
    engine = tesserocr.PyTessBaseAPI(path=str(TESSDATA), lang="vie")

    def read_page(page) -> str:
        engine.SetImage(page.render(scale=200 / 72).to_pil().convert("L"))
        return engine.GetUTF8Text()

    return lambda file: "\n".join(map(read_page, PdfDocument(file)))


def _ocrmypdf() -> Read:
    """Run the command, as its users do, and take the text that it writes beside."""
    program = [sys.executable, "-m", "ocrmypdf", "--quiet", "--jobs", "1"]
    program += ["--language", "vie", "--rotate-pages", "--deskew"]

    def read(file: Path) -> str:
        with tempfile.TemporaryDirectory() as folder:
            text, made = Path(folder, "a.txt"), Path(folder, "a.pdf")
            subprocess.run(
                [*program, "--sidecar", str(text), str(file), str(made)], check=True
            )
            return text.read_text("utf-8")

    return read


def _kreuzberg() -> Read:
    os.environ["TESSDATA_PREFIX"] = str(TESSDATA)
    peer = import_module("kreuzberg")
    ocr = peer.OcrConfig(backend="tesseract", language="vie")
    config = peer.ExtractionConfig(ocr=ocr, use_cache=False)
    return lambda file: peer.extract_file_sync(str(file), config=config).content


READERS: dict[str, tuple[tuple[str, ...], Callable[[], bool], Callable[[], Read]]] = {
    "danchieu": (("pdf", "scan"), lambda: True, _danchieu),
    "pdfplumber": (("pdf",), lambda: True, _pdfplumber),
    "tesserocr": (("scan",), lambda: True, _tesserocr),
    "ocrmypdf": (
        ("scan",),
        lambda: bool(find_spec("ocrmypdf") and shutil.which("tesseract")),
        _ocrmypdf,
    ),
    "kreuzberg": (("pdf", "scan"), lambda: bool(find_spec("kreuzberg")), _kreuzberg),
}
"""Which media each reads, whether it is installed, and how it is made ready."""


def _ratios(figures: dict[str, dict[str, dict[str, float]]]) -> dict[str, float]:
    """Return our CPU time beside each other reader's."""
    return {
        f"{medium} beside {reader}": round(
            readers["danchieu"]["cpu_s_per_page"] / other["cpu_s_per_page"], 3
        )
        for medium, readers in figures.items()
        for reader, other in readers.items()
        if reader != "danchieu"
    }


def _table(figures: dict) -> str:
    lines = [
        "| pages | reader | CER % | words % | keys % | CPU s a page | peak MiB |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {medium} | {reader} | "
        + " | ".join(str(v) for key, v in row.items() if key != "pages")
        + " |"
        for medium in MEDIA
        for reader, row in figures[medium].items()
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
