"""Speed as ratios in one run; writes ``speed.json`` beside this file.

Run it with ``make bench``. Each pair is timed in turns, ``ROUNDS`` times, in CPU
seconds of this process; the medians are compared. What a long scan gains from a
second core is timed by the clock.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).parents[1]))

import pdfplumber
import pypdfium2
import tesserocr
from eyecite import get_citations
from factories import knowledge
from media import SAMPLE, TESSDATA, chain, chain_config
from PIL import Image

from danchieu.citations import read_references
from danchieu.domain.header import Header
from danchieu.domain.limits import Limits
from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.header import read_header
from danchieu.jobs import ReaderPool
from danchieu.load import read_file
from danchieu.pages import read_pages
from danchieu.phrases.codes import find_codes
from danchieu.rendering import render_text
from danchieu.structure import read_outline
from danchieu.text import join_pages

ROUNDS = 5
SCANNED = 4


def main() -> None:
    """Time the pairs and write the figures."""
    read = chain().read
    texts = [p.read_text("utf-8") for p in sorted(_documents())]
    pdfs = [render_text(text, "pdf") for text in texts]
    scans = [render_text(t, "scan", damage="light", seed=1) for t in texts[:SCANNED]]
    figures = {
        "text": _text(read, texts),
        "citations": _citations(texts),
        "pdf": _pdf(read, pdfs),
        "scan": _scan(read, scans),
        "long_scan": _long_scan(scans),
    }
    target = Path(__file__).with_name("speed.json")
    target.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(json.dumps(figures, indent=1))


def _documents() -> list[Path]:
    return list((SAMPLE / "documents").glob("*.txt"))


def _text(read: Callable[[str, bytes], object], texts: list[str]) -> dict[str, float]:
    """Text to JSON in MB/s beside eyecite's default tokenizer on its kind of text."""
    contents = [text.encode() for text in texts]
    english = _english()
    ours, theirs = _in_turns(
        lambda: [read("a.txt", content) for content in contents],
        lambda: get_citations(english),
    )
    size, other = sum(map(len, contents)) / 1e6, len(english.encode()) / 1e6
    return {
        "danchieu_mb_per_s": round(size / ours, 3),
        "eyecite_mb_per_s": round(other / theirs, 3),
        "danchieu_mb": round(size, 3),
        "eyecite_mb": round(other, 3),
        "ratio_of_rates": round(size / ours / (other / theirs), 3),
    }


def _citations(texts: list[str]) -> dict[str, float]:
    """Citation finding alone beside eyecite: codes, then with all that is said of them.

    ``codes`` are number and symbol in plain text; ``references`` adds law and plan
    names, dates, issuers, titles and relations, on outlines read before.
    """
    known, english = knowledge(), _english()
    read = [_outlined(text) for text in texts]
    codes, theirs = _in_turns(
        lambda: [find_codes(t, Span(0, len(t)), known.rules) for t in texts],
        lambda: get_citations(english),
    )
    references, _ = _in_turns(
        lambda: [read_references(*one, known) for one in read],
        lambda: None,
    )
    size, other = sum(len(t.encode()) for t in texts) / 1e6, len(english.encode()) / 1e6
    found = sum(len(find_codes(t, Span(0, len(t)), known.rules)) for t in texts)
    cited = [read_references(*one, known).citations for one in read]
    mentions = sum(len(c.mentions) for citations in cited for c in citations)
    cases = len(get_citations(english))
    return {
        "codes_mb_per_s": round(size / codes, 2),
        "codes_per_s": round(found / codes),
        "codes_per_mb": round(found / size),
        "references_mb_per_s": round(size / references, 2),
        "mentions_per_s": round(mentions / references),
        "mentions_per_mb": round(mentions / size),
        "eyecite_mb_per_s": round(other / theirs, 2),
        "eyecite_citations_per_s": round(cases / theirs),
        "eyecite_citations_per_mb": round(cases / other),
    }


def _outlined(text: str) -> tuple[Text, Outline, Header]:
    source = read_file("a.txt", text.encode(), Limits())
    joined = join_pages(read_pages(source, Limits(), None).pages)
    outline = read_outline(joined, knowledge())
    return joined, outline, read_header(joined, outline, knowledge())


def _english() -> str:
    """Return prose of our own with one citation in about 250 letters."""
    reporters = ("U.S.", "F.3d", "F. Supp. 2d", "S. Ct.", "Cal. App. 4th")
    sentences = (
        "The parties dispute whether the notice was served in time, and the record "
        "does not settle the question. See Baker v. Miller, {} {} {} ({}), which the "
        "lower court read too broadly when it weighed the remaining factors against "
        "the applicant. "
    )
    return "".join(
        sentences.format(100 + i % 400, reporters[i % 5], 1 + i % 900, 1950 + i % 70)
        for i in range(800)
    )


def _pdf(read: Callable[[str, bytes], object], pdfs: list[bytes]) -> dict[str, float]:
    """PDF to complete JSON beside pdfplumber extracting text only."""
    ours, theirs = _in_turns(
        lambda: [read("a.pdf", pdf) for pdf in pdfs],
        lambda: [_plumber(pdf) for pdf in pdfs],
    )
    pages = sum(len(pypdfium2.PdfDocument(pdf)) for pdf in pdfs)
    return _seconds(pages, ours, theirs, "pdfplumber")


def _plumber(pdf: bytes) -> list[str]:
    with pdfplumber.open(BytesIO(pdf)) as document:
        return [page.extract_text() for page in document.pages]


def _scan(read: Callable[[str, bytes], object], scans: list[bytes]) -> dict[str, float]:
    """Scan to complete JSON beside bare tesserocr on the same pages at 200 dpi."""
    pictures = [page for scan in scans for page in _pictures(scan)]
    with tesserocr.PyTessBaseAPI(path=str(TESSDATA), lang="vie") as engine:
        ours, theirs = _in_turns(
            lambda: [read("a.pdf", scan) for scan in scans],
            lambda: [_bare(engine, picture) for picture in pictures],
        )
    return _seconds(len(pictures), ours, theirs, "tesserocr")


def _long_scan(scans: list[bytes]) -> dict[str, float]:
    """Seconds by the clock for one long scan with two processes and with one."""
    content = _joined(scans)
    config = chain_config(Limits())
    pools = [ReaderPool(config, workers=workers) for workers in (1, 2)]
    try:
        for pool in pools:
            pool.prepare()
        times = [_wall_seconds(pool, content) for _ in range(ROUNDS) for pool in pools]
    finally:
        for pool in pools:
            pool.close()
    one, two = statistics.median(times[0::2]), statistics.median(times[1::2])
    return {
        "pages": len(pypdfium2.PdfDocument(content)),
        "one_process_s": round(one, 2),
        "two_processes_s": round(two, 2),
        "ratio_of_wall": round(two / one, 3),
    }


def _joined(scans: list[bytes]) -> bytes:
    joined, kept = pypdfium2.PdfDocument.new(), BytesIO()
    for scan in scans:
        joined.import_pages(pypdfium2.PdfDocument(scan))
    joined.save(kept)
    return kept.getvalue()


def _wall_seconds(pool: ReaderPool, content: bytes) -> float:
    started = time.monotonic()
    pool.submit("a.pdf", content).result()
    return time.monotonic() - started


def _pictures(scan: bytes) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(scan)
    return [page.render(scale=200 / 72).to_pil().convert("L") for page in document]


def _bare(engine: tesserocr.PyTessBaseAPI, picture: Image.Image) -> str:
    engine.SetImage(picture)
    return engine.GetUTF8Text()


def _seconds(pages: int, ours: float, theirs: float, peer: str) -> dict[str, float]:
    return {
        "pages": pages,
        "danchieu_cpu_s_per_page": round(ours / pages, 4),
        f"{peer}_cpu_s_per_page": round(theirs / pages, 4),
        "ratio_of_cpu": round(ours / theirs, 3),
    }


def _in_turns(
    one: Callable[[], object], other: Callable[[], object]
) -> tuple[float, float]:
    """Return the median CPU seconds of each, run in turns after one warm-up."""
    one(), other()
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for run, kept in zip((one, other), times, strict=True):
            started = time.process_time()
            run()
            kept.append(time.process_time() - started)
    return statistics.median(times[0]), statistics.median(times[1])


if __name__ == "__main__":
    main()
