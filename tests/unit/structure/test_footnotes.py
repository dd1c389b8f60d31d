import pytest
from factories import knowledge, text_of

from danchieu.structure import read_outline

HEAD = """SỞ Y TẾ
Số: 12/SYT-NVY

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lai Châu, ngày 06 tháng 3 năm 2023

Kính gửi: Các đơn vị.

"""


def footnotes(body):
    text = text_of(HEAD + body)
    return [
        (note.mark, text[note.span], [text[anchor] for anchor in note.anchors])
        for note in read_outline(text, knowledge()).footnotes
    ]


def test_a_note_is_bound_to_the_word_with_its_mark():
    body = "Theo kế hoạch tỉnh¹, các đơn vị báo cáo².\n\n¹ Kế hoạch năm.\n² Mẫu số 1.\n"
    assert footnotes(body) == [
        ("¹", "Kế hoạch năm.", ["tỉnh¹"]),
        ("²", "Mẫu số 1.", ["cáo²"]),
    ]


def test_every_page_has_its_own_marks():
    body = "Việc thứ nhất¹.\n\n¹ Ghi một.\n\f2\n\nViệc thứ hai¹.\n\n¹ Ghi hai.\n"
    assert [note[1:] for note in footnotes(body)] == [
        ("Ghi một.", ["nhất¹"]),
        ("Ghi hai.", ["hai¹"]),
    ]


def test_notes_at_the_end_belong_to_a_mark_that_stands_once():
    body = "Việc thứ nhất¹.\n\f2\n\nViệc thứ hai².\n\n¹ Ghi một.\n² Ghi hai.\n"
    assert [note[2] for note in footnotes(body)] == [["nhất¹"], ["hai²"]]


def test_a_note_goes_on_over_its_lines():
    body = "Theo kế hoạch¹.\n\n¹ Kế hoạch năm\ncủa tỉnh.\n\nNội dung tiếp.\n"
    assert footnotes(body)[0][1] == "Kế hoạch năm\ncủa tỉnh."


@pytest.mark.parametrize("unit", ["m²", "km²"])
def test_a_unit_is_no_mark(unit):
    body = f"Diện tích 20 {unit}, xây năm trước².\n\n² Số liệu quý I.\n"
    assert footnotes(body)[0][2] == ["trước²"]


def test_a_note_whose_mark_is_lost_is_bound_to_nothing():
    assert footnotes("Nội dung.\n\n¹ Kế hoạch năm.\n") == [("¹", "Kế hoạch năm.", [])]


def test_a_page_without_notes_has_none():
    assert footnotes("Diện tích 20 m².\n") == []
