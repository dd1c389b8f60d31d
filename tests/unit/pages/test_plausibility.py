"""Telling printed Vietnamese from garbled layers."""

import pytest

from danchieu.pages.plausibility import can_be_vietnamese, is_strange_word, judge


@pytest.mark.parametrize(
    "word",
    [
        "nghiêng",
        "khuỷu",
        "ngoằn",
        "quốc",
        "giếng",
        "gì",
        "thuở",
        "oắt",
        "uỷ",
        "ủy",
        "Ý,",
    ],
)
def test_every_syllable_can_be_vietnamese(word):
    assert can_be_vietnamese(word)


@pytest.mark.parametrize("word", ["thdng", "đôc", "kêt", "hẹễ", "QLӃW", "xq", "b"])
def test_misread_words_cannot(word):
    assert not can_be_vietnamese(word)


def test_good_print_is_judged_high_and_a_layer_without_marks_low():
    assert judge("Kế hoạch tập huấn cho cán bộ văn thư các xã").share > 0.95
    assert judge("Chinh quyen dia phuong thuc hien nhiem vu").share < 0.2
    assert judge("4A'~ 7ӌ1+ &Ӝ1*").share == 0


def test_digits_read_as_letters_are_errors():
    assert judge("năm 20Ỉ5").errors > judge("năm 2015").errors


def test_unmapped_letters_are_strange():
    assert judge("đ\ufffe được\ue001").strange > 0
    assert is_strange_word("đ\ufffe")
    assert not is_strange_word("đã")
