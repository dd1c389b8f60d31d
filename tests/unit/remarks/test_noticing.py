import pytest
from factories import knowledge

from danchieu.domain.page import Page, Word
from danchieu.pipeline import read_text
from danchieu.text import join_pages

PLAN = (
    "SỞ XÂY DỰNG\nSố: 31/KH-SXD\n\nCao Bằng, ngày 05 tháng 4 năm 2023\n\nKẾ HOẠCH\n"
    "Trồng cây xanh giai đoạn 2021-2025\n\n"
    "Thực hiện Quyết định số 512/QĐ-UBND ngày 03/4/{cited} của UBND tỉnh, Sở Xây dựng "
    "trồng cây xanh giai đoạn {period} như sau:\n\nI. MỤC TIÊU\n1. Trồng cây.\n\n"
    "Nơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC\n\n{name}\n"
)
FINE = {"cited": "2022", "period": "2021-2025", "name": "Trần Văn Bình"}


def read(confidence=1.0, **changes):
    value = PLAN.format(**FINE | changes)
    at = value.index("ngày 05 tháng 4 năm 2023")
    words = (Word(at, at + 24, (0.0, 0.0, 9.0, 9.0), confidence),)
    page = Page(1, value, words if confidence < 1 else ())
    return read_text(join_pages([page]), None, knowledge())


def codes(document):
    return {warning.code for warning in document.warnings}


def test_a_sound_plan_has_no_remarks():
    assert codes(read()) == set()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"cited": "2024"}, "date-before-cited"),
        ({"period": "2020-2025"}, "period-clash"),
        ({"name": ""}, "missing-signer"),
    ],
)
def test_what_a_clerk_would_notice_is_remarked(changes, code):
    assert codes(read(**changes)) == {code}


def test_another_period_is_no_clash():
    assert codes(read(period="2026-2030")) == set()


def test_a_misread_date_of_issue_is_taken_back():
    assert read(cited="2024", confidence=0.9).header.issued_on is None


def test_a_printed_date_of_issue_stays_and_is_remarked_on():
    assert read(cited="2024").header.issued_on.value == "2023-04-05"


def test_remarks_on_citations_stand_with_the_document_too():
    document = read(cited="2022 và Quyết định số 7/2021/QĐ-UBND ngày 05/5/2020")
    assert "year-disagrees" in codes(document)


TABLE = "I. MỤC TIÊU\n1. Trồng cây.\n\n| STT | Xã | Số cây | Tỷ lệ (%) |\n"
ROWS = ("| 1 | A | 1.200 | 60 |", "| 2 | B | 800 | 40 |")


def read_with(*rows):
    table = TABLE + "\n".join(rows) + "\n"
    value = PLAN.format(**FINE).replace("I. MỤC TIÊU\n1. Trồng cây.\n", table)
    return read_text(join_pages([Page(1, value, ())]), None, knowledge())


def test_a_total_that_is_not_the_sum_is_remarked():
    document = read_with(*ROWS, "| | Tổng cộng | 2.100 | 100 |")
    (warning,) = document.warnings
    assert warning.code == "total-mismatch"
    assert "2.100" in warning.message
    assert "2.000" in warning.message
    assert document.text[warning.span] == "2.100"


@pytest.mark.parametrize(
    "rows",
    [
        (*ROWS, "| | Tổng cộng | 2.000 | 90 |"),
        (*ROWS, "| | Tổng số cây giống | 2.100 | 100 |"),
        (*ROWS, "| 2.1 | B1 | 300 | 15 |", "| | Tổng cộng | 2.100 | 100 |"),
        (*ROWS, "| 3 | C | chưa rõ | |", "| | Tổng cộng | 2.100 | 100 |"),
        ("| | Tổng cộng | 2.100 | 100 |", *ROWS),
    ],
)
def test_totals_that_are_no_fault(rows):
    assert codes(read_with(*rows)) == set()
