from dataclasses import replace

import pytest
from factories import knowledge

from danchieu.domain.page import Page, Word
from danchieu.pipeline import read_text
from danchieu.text import join_pages

BODY = (
    "Số: 3/KH-UBND\nHuế, ngày 05 tháng 4 năm 2022\n\nKẾ HOẠCH\nTrồng cây\n\n"
    "Thực hiện Quyết định số 512/QĐ-UBND ngày 03/4/2020; căn cứ {}, Ủy ban nhân dân "
    "tỉnh yêu cầu các đơn vị trồng cây theo Quyết định số 512/QĐ-UBND.\n"
)


def codes(phrase: str, confidence: float):
    value = BODY.format(phrase)
    start = value.index(phrase)
    words = tuple(
        Word(start + at, start + at + len(word), (0, 0, 1, 1), confidence)
        for at, word in _words(phrase)
    )
    page = replace(Page(1, value), words=words, origin="ocr")
    document = read_text(join_pages([page]), None, knowledge())
    return {c.code for c in document.references.citations}


def _words(phrase: str):
    at = 0
    for word in phrase.split():
        at = phrase.index(word, at)
        yield at, word
        at += len(word)


@pytest.mark.parametrize(
    ("printed", "confidence", "found"),
    [
        ("Quyết định số 512/QĐ-UBNO", 0.6, {"512/QĐ-UBND"}),
        ("Quyết định số 512/QĐ", 0.97, {"512/QĐ-UBND"}),
        ("Quyết định số 512/QĐ-UBNO", 0.97, {"512/QĐ-UBND", "512/QĐ-UBNO"}),
        ("Quyết định số 513/QĐ-UBND", 0.6, {"512/QĐ-UBND", "513/QĐ-UBND"}),
        ("Quyết định số 512/QĐ-STC", 0.6, {"512/QĐ-UBND", "512/QĐ-STC"}),
    ],
)
def test_a_slip_of_a_scan_is_the_code_printed_elsewhere(printed, confidence, found):
    assert codes(printed, confidence) == found
