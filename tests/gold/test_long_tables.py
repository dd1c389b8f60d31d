"""A ruled table over several pages comes back cell by cell, and so do its duties."""

from media import chain

from danchieu.phrases.folding import strip_marks
from danchieu.rendering import render_text

TASKS = (
    "Rà soát, cập nhật danh sách các hộ kinh doanh trên địa bàn",
    "Kiểm tra an toàn thực phẩm tại bếp ăn tập thể trước năm học mới",
    "In và phát tờ rơi hướng dẫn phân loại rác tại nguồn",
    "Sửa chữa đường vào khu dân cư số 3, đoạn từ cầu đến nhà văn hóa",
    "Mở lớp dạy bơi cho học sinh tiểu học trong dịp hè",
)
LEADS = ("Phòng Kinh tế", "Phòng Văn hóa", "Công an xã", "Trạm Y tế", "Phòng Nội vụ")
HEADER = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian"]
PLAN = """UBND HUYỆN MƯỜNG TÈ
PHÒNG NỘI VỤ

Số: 12/KH-PNV

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Mường Tè, ngày 06 tháng 3 năm 2023

KẾ HOẠCH
Công tác năm 2023

Phòng Nội vụ ban hành kế hoạch như sau:

I. MỤC ĐÍCH
Thực hiện đúng tiến độ các nhiệm vụ được giao.

Nơi nhận:
- UBND huyện;
- Lưu: VT.

TRƯỞNG PHÒNG

Lò Văn Mai
\fPHỤ LỤC
DANH MỤC NHIỆM VỤ

"""


def table_rows(count):
    return [
        [
            str(n),
            TASKS[n % 5],
            LEADS[n % 5],
            "" if n % 4 == 0 else LEADS[(n + 2) % 5],
            f"Tháng {n % 12 + 1}/2023",
        ]
        for n in range(1, count + 1)
    ]


def read(rows, form, **options):
    lines = "".join(f"| {' | '.join(row)} |\n" for row in (HEADER, *rows))
    sheet = render_text(PLAN + lines, form, **options)
    return chain().read("a.pdf", sheet).result


def test_every_cell_of_a_digital_table_is_read():
    rows = table_rows(60)
    result = read(rows, "pdf")
    (table,) = result.tables
    assert list(table.header) == HEADER
    assert [list(row) for row in table.rows] == rows
    assert len(table.evidence) > 2
    assert len(result.assignments) == 60 + 45


def test_cells_of_a_scanned_table_keep_their_places():
    rows = table_rows(24)
    (table,) = read(rows, "scan", damage="light", seed=3).tables
    assert len(table.rows) == len(rows)
    pairs = [
        (strip_marks(cell), strip_marks(printed))
        for row, printed_row in zip(table.rows, rows, strict=True)
        for cell, printed in zip(row, printed_row, strict=True)
    ]
    assert sum(a == b for a, b in pairs) >= 0.95 * len(pairs)
