"""Ruled lines to tables."""

from danchieu.pages.grids import find_broken_tables, find_tables
from danchieu.pages.printed import Rule


def level(y, x0=0, x1=300):
    return Rule((x0, y, x1, y))


def upright(x, y0=0, y1=90):
    return Rule((x, y0, x, y1))


GRID = [level(0), level(30), level(60), level(90)]
GRID += [upright(x) for x in (0, 100, 200, 300)]


def shape(tables):
    return [[len(row) for row in table.rows] for table in tables]


def test_a_full_grid_has_every_cell():
    assert shape(find_tables(GRID)) == [[3, 3, 3]]


def test_merged_cells_keep_the_columns_aligned():
    rules = [r for r in GRID if r != upright(100)] + [upright(100, 30, 90)]
    (table,) = find_tables(rules)
    assert [len(row) for row in table.rows] == [3, 3, 3]
    assert table.rows[0][0].box == (0, 0, 200, 30)
    assert table.rows[0][1].box[0] == table.rows[0][1].box[2]


def test_underlines_and_frames_are_no_tables():
    frame = [level(0), level(90), upright(0), upright(300)]
    assert find_tables(frame) == []
    assert find_tables([level(10, 50, 90), level(20, 150, 190), level(40)]) == []


def test_two_tables_on_a_page_stay_apart():
    below = [Rule((b[0], b[1] + 300, b[2], b[3] + 300)) for b in (r.box for r in GRID)]
    assert len(find_tables(GRID + below)) == 2


def test_a_scanned_line_with_a_gap_counts_as_whole():
    broken = [r for r in GRID if r != level(30)]
    broken += [level(30, 0, 95), level(30, 200, 300)]
    (table,) = find_broken_tables([*broken, level(30, 100, 130)])
    assert shape([table]) == [[3, 3, 3]]
    assert table.rows[0][1].box == (100, 0, 200, 30)


def test_an_outer_line_too_faint_to_see_is_supplied():
    faint = [r for r in GRID if r != level(0)]
    (table,) = find_broken_tables(faint)
    assert len(table.rows) == 3
