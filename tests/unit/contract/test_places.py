from dataclasses import asdict

from hypothesis import given
from hypothesis import strategies as st

from danchieu.contract.places import Places
from danchieu.domain.page import Page, Word
from danchieu.domain.text import Span
from danchieu.text import join_pages

LINES = st.lists(
    st.lists(st.sampled_from(["Số", "ngày", "Ủy", "a"]), max_size=4), max_size=4
)


def page_of(number: int, lines: list[list[str]]) -> Page:
    text, words = "", []
    for row, line in enumerate(lines):
        for column, word in enumerate(line):
            box = (column * 10.0, row * 12.0, column * 10.0 + 8, row * 12.0 + 10)
            words.append(Word(len(text), len(text) + len(word), box))
            text += word + " "
        text += "\n"
    return Page(number, text, tuple(words), 595.0, 842.0)


@given(st.lists(LINES, min_size=1, max_size=4), st.data())
def test_gives_what_the_text_itself_gives(pages, data):
    text = join_pages([page_of(n, p) for n, p in enumerate(pages, start=1)])
    start = data.draw(st.integers(0, len(text.value)))
    span = Span(start, data.draw(st.integers(start, len(text.value))))
    expected = [asdict(e) | {"boxes": list(e.boxes)} for e in text.evidence(span)]
    assert Places(text).of(span) == expected


def test_a_span_over_a_page_break_has_two_places():
    text = join_pages([Page(1, "Công văn số"), Page(2, "17/SNV-VP")])
    rows = Places(text).of(Span(9, 14))
    assert [(r["page"], r["text"]) for r in rows] == [(1, "số"), (2, "17")]


def test_an_offset_is_counted_in_its_own_page():
    text = join_pages([Page(1, "một"), Page(2, "hai")])
    assert Places(text).page_and_offset(5) == (2, 1)
    assert Places(text).page_and_offset(7) == (2, 3)
