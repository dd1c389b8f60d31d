import pytest
from factories import knowledge, text_of

from danchieu.structure import read_outline

DECISION = """UBND TỈNH LAI CHÂU
SỞ Y TẾ

Số: 12/QĐ-SYT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Lai Châu, ngày 06 tháng 3 năm 2023

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch phòng, chống dịch

Căn cứ Luật Tổ chức chính quyền địa phương;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng, chống dịch.

Nơi nhận:
- UBND tỉnh (b/c);
- Lưu: VT.

GIÁM ĐỐC

Lò Văn Mai
"""

LETTER = """SỞ TÀI CHÍNH
Số: 45/STC-NS
V/v lập dự toán
năm 2024

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Huế, ngày 09 tháng 8 năm 2023

Kính gửi: UBND các huyện.

Sở Tài chính đề nghị các đơn vị lập dự toán.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Trần Văn Bình
"""

PLAN = """UBND TỈNH LAI CHÂU
SỞ Y TẾ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

KẾ HOẠCH
Phòng, chống dịch bệnh mùa hè
(Kèm theo Quyết định số 12/QĐ-SYT ngày 06 tháng 3 năm 2023 của Sở Y tế)

I. MỤC TIÊU
1. Giám sát kịp thời các ổ dịch.
"""

FORM = """TÊN ĐƠN VỊ
Số: …/QĐ-…

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
…, ngày … tháng … năm 20…

QUYẾT ĐỊNH
"""

COPY = """
SỞ Y TẾ
Số: 7/SY-SYT
SAO Y
Lai Châu, ngày 08 tháng 3 năm 2023

TL. GIÁM ĐỐC
CHÁNH VĂN PHÒNG

Phạm Thị Hoa
"""

COVER = """SỞ Y TẾ
Số: 9/PG-SYT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Lai Châu, ngày 07 tháng 3 năm 2023

PHIẾU GỬI

Sở Y tế gửi kèm theo phiếu này các tài liệu sau.

Nơi nhận:
- Như trên.
"""


def outline(value):
    text = text_of(value)
    return text, read_outline(text, knowledge())


def others(value):
    text, found = outline(value)
    return [text[span] for span in found.spans_of("second_document")]


def warnings(value):
    text, found = outline(value)
    return [(w.code, text[w.span]) for w in found.warnings]


@pytest.mark.parametrize("between", ["", "\f", "\fPHỤ LỤC\n| STT | Việc |\n\n"])
def test_a_second_letterhead_with_number_and_date_is_another_document(between):
    value = DECISION + "\n" + between + LETTER
    assert others(value) == [LETTER.rstrip("\n")]
    assert warnings(value) == [("several-documents", "Số: 45/STC-NS")]


def test_what_the_other_document_says_is_not_the_main_ones():
    text, found = outline(DECISION + "\f" + LETTER)
    (signature,) = found.spans_of("signature")
    assert text[signature].endswith("Lò Văn Mai")
    assert len(found.spans_of("recipients")) == 1
    _, found = outline(DECISION + "\f" + LETTER + "| TT | Việc |\n| 1 | Họp |\n")
    assert found.tables == ()


@pytest.mark.parametrize("attached", [PLAN, "PHỤ LỤC\n" + FORM])
def test_annexes_and_what_is_issued_with_it_stay_with_the_document(attached):
    value = DECISION + "\f" + attached
    assert others(value) == []
    assert warnings(value) == []


@pytest.mark.parametrize("year", ["20…", "…"])
def test_a_blank_form_is_no_other_document(year):
    assert warnings(DECISION + "\f" + FORM.replace("20…", year)) == []


def test_an_enclosed_plan_keeps_its_parts():
    _, found = outline(DECISION + "\f" + PLAN)
    assert "annex" in [region.kind for region in found.regions]
    assert "I.1" in [child.label for node in found.nodes for child in node.children]


def test_a_letterhead_inside_the_text_is_a_specimen():
    specimen = LETTER.partition("Kính gửi")[0]
    value = DECISION.replace("Nơi nhận:", specimen + "\nNơi nhận:", 1)
    assert others(value) == []


def test_a_draft_with_a_blank_number_is_another_document_when_its_year_is_there():
    draft = LETTER.replace("45/", "     /").replace("ngày 09", "ngày    ")
    assert len(others(DECISION + "\f" + draft)) == 1


def test_three_documents_give_two_warnings():
    value = "\f".join((DECISION, LETTER, LETTER.replace("45", "46")))
    assert [printed for _, printed in warnings(value)] == [
        "Số: 45/STC-NS",
        "Số: 46/STC-NS",
    ]


def test_the_block_of_a_copy_is_kept_apart():
    value = DECISION + COPY
    assert others(value) == [COPY.strip()]
    assert warnings(value) == [("copy-block", "Số: 7/SY-SYT")]


def test_an_annex_behind_the_block_of_a_copy_stays_with_the_document():
    text, found = outline(DECISION + COPY + "\fPHỤ LỤC\n| TT | Việc |\n| 1 | Họp |\n")
    assert text[found.spans_of("annex")[0]].startswith("PHỤ LỤC")
    assert len(found.tables) == 1
    assert found.regions == tuple(sorted(found.regions, key=lambda r: r.span))


def test_a_cover_sheet_is_not_the_main_document():
    value = COVER + "\f" + DECISION
    assert others(value) == [COVER.rstrip("\n")]
    assert warnings(value) == [("several-documents", "Số: 9/PG-SYT")]


def test_a_cover_sheet_alone_is_a_document():
    assert others(COVER) == []
