from collections import Counter
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unit.rendering.sheets import (
    ALL,
    DECISION,
    LETTER,
    NEWS,
    PARTY,
    PLAIN,
    PLAN,
)

from danchieu.rendering import parse_sheet
from danchieu.rendering.sheet import PageBreak, Paragraph, Sheet, Table

LINES = sorted({line for text in ALL.values() for line in text.splitlines()})


def strings_in(value):
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        parts = [
            getattr(value, f.name)
            for f in fields(value)
            if not (isinstance(value, Paragraph) and f.name == "style")
        ]
        return [s for part in parts for s in strings_in(part)]
    if isinstance(value, tuple):
        return [s for part in value for s in strings_in(part)]
    return []


def letters(text):
    return Counter(c for c in text if c.isalnum())


def letters_of(sheet):
    return letters("".join(strings_in(sheet)))


def styles(sheet):
    return [(p.style, p.text) for p in sheet.body if isinstance(p, Paragraph)]


@pytest.mark.parametrize("name", ALL)
def test_no_letter_of_a_document_is_lost(name):
    assert letters_of(parse_sheet(ALL[name])) == letters(ALL[name])


@given(
    st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n\n", "\n\f"])))
)
def test_no_letter_is_lost_whatever_the_order_of_lines(lines):
    text = "".join(line + end for line, end in lines)
    assert letters_of(parse_sheet(text)) == letters(text)


@pytest.mark.parametrize("text", ["", "\n\n", "\f\f", "   "])
def test_an_empty_text_gives_an_empty_sheet(text):
    assert parse_sheet(text) == Sheet()


def test_a_plan_has_its_two_columns_apart():
    head = parse_sheet(PLAN).letterhead
    assert head.parent == ("UBND TỈNH HÒA BÌNH",)
    assert head.issuer == ("SỞ KHOA HỌC VÀ CÔNG NGHỆ",)
    assert head.number == "Số: 27/KH-SKHCN"
    assert head.place == "Hòa Bình, ngày 09 tháng 02 năm 2022"


def test_an_issuer_over_two_lines_has_no_parent():
    head = parse_sheet(DECISION).letterhead
    assert (head.parent, head.issuer) == ((), ("ỦY BAN NHÂN DÂN", "TỈNH PHÚ YÊN"))


def test_printed_lines_are_joined_and_a_cut_code_is_whole_again():
    basis = [text for style, text in styles(parse_sheet(PLAN)) if style == "basis"]
    assert basis[0].endswith(
        "về phát triển tài sản trí tuệ trên địa bàn tỉnh giai đoạn 2022 - 2025;"
    )
    assert "số 1203/UBND-KGVX ngày" in basis[1]


def test_a_letter_has_subject_mark_and_addressees_and_no_title():
    sheet = parse_sheet(LETTER)
    assert sheet.letterhead.subject[0] == "V/v góp ý dự thảo hướng dẫn"
    assert sheet.letterhead.marks == ("HỎA TỐC",)
    assert len(sheet.addressees) == 3
    assert (sheet.type, sheet.title) == (None, None)


def test_a_signature_keeps_authority_remark_and_name_apart():
    signature = parse_sheet(LETTER).signature
    assert signature.authority[0] == "TL. BỘ TRƯỞNG"
    assert signature.remarks == ("(Đã ký)",)
    assert signature.name == "Phùng Hữu Nghị"


def test_an_annex_is_a_sheet_with_its_table():
    (annex,) = parse_sheet(DECISION).annexes
    table = annex.body[-1]
    assert [p.style for p in annex.body[:-1]] == ["centred", "centred", "aside"]
    assert isinstance(table, Table)
    assert len(table.rows) == 25
    assert {len(row) for row in table.rows} == {5}


def test_a_decision_is_centred_where_it_decides():
    found = styles(parse_sheet(DECISION))
    assert ("centred", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN") in found
    assert ("centred", "QUYẾT ĐỊNH:") in found
    assert [s for s, text in found if text.startswith("Căn cứ")] == ["basis"]


def test_a_web_page_is_news_with_its_longest_first_line_as_headline():
    sheet = parse_sheet(NEWS)
    assert sheet.news
    assert [t[:8] for s, t in styles(sheet) if s == "headline"] == ["Hội thi "]


def test_a_party_paper_keeps_its_star_and_number_without_colon():
    head = parse_sheet(PARTY).letterhead
    assert head.issuer == ("TỈNH ỦY LAI CHÂU", "*")
    assert head.number == "Số 31-CTr/TU"


def test_a_copy_without_letterhead_and_with_stars_is_read():
    sheet = parse_sheet(PLAIN)
    assert sheet.letterhead.number == "Số: /BC- SYT"
    assert sheet.signature.authority == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert [p.style for p in sheet.after] == ["note"]


@pytest.mark.parametrize(
    ("text", "authority", "name"),
    [
        ("CHỦ TỊCH QUỐC HỘI\n\nTrần Văn Mẫu\n", ("CHỦ TỊCH QUỐC HỘI",), "Trần Văn Mẫu"),
        (
            "GIÁM ĐỐC\n\nY'Lan Niê\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n",
            ("GIÁM ĐỐC",),
            "Y'Lan Niê",
        ),
        (
            "Nơi nhận:\n- CPVP;\n- Lưu: VT.\nCHÁNH VĂN PHÒNG\nLê Mẫu\n",
            ("CHÁNH VĂN PHÒNG",),
            "Lê Mẫu",
        ),
        (
            "Nơi nhận:\n- Lưu: VT.\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nHÀ VĂN MẪU\n",
            ("T/M BAN THƯỜNG VỤ", "BÍ THƯ"),
            "HÀ VĂN MẪU",
        ),
    ],
)
def test_signatures_are_found_wherever_offices_put_them(text, authority, name):
    signature = parse_sheet("Số: 1/BC-ABC\n\nNội dung báo cáo.\n\n" + text).signature
    assert (signature.authority, signature.name) == (authority, name)


@pytest.mark.parametrize("mark", ["DỰ THẢO", "KHẨN", "HOẢ TỐC", "TUYỆT MẬT"])
def test_a_stamp_before_the_type_is_no_type(mark):
    sheet = parse_sheet(f"Số: 2/KH-ABC\n\n{mark}\n\nKẾ HOẠCH\nTrồng cây năm 2024\n")
    assert sheet.letterhead.marks == (mark,)
    assert (sheet.type, sheet.title) == ("KẾ HOẠCH", "Trồng cây năm 2024")


def test_a_page_break_in_a_paragraph_is_kept_and_the_rest_is_not_indented():
    text = "Số: 3/BC-ABC\n\nKết quả đạt được trong năm\n\fđã vượt chỉ tiêu đề ra.\n"
    first, second, third = parse_sheet(text).body
    assert isinstance(second, PageBreak)
    assert (first.style, third.style) == ("body", "continued")


@pytest.mark.parametrize(
    ("line", "style"),
    [
        ("Chương II", "centred"),
        ("Mục 1. Quy định chung", "centred"),
        ("QUYẾT NGHỊ:", "centred"),
        ("Điều 4. Đối tượng áp dụng", "heading"),
        ("II. NHIỆM VỤ", "heading"),
        ("III- Tổ chức thực hiện", "heading"),
        ("1.2. Kinh phí", "heading"),
        ("Điều 5. Giao Sở Tài chính bố trí kinh phí.", "body"),
        ("1. Giao Sở Y tế chủ trì thực hiện.", "body"),
        ("Chương trình này được rà soát hằng năm", "body"),
        ("a) Rà soát quy hoạch;", "item"),
        ("+ Đạt 90% kế hoạch;", "item"),
    ],
)
def test_lines_are_told_apart_by_their_shape(line, style):
    text = f"Số: 8/QĐ-X\n\nNội dung như sau.\n\n{line}\n"
    assert parse_sheet(text).body[-1] == Paragraph(style, line)


def test_a_stamp_of_reception_stands_apart_from_the_letterhead():
    stamp = "SỞ CÔNG THƯƠNG HÀ GIANG\nĐẾN Số: 77\nNgày: 5/6/2021\n\n"
    sheet = parse_sheet(stamp + LETTER)
    assert sheet.above == tuple(stamp.splitlines()[:3])
    assert sheet.letterhead == parse_sheet(LETTER).letterhead
