import pytest
from factories import knowledge, text_of

from danchieu.domain.page import Page, Word
from danchieu.header import read_header
from danchieu.structure import read_outline
from danchieu.text import join_pages

BELOW = """
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

{place}, ngày 12 tháng 8 năm 2025

{type_}
Về việc rà soát hồ sơ

{body}

1. Nội dung rà soát.
"""


def paper(left, *, number, place="Lào Cai", type_="THÔNG BÁO", body="Thông báo:"):
    below = BELOW.format(place=place, type_=type_, body=body)
    return f"{left}\n\nSố: {number}\n{below}"


def header(value):
    return header_of(text_of(value))


def scanned(value, misread, sure):
    at = value.index(misread)
    word = Word(at, at + len(misread), (0.0, 0.0, 9.0, 9.0), sure)
    return header_of(join_pages([Page(1, value, (word,), origin="ocr")]))


def header_of(text):
    return read_header(text, read_outline(text, knowledge()), knowledge())


def bodies(value):
    read = header(value)
    facts = (read.issuer, read.parent_issuer)
    return tuple(fact.value.name if fact else None for fact in facts)


@pytest.mark.parametrize(
    ("left", "number", "issuer", "parent"),
    [
        ("ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP\nHUYỆN MỘC CHÂU", "8/TB-UBND",
         "Ủy ban nhân dân xã Tân Lập", None),
        ("UBND TỈNH BẮC NINH\nUBND PHƯỜNG VŨ NINH", "4/TB-UBND",
         "Ủy ban nhân dân phường Vũ Ninh", "Ủy ban nhân dân tỉnh Bắc Ninh"),
        ("ỦY BAN NHÂN DÂN\nĐẶC KHU PHÚ QUỐC", "9/TB-UBND",
         "Ủy ban nhân dân đặc khu Phú Quốc", None),
        ("ĐẢNG ỦY\nXÃ BẮC HÀ", "9-TB/ĐU", "Đảng ủy xã Bắc Hà", None),
        ("BAN CÁN SỰ ĐẢNG\nUBND TỈNH KON TUM", "4-TB/BCSĐ",
         "Ban cán sự đảng Ủy ban nhân dân tỉnh Kon Tum", None),
        ("TỈNH ỦY SƠN LA\nBAN THƯỜNG VỤ", "9-TB/TU",
         "Ban Thường vụ Tỉnh ủy Sơn La", "Tỉnh ủy Sơn La"),
        ("UBND TỈNH GIA LAI\nSỞ NÔNG NGHIỆP VÀ MÔI\nTRƯỜNG", "6/TB-SNNMT",
         "Sở Nông nghiệp và Môi trường tỉnh Gia Lai", "Ủy ban nhân dân tỉnh Gia Lai"),
        ("BỘ CÔNG AN\nBỘ CÔNG AN", "6/TB-BCA", "Bộ Công an", None),
        ("BỘ TƯ PHÁP\nBỘ CÔNG AN", "3/2014/TTLT-BTP-BCA", "Bộ Tư pháp", None),
        ("VIỆN KIỂM SÁT NHÂN DÂN\nCẤP CAO TẠI ĐÀ NẴNG", "12/TB-VKS-HS",
         "Viện kiểm sát nhân dân cấp cao tại đà nẵng", None),
        ("TÒA ÁN NHÂN DÂN TỐI CAO\nTÒA ÁN NHÂN DÂN\nTỈNH PHÚ YÊN", "2/TB-TA",
         "Tòa án nhân dân tỉnh Phú Yên", "Tòa án nhân dân tối cao"),
        ("TỔNG CÔNG TY CẢNG HÀNG KHÔNG - CTCP\nCẢNG HÀNG KHÔNG VINH", "2/TB-CHK",
         "Cảng hàng không vinh", "Tổng công ty cảng hàng không - CTCP"),
        ("QUÂN KHU 4\nBỘ CHỈ HUY QUÂN SỰ TỈNH HÀ TĨNH", "8/TB-BCH",
         "Bộ Chỉ huy Quân sự tỉnh Hà Tĩnh", "Quân khu 4"),
    ],
)  # fmt: skip
def test_the_left_column_names_issuer_and_parent(left, number, issuer, parent):
    found = bodies(paper(left, number=number))
    assert tuple(name and name.lower() for name in found) == (
        issuer.lower(),
        parent and parent.lower(),
    )


def test_a_name_that_nobody_knows_is_not_mended_where_it_is_no_scan():
    value = paper("PHÒNG GD&ĐT HUYỆN NA RÌ\nTRƯỜNG THCS CƯ LỄ", number="5/TB-THCS")
    assert bodies(value)[0] == "Trường THCS cư lễ"


def test_the_capitals_of_an_unknown_name_come_from_the_running_text():
    value = paper(
        "HIỆP HỘI CÀ PHÊ BUÔN HỒ",
        number="5/TB-HH",
        body="Hiệp hội Cà phê Buôn Hồ thông báo:",
    )
    assert bodies(value)[0] == "Hiệp hội Cà phê Buôn Hồ"


def test_the_place_of_a_commune_is_no_province():
    value = paper(
        "ỦY BAN NHÂN DÂN\nXÃ BẢO THẮNG", number="5/TB-UBND", place="Bảo Thắng"
    )
    assert header(value).issuer.value.province is None


def test_a_city_committee_whose_name_a_scan_lost_takes_the_city_of_the_place_line():
    value = paper(
        "ỦY BAN NHÂN DÂN\nTHÀNH PHÓ CÀN TRƠ", number="5/TB-UBND", place="Cần Thơ"
    )
    issuer = scanned(value, "THÀNH PHÓ CÀN TRƠ", 0.8).issuer
    assert issuer.value.name == "Ủy ban nhân dân thành phố Cần Thơ"


def test_an_abbreviated_unit_is_written_out_from_the_running_text():
    value = paper(
        "SỞ CÔNG THƯƠNG\nPHÒNG QLCN",
        number="5/TB-QLCN",
        body="Phòng Quản lý Công nghiệp rà soát hồ sơ:",
    )
    assert bodies(value)[0] == "Phòng Quản lý Công nghiệp"


def test_minutes_without_a_letterhead_are_of_the_body_that_acts():
    value = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "BIÊN BẢN\nKiểm tra kho\n\nHôm nay, ngày 09/6/2026, Sở Xây dựng tiến hành "
        "kiểm tra kho của Công ty Hà Bắc.\n\n1. Ông Lê Văn Hà, Sở Xây dựng Lào Cai.\n"
    )
    issuer = header(value).issuer
    assert issuer.value.name == "Sở Xây dựng tỉnh Lào Cai"
    assert issuer.source == "inferred:acting"


def test_where_a_meeting_takes_place_is_not_who_issues_its_minutes():
    value = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        "BIÊN BẢN\nKiểm tra kho\n\nHôm nay, ngày 09/6/2026, tại trụ sở UBND xã Y Tý, "
        "chúng tôi gồm:\n\n1. Ông Lê Văn Hà.\n"
    )
    assert header(value).issuer is None


@pytest.mark.parametrize(
    ("name", "sure", "known"),
    [
        ("BAN NHÂN DẢN TIANG PHỐ", 0.5, False),
        ("VĂN PHÒNG", 0.95, False),
        ("HIỆP HỘI CÀ PHÊ BUÔN HỒ", 0.95, True),
    ],
)
def test_a_scanned_name_that_nobody_knows_must_be_legible_and_whole(name, sure, known):
    value = paper(name, number="5/TB-HH")
    assert (scanned(value, name, sure).issuer is not None) is known


@pytest.mark.parametrize(
    ("body", "issuer"),
    [
        ("Ủy ban nhân dân tỉnh thông báo:", "Ủy ban nhân dân tỉnh Cao Bằng"),
        ("Ủy ban nhân dân thành phố Cao Bằng thông báo:", None),
    ],
)
def test_a_name_that_a_scan_lost_is_inferred_unless_a_city_has_the_same(body, issuer):
    name = "BAN NHÂN DẢN TIANG"
    value = paper(name, number="5/TB-UBND", place="Cao Bằng", body=body)
    found = scanned(value, name, 0.5).issuer
    assert (found and found.value.name) == issuer
