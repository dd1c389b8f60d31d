import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchieu.evaluation.comparing import (
    code_key,
    coverage,
    fold,
    likeness,
    same_agency,
)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("Uỷ  ban\nnhân dân;", "ủy ban nhân dân"),
        ("HOÀ BÌNH", "hòa bình"),
        ("hoàn thành", "hoàn thành"),
        ("2021 – 2025.", "2021 - 2025"),
        ("ÐỊA PHƯƠNG", "địa phương"),
        (None, ""),
    ],
)
def test_folds_what_does_not_matter(printed, folded):
    assert fold(printed) == folded


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


def test_a_code_is_compared_without_spaces_and_leading_zeros():
    assert code_key("07 /KH - SYT") == code_key("7/KH-SYT")
    assert code_key("57-NQ/TW") != code_key("57/NQ-TW")


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Kon Tum", True),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ tỉnh Kon Tum", True),
        ("các sở, ngành", "sở, ngành", True),
        ("Bộ Công Thương", "Bộ trưởng Bộ Công Thương", True),
        ("Sở Y tế", "Sở Nội vụ tỉnh Kon Tum", False),
        (None, "Sở Y tế", False),
        (None, None, True),
    ],
)
def test_agencies_agree_with_or_without_their_place(first, second, same):
    assert same_agency(first, second) is same


def test_coverage_counts_the_words_of_the_gold_in_order():
    assert coverage("tiêm đủ ba mũi", "phải tiêm đủ ba mũi vắc xin") == 1.0
    assert coverage("tiêm đủ ba mũi", "tiêm đủ") == 0.5
    assert coverage("", "gì cũng được") == 1.0


def test_likeness_is_by_letters():
    assert likeness("Lưu: VT", "Lưu: VT.") == 1.0
    assert likeness("Như trên", "Sở Y tế") < 0.5
