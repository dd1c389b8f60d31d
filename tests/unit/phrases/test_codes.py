from pathlib import Path

import pytest
from costs import cpu_seconds
from marked import unmark

from danchieu.domain.text import Span
from danchieu.phrases.codes import CodePhrase, find_codes, fold_code, parse_code
from danchieu.rules import load_rules

RULES = load_rules(Path(__file__).parents[3] / "extraction_rules")


def codes_in(text: str) -> tuple[CodePhrase, ...]:
    return find_codes(text, Span(0, len(text)), RULES)


@pytest.mark.parametrize(
    "sentence",
    [
        "Kế hoạch số [[77/KH-UBND|77/KH-UBND]] ngày 03/4/2022",
        "Nghị định số [[41/2018/NĐ-CP|41/2018/NĐ-CP]] của Chính phủ",
        "Luật số [[38/2019/QH14|38/2019/QH14]]",
        "Nghị quyết số [[52-NQ/TW|52-NQ/TW]] và Kết luận [[09-KL/TW|09-KL/TW]]",
        "Báo cáo số [[31-BC/BCSĐCP|31-BC/BCSĐCP]]",
        "Công văn số [[902/BTĐKT - V.I|902/BTĐKT-V.I]] ngày 05/6/2021",
        "Số: [[77 /KH-UBND|77/KH-UBND]]",
        "Quyết định số [[2190/QĐ-\nBXD|2190/QĐ-BXD]] ngày 02/5/2019",
        "Quyết định số [[2190/QĐ-\n\f3\nBXD|2190/QĐ-BXD]] ngày 02/5/2019",
        "Nghị định [[12/2024/NĐCP|12/2024/NĐ-CP]] mất gạch nối",
        "Tờ trình số [[315a/TTr-STC-QLG|315a/TTr-STC-QLG]]",
        "số [[84/BYT-BTC-VP|84/BYT-BTC-VP]] của hai bộ",
        "quyết định số [[77/qđ-ttg|77/qđ-ttg]] viết thường",
        "Nghị quyết số [[23-2018/NQ-CP|23-2018/NQ-CP]]",
        "[[16-2024/TTr-TCKT&QLDA|16-2024/TTr-TCKT&QLDA]]",
        "[[45/QĐ.UB|45/QĐ.UB]] và [[12/2004/NQ-HĐND-K7|12/2004/NQ-HĐND-K7]]",
        "văn bản số [[03.7/GĐN/XDAB|03.7/GĐN/XDAB]] và số [[44/GĐN|44/GĐN]]",
        "[[68/VBHN-VPQH|68/VBHN-VPQH]]; [[36-HD/VPTW/nb|36-HD/VPTW/nb]]",
        "[[123/QĐ_UBND|123/QĐ-UBND]] có gạch dưới, [[44/QĐ – TTg|44/QĐ-TTg]] gạch dài",
        "số [[12/KH-UBND|12/KH-UBND]] - Sở Nội vụ",
        "[[12/QĐ-UBND|12/QĐ-UBND]];\n- UBND tỉnh",
        "ngày 22/8/2019, 1/2 số hộ, 60 km/h, 24/7, 3/4",
        "QCVN 06:2022/BXD-KT và giai đoạn 2021-2025/KH",
        "Số ...../QĐ-UBND ngày    tháng 5 năm 2021",
        "Số: /BC- SNV",
        "Điện thoại: 0299 3822450/Fax",
    ],
)
def test_finds_codes_and_only_codes(sentence: str) -> None:
    plain, marks = unmark(sentence)
    found = [(c.span.start, c.span.end, c.code) for c in codes_in(plain)]
    assert found == [(m.start, m.end, m.value) for m in marks]


@pytest.mark.parametrize(
    ("printed", "number", "year", "symbol"),
    [
        ("05/2020/TT-BNV", "05", 2020, "TT-BNV"),
        ("77/KH-UBND", "77", None, "KH-UBND"),
        ("52-NQ/TW", "52", None, "NQ/TW"),
        ("38/2019/QH14", "38", 2019, "QH14"),
        ("23-2018/NQ-CP", "23", 2018, "NQ-CP"),
        ("số 31 NQ/TU", "31", None, "NQ/TU"),
    ],
)
def test_parts_of_a_code(
    printed: str, number: str, year: int | None, symbol: str
) -> None:
    (code,) = codes_in(printed)
    assert (code.number, code.year, code.symbol) == (number, year, symbol)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Luật số 38/2019/QHI4", "38/2019/QH14"),
        ("Luật số 12/2008/QHII", "12/2008/QHII"),
        ("Luật số 12/2013QH13", "12/2013/QH13"),
        ("Luật số 12/2013/QH1 3, khoản 2", "12/2013/QH13"),
        ("Luật số 12/2013/QH1, khoản 2", "12/2013/QH13"),
        ("Luật số 12/2016/QH1, khoản 2", "12/2016/QH1"),
        ("Nghị định số Ỉ03/2024/NĐ-CP", "103/2024/NĐ-CP"),
        ("Luật số 41/201 8/QH14", "41/2018/QH14"),
        ("Giấy phép số 215QĐ-UBND", "215/QĐ-UBND"),
        ("Công văn số 12CV/SNV ngày 05/4/2003", "12-CV/SNV"),
        ("Quyết định số 2190/QĐ- -BXD", "2190/QĐ-BXD"),
        ("Quyết định số 2190/QĐĐ-BXD", "2190/QĐ-BXD"),
        ("Quyết định số 41/2018/QĐ-\n\f36 CÔNG BÁO/Số 4\nUBND", "41/2018/QĐ-UBND"),
    ],
)
def test_mends_what_ocr_bent_where_one_reading_is_left(printed: str, code: str) -> None:
    (found,) = codes_in(printed)
    assert found.code == code


@pytest.mark.parametrize("printed", ["41/2018/QĐ- \nĐiều 1", "Ỉ02/2024", "số 215 QĐ"])
def test_half_a_code_is_none(printed: str) -> None:
    assert codes_in(printed) == ()


def test_parses_one_code_only() -> None:
    one = parse_code("512/QĐ-TTg", RULES)
    assert one is not None
    assert one.symbol == "QĐ-TTg"
    assert parse_code("512/QĐ-TTg, 513/QĐ-TTg", RULES) is None


def test_says_when_it_mended_a_misprint() -> None:
    mended, plain = codes_in("12/2024/NĐCP, 12/2024/NĐ-CP")
    assert (mended.mended, plain.mended) == (True, False)
    assert fold_code(mended.code) == fold_code(plain.code)


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("065/KH-UBND", "65/kh-ubnd"),
        ("65 / KH – UBND", "65/kh-ubnd"),
        ("07/QÐ-BNV", "7/qđ-bnv"),
    ],
)
def test_keys_ignore_print(code: str, key: str) -> None:
    assert fold_code(code) == key


@pytest.mark.parametrize("piece", ["1/QĐ-", "12-2019/A-", "9/ \n", "1/2020/A&B.", "7"])
def test_hostile_repetition_stays_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        text = piece * times
        return cpu_seconds(lambda: codes_in(text))

    seconds(1_000)
    assert seconds(40_000) < 12 * seconds(10_000) + 0.05
