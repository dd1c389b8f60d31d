import pytest
from factories import knowledge

from danchieu.usecases.dragged_words import citation_in_words

WHOLE = "Quyết định số 45/QĐ-TTg ngày 06/3/2020"


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ({"code": WHOLE}, ("45/QĐ-TTg", "Quyết định", "2020-03-06")),
        (
            {"code": WHOLE, "type": "Nghị quyết", "date": "2019"},
            ("45/QĐ-TTg", "Nghị quyết", "2019"),
        ),
        ({"code": "số 12/2020/NĐ-CP"}, ("12/2020/NĐ-CP", None, None)),
        ({"code": "45/QĐ-TTg"}, ("45/QĐ-TTg", None, None)),
        (
            {"code": "Công văn số 3/UBND-NC và số 4/UBND-NC"},
            ("Công văn số 3/UBND-NC và số 4/UBND-NC", None, None),
        ),
        ({"code": "chưa rõ số"}, ("chưa rõ số", None, None)),
        ({}, (None, None, None)),
    ],
)
def test_chosen_words_are_taken_apart(typed, parts):
    found = citation_in_words(typed, knowledge())
    assert (found.get("code"), found.get("type"), found.get("date")) == parts
