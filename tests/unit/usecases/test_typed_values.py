import pytest

from danchieu.usecases.typed_values import (
    PARTS,
    WrongValueError,
    choices_of,
    parse_day,
    parse_number,
    typed_values,
)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("14/03/2021", "2021-03-14"),
        ("1.3.2021", "2021-03-01"),
        ("2021-03-14", "2021-03-14"),
        ("tháng 3/2021", "2021-03"),
        ("10/2022", "2022-10"),
        ("2022", "2022"),
        ("--11-10", "--11-10"),
        ("31/02/2021", None),
        ("13/2022", None),
        ("hôm nay", None),
    ],
)
def test_days_are_read_as_clerks_type_them(typed, day):
    assert parse_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1.250,5", 1250.5), ("1.250", 1250), ("12,5", 12.5), ("12.5", 12.5), ("x", None)],
)
def test_numbers_are_read_as_clerks_type_them(typed, number):
    assert parse_number(typed) == number


def test_blank_parts_are_none_and_needed_ones_are_asked_for():
    typed = {"text": "trồng  sen", "comparator": ">=", "min": "5"}
    values = typed_values("results", typed)
    assert values["text"] == "trồng sen"
    assert (values["min"], values["max"], values["by"]) == (5, None, None)
    with pytest.raises(WrongValueError):
        typed_values("results", {**typed, "text": " "})


def test_only_listed_choices_are_taken():
    assert all(choices_of(k) for k in ("relation", "role", "comparator"))
    with pytest.raises(WrongValueError):
        typed_values("citations", {"relation": "loves"})
    assert set(PARTS) >= {"header", "citations", "targets", "assignments"}
