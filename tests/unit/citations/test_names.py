"""Documents cited by name."""

import pytest
from citing import header, only, references


@pytest.mark.parametrize(
    ("value", "name", "date"),
    [
        ("Căn cứ Luật Nhà ở ngày 27 tháng 11 năm 2023;", "Luật Nhà ở", "2023-11-27"),
        ("theo Luật Hóa chất năm 2007.", "Luật Hóa chất", "2007"),
        ("quy định của Bộ luật Lao động và các văn bản", "Bộ luật Lao động", None),
        (
            "Căn cứ Luật Trật tự, an toàn giao thông đường bộ;",
            "Luật Trật tự, an toàn giao thông đường bộ",
            None,
        ),
        (
            "Căn cứ Luật Phí và lệ phí ngày 25/11/2015;",
            "Luật Phí và lệ phí",
            "2015-11-25",
        ),
        (
            "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Giá ngày "
            "22/11/2019;",
            "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở và Luật Giá",
            "2019-11-22",
        ),
        (
            "Căn cứ Luật thi đua khen thưởng ngày 15/6/2022;",
            "Luật thi đua khen thưởng",
            "2022-06-15",
        ),
        ("Căn cứ Luật phòng cháy chữa cháy;", "Luật phòng cháy chữa cháy", None),
        (
            "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
            "Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam",
            None,
        ),
    ],
)
def test_laws_by_name(value: str, name: str, date: str | None) -> None:
    citation = only(value)
    assert (citation.code, citation.name, citation.date) == (None, name, date)


@pytest.mark.parametrize(
    "value",
    [
        "Luật sư Nguyễn Văn A",
        "Trường Đại học Luật Hà Nội",
        "góp ý dự thảo Luật Cấp nước",
        "theo quy định của Luật này",
        "vi phạm Luật cháy hành lang",
    ],
)
def test_not_every_luat_is_a_law(value: str) -> None:
    assert references(value).citations == ()


def test_a_law_with_its_number_is_one_citation() -> None:
    read = references(
        "Căn cứ Luật Nhà ở số 27/2023/QH15;\nquy định tại khoản 2 Điều 5 Luật Nhà ở."
    )
    (citation,) = read.citations
    assert (citation.code, citation.name) == ("27/2023/QH15", "Luật Nhà ở")
    assert len(citation.mentions) == 2


def test_an_amending_law_stands_before_the_laws_that_it_amends() -> None:
    read = references(
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Trẻ em số 102/2016/QH13, "
        "Luật Thanh niên số 57/2020/QH14 và Luật Cư trú số 68/2020/QH14 ngày "
        "18/02/2022;",
        header(year="2024-01-01"),
    )
    assert [(c.code or c.name, c.date, c.relation) for c in read.citations] == [
        (
            "Luật sửa đổi, bổ sung một số điều của Luật Trẻ em",
            "2022-02-18",
            "based_on",
        ),
        ("102/2016/QH13", None, "based_on"),
        ("57/2020/QH14", None, "based_on"),
        ("68/2020/QH14", None, "based_on"),
    ]


def test_two_laws_of_one_name_stay_apart() -> None:
    read = references("Luật Hóa chất 2007. Nay Luật Hóa chất số 69/2025/QH15.")
    assert [c.code for c in read.citations] == [None, "69/2025/QH15"]


def test_a_law_in_the_title_of_a_decree_is_no_citation() -> None:
    citation = only(
        "Căn cứ Nghị định số 41/2018/NĐ-CP ngày 05/6/2018 của Chính phủ quy định chi "
        "tiết một số điều của Luật Kế toán;"
    )
    assert citation.code == "41/2018/NĐ-CP"


def test_an_alias_stands_for_its_code() -> None:
    citation = only("Tiếp tục thực hiện Chiến lược sở hữu trí tuệ đến năm 2030.")
    assert (citation.code, citation.resolved_code, citation.relation) == (
        None,
        "1068/QĐ-TTg",
        "implements",
    )


def test_the_period_chooses_between_programmes_of_one_name() -> None:
    citation = only(
        "Chương trình phát triển tài sản trí tuệ tới năm 2030; "
        "Chương trình phát triển tài sản trí tuệ được lồng ghép."
    )
    assert citation.resolved_code == "2205/QĐ-TTg"
    assert len(citation.mentions) == 2


def test_an_alias_beside_its_code_is_the_same_document() -> None:
    read = references(
        "Quyết định số 1068/QĐ-TTg ngày 22/8/2019 phê duyệt Chiến lược sở hữu trí tuệ "
        "đến năm 2030. Các sở thực hiện Chiến lược sở hữu trí tuệ."
    )
    (citation,) = read.citations
    assert (citation.code, citation.relation) == ("1068/QĐ-TTg", "implements")


def test_the_text_itself_says_what_a_name_stands_for() -> None:
    read = references(
        "Tình hình thực hiện Chiến lược phát triển nghề cá bền vững đến năm 2030.\n\n"
        "Thủ tướng Chính phủ đã phê duyệt Chiến lược phát triển nghề cá bền vững đến "
        "năm 2030 tại Quyết định số 512/QĐ-TTg ngày 02/3/2022.",
        header("Báo cáo"),
    )
    (citation,) = read.citations
    assert (citation.code, citation.relation) == ("512/QĐ-TTg", "reports_on")


def test_a_yearly_plan_is_kept_by_name() -> None:
    citation = only("Thực hiện Kế hoạch công tác năm 2023; Sở Y tế tổ chức hội nghị.")
    assert (citation.name, citation.relation) == (
        "Kế hoạch công tác năm 2023",
        "implements",
    )


def test_news_describes_its_document() -> None:
    read = references(
        "Ngày 02/3/2022, UBND tỉnh Sơn La đã ban hành Kế hoạch số 96/KH-UBND về thực "
        "hiện Chiến lược sở hữu trí tuệ đến năm 2030.",
        header(kind="news"),
    )
    (document,) = read.described
    assert (document.code, document.date) == ("96/KH-UBND", "2022-03-02")
    assert document.implements == ("1068/QĐ-TTg",)
    assert read.citations[0].relation == "describes"


def test_news_that_only_mentions_a_decree_is_about_no_document() -> None:
    read = references(
        "Hội nghị phổ biến quy định tại Nghị định số 33/2017/NĐ-CP cho 80 đại biểu.",
        header(kind="news"),
    )
    assert read.described == ()
    assert [c.relation for c in read.citations] == ["mentions"]
