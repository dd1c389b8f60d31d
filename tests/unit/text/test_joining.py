import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchieu.domain.page import Page
from danchieu.domain.text import Span
from danchieu.text import join_pages

VIETNAMESE = "ăâđêôơưáàảãạếềểễệ ĂÂĐÊÔƠƯ.,-/0123456789\n"


def read(*pages: str):
    return join_pages([Page(n, p) for n, p in enumerate(pages, start=1)])


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("QÐ\u2011TTg", "QĐ-TTg"),
        ("Số:\u00a065/KH\u2013UBND", "Số: 65/KH-UBND"),
        ("Thủ tướng Chính phủ", "Thủ tướng Chính phủ"),
        ("zero\u200bwidth \ufeffand soft\u00adhyphen", "zerowidth and softhyphen"),
        ("**KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC**", "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"),
        ("Số 12\\-NQ/TU", "Số 12-NQ/TU"),
        ("đảng bộ\n*\nSố", "đảng bộ\n*\nSố"),
    ],
)
def test_folds_what_looks_alike(printed, value):
    assert read(printed).value == value


@given(st.lists(st.text(alphabet=VIETNAMESE, max_size=40), min_size=1, max_size=4))
def test_decomposed_text_is_composed_and_leads_back(pages):
    decomposed = [unicodedata.normalize("NFD", page) for page in pages]
    text = read(*decomposed)
    assert text.value == unicodedata.normalize("NFC", "\f".join(pages))
    for start in range(len(text.value)):
        span = Span(start, start + 1)
        if text.value[start] != "\f":
            (found,) = text.evidence(span)
            assert unicodedata.normalize("NFC", found.text) == text[span]


@given(st.text(alphabet=VIETNAMESE + "\u00d0\u2013\u00a0*\u0301\u0323", max_size=60))
def test_normalising_twice_is_once(printed):
    once = read(printed).value
    assert read(once).value == once


def test_a_span_over_a_page_break_has_evidence_on_both_pages():
    text = read("Công văn số", "1596/BTĐKT")
    found = text.evidence(Span(4, len(text.value)))
    assert [(e.page, e.text) for e in found] == [(1, " văn số"), (2, "1596/BTĐKT")]
