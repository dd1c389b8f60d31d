import json

import pytest
from fake_edge import PLAN


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, "utf-8")
    return path


def test_what_was_loaded_can_be_traced(danchieu, plan):
    loaded = danchieu("load", plan)
    assert (loaded.code, loaded.out) == (0, "Đã đưa 1/1 văn bản vào kho.\n")
    [entry] = json.loads(danchieu("trace", "1068/QĐ-TTg", "--json").out)
    assert entry["document"]["code"] == "77/KH-UBND"
    assert entry["document"]["in_archive"] is True
    assert entry["path"][0]["stated_in"] == "ke-hoach.txt"


def test_a_trace_is_readable_with_its_whole_quote(danchieu, plan):
    danchieu("load", plan)
    shown = danchieu("trace", "1068/qđ-ttg").out
    assert "[trực tiếp] Kế hoạch 77/KH-UBND" in shown
    assert "05/03/2021" in shown
    assert "“Thực hiện Quyết định số 1068/QĐ-TTg" in shown
    assert "(ke-hoach.txt, trang 1)" in shown


def test_a_document_that_nobody_implements_says_so(danchieu, plan):
    danchieu("load", plan)
    ended = danchieu("trace", "77/KH-UBND")
    assert ended.code == 0
    assert "Chưa có văn bản nào" in ended.out
    assert json.loads(danchieu("trace", "77/KH-UBND", "--json").out) == []


def test_an_unknown_code_fails_with_its_reason(danchieu):
    ended = danchieu("trace", "9/KH-X")
    assert ended.code == 1
    assert ended.err.startswith("danchieu: not-found: Không tìm thấy")


def test_load_goes_on_after_a_bad_file(danchieu, plan, tmp_path):
    bad = tmp_path / "a.pdf"
    bad.write_bytes(b"locked")
    ended = danchieu("load", bad, plan)
    assert ended.code == 1
    assert ended.out == "Đã đưa 1/2 văn bản vào kho.\n"
    assert ended.err.startswith(f"{bad}: encrypted-document: ")


def test_nothing_to_load_is_wrong_usage(danchieu, tmp_path):
    empty = tmp_path / "nothing"
    empty.mkdir()
    assert danchieu("load", empty).code == 2


def test_text_prints_pages_with_form_feeds(danchieu, plan):
    assert danchieu("text", plan).out == PLAN


def test_text_tells_why_a_file_cannot_be_read(danchieu, tmp_path):
    ended = danchieu("text", tmp_path / "none.txt")
    assert (ended.code, ended.out) == (1, "")
