"""What a person waits for in the browser; writes ``page.json`` beside this file.

Run it with ``make page-speed``. The real service holds the sample archive and 70
documents that form one chain; Debian's Chromium opens it. The drawing of these 70 is
compared with a bare cytoscape page of the same boxes, in turns, in the same run.
"""

import functools
import hashlib
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

from danchieu.rendering import render_text

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "corpora" / "sample" / "documents"
THREE_PAGES = "nghean-kh-412-2020.txt"
CYTOSCAPE = "cytoscape@3.34.4"
CYTOSCAPE_SHA256 = "081591ab735b2b6a3b31a3c60f8f3a3e2fee8c92939e0c7820ad1208571b6cd8"
FIRST, NODES = 11, 70
ROUNDS = 5
ASKED = "/trace?code=31/QĐ-TTg"
VIEWS = {"home": "/", "archive": "/archive?q=so huu tri tue", "chain": ASKED}
PLAN = """ỦY BAN NHÂN DÂN
TỈNH LÀO CAI
Số: {number}/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lào Cai, ngày 05 tháng 3 năm 2021

KẾ HOẠCH
Trồng sen tại vùng {number}

Thực hiện {above}, Ủy ban nhân dân tỉnh ban hành Kế hoạch trồng sen.
"""
DECISION = "Quyết định số 31/QĐ-TTg ngày 02/01/2020 của Thủ tướng Chính phủ"
ABOVE = "Kế hoạch số {}/KH-UBND ngày 05/3/2021 của Ủy ban nhân dân tỉnh Lào Cai"
BARE = """<!doctype html><meta charset="utf-8">
<div id="c" style="width:1200px;height:800px"></div><script src="cytoscape.min.js">
</script><script>
cytoscape({container: document.getElementById("c"), elements: ELEMENTS, style: [
  {selector: "node", style: {label: "data(label)", shape: "round-rectangle"}},
  {selector: "edge", style: {"curve-style": "bezier"}}],
  layout: {name: "breadthfirst", directed: true, animate: false},
}).one("render", () => { window.drawn = performance.now(); });</script>"""
_TIMES = """() => {
  const page = performance.getEntriesByType("navigation")[0];
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  const parts = [...performance.getEntriesByType("resource"), page];
  return [paint ? paint.startTime : 0, page.domContentLoadedEventEnd,
    parts.reduce((sum, part) => sum + part.encodedBodySize, 0)];
}"""


def main() -> None:
    """Measure and write the figures."""
    with tempfile.TemporaryDirectory() as kept, sync_playwright() as driver:
        folder = Path(kept)
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        flags = ["--no-sandbox", "--disable-gpu", "--disable-quic"]
        browser = driver.chromium.launch(executable_path=chromium, args=flags)
        with _service(folder) as address:
            figures = {
                "first_views": {
                    n: _view(browser, address + v) for n, v in VIEWS.items()
                },
                "uploads": {
                    form: _upload(browser, address, form) for form in ("pdf", "scan")
                },
                "chain_of_70": _chain(browser, address, folder),
            }
        browser.close()
    target = Path(__file__).with_suffix(".json")
    target.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(json.dumps(figures, indent=1))


@contextmanager
def _service(folder: Path) -> Iterator[str]:
    """Give the address of a service of its own that holds the documents."""
    texts = folder / "texts"
    shutil.copytree(SAMPLE, texts)
    for number in range(1, NODES):
        above = DECISION if number <= FIRST else ABOVE.format(1 + number % FIRST)
        text = PLAN.format(number=number, above=above)
        (texts / f"sen-{number}.txt").write_text(text, "utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {"DANCHIEU_DATA_DIR": str(folder / "data"), "DANCHIEU_PORT": str(port)}
    command = Path(sys.executable).with_name("danchieu")
    options = {"env": os.environ | own, "stdout": subprocess.DEVNULL}
    subprocess.run([command, "load", texts], check=True, **options)
    log = (folder / "service.log").open("w")
    running = subprocess.Popen([command, "serve"], stderr=log, **options)
    try:
        _wait_for(f"http://127.0.0.1:{port}/readyz")
        yield f"http://127.0.0.1:{port}"
    finally:
        running.terminate()
        running.wait(30)
        log.close()


def _wait_for(address: str) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(address)


@contextmanager
def _window(browser: Browser) -> Iterator[Page]:
    """Give a window that has kept nothing from before."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def _view(browser: Browser, address: str) -> dict[str, float]:
    """Milliseconds to the first paint and until it can be used; bytes sent."""
    rows = []
    for _ in range(ROUNDS):
        with _window(browser) as page:
            page.goto(address, wait_until="networkidle")
            rows.append(page.evaluate(_TIMES))
    paint, ready, sent = (
        statistics.median(column) for column in zip(*rows, strict=True)
    )
    return {
        "first_paint_ms": round(paint),
        "interactive_ms": round(ready),
        "kilobytes": round(sent / 1000, 1),
    }


def _upload(browser: Browser, address: str, form: str) -> dict[str, float]:
    """Seconds from the press of the button to the result with its page on screen."""
    text = (SAMPLE / THREE_PAGES).read_text("utf-8")
    ready, seen = [], []
    for seed in range(ROUNDS):
        content = render_text(text, form, seed=100 + seed)
        file = {"name": f"{seed}.pdf", "mimeType": "application/pdf"}
        with _window(browser) as page:
            page.set_default_timeout(120_000)
            page.goto(address)
            page.set_input_files("#file", {**file, "buffer": content})
            began = time.monotonic()
            page.get_by_role("button", name="Đọc văn bản").click()
            result = page.get_by_role("link", name="Mở kết quả")
            result.wait_for()
            ready.append(time.monotonic() - began)
            with page.expect_response(lambda answer: ".png" in answer.url):
                result.click()
            seen.append(time.monotonic() - began)
    return {
        "pages": 3,
        "result_ready_s": round(statistics.median(ready), 2),
        "page_on_screen_s": round(statistics.median(seen), 2),
    }


def _chain(browser: Browser, address: str, folder: Path) -> dict[str, float]:
    """Milliseconds until the drawing can be used, ours and bare cytoscape's."""
    ours, bare, drawn = [], [], 0
    with _bare_page(folder) as plain:
        for _ in range(ROUNDS):
            with _window(browser) as page:
                page.goto(address + ASKED, wait_until="load")
                drawn = page.locator("g.node").count()
                ours.append(page.evaluate(_TIMES)[1])
            with _window(browser) as page:
                page.goto(plain)
                page.wait_for_function("window.drawn")
                bare.append(page.evaluate("window.drawn"))
    mine, theirs = statistics.median(ours), statistics.median(bare)
    return {
        "nodes": drawn,
        "interactive_ms": round(mine),
        "bare_cytoscape_ms": round(theirs),
        "ratio": round(mine / theirs, 2),
    }


@contextmanager
def _bare_page(folder: Path) -> Iterator[str]:
    """Give the address of a page with the same boxes and nothing but cytoscape."""
    _fetch_cytoscape(folder)
    names = [{"data": {"id": f"n{i}", "label": f"{i}/KH-UBND"}} for i in range(NODES)]
    above = [0 if i <= FIRST else 1 + i % FIRST for i in range(NODES)]
    lines = [
        {"data": {"source": f"n{above[i]}", "target": f"n{i}"}} for i in range(1, NODES)
    ]
    page = BARE.replace("ELEMENTS", json.dumps(names + lines))
    (folder / "bare.html").write_text(page, "utf-8")
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": _say_nothing})
    handler = functools.partial(quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/bare.html"
    server.shutdown()


def _say_nothing(*_: object) -> None:
    return


def _fetch_cytoscape(folder: Path) -> None:
    """Put the pinned cytoscape into ``folder``; npm brings it (Debian: npm)."""
    pack = ["npm", "pack", CYTOSCAPE, "--silent"]
    subprocess.run(pack, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    [packed] = folder.glob("cytoscape-*.tgz")
    shutil.unpack_archive(packed, folder)
    script = folder / "package" / "dist" / "cytoscape.min.js"
    found = hashlib.sha256(script.read_bytes()).hexdigest()
    if found != CYTOSCAPE_SHA256:
        raise ValueError(f"{script.name} is not the pinned one: {found}")
    shutil.copy(script, folder)


if __name__ == "__main__":
    main()
