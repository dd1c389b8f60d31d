"""Text files stay as written; only pages are parted."""

import pytest

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import NotFoundError, UnsupportedFormatError
from danchieu.pages import read_pages, render_page


def source(content, kind="text/plain"):
    return SourceFile("a.txt", "0", kind, content)


def test_pages_are_parted_by_form_feeds_and_nothing_else_changes():
    text = "Số 5\\-KH\r\n| a | b |\n\n|---|\n\fTrang  hai\n\f"
    read = read_pages(source(text.encode(), "text/markdown"), Limits(), None)
    assert [p.text for p in read.pages] == [
        "Số 5\\-KH\n| a | b |\n\n|---|\n",
        "Trang  hai\n",
    ]
    assert read.pages[1].number == 2
    assert read.pages[0].words == ()


def test_text_has_no_page_pictures():
    with pytest.raises(NotFoundError):
        render_page(source(b"x"), 1, scale=1, limits=Limits())


def test_an_unknown_media_type_is_refused():
    with pytest.raises(UnsupportedFormatError):
        read_pages(source(b"x", "audio/mpeg"), Limits(), None)
