from dataclasses import replace

import pytest
from unit.pages.pen_heads import PAGE, words_of

from danchieu.pages.pen_gaps import find_pen_gaps
from danchieu.pages.pen_rewriting import Change, rewrite

SIDE = [(800, "Đồng"), (910, "Tháp,"), (1030, "ngày"), (1180, "tháng"), (1320, "năm")]


def rewritten(parts, read):
    gaps = find_pen_gaps(words_of(*parts), PAGE)
    row = gaps[0].row
    changes = [
        Change(g, replace(row.words[0], text=read[g.kind], box=g.box))
        if read[g.kind]
        else Change(g, None)
        for g in gaps
        if g.kind in read
    ]
    return sorted(rewrite(row, changes), key=lambda w: w.box[0])


@pytest.mark.parametrize(
    "parts",
    [
        [(300, "Số:"), (480, "/TB-SXD")],
        [(300, "Số:"), (380, "4J", 60, 0.3), (480, "/TB-SXD")],
        [(300, "Số:4J", 140, 0.3), (480, "/TB-SXD")],
        [(300, "Số:4J/TB-SXD", 340, 0.2)],
        [(300, "Số:"), (380, "4J/TB-SXD", 260, 0.2)],
        [(300, "Số:"), (370, "4"), (410, "J"), (480, "/TB-SXD")],
    ],
)
def test_the_number_takes_the_place_of_whatever_the_ocr_made_of_it(parts):
    words = rewritten([*parts, *SIDE], {"number": "417"})
    assert [w.text for w in words][:3] == ["Số:", "417", "/TB-SXD"]
    left, middle, right = (w.box for w in words[:3])
    assert left[2] <= middle[0] < middle[2] <= right[0] < right[2]


def test_two_gaps_of_one_word_are_both_written():
    glued = (1030, "ngàyO8tháng", 240, 0.5)
    parts = [
        (800, "Đồng"),
        (910, "Tháp,"),
        glued,
        (1290, "J"),
        (1320, "năm"),
        (1400, "2019"),
    ]
    words = rewritten(parts, {"day": "08", "month": "4"})
    assert " ".join(w.text for w in words) == "Đồng Tháp, ngày 08 tháng 4 năm 2019"


def test_what_cannot_be_read_stays_and_is_doubted():
    parts = [(300, "Số:"), (380, "442", 60, 0.9), (480, "/TB-SXD"), *SIDE]
    words = {w.text: w.confidence for w in rewritten(parts, {"number": None})}
    assert words["442"] == 0.5
    assert words["/TB-SXD"] == 0.95
