import pytest

from danchieu.phrases.folding import fold, strip_marks


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân", "ỦY BAN  nhân\ndân"),
        ("Thanh Hoá", "Thanh Hóa"),
        ("2021–2025", "2021-2025"),
    ],
)
def test_spellings_of_one_name_fold_to_one_form(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Thanh Hóa", "Thanh Hoa"), ("quý", "qúy"), ("hoàn", "hòan")]
)
def test_other_letters_stay_other(one, other):
    assert fold(one) != fold(other)


def test_search_form_has_no_marks():
    assert strip_marks("Đẩy mạnh Sở hữu trí tuệ") == "day manh so huu tri tue"
