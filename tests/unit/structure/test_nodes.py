from factories import knowledge, text_of

from danchieu.structure import read_outline

HEAD = """Số: 7/KH-UBND
Huế, ngày 01 tháng 02 năm 2024

KẾ HOẠCH
Trồng rừng năm 2024

"""


def outline(body):
    text = text_of(HEAD + body)
    return text, read_outline(text, knowledge())


def flat(nodes):
    for node in nodes:
        yield node
        yield from flat(node.children)


def labels(body):
    return [n.label for n in flat(outline(body)[1].nodes)]


def test_marks_nest_by_rank():
    body = (
        "I. MỤC TIÊU\n1. Chung\na) Đất\nđ) Cây\n- Giống\nII. KINH PHÍ\n1. Nguồn vốn\n"
    )
    assert labels(body) == ["I", "I.1", "I.1.a", "I.1.đ", "I.1.đ.-1", "II", "II.1"]


def test_articles_hold_their_clauses():
    body = "Điều 1. Phạm vi\n1. Áp dụng\nĐiều 2. Hiệu lực\na) Từ ngày ký\n"
    assert labels(body) == ["Điều 1", "Điều 1.1", "Điều 2", "Điều 2.a"]


def test_numbers_in_running_text_are_no_marks():
    body = "Năm qua đạt\n12,5 % kế hoạch, trồng\n1.250 cây, từ ngày\n22/8/2023.\n"
    assert labels(body) == []


def test_the_heading_is_the_first_paragraph():
    body = "1. Ủy ban nhân dân các huyện,\nthị xã, thành phố\na) Rà soát đất.\n"
    text, read = outline(body)
    heading = text[read.nodes[0].heading]
    assert heading == "Ủy ban nhân dân các huyện,\nthị xã, thành phố"


def test_a_node_reaches_to_the_end_of_its_last_child():
    body = "I. MỤC TIÊU\n1. Chung\nĐất trống được trồng.\nII. KINH PHÍ\n"
    text, read = outline(body)
    assert text[read.nodes[0].span].endswith("được trồng.")
    assert [n.label for n in read.path_to(text.value.index("Đất"))] == ["I", "I.1"]


def test_table_rows_become_cells_with_their_places():
    text, read = outline("Bảng 1\n| STT | Cây |\n|---|---|\n| 1 | Keo lai |\n")
    (table,) = read.tables
    assert [c.value for c in table.header] == ["STT", "Cây"]
    assert text[table.rows[0][1].span] == "Keo lai"
    assert table.caption == "Bảng 1"


def test_a_dash_inside_a_name_broken_over_lines_opens_no_bullet():
    body = (
        "1. Đề nghị Mặt trận Tổ quốc tỉnh và các tổ chức chính trị\n"
        "- xã hội vận động hội viên.\n\n2. Sở Y tế trực cấp cứu.\n"
    )
    assert labels(body) == ["1", "2"]
