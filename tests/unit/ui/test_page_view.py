from hypothesis import given
from hypothesis import strategies as st

from danchieu.contract import Evidence, PageShape
from danchieu.ui.facts import Row
from danchieu.ui.page_view import boxes_on, pieces_of

TEXT = "Số: 77/KH-UBND"


def page(text=TEXT, number=1):
    return PageShape(number=number, text=text, width=595, height=842, origin="digital")


def row(mark, start, end, *, page=1, boxes=()):
    place = Evidence(page=page, start=start, end=end, text=TEXT[start:end], boxes=boxes)
    return Row(mark, "", f"giá trị {mark}", (place,))


def test_text_is_cut_where_places_begin_and_end():
    pieces = pieces_of(page(), [row(1, 4, 14), row(2, 7, 14)])
    assert [(p.text, p.marks) for p in pieces] == [
        ("Số: ", ()),
        ("77/", (1,)),
        ("KH-UBND", (1, 2)),
    ]


def test_other_pages_places_are_left_out():
    [piece] = pieces_of(page(), [row(1, 0, 3, page=2)])
    assert piece.marks == ()


SPANS = st.lists(st.tuples(st.integers(0, 13), st.integers(1, 14)), max_size=6)


@given(SPANS)
def test_pieces_joined_are_the_page(spans):
    rows = [row(n, min(s, e - 1), e) for n, (s, e) in enumerate(spans)]
    pieces = pieces_of(page(), rows)
    assert "".join(p.text for p in pieces) == TEXT
    at = 0
    for piece in pieces:
        for shown in rows:
            [place] = shown.evidence
            inside = place.start <= at < place.end
            assert (shown.mark in piece.marks) == inside
        at += len(piece.text)


def test_small_boxes_are_drawn_over_large_ones():
    large, small = (0, 0, 500, 100), (10, 10, 60, 20)
    drawn = boxes_on(page(), [row(1, 0, 3, boxes=[small]), row(2, 0, 9, boxes=[large])])
    assert [d.mark for d in drawn] == [2, 1]
    assert (drawn[1].width, drawn[1].height) == (50, 10)
