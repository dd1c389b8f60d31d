"""A long scan is read by several processes, and reads the same as by one."""

import dataclasses
import hashlib
import io
import time

import pytest
from factories import ROOT
from hostile_files import LETTER
from media import TESSDATA
from PIL import Image, ImageDraw, ImageFont

from danchieu.domain.limits import Limits
from danchieu.domain.page import Page
from danchieu.errors import DocumentError, TooLargeError
from danchieu.jobs import ChainConfig, ReaderPool, open_chain
from danchieu.jobs.sharing import find_shares, may_be_long
from danchieu.pages import PagesRead, Share, join_shares

PAGES = 3


def scan(pages=PAGES):
    """Return a TIFF of pages with the letter, each with its own number."""
    font = ImageFont.load_default(size=26)
    frames = []
    for number in range(pages):
        frame = Image.new("L", (1000, 1100), 255)
        drawn = f"{LETTER.replace('27/', f'{number}/')}".encode("ascii", "ignore")
        ImageDraw.Draw(frame).multiline_text((60, 60), drawn.decode(), 0, font)
        frames.append(frame)
    kept = io.BytesIO()
    frames[0].save(kept, "TIFF", save_all=True, append_images=frames[1:])
    return kept.getvalue()


@pytest.fixture(scope="module")
def config():
    return ChainConfig(ROOT / "extraction_rules", TESSDATA, Limits())


@pytest.fixture(scope="module")
def two(config):
    pool = ReaderPool(config, workers=2)
    yield pool
    pool.close()


def test_two_processes_read_what_one_reads(config, two):
    content = scan()
    assert may_be_long(content) and find_shares(content, PAGES, 2)
    alone = open_chain(config).read("a.tif", content)
    shared = two.submit("a.tif", content).result(120)
    assert shared.result == alone.result
    assert shared.document.text.pages == alone.document.text.pages
    assert len(shared.document.text.pages) == PAGES


def test_a_damaged_page_fails_the_document_and_the_next_is_read(two):
    content = scan()
    with pytest.raises(DocumentError, match=r"a\.tif"):
        two.submit("a.tif", content[:-20_000]).result(120)
    assert len(pages_of(two, content)) == PAGES


def test_limits_hold_for_the_whole_file(config):
    few = dataclasses.replace(config, limits=Limits(max_pages=2))
    pool = ReaderPool(few, workers=2)
    try:
        with pytest.raises(TooLargeError):
            pool.submit("a.tif", scan()).result(120)
    finally:
        pool.close()


@pytest.mark.parametrize(
    ("size", "pages", "readers", "shares"),
    [
        (900_000, 3, 2, (Share(1, 3), Share(2, 3), Share(3, 3))),
        (900_000, 2, 4, (Share(1, 2), Share(2, 2))),
        (900_000, 40, 2, tuple(Share(first, 16) for first in range(1, 17))),
        (900_000, 1, 4, ()),
        (900_000, 90, 4, ()),
        (900_000, 9, 1, tuple(Share(first, 9) for first in range(1, 10))),
    ],
)
def test_pages_of_pictures_are_shared(size, pages, readers, shares):
    assert find_shares(bytes(size), pages, readers) == shares


def test_shares_are_the_whole_file_and_join_in_order():
    shares = find_shares(bytes(10**6), 7, 3)
    assert sorted(i for share in shares for i in share.indexes(7)) == list(range(7))
    parts = [
        PagesRead(tuple(page(i + 1) for i in share.indexes(7))) for share in shares
    ]
    assert [p.number for p in join_shares(parts).pages] == [1, 2, 3, 4, 5, 6, 7]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_pages_read_so_far_are_told(config, workers):
    pool, content = ReaderPool(config, workers=workers), scan()
    told = [pool.pages_done(sha256_of(content))]
    coming = pool.submit("a.tif", content)
    while not coming.done():
        told.append(pool.pages_done(sha256_of(content)))
        time.sleep(0.01)
    pool.close()
    known = [done.read for done in told if done is not None]
    assert known == sorted(known) and known[0] == 0 < known[-1]
    assert {done.all for done in told if done is not None} == {PAGES}
    assert pool.pages_done(sha256_of(content)) is None


def sha256_of(content):
    return hashlib.sha256(content).hexdigest()


def page(number):
    return Page(number, f"{number}\n")


def pages_of(pool, content):
    return pool.submit("a.tif", content).result(120).document.text.pages
