import pytest
from factories import knowledge, text_of

from danchieu.domain.page import Page, Word
from danchieu.header import read_header
from danchieu.structure import read_outline
from danchieu.text import join_pages

HEAD = """UBND TỈNH CAO BẰNG
SỞ XÂY DỰNG

Số: 31/KH-SXD

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cao Bằng, ngày 05 tháng 4 năm 2023

KẾ HOẠCH
Kiểm tra chất lượng công trình
năm 2023

Căn cứ Kế hoạch số 8/KH-UBND ngày 02/01/2023, Sở Xây dựng kiểm tra như sau:

I. NỘI DUNG
"""


def header(value):
    text = text_of(value)
    return read_header(text, read_outline(text, knowledge()), knowledge())


def values(value):
    read = header(value)
    names = ("type", "number", "symbol", "code", "place", "issued_on", "title")
    found = {name: getattr(read, name) for name in names}
    return {name: fact.value if fact else None for name, fact in found.items()}


def test_reads_a_whole_letterhead():
    assert values(HEAD) == {
        "type": "Kế hoạch",
        "number": "31",
        "symbol": "KH-SXD",
        "code": "31/KH-SXD",
        "place": "Cao Bằng",
        "issued_on": "2023-04-05",
        "title": "Kiểm tra chất lượng công trình năm 2023",
    }


def test_the_last_body_of_the_left_column_is_the_issuer():
    read = header(HEAD)
    assert read.issuer.value.name == "Sở Xây dựng tỉnh Cao Bằng"
    assert read.parent_issuer.value.name == "Ủy ban nhân dân tỉnh Cao Bằng"


@pytest.mark.parametrize(
    ("line", "number", "symbol", "code"),
    [
        ("Số:      /KH-SXD", None, "KH-SXD", None),
        ("Số: ......../KH- SXD", None, "KH-SXD", None),
        ("Số: 31 /KH-SXD", "31", "KH-SXD", "31/KH-SXD"),
        ("Số: 12/2024/QĐ-UBND", "12", "QĐ-UBND", "12/2024/QĐ-UBND"),
        ("Số 17-CTr/TU", "17", "CTr/TU", "17-CTr/TU"),
        ("Số: Z#q/KH-SXD", None, "KH-SXD", None),
        ("Số: 31\n/KH-SXD", "31", "KH-SXD", "31/KH-SXD"),
        ("Số: 31/KH-\nSXD", "31", "KH-SXD", "31/KH-SXD"),
        ("Số ký hiệu: 31/KH-SXD", "31", "KH-SXD", "31/KH-SXD"),
        ("Số:     -KH/ĐU", None, "KH/ĐU", None),
        ("Số:      /2024/QĐ-UBND", None, "QĐ-UBND", None),
    ],
)
def test_reads_the_number_line_only(line, number, symbol, code):
    found = values(HEAD.replace("Số: 31/KH-SXD", line))
    assert (found["number"], found["symbol"], found["code"]) == (number, symbol, code)


@pytest.mark.parametrize(
    ("line", "place", "date", "draft"),
    [
        ("Cao Bằng, ngày     tháng 4 năm 2023", "Cao Bằng", "2023-04", True),
        ("Cao Bằng, ngày ... tháng ... năm 2023", "Cao Bằng", "2023", True),
        ("Cao Bằng, ngày 31 tháng 4 năm 2023", "Cao Bằng", None, False),
        ("TP. Huế, ngày 09 tháng 12 năm 2023", "TP. Huế", "2023-12-09", False),
        ("thị xã Sa Pa, ngày 9 tháng 12 năm 2023", "thị xã Sa Pa", "2023-12-09", False),
        ("Quận 3, ngày 9 tháng 12 năm 2023", "Quận 3", "2023-12-09", False),
        ("Cao Bằng - ngày 9 tháng 12 năm 2023", "Cao Bằng", "2023-12-09", False),
        ("Cao Bằng, ngày 09/12/2023", "Cao Bằng", "2023-12-09", False),
        ("Cao Bằng, 9-12-2023", "Cao Bằng", "2023-12-09", False),
        ("Cao Bằng, tháng 12 năm 2023", "Cao Bằng", "2023-12", False),
    ],
)
def test_reads_place_and_date(line, place, date, draft):
    read = header(HEAD.replace("Cao Bằng, ngày 05 tháng 4 năm 2023", line))
    assert read.place.value == place
    assert (read.issued_on.value if read.issued_on else None) == date
    assert read.draft is draft


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("ngày 05 tháng I1 năm 2023", "2023-11-05"),
        ("ngày 05 tháng IO năm 20Z3", "2023-10-05"),
        ("ngày 05 tháng X năm 2023", None),
    ],
)
def test_letters_that_a_scan_made_of_digits_are_read_as_digits(line, date):
    value = HEAD.replace("ngày 05 tháng 4 năm 2023", line)
    at = value.index("ngày 05")
    word = Word(at, at + len(line), (0.0, 0.0, 9.0, 9.0), 0.9)
    text = join_pages([Page(1, value, (word,), origin="ocr")])
    read = read_header(text, read_outline(text, knowledge()), knowledge())
    assert (read.issued_on.value if read.issued_on else None) == date


def test_a_blank_number_makes_a_draft_and_a_warning():
    read = header(HEAD.replace("Số: 31/KH-SXD", "Số:     /KH-SXD"))
    assert read.draft
    assert [w.code for w in read.warnings] == ["blank-number"]


def test_a_letter_has_its_subject_as_title_and_no_type_line():
    letter = (
        "SỞ XÂY DỰNG\nSố: 9/SXD-QLN\nV/v rà soát nhà ở\ncông nhân\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Cao Bằng, ngày 07 tháng 6 năm 2023\n\nKính gửi: UBND các huyện\n\n"
        "Sở Xây dựng đề nghị UBND các huyện rà soát nhà ở công nhân.\n"
    )
    found = values(letter)
    assert found["type"] == "Công văn"
    assert found["title"] == "V/v rà soát nhà ở công nhân"
    assert found["code"] == "9/SXD-QLN"


def test_a_committee_whose_place_a_scan_lost_takes_it_from_the_place_line():
    lost = HEAD.replace("UBND TỈNH CAO BẰNG\nSỞ XÂY DỰNG", "ỦY BAN NHÂN DÂN\nTĨNH CAQ")
    issuer = header(lost).issuer
    assert issuer.value.name == "Ủy ban nhân dân tỉnh Cao Bằng"
    assert issuer.confidence < 0.9


def test_without_a_letterhead_the_issuer_is_inferred_and_says_so():
    bare = HEAD.partition("\n\n")[2].replace(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n", ""
    )
    issuer = header(bare).issuer
    assert issuer.value.name == "Sở Xây dựng tỉnh Cao Bằng"
    assert issuer.source == "inferred:symbol"
    assert issuer.printed == "KH-SXD"


def test_the_number_of_a_cited_document_is_never_the_own_one():
    found = values(HEAD.replace("Số: 31/KH-SXD\n", ""))
    assert found["code"] is None


@pytest.mark.parametrize(
    ("code", "kind"),
    [("12/2024/QĐ-UBND", "legal"), ("12/QĐ-UBND", "administrative")],
)
def test_a_year_in_the_code_makes_it_legal(code, kind):
    decision = HEAD.replace("31/KH-SXD", code).replace("KẾ HOẠCH", "QUYẾT ĐỊNH")
    assert header(decision).kind.value == kind


def test_a_signature_stamp_is_neither_issuer_nor_date():
    stamped = "TRUNG TÂM LƯU TRỮ\nluutru@example.gov.vn\n06.11.2024 09:27:05\n\n" + HEAD
    read = header(stamped)
    assert read.issuer.value.name == "Sở Xây dựng tỉnh Cao Bằng"
    assert read.issued_on.value == "2023-04-05"


def test_marks_of_urgency_are_read_where_they_stand_alone():
    urgent = HEAD.replace("KẾ HOẠCH\n", "HỎA TỐC\n\nKẾ HOẠCH\n")
    assert header(urgent).urgency.value == "Hỏa tốc"


def test_a_page_of_prose_has_no_header():
    news = (
        "Hội thi sáng tạo trẻ thành phố\n\nSáng nay, Thành đoàn đã ban hành Kế hoạch "
        "số 5/KH-TĐ về hội thi, với sự tham gia của nhiều trường trong thành phố.\n"
    )
    read = header(news)
    assert read.kind.value == "news"
    assert read.title.value == "Hội thi sáng tạo trẻ thành phố"
    assert (read.code, read.issuer, read.issued_on) == (None, None, None)


@pytest.mark.parametrize(
    ("printed", "place"),
    [("Cao Băng", "Cao Bằng"), ("Cao Bằng", "Cao Bằng"), ("Hạ Lang", "Hạ Lang")],
)
def test_a_province_whose_marks_a_scan_lost_is_named_as_it_is(printed, place):
    value = HEAD.replace("Cao Bằng, ngày", f"{printed}, ngày")
    at = value.index(f"{printed}, ngày")
    word = Word(at, at + len(printed), (0.0, 0.0, 9.0, 9.0), 0.9)
    text = join_pages([Page(1, value, (word,), origin="ocr")])
    read = read_header(text, read_outline(text, knowledge()), knowledge())
    assert (read.place.value, read.place.printed) == (place, printed)


CONSOLIDATED = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

LUẬT
CHỢ NỔI

Luật Chợ nổi số 7/2018/QH14 ngày 12 tháng 6 năm 2018 của Quốc hội được sửa đổi bởi:

Luật số 9/2025/QH15 ngày 24 tháng 6 năm 2025 của Quốc hội sửa đổi, bổ
sung một số điều của Luật Chợ nổi, có hiệu lực kể từ ngày 01 tháng 7 năm 2025.

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;

Quốc hội ban hành Luật Chợ nổi.

Điều 1. Phạm vi điều chỉnh

Luật này quy định việc lập chợ nổi, neo đậu thuyền và giữ sạch mặt nước./.

VĂN PHÒNG QUỐC HỘI
Số: 41/VBHN-VPQH

{heading}

Hà Nội, ngày 26 tháng 8 năm 2025
CHỦ NHIỆM

Lò Văn Inh
"""


def test_a_consolidated_text_is_numbered_where_it_is_authenticated():
    read = header(CONSOLIDATED.format(heading="XÁC THỰC VĂN BẢN HỢP NHẤT"))
    assert (read.code.value, read.symbol.value) == ("41/VBHN-VPQH", "VBHN-VPQH")
    assert read.issuer.value.name == "Văn phòng Quốc hội"
    assert read.issued_on.value == "2025-08-26"


def test_a_number_at_the_end_of_another_text_is_not_its_own():
    assert header(CONSOLIDATED.format(heading="NƠI LƯU")).code is None


FORM = """Phụ lục III
MẪU ĐƠN ĐỀ NGHỊ NEO ĐẬU THUYỀN
TRÊN CHỢ NỔI
(Kèm theo Nghị định số 7/2022/NĐ-CP
ngày 05 tháng 4 năm 2022 của Chính phủ)

TÊN TỔ CHỨC, CÁ NHÂN

Số: .........

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
..., ngày ... tháng ... năm ....

ĐƠN ĐỀ NGHỊ
NEO ĐẬU THUYỀN TRÊN CHỢ NỔI

Kính gửi: .........

1. Tên tổ chức, cá nhân đề nghị: .........
2. Số thuyền: ..... Địa chỉ: ........

NGƯỜI ĐỀ NGHỊ
(Ký, ghi rõ họ tên)
"""


def test_an_annex_with_a_form_is_no_paper_of_who_fills_it_in():
    read = header(FORM)
    assert (read.kind.value, read.type.value) == ("legal", "Phụ lục")
    assert read.title.value == "MẪU ĐƠN ĐỀ NGHỊ NEO ĐẬU THUYỀN TRÊN CHỢ NỔI"
    assert read.issuer.value.name == "Chính phủ"
    assert (read.code, read.issued_on) == (None, None)


LETTER = """SỞ NỘI VỤ
CAO BẰNG

Số: {number}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Cao Bằng, ngày 05 tháng 4 năm 2003

Kính gửi: Ủy ban nhân dân tỉnh

Sở Nội vụ đề nghị xem xét.
"""


@pytest.mark.parametrize(
    ("number", "code"), [("12 CV/SNV", "12-CV/SNV"), ("      CV/SNV", None)]
)
def test_the_type_before_the_body_is_part_of_the_symbol(number, code):
    read = values(LETTER.format(number=number))
    assert (read["code"], read["symbol"]) == (code, "CV/SNV")
    assert read["type"] == "Công văn"
