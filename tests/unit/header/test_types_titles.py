import pytest
from factories import knowledge, text_of

from danchieu.header import read_header
from danchieu.structure import read_outline

BODY = """Căn cứ Luật Đê điều ngày 29 tháng 11 năm 2006;
Ủy ban nhân dân huyện giao các xã thực hiện như sau:

I. NỘI DUNG

1. Tu sửa các đoạn đê xung yếu.
"""


def type_and_title(title, code="8/KH-UBND", body=BODY):
    text = text_of(
        f"ỦY BAN NHÂN DÂN\nHUYỆN HÀM YÊN\n\nSố: {code}\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Hàm Yên, ngày 05 tháng 4 năm 2023\n\n{title}\n\n{body}"
    )
    header = read_header(text, read_outline(text, knowledge()), knowledge())
    return tuple(f.value if f else None for f in (header.type, header.title))


@pytest.mark.parametrize(
    ("printed", "type_", "title"),
    [
        ("CHƯƠNG TRÌNH PHỐI HỢP\nBảo vệ đê điều", "Chương trình phối hợp",
         "Bảo vệ đê điều"),
        ("CHƯƠNG TRÌNH HÀNH ĐỘNG\nBảo vệ đê điều", "Chương trình hành động",
         "Bảo vệ đê điều"),
        ("BIÊN BẢN KIỂM TRA\nHiện trạng đê", "Biên bản", "KIỂM TRA Hiện trạng đê"),
    ],
)  # fmt: skip
def test_a_type_of_several_words_is_taken_whole_where_it_is_one(printed, type_, title):
    assert type_and_title(printed) == (type_, title)


@pytest.mark.parametrize(
    ("symbol", "type_"),
    [("TB", "Thông báo"), ("TTr", "Tờ trình"), ("CTr", "Chương trình"),
     ("NQ", "Nghị quyết"), ("QT", "Quy trình")],
)  # fmt: skip
def test_a_symbol_that_several_types_have_stands_for_the_usual_one(symbol, type_):
    found, _ = type_and_title("V/v bảo vệ đê", f"8/{symbol}-UBND")
    assert found == type_


@pytest.mark.parametrize(
    "printed", ["Thực hiện phong trào trồng tre", "Thực hiện phong trào\ntrồng tre"]
)
def test_right_below_a_type_thuc_hien_opens_the_title(printed):
    _, title = type_and_title(f"BÁO CÁO KẾT QUẢ\n{printed}")
    assert title == "KẾT QUẢ Thực hiện phong trào trồng tre"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("KẾ HOẠCH\nTRỒNG TRE CHẮN SÓNG\n\nTRÊN ĐỊA BÀN HUYỆN",
         "TRỒNG TRE CHẮN SÓNG TRÊN ĐỊA BÀN HUYỆN"),
        ("KẾ HOẠCH\nTrồng tre\n\nchắn sóng", "Trồng tre chắn sóng"),
        ("KẾ HOẠCH\nTRỒNG TRE\n\nNỘI DUNG", "TRỒNG TRE"),
        ("KẾ HOẠCH\nTrồng tre chắn sóng\n\nGiai đoạn 2023 - 2025",
         "Trồng tre chắn sóng Giai đoạn 2023 - 2025"),
    ],
)  # fmt: skip
def test_a_title_goes_on_behind_an_empty_line_as_no_heading_would(printed, title):
    assert type_and_title(printed) == ("Kế hoạch", title)


@pytest.mark.parametrize(
    "opening",
    [
        "Triển khai phong trào trồng tre, huyện xây dựng Kế hoạch như sau:",
        "Giai đoạn vừa qua, tre chắn sóng đã bảo vệ được\nnhiều tuyến đê của huyện.",
        "NỘI DUNG KẾ HOẠCH",
    ],
)
@pytest.mark.parametrize("title", ["Trồng tre theo công nghệ số", "TRỒNG TRE"])
def test_a_title_does_not_run_into_the_first_paragraph(title, opening):
    _, found = type_and_title(f"KẾ HOẠCH\n{title}", body=f"{opening}\n\n{BODY}")
    assert found == title


def test_a_basis_right_below_a_type_is_no_title():
    printed = "QUYẾT ĐỊNH\nVề việc tu sửa đê\nCăn cứ Luật Đê điều;"
    assert type_and_title(printed) == ("Quyết định", "Về việc tu sửa đê")
    printed = "QUYẾT ĐỊNH TU SỬA ĐÊ\nCăn cứ Luật Đê điều ngày 29 tháng 11;"
    assert type_and_title(printed) == ("Quyết định", "TU SỬA ĐÊ")


def test_a_subject_may_be_written_out_below_the_number():
    text = text_of(
        "SỞ Y TẾ\nSố: 8/SYT-VP\nVề việc mua sắm\nthuốc năm 2023\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Huế, ngày 05 tháng 4 năm 2023\n\nKính gửi: Sở Tài chính\n\nSở Y tế đề nghị.\n"
    )
    header = read_header(text, read_outline(text, knowledge()), knowledge())
    assert header.type.value == "Công văn"
    assert header.title.value == "Về việc mua sắm thuốc năm 2023"


def test_an_annex_may_have_its_type_in_small_letters():
    text = text_of(
        "Phụ lục\nDANH MỤC TUYẾN ĐÊ\n(Kèm theo Quyết định số 8/QĐ-UBND)\n\n"
        "| TT | Tuyến đê |\n| 1 | Đê tả sông Lô |\n"
    )
    outline = read_outline(text, knowledge())
    header = read_header(text, outline, knowledge())
    assert (header.type.value, header.title.value) == ("Phụ lục", "DANH MỤC TUYẾN ĐÊ")
    assert [region.kind for region in outline.regions] == ["title", "body"]
