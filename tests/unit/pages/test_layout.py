"""Reading order: columns, paragraphs, tables, exact offsets."""

import pytest
from unit.pages.sheets import centred, placed

from danchieu.domain.page import Page
from danchieu.pages.grids import find_tables
from danchieu.pages.layout import lay_out
from danchieu.pages.printed import Rule

BLANK = Page(1, "", (), 595, 842)


def read(words, tables=()):
    return lay_out(BLANK, words, tables, lambda box: box)


def test_reads_the_letterhead_left_column_first():
    page = read(
        placed(
            *centred(140, (60, "UBND HUYỆN LỘC SƠN"), (76, "PHÒNG NỘI VỤ")),
            *centred(140, (106, "Số: 12/TB-PNV")),
            *centred(
                400,
                (60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
                (76, "Độc lập - Tự do - Hạnh phúc"),
                (106, "Lộc Sơn, ngày 4 tháng 5 năm 2023"),
            ),
            *centred(290, (150, "THÔNG BÁO")),
        )
    )
    assert page.text == (
        "UBND HUYỆN LỘC SƠN\nPHÒNG NỘI VỤ\n\nSố: 12/TB-PNV\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "Lộc Sơn, ngày 4 tháng 5 năm 2023\n\nTHÔNG BÁO\n"
    )


def test_keeps_columns_apart_whose_lines_stand_at_other_heights():
    page = read(
        placed(
            (80, 600, "Nơi nhận:"),
            (350, 605, "KT. TRƯỞNG PHÒNG"),
            (80, 614, "- Như trên;"),
            (350, 621, "PHÓ TRƯỞNG PHÒNG"),
            (80, 628, "- Lưu: VT."),
            (360, 690, "Trần Thị Hoa"),
        )
    )
    assert page.text == (
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
        "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG\n\nTrần Thị Hoa\n"
    )


def test_reads_three_signers_one_after_the_other():
    page = read(
        placed(
            (60, 600, "ĐẠI DIỆN BÊN A"),
            (230, 600, "ĐẠI DIỆN BÊN B"),
            (400, 600, "NGƯỜI GHI"),
            (60, 660, "Lê Văn An"),
            (230, 660, "Võ Thị Bé"),
            (400, 660, "Đỗ Cao"),
        )
    )
    names = [line for line in page.text.splitlines() if line]
    assert names == [
        "ĐẠI DIỆN BÊN A",
        "Lê Văn An",
        "ĐẠI DIỆN BÊN B",
        "Võ Thị Bé",
        "NGƯỜI GHI",
        "Đỗ Cao",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        [(80, 100, "1."), (140, 100, "Rà soát hồ sơ của các thôn"), (80, 116, "2.")],
        [
            (80, 100, "Họ và tên:"),
            (260, 100, "Phạm Văn Dũng"),
            (80, 116, "Chức vụ:"),
            (260, 116, "Trưởng thôn"),
        ],
    ],
)
def test_list_marks_and_labels_are_no_columns(lines):
    page = read(placed(*lines))
    assert page.text.splitlines()[0] == f"{lines[0][2]} {lines[1][2]}"


def test_parts_paragraphs_by_indent_and_by_space():
    page = read(
        placed(
            (108, 100, "Căn cứ nhu cầu tập huấn của các xã trong toàn huyện và"),
            (80, 116, "đề nghị của Trung tâm, phòng xây dựng kế hoạch này để các"),
            (80, 132, "xã thực hiện."),
            (108, 148, "Yêu cầu các xã gửi danh sách trước ngày 05 hằng tháng về"),
            (80, 164, "phòng."),
            (80, 200, "Ghi chú cuối trang"),
        )
    )
    assert [block.count("\n") + 1 for block in page.text.split("\n\n")] == [3, 2, 2]


def test_a_centred_heading_of_several_lines_stays_together():
    body = "Thực hiện kế hoạch năm của huyện các xã cần rà soát lại toàn bộ"
    page = read(
        placed(
            *centred(
                290,
                (100, "KẾ HOẠCH"),
                (116, "Tập huấn nghiệp vụ văn thư năm 2024"),
                (132, "tại các xã miền núi"),
            ),
            (108, 170, body + " hồ sơ lưu trữ"),
            (80, 186, body + " hồ sơ lưu trữ đó"),
        )
    )
    assert page.text.split("\n\n")[0].count("\n") == 2


def test_every_word_is_where_its_offsets_say():
    page = read(
        placed((80, 60, "Số: 7/QĐ"), (300, 60, "Huế, ngày 2"), (80, 90, "Điều"))
    )
    assert [page.text[w.start : w.end] for w in page.words] == page.text.split()


def box_rules(xs, ys):
    level = [Rule((xs[0], y, xs[-1], y)) for y in ys]
    return level + [Rule((x, ys[0], x, ys[-1])) for x in xs]


def test_writes_a_ruled_table_row_by_row_where_it_stands():
    tables = find_tables(box_rules([80, 120, 300, 400], [200, 220, 260]))
    words = placed(
        (80, 180, "Trước bảng"),
        (85, 214, "TT"),
        (125, 214, "Chỉ tiêu"),
        (305, 214, "Năm 2025"),
        (85, 234, "1"),
        (125, 234, "Tỷ lệ hồ sơ"),
        (125, 250, "đúng hạn"),
        (80, 290, "Sau bảng"),
    )
    assert read(words, tables).text == (
        "Trước bảng\n\n| TT | Chỉ tiêu | Năm 2025 |\n"
        "| 1 | Tỷ lệ hồ sơ đúng hạn | |\n\nSau bảng\n"
    )


def test_parts_paragraphs_also_where_most_are_one_row_long():
    notices = [(100 + 24 * at, f"Thông báo {at}") for at in range(12)]
    long = [(400, "Ngày hội đọc sách của thiếu"), (415, "nhi thành phố"), (430, "vui.")]
    long += [(454 + 15 * at, "Sách mới được trao tận tay các em") for at in range(5)]
    text = read(placed(*((85, down, row) for down, row in [*notices, *long]))).text
    assert text.count("\n\n") == 13
    assert "thiếu\nnhi thành phố\nvui.\n\nSách" in text


def test_a_short_last_row_ends_a_paragraph_of_justified_text():
    body = "Các xã báo cáo kết quả rà soát hộ nghèo của năm trước về phòng"
    page = read(
        placed(
            (80, 100, body),
            (80, 116, body),
            (80, 132, "theo mẫu."),
            (80, 148, body),
            (80, 164, body),
        )
    )
    assert [block.count("\n") for block in page.text.split("\n\n")] == [2, 2]


def test_list_items_of_one_row_are_parted():
    body = "Căn cứ kết quả rà soát hộ nghèo của năm trước các xã cần gửi báo"
    page = read(
        placed(
            (80, 100, body),
            (80, 116, body),
            (108, 132, "1. Xã Hòa An có mười hộ được rà soát;"),
            (108, 148, "2. Xã Hòa Bình có hai mươi hộ mới;"),
            (80, 164, body),
        )
    )
    assert "soát;\n\n2. Xã" in page.text
