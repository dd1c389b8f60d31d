"""The real service with the sample archive, and Debian's Chromium to look at it."""

import shutil
import socket
import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from factories import knowledge
from media import SAMPLE, chain
from playwright.sync_api import expect, sync_playwright

from danchieu.domain.limits import Limits
from danchieu.rendering import render_text
from danchieu.server import create_app
from danchieu.server.logs import set_up_logs
from danchieu.usecases import add_documents, open_memory_store, open_store

CHROMIUM = next(
    (p for n in ("chromium", "chromium-browser") if (p := shutil.which(n))), None
)
AS_PDF, AS_SCAN = "namdan-kh-88-2021", "nghean-kh-412-2020"
KEYS = {"khoa-doc": {"read"}, "khoa-ghi": {"read", "write"}}
FAULTY = b"a fault of the program"
AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    "--disable-sync",
]
expect.set_options(timeout=20_000)


class ThreadReader:
    """Reads in one thread of this process, so that the service goes on answering."""

    def __init__(self):
        self._pool = ThreadPoolExecutor(1)

    def prepare(self):
        chain()

    def submit(self, name, content) -> Future:
        return self._pool.submit(self._read, name, content)

    def submit_page(self, name, content, *, number, scale) -> Future:
        draw = chain().render_page
        return self._pool.submit(draw, name, content, number=number, scale=scale)

    def close(self):
        self._pool.shutdown()

    def _read(self, name, content):
        if content == FAULTY:
            raise ZeroDivisionError("a bug")
        return chain().read(name, content)


def sample_files():
    for path in sorted((SAMPLE / "documents").glob("*.txt")):
        form = {AS_PDF: "pdf", AS_SCAN: "scan"}.get(path.stem)
        text = path.read_text("utf-8")
        if form is None:
            yield path.name, text.encode()
        else:
            how = {"form": form, "typeface": "tinos", "damage": "clean", "seed": 1}
            yield f"{path.stem}.pdf", render_text(text, **how)


@contextmanager
def running(app):
    """Give the address at which the application answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = uvicorn.Config(app, host="127.0.0.1", port=port, log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(30)


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Give the address of a service that holds the sample archive."""
    set_up_logs("error")
    folder = tmp_path_factory.mktemp("archive")
    store = open_store(f"sqlite:///{folder / 'a.sqlite'}", folder, knowledge())
    readings = [chain().read(name, content) for name, content in sample_files()]
    add_documents(store, [(r.document, r.result) for r in readings])
    app = create_app(store, ThreadReader(), limits=Limits(), knowledge=knowledge())
    with running(app) as address:
        yield address


@pytest.fixture(scope="session")
def locked():
    """Give the address of a service that asks everybody for a key."""
    app = create_app(
        open_memory_store(),
        ThreadReader(),
        limits=Limits(),
        knowledge=knowledge(),
        allows=lambda key, what: what in KEYS.get(key, set()),
    )
    with running(app) as address:
        yield address


@pytest.fixture(scope="module")
def chromium():
    """Give the browser; its driver keeps an event loop running, so not for longer."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: scripts/system_packages.sh browser")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, site):
    """Give a function that opens a window; its errors fail the test at the end."""
    contexts, troubles = [], []

    def open_with(width=1280, **options):
        size = {"width": width, "height": 900}
        context = chromium.new_context(base_url=site, viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda m: _note(m, troubles))
        return page

    yield open_with
    for context in contexts:
        context.close()
    assert troubles == []


def _note(message, troubles):
    told_by_status = "Failed to load resource" in message.text
    if message.type == "error" and not told_by_status:
        troubles.append(message.text)


@pytest.fixture(scope="session")
def violations():
    """Give a function that returns what axe finds wrong on a page."""

    def find(page):
        page.evaluate(AXE)
        options = {"runOnly": {"type": "tag", "values": RULES}}
        found = page.evaluate("o => axe.run(document, o)", options)["violations"]
        return [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found]

    return find


@pytest.fixture
def page(open_page):
    return open_page()


@pytest.fixture
def path_of(page):
    """Give a function from a file's name to the path of its document."""

    def find(file_name):
        page.goto(f"/archive?q={file_name}")
        hit = page.locator(".hit", has_text=file_name).get_by_role("link").first
        return hit.get_attribute("href").partition("?")[0]

    return find


@pytest.fixture(scope="session")
def scan_of():
    """Give a function that lays a text out and scans it."""

    def make(text, seed=1):
        return render_text(
            text, form="scan", typeface="tinos", damage="clean", seed=seed
        )

    return make
