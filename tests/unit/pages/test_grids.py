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


STROKES = [level(40, 0, 300), level(60, 60, 200), level(75, 180, 300)]
STROKES += [upright(x, *ends) for x, ends in ((0, (0, 90)), (80, (30, 90)))]
STROKES += [upright(190, 50, 80), upright(300, 0, 90), level(88, 0, 120)]


def test_crossing_strokes_of_a_signature_are_no_table():
    assert find_tables(STROKES) != []
    assert find_broken_tables(STROKES) == []


def test_what_is_too_narrow_for_words_is_no_table():
    small = [Rule((x0 / 5, y0, x1 / 5, y1)) for x0, y0, x1, y1 in (r.box for r in GRID)]
    assert find_broken_tables(small) == []


def test_the_double_frame_of_a_stamp_makes_no_column():
    stamp = [level(y) for y in (0, 30, 90)] + [upright(x) for x in (0, 10, 290, 300)]
    assert find_broken_tables(stamp) == []


def test_dirt_in_shaded_cells_makes_no_lines():
    dirt = [upright(x, 31, 59) for x in range(8, 300, 12)]
    dirt += [level(45, x - 12, x + 12) for x in range(30, 300, 60)]
    (table,) = find_broken_tables([*GRID, *dirt])
    assert shape([table]) == [[3, 3, 3]]


def test_a_short_rule_close_to_a_long_one_does_not_move_it():
    (table,) = find_tables([*GRID, level(34, 120, 160)])
    assert table.rows[1][0].box[1] == 30


def test_strokes_that_reach_over_the_table_do_not_open_it():
    seal = [upright(x, -40, 40) for x in (110, 170)]
    (table,) = find_tables([*GRID, upright(50), *seal])
    assert table.box == (0, 0, 300, 90)
