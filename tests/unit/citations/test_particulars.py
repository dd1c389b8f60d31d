"""Type, date, issuer, title, pinpoints of a cited document."""

import pytest
from citing import header, only, references

from danchieu.domain.header import Header


@pytest.mark.parametrize(
    ("value", "type_", "date", "issuer"),
    [
        (
            "Căn cứ Quyết định số 12/QĐ-BYT ngày 05/6/2021 của Bộ trưởng Bộ Y tế;",
            "Quyết định",
            "2021-06-05",
            "Bộ trưởng Bộ Y tế",
        ),
        (
            "Công văn số 61/SNV-CCVC của Sở Nội vụ ngày 7/4/2023 về việc đăng ký",
            "Công văn",
            "2023-04-07",
            "Sở Nội vụ tỉnh Sơn La",
        ),
        (
            "Căn cứ Nghị định 41/2018/NĐ-CP ngày 05 tháng 6 năm 2018 của Chính phủ;",
            "Nghị định",
            "2018-06-05",
            "Chính phủ",
        ),
        (
            "Ngày 02/3/2022, UBND tỉnh Sơn La đã ban hành Kế hoạch số 96/KH-UBND.",
            "Kế hoạch",
            "2022-03-02",
            "Ủy ban nhân dân tỉnh Sơn La",
        ),
        (
            "theo đề nghị của Sở Y tế tại Tờ trình số 7/TTr-SYT ngày 05/6/2021.",
            "Tờ trình",
            "2021-06-05",
            "Sở Y tế tỉnh Sơn La",
        ),
        (
            "Biên bản vi phạm hành chính số 8/BB-VPHC lập ngày 14 tháng 9 năm 2020",
            "Biên bản",
            "2020-09-14",
            None,
        ),
        ("thông tư liên tịch số 6/2014/TT-BYT-BTC", "Thông tư liên tịch", None, None),
        ("Văn bản số 418/BKHCN-TĐC ngày 17/8/2020", "Công văn", "2020-08-17", None),
        ("theo 45/KH-UBND ngày 01/02/2022", "Kế hoạch", "2022-02-01", None),
    ],
)
def test_type_date_issuer(
    value: str, type_: str, date: str | None, issuer: str | None
) -> None:
    citation = only(value)
    assert (citation.type, citation.date) == (type_, date)
    if issuer is not None:
        assert citation.issuer is not None
        assert citation.issuer.name == issuer


@pytest.mark.parametrize(
    ("value", "issuer"),
    [
        ("Quyết định số 12/QĐ-TTg ngày 05/6/2021", "Thủ tướng Chính phủ"),
        ("Kế hoạch số 12/KH-UBND", "Ủy ban nhân dân tỉnh Sơn La"),
        ("Công văn số 12/SNV-CCVC", "Sở Nội vụ tỉnh Sơn La"),
        ("Thông tư số 12/2021/TT-BTC", "Bộ Tài chính"),
    ],
)
def test_the_symbol_tells_an_issuer_that_the_text_leaves_out(
    value: str, issuer: str
) -> None:
    citation = only(value)
    assert citation.issuer is not None
    assert (citation.issuer.name, citation.issuer_inferred) == (issuer, True)


def test_the_paper_of_a_head_that_asks_is_the_body_s() -> None:
    citation = only("Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 7/TTr-SYT.")
    assert citation.issuer is not None
    assert citation.issuer.name == "Sở Y tế tỉnh Sơn La"


def test_a_printed_issuer_is_not_inferred() -> None:
    assert not only("Quyết định số 1/QĐ-UBND của UBND tỉnh Lai Châu").issuer_inferred


def test_one_date_and_issuer_serve_two_codes() -> None:
    read = references(
        "các Quyết định số: 17/QĐ-BXD, 18/QĐ-BXD ngày 15/10/2019 của Bộ Xây dựng"
    )
    assert [(c.code, c.type, c.date) for c in read.citations] == [
        ("17/QĐ-BXD", "Quyết định", "2019-10-15"),
        ("18/QĐ-BXD", "Quyết định", "2019-10-15"),
    ]


def test_one_type_word_serves_a_list_with_an_issuer_before_it() -> None:
    read = references(
        "theo các Quyết định của UBND tỉnh: Số 88/QĐ-UBND ngày 16/02/2021 về giá đất; "
        "số 702/QĐ-UBND ngày 03/9/2021 về phí."
    )
    assert [(c.code, c.type, c.date, c.name) for c in read.citations] == [
        ("88/QĐ-UBND", "Quyết định", "2021-02-16", "về giá đất"),
        ("702/QĐ-UBND", "Quyết định", "2021-09-03", "về phí"),
    ]


@pytest.mark.parametrize(
    ("value", "pinpoints"),
    [
        ("theo khoản 2 Điều 5 Nghị định số 41/2018/NĐ-CP", ("khoản 2 Điều 5",)),
        (
            "tại điểm b khoản 4 Mục III Điều 1 Quyết định số 12/QĐ-TTg",
            ("điểm b khoản 4 Mục III Điều 1",),
        ),
        ("Nghị định số 41/2018/NĐ-CP (khoản 2, Điều 5); khác", ("khoản 2, Điều 5",)),
        (
            "tại Điều 9, Nghị định số 41/2018/NĐ-CP và Điều 12 Nghị định số "
            "41/2018/NĐ-CP",
            ("Điều 9", "Điều 12"),
        ),
        ("Nghị định số 41/2018/NĐ-CP", ()),
    ],
)
def test_pinpoints(value: str, pinpoints: tuple[str, ...]) -> None:
    assert only(value).pinpoints == pinpoints


def test_the_title_ends_where_the_sentence_goes_on() -> None:
    citation = only(
        "Thực hiện Công văn số 12/BYT-DP ngày 03/4/2022 của Bộ Y tế về việc tiêm chủng "
        "mở rộng, Sở Y tế báo cáo như sau:"
    )
    assert citation.name == "về việc tiêm chủng mở rộng"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("Kế hoạch số 4/KH-UBND ngày 05/010/2021", "odd-date"),
        ("Kế hoạch số 4/KH-UBND ngày 31/02/2021", "impossible-date"),
        ("Kế hoạch số 4/KH-UBND ngày 05/10/2091", "impossible-date"),
        ("Nghị định số 4/2021/NĐ-CP ngày 05/10/2020", "year-disagrees"),
        ("Nghị định số 4/2021/NĐCP ngày 05/10/2021", "mended-code"),
    ],
)
def test_remarks(value: str, code: str) -> None:
    assert [w.code for w in only(value).warnings] == [code]


def test_an_impossible_date_is_none() -> None:
    assert only("Kế hoạch số 4/KH-UBND ngày 31/02/2021").date is None


@pytest.mark.parametrize(
    "value",
    [
        "theo Mẫu số 01/QĐ-XPHC ban hành",
        "Phụ lục số 05/BC-KH kèm theo",
        "Kế hoạch số 65/KH-UBND này được thực hiện",
    ],
)
def test_forms_and_the_own_number_are_none(value: str) -> None:
    assert references(value, header("Kế hoạch", code="65/KH-UBND")).citations == ()


def test_one_document_with_two_dates_is_remarked() -> None:
    citation = only(
        "Căn cứ Quyết định số 12/QĐ-BYT ngày 05/6/2021 của Bộ Y tế;\n"
        "theo Quyết định số 12/QĐ-BYT ngày 06/5/2021 của Bộ Y tế."
    )
    assert [w.code for w in citation.warnings] == ["two-dates"]
    assert "05/06/2021 và 06/05/2021" in citation.warnings[0].message


@pytest.mark.parametrize(
    ("value", "date", "issuer"),
    [
        ("V/v kinh phí cho Kế hoạch số 41/KH-UBND năm 2024", None, "Sơn La"),
        ("Thực hiện Kế hoạch số 41/KH-UBND năm 2025 của UBND tỉnh;", None, "Sơn La"),
        ("theo Kế hoạch số 41/KH-UBND năm 2023 của UBND tỉnh;", "2023", "Sơn La"),
        ("theo Kế hoạch số 41/KH-UBND ban hành năm 2023.", "2023", "Sơn La"),
        (
            "Thực hiện Kế hoạch số 41/KH-UBND năm 2023 của UBND tỉnh Kon Tum;",
            "2023",
            "Kon Tum",
        ),
        (
            "Ngày 25/12/2023, UBND tỉnh đã ban hành Kế hoạch số 41/KH-UBND năm 2024.",
            "2023-12-25",
            "Sơn La",
        ),
        ("Căn cứ Quyết định số 41/QĐ-UBND năm 2023;", "2023", "Sơn La"),
    ],
)
def test_a_year_alone_may_be_what_a_plan_is_for(
    value: str, date: str | None, issuer: str
) -> None:
    citation = only(value)
    assert citation.date == date
    assert citation.issuer is not None
    assert citation.issuer.name == f"Ủy ban nhân dân tỉnh {issuer}"


def test_a_plan_with_its_year_takes_no_date_of_the_next() -> None:
    first, second = references(
        "Thực hiện Kế hoạch số 41/KH-UBND năm 2024 và "
        "Kế hoạch số 42/KH-UBND ngày 05/6/2023 của UBND tỉnh."
    ).citations
    assert (first.date, second.date) == (None, "2023-06-05")


@pytest.mark.parametrize(
    ("more", "issuer"),
    [
        ("", "Tỉnh ủy Sơn La"),
        ("Sở Y tế tỉnh Lào Cai cùng dự.", "Tỉnh ủy"),
    ],
)
def test_a_bare_body_in_news_is_of_the_only_province(more: str, issuer: str) -> None:
    page = (
        "Ủy ban nhân dân tỉnh Sơn La họp về trồng rừng.\n\n"
        f"Cuộc họp bàn Chương trình số 07-CTr/TU ngày 05/6/2021 của Tỉnh ủy. {more}"
    )
    news = Header(kind=header(kind="news").kind)
    citation = only(page, news)
    assert citation.issuer is not None
    assert citation.issuer.name == issuer
