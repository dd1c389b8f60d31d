import pytest
from factories import knowledge, text_of

from danchieu.domain.outline import Outline, Region
from danchieu.domain.page import Page, Word
from danchieu.domain.text import Span
from danchieu.fields.signatures import read_signatures
from danchieu.structure import read_outline
from danchieu.text import join_pages


def signers(value):
    text = text_of(value)
    outline = Outline((Region("signature", Span(0, len(text.value))),))
    return [
        (s.name, s.title, s.authority)
        for s in read_signatures(text, outline, knowledge().rules)
    ]


@pytest.mark.parametrize(
    ("value", "signer"),
    [
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nVi Thị Bình",
            (
                "Vi Thị Bình",
                "PHÓ CHỦ TỊCH",
                ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"),
            ),
        ),
        ("TỔNG THANH TRA\nLò Văn Hà – Đã ký", ("Lò Văn Hà", "TỔNG THANH TRA", ())),
        ("TỔNG KIỂM TOÁN NHÀ NƯỚC\nLò Hà", ("Lò Hà", "TỔNG KIỂM TOÁN NHÀ NƯỚC", ())),
        ("GIÁM ĐỐC\n(Đã ký)\nTS. Lò Văn Inh", ("Lò Văn Inh", "GIÁM ĐỐC", ())),
        ("CHÁNH VĂN PHÒNG\n\nTRẦN VĂN BÌNH", ("TRẦN VĂN BÌNH", "CHÁNH VĂN PHÒNG", ())),
        (
            "KT. GIÁM ĐÓC\nPHÓ GIÁM ĐÓC\n\n~ W\n",
            (None, "PHÓ GIÁM ĐÓC", ("KT. GIÁM ĐÓC",)),
        ),
        (
            "CỤC TRƯỞNG\nNgười ký: Mai Văn Hòa\nThời gian ký: 01/02/2024",
            ("Mai Văn Hòa", "CỤC TRƯỞNG", ()),
        ),
    ],
)
def test_reads_the_signer(value, signer):
    assert signers(value) == [signer]


@pytest.mark.parametrize(
    "printed",
    [
        "Thượng tướng Lò Văn Hà",
        "Đại tá Lò Văn Hà",
        "GS.TS.BS. Lò Văn Hà",
        "PGS.TS.TTƯT. Lò Văn Hà",
        "BSCKII. Lò Văn Hà",
        "Luật sư Lò Văn Hà",
        "(Đã ký) Lò Văn Hà",
        "Đã ký: Lò Văn Hà",
        "Ký bởi: Sở Y tế\nNgày ký: 05/04/2022 10:11:12 +07:00\n\nLò Văn Hà",
    ],
)
def test_ranks_degrees_and_stamps_are_no_part_of_the_name(printed):
    assert signers(f"GIÁM ĐỐC\n\n{printed}") == [("Lò Văn Hà", "GIÁM ĐỐC", ())]


@pytest.mark.parametrize(
    "name",
    ["MÃ THỊ NGA", "Giàng A Páo", "Rơ Châm H'Phik", "Y Hà Niê Kđăm", "Quản Hà",
     "Lưu Thị Nga", "K'Brang", "K’ Brang Sơn", "H' Blŏ Mlô", "Lèo Văn Chựa"],
)  # fmt: skip
def test_names_of_every_people_are_read(name):
    assert signers(f"CHỦ TỊCH\n\n{name}") == [(name, "CHỦ TỊCH", ())]


@pytest.mark.parametrize(
    ("stack", "title", "authority"),
    [
        ("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG",
         "PHÓ CHÁNH VĂN PHÒNG", ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG")),
        ("TUQ. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nUBND TỈNH",
         "CHÁNH VĂN PHÒNG", ("TUQ. CHỦ TỊCH",)),
        ("Q. GIÁM ĐỐC", None, ("Q. GIÁM ĐỐC",)),
        ("QUYỀN CỤC TRƯỞNG", "QUYỀN CỤC TRƯỞNG", ()),
        ("KT. Giám đốc\nPhó Giám đốc", "Phó Giám đốc", ("KT. Giám đốc",)),
        ("T/M ỦY BAN KIỂM TRA\nK/T CHỦ NHIỆM\nPHÓ CHỦ NHIỆM",
         "PHÓ CHỦ NHIỆM", ("T/M ỦY BAN KIỂM TRA", "K/T CHỦ NHIỆM")),
        ("TM. HỘI ĐỒNG XÉT XỬ\nTHẨM PHÁN - CHỦ TỌA PHIÊN TÒA",
         "THẨM PHÁN - CHỦ TỌA PHIÊN TÒA", ("TM. HỘI ĐỒNG XÉT XỬ",)),
        ("TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\nPHÓ CHỦ TỊCH UBND TỈNH",
         "PHÓ CHỦ TỊCH UBND TỈNH", ("TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN")),
        ("CHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CHỦ TỊCH", ()),
    ],
)  # fmt: skip
def test_a_stack_that_one_name_closes_has_one_signer(stack, title, authority):
    assert signers(f"{stack}\n\nLê Văn Hà") == [("Lê Văn Hà", title, authority)]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("ĐẠI DIỆN BÊN A\nGIÁM ĐỐC\n\nLê Văn Hà\n\n"
         "ĐẠI DIỆN BÊN B\nTỔNG GIÁM ĐỐC\n\nBế Thị Hoa",
         [("Lê Văn Hà", "GIÁM ĐỐC", ("ĐẠI DIỆN BÊN A",)),
          ("Bế Thị Hoa", "TỔNG GIÁM ĐỐC", ("ĐẠI DIỆN BÊN B",))]),
        ("KT. BỘ TRƯỞNG\nBỘ TƯ PHÁP\nTHỨ TRƯỞNG\n\nLê Văn Hà\n\n"
         "KT. BỘ TRƯỞNG\nBỘ NỘI VỤ\nTHỨ TRƯỞNG\n\nBế Thị Hoa",
         [("Lê Văn Hà", "THỨ TRƯỞNG", ("KT. BỘ TRƯỞNG",)),
          ("Bế Thị Hoa", "THỨ TRƯỞNG", ("KT. BỘ TRƯỞNG",))]),
    ],
)  # fmt: skip
def test_each_of_several_signers_has_his_own_stack(value, expected):
    assert signers(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "THƯ KÝ\n\nLê Văn Hà\n\nCHỦ TRÌ\n\nBế Thị Hoa",
        "THƯ KÝ\nCHỦ TRÌ\n\nLê Văn Hà\nBế Thị Hoa",
        "CHỦ TRÌ\n\nBế Thị Hoa\n\nTHƯ KÝ\n\nLê Văn Hà",
        "THƯ KÝ            CHỦ TRÌ\n\n\nLê Văn Hà        Bế Thị Hoa",
    ],
)
def test_who_chairs_comes_before_who_takes_the_minutes(value):
    chair, scribe = ("Bế Thị Hoa", "CHỦ TRÌ", ()), ("Lê Văn Hà", "THƯ KÝ", ())
    assert signers(value) == [chair, scribe]


@pytest.mark.parametrize("post", ["Người ghi biên bản", "NGƯỜI LẬP BIÊN BẢN"])
def test_who_writes_minutes_comes_last(post):
    value = f"{post}\n(Ký, ghi rõ họ tên)\n\nLê Văn Hà\n\nChủ tọa\n\nBế Thị Hoa"
    assert [name for name, _, _ in signers(value)] == ["Bế Thị Hoa", "Lê Văn Hà"]


@pytest.mark.parametrize(
    ("value", "post"),
    [
        ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ VĂN HÓA\nVÀ THỂ THAO",
         "GIÁM ĐỐC SỞ VĂN HÓA VÀ THỂ THAO"),
        ("CHỦ TỊCH HỘI ĐỒNG QUẢN TRỊ\nKIÊM TỔNG GIÁM ĐỐC",
         "CHỦ TỊCH HỘI ĐỒNG QUẢN TRỊ KIÊM TỔNG GIÁM ĐỐC"),
        ("ĐỘI TRƯỞNG ĐỘI QUẢN LÝ SỐ 3", "ĐỘI TRƯỞNG ĐỘI QUẢN LÝ SỐ 3"),
        ("P. CHỦ TỊCH", "P. CHỦ TỊCH"),
    ],
)  # fmt: skip
def test_a_post_is_given_whole(value, post):
    ((_, title, _),) = signers(f"{value}\n\nBế Thị Hoa")
    assert title == post


def test_a_post_right_below_a_name_is_no_other_signer():
    value = "TM. ĐOÀN KIỂM TRA\nTRƯỞNG ĐOÀN\n\nBế Thị Hoa\nPHÓ GIÁM ĐỐC SỞ Y TẾ"
    assert [(name, title) for name, title, _ in signers(value)] == [
        ("Bế Thị Hoa", "TRƯỞNG ĐOÀN")
    ]


def test_room_left_for_an_opinion_is_no_signer():
    assert signers("GIÁM ĐỐC\n\nBế Thị Hoa\n\nÝ kiến của lãnh đạo Sở:\n") == [
        ("Bế Thị Hoa", "GIÁM ĐỐC", ())
    ]


def test_a_block_that_a_web_copy_printed_in_one_line_is_parted():
    value = "| TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH (Đã ký) Lê Văn Hà |"
    authority = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
    assert signers(value) == [("Lê Văn Hà", "PHÓ CHỦ TỊCH", authority)]


@pytest.mark.parametrize(
    "line", ["ĐẠI DIỆN CÔNG TY TNHH Sao Mai", "HIỆU TRƯỞNG TRƯỜNG THCS Cư Lễ"]
)
def test_the_end_of_a_line_in_capitals_is_no_name_by_that(line):
    assert [name for name, _, _ in signers(f"{line}\n\nLê Văn Hà")] == ["Lê Văn Hà"]


def test_a_post_that_a_scan_misread_is_given_in_its_right_letters():
    value = "KT. GIÁM ĐÓC\nPHÓ GIÁM ĐÓC ~\n\nHoàng Văn Sáu\n"
    word = Word(0, value.index("\n\n"), (0.0, 0.0, 9.0, 9.0), 0.7)
    text = join_pages([Page(1, value, (word,), origin="ocr")])
    regions = (Region("signature", Span(0, len(value) - 1)),)
    (signer,) = read_signatures(text, Outline(regions), knowledge().rules)
    assert (signer.title, signer.authority) == ("PHÓ GIÁM ĐỐC", ("KT. GIÁM ĐỐC",))


def test_two_signers_side_by_side():
    value = "ĐD SỞ XÂY DỰNG\nĐD BÊN NHẬN THẦU\n\nLê Văn Sáng\nBế Thị Hoa"
    assert [name for name, _, _ in signers(value)] == ["Lê Văn Sáng", "Bế Thị Hoa"]


def test_who_only_approves_comes_last():
    value = "PHÊ DUYỆT\nGIÁM ĐỐC\n\nLê Văn Sáng\n\nCHÁNH THANH TRA\n\nBế Thị Hoa"
    assert [name for name, _, _ in signers(value)] == ["Bế Thị Hoa", "Lê Văn Sáng"]


def test_a_page_without_signature_has_no_signer():
    assert signers("Mọi chi tiết xin liên hệ Văn phòng Sở.") == []


@pytest.mark.parametrize(
    ("printed", "confidence", "name"),
    [
        ("Hoàng Văn Sáu", 0.9, "Hoàng Văn Sáu"),
        ("Văn Sáu", 0.9, None),
        ("Hõng Văn Sáu", 0.9, None),
        ("Văn Sáu", 1.0, "Văn Sáu"),
    ],
)
def test_a_name_that_a_scan_cut_or_misread_is_left_out(printed, confidence, name):
    value = f"Trân trọng./.\n\nGIÁM ĐỐC\n\n{printed}\n"
    start = value.index(printed)
    word = Word(start, start + len(printed), (0.0, 0.0, 9.0, 9.0), confidence)
    text = join_pages([Page(1, value, (word,), origin="ocr")])
    regions = (Region("signature", Span(value.index("GIÁM"), len(value) - 1)),)
    (signer,) = read_signatures(text, Outline(regions), knowledge().rules)
    assert signer.name == name


DECREE = """CHÍNH PHỦ

Số: 7/2022/NĐ-CP

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Nội, ngày 05 tháng 4 năm 2022

NGHỊ ĐỊNH
Quy định về chợ nổi

Căn cứ Luật Chợ nổi;

Điều 1. Thuyền neo đậu theo hàng và giữ sạch mặt nước.

TM. CHÍNH PHỦ
KT. THỦ TƯỚNG
PHÓ THỦ TƯỚNG

Lò Văn Hà

Phụ lục
(Kèm theo Nghị định số 7/2022/NĐ-CP)

Kính gửi: Ban quản lý chợ nổi

Nơi nhận:
- Như trên;
- Lưu: VT.

TRƯỞNG BAN
(Ký, ghi rõ họ tên)
"""


def test_the_recipients_of_a_form_do_not_hide_who_signed_above_it():
    text = text_of(DECREE)
    outline = read_outline(text, knowledge())
    signed = read_signatures(text, outline, knowledge().rules)
    assert [(s.name, s.title) for s in signed] == [("Lò Văn Hà", "PHÓ THỦ TƯỚNG")]
    assert not outline.spans_of("recipients")
