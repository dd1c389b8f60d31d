import pytest
from factories import knowledge, text_of

from danchieu.domain.outline import Outline, Region
from danchieu.domain.page import Page, Word
from danchieu.domain.text import Span
from danchieu.fields.signatures import read_signatures
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
