import pytest
from factories import knowledge, text_of

from danchieu.structure import read_outline

HEAD = "PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
TOP = "| STT | Nhiệm vụ | Chủ trì |\n"
ROWS = [f"| {n} | Việc {n} | Phòng {n} |\n" for n in range(1, 7)]


def tables(value):
    return read_outline(text_of(value), knowledge()).tables


def cells(table):
    return [[cell.value for cell in row] for row in (table.header, *table.rows)]


@pytest.mark.parametrize(
    "between",
    [
        "\f",
        "\f2\n\n",
        "\f" + TOP,
        "\f2\n\n" + TOP,
        "\n¹ Theo số liệu năm trước.\n\f2\n\n" + TOP,
        "\fCÔNG BÁO/Số 10 + 11/Ngày 02-3-2023\n\n" + TOP.upper(),
    ],
)
def test_a_table_goes_on_over_the_page(between):
    value = HEAD + TOP + "".join(ROWS[:3]) + between + "".join(ROWS[3:])
    (table,) = tables(value)
    assert [row[0] for row in cells(table)] == ["STT", *"123456"]


def test_a_joined_table_tells_its_rows_of_each_page():
    value = HEAD + TOP + ROWS[0] + "\f2\n\n" + TOP + ROWS[1]
    text = text_of(value)
    (table,) = read_outline(text, knowledge()).tables
    assert [text.page_of(part.start) for part in table.parts] == [1, 2]
    assert text[table.parts[1]] == f"{TOP}{ROWS[1]}".strip("| \n")


def test_cells_keep_their_page_and_place():
    text = text_of(HEAD + TOP + ROWS[0] + "\f2\n\n" + ROWS[1])
    (table,) = read_outline(text, knowledge()).tables
    cell = table.rows[1][1]
    assert text[cell.span] == cell.value == "Việc 2"
    assert text.page_of(cell.span.start) == 2


@pytest.mark.parametrize(
    "between", ["\fBảng 2. Kinh phí\n", "\f| Năm | Kinh phí |\n| 2024 | 5 |\n"]
)
def test_another_table_on_the_next_page_is_another(between):
    value = HEAD + TOP + ROWS[0] + between + TOP + ROWS[1]
    assert len(tables(value)) > 1


def test_a_gap_and_other_columns_part_two_tables():
    value = HEAD + TOP + ROWS[0] + "\n| Năm | Kinh phí |\n| 2024 | 5 |\n"
    assert [len(table.header) for table in tables(value)] == [3, 2]


def test_a_header_that_a_scan_misread_in_one_cell_is_still_the_header():
    value = HEAD + TOP + ROWS[0] + "\f" + TOP.replace("STT", "S1T") + ROWS[1]
    (table,) = tables(value)
    assert [row[0] for row in cells(table)] == ["STT", "1", "2"]


def test_rows_that_only_look_alike_stay():
    value = HEAD + TOP + ROWS[0] + "\f" + ROWS[0] + ROWS[1]
    (table,) = tables(value)
    assert [row[0] for row in cells(table)] == ["STT", "1", "1", "2"]


def test_names_under_a_wide_cell_are_joined_to_it():
    top = "| STT | Nội dung | Thời gian |  | Ghi chú |\n"
    below = "|  |  | Bắt đầu | Kết thúc |  |\n"
    row = "| 1 | Họp | tháng 3 | tháng 4 |  |\n"
    (table,) = tables(HEAD + top + below + row)
    assert [cell.value for cell in table.header] == [
        *("STT", "Nội dung", "Thời gian Bắt đầu", "Thời gian Kết thúc", "Ghi chú")
    ]
    assert len(table.rows) == 1


def test_a_row_with_blank_cells_is_no_second_header():
    top = "| STT | Nội dung | Thời gian |  |\n"
    row = "| 1 | Họp | tháng 3 |  |\n"
    (table,) = tables(HEAD + top + row + row)
    assert len(table.rows) == 2
