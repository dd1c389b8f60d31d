import pytest
from factories import knowledge, text_of

from danchieu.structure import read_outline

PLAN = """UBND TỈNH LAI CHÂU
SỞ Y TẾ

Số: 12/KH-SYT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lai Châu, ngày 06 tháng 3 năm 2023

KẾ HOẠCH
Phòng, chống dịch bệnh mùa hè
trên địa bàn tỉnh

Thực hiện Kế hoạch số 5/KH-UBND ngày 02/02/2023 của UBND tỉnh;
Sở Y tế ban hành Kế hoạch như sau:

I. MỤC TIÊU
1. Giám sát kịp thời các ổ dịch.

Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT, NVY.

KT. GIÁM ĐỐC
PHÓ GIÁM ĐỐC

Lò Thị Mai

PHỤ LỤC I
| STT | Nhiệm vụ |
| 1 | Giám sát |
"""

LETTER = """SỞ TÀI CHÍNH
Số: 45/STC-NS
V/v lập dự toán
năm 2024

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Huế, ngày 09 tháng 8 năm 2023

Kính gửi:
- Các sở, ban, ngành;
- UBND các huyện.

Thực hiện Chỉ thị số 3/CT-UBND, Sở Tài chính đề nghị các đơn vị lập dự toán.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Trần Văn Bình
"""

NEWS = """Lượt xem: 12
Hội thi sáng tạo trẻ thành phố năm 2022
Sáng nay, Thành đoàn tổ chức lễ phát động hội thi với sự tham gia của nhiều trường.
Hội thi nhận bài dự thi đến hết tháng 10 và trao giải vào cuối năm tại nhà văn hóa.

Tác giả: Lan Anh
Thống kê truy cập
Đang online: 4
"""


def regions(value):
    text = text_of(value)
    return [(r.kind, text[r.span]) for r in read_outline(text, knowledge()).regions]


def test_a_plan_has_its_regions_in_order():
    kinds = [kind for kind, _ in regions(PLAN)]
    assert kinds == [
        "letterhead",
        "title",
        "basis",
        "body",
        "recipients",
        "signature",
        "annex",
    ]


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        ("letterhead", "UBND TỈNH", "năm 2023"),
        ("title", "KẾ HOẠCH", "trên địa bàn tỉnh"),
        ("basis", "Thực hiện Kế hoạch", "của UBND tỉnh;"),
        ("body", "Sở Y tế ban hành", "các ổ dịch."),
        ("recipients", "Nơi nhận:", "NVY."),
        ("signature", "KT. GIÁM ĐỐC", "Lò Thị Mai"),
    ],
)
def test_a_region_holds_its_lines_and_no_others(kind, start, end):
    ((_, printed),) = [r for r in regions(PLAN) if r[0] == kind]
    assert printed.startswith(start)
    assert printed.endswith(end)


def test_the_subject_of_a_letter_is_its_title():
    found = dict(regions(LETTER))
    assert found["title"] == "V/v lập dự toán\nnăm 2024"
    assert found["addressees"].endswith("UBND các huyện.")


def test_a_title_in_capitals_may_begin_like_the_name_of_a_body():
    law = PLAN.replace(
        "KẾ HOẠCH\nPhòng, chống dịch bệnh mùa hè\ntrên địa bàn tỉnh", "{}"
    )
    law = law.format("THÔNG TƯ\nBAN HÀNH QUY CHUẨN VỀ NƯỚC SẠCH\n\nBỘ TRƯỞNG BỘ Y TẾ")
    found = dict(regions(law))
    assert found["title"] == "THÔNG TƯ\nBAN HÀNH QUY CHUẨN VỀ NƯỚC SẠCH"
    assert found["basis"].startswith("BỘ TRƯỞNG BỘ Y TẾ")


def test_page_chrome_is_kept_apart_from_the_news():
    found = regions(NEWS)
    assert [kind for kind, _ in found] == ["chrome", "title", "body", "chrome"]
    assert found[-1][1].startswith("Tác giả")


def test_wrapped_lines_do_not_hide_where_the_chrome_starts():
    wrapped = NEWS.replace(" năm 2022", "\nnăm 2022\n").replace(" dự thi", "\ndự thi")
    found = regions(wrapped)
    assert [kind for kind, _ in found] == ["chrome", "title", "body", "chrome"]
    assert found[1][1] == "Hội thi sáng tạo trẻ thành phố\nnăm 2022"


def test_a_title_goes_on_in_a_line_that_begins_small():
    close = NEWS.replace(" năm 2022\n", "\nnăm 2022\n")
    assert dict(regions(close))["title"] == "Hội thi sáng tạo trẻ thành phố\nnăm 2022"


def test_the_day_and_the_readers_of_a_page_are_no_part_of_its_title():
    day = "(BHY) - Ngày đăng: 05/4/2022 | Lượt xem: 9"
    dated = NEWS.replace("2022\n", f"2022\n{day}\n\n")
    assert dict(regions(dated))["title"] == "Hội thi sáng tạo trẻ thành phố năm 2022"


def test_links_to_other_news_are_no_prose():
    link = "Khai mạc ngày hội đọc sách của thiếu nhi thành phố (12/5/2022)"
    found = regions(f"{NEWS}\n\nTIN KHÁC\n\n{link}\n\n{link}\n")
    assert [kind for kind, _ in found] == ["chrome", "title", "body", "chrome"]


def test_a_text_without_letters_has_no_outline():
    assert regions("\n \n\f\n") == []
