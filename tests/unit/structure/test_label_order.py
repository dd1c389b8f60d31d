import pytest
from factories import knowledge, text_of
from unit.structure.test_nodes import HEAD

from danchieu.domain.page import Page, Word
from danchieu.structure import read_outline
from danchieu.text import join_pages


def codes(value):
    return [w.code for w in read_outline(text_of(HEAD + value), knowledge()).warnings]


def test_a_label_that_stands_twice_is_remarked():
    assert codes("1. Đất\na) Một\nb) Hai\nb) Ba\n") == ["repeated-label"]


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        ("1. Đất\n2. Nước\n4. Rừng\n", "3"),
        ("I. ĐẤT\nII. NƯỚC\nIV. RỪNG\n", "III"),
        ("1. Cây\na) Đất\nb) Nước\nc) Rừng\nd) Biển\ne) Trời\n", "đ"),
        ("Điều 5. Đất\nĐiều 6. Nước\nĐiều 8. Rừng\n", "7"),
    ],
)
def test_one_label_left_out_is_remarked(body, missing):
    (warning,) = read_outline(text_of(HEAD + body), knowledge()).warnings
    assert warning.code == "skipped-label"
    assert f"thiếu “{missing}”" in warning.message


@pytest.mark.parametrize(
    "body",
    [
        "1. Cây\nd) Đất\nđ) Nước\ne) Rừng\ng) Biển\n",
        "1. Đất\n2. Nước, gồm 3. loại\n4. Rừng\n",
        "1. Đất\n3. Nước\n",
        "1. Đất\n2. Nước\n1. Rừng\n2. Biển\n",
        "1. Đất\n1. Nước\n",
        "1. Đất\n2. Nước\n7. Rừng\n",
        "1. Sửa như sau:\n“1. Đất\n2. Nước\n4. Rừng”\n2. Bỏ\n3. Thêm\n",
    ],
)
def test_rows_that_are_no_fault(body):
    assert codes(body) == []


def test_labels_that_ocr_read_are_left_alone():
    value = HEAD + "1. Đất\n2. Nước\n4. Rừng\n"
    at = value.index("4.")
    page = Page(1, value, (Word(at, at + 2, (0.0, 0.0, 9.0, 9.0), 0.7),))
    assert read_outline(join_pages([page]), knowledge()).warnings == ()
