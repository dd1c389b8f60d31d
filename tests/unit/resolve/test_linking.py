import pytest

from danchieu.domain.agency import Agency
from danchieu.domain.link import Link, Unlinked
from danchieu.resolve import Candidate, Identity, document_key, link

HUE = Agency("vn:ubnd:a", "Ủy ban nhân dân tỉnh A", "province", "A")
CHAIR = Agency("vn:ubnd:a#chu-tich", "Chủ tịch UBND tỉnh A", "province", "A")
VINH = Agency("vn:ubnd:b", "Ủy ban nhân dân tỉnh B", "province", "B")


def identity(
    code: str,
    issuer: Agency | None = HUE,
    date: str | None = None,
    name: str | None = None,
) -> Identity:
    return Identity(document_key(code, issuer, date), date, name)


def node(name: str, known: Identity) -> Candidate:
    return Candidate(name, known)


def test_a_number_of_the_same_body_and_year_is_one_document() -> None:
    cited = identity("07/CT-UBND", date="2022-03-04")
    assert link(cited, [node("n1", identity("7/CT-UBND", date="2022-03-04"))]) == Link(
        "n1", 1.0
    )


def test_two_bodies_with_one_code_are_two_documents() -> None:
    cited = identity("07/CT-UBND", date="2022-03-04")
    found = link(cited, [node("n1", identity("07/CT-UBND", VINH, "2022-03-04"))])
    assert isinstance(found, Unlinked)


def test_the_head_signs_under_the_symbol_of_the_body() -> None:
    cited = identity("07/CT-UBND", CHAIR, "2022-03-04")
    found = link(cited, [node("n1", identity("07/CT-UBND", HUE, "2022-03-04"))])
    assert isinstance(found, Link)


@pytest.mark.parametrize(
    ("cited", "known"),
    [("2021-01-16", "2014-01-16"), ("2021-01-16", "2021-02-16")],
)
def test_one_document_with_two_dates_is_one_node_and_a_remark(
    cited: str, known: str
) -> None:
    found = link(
        identity("03/CT-UBND", date=cited),
        [node("n1", identity("03/CT-UBND", date=known))],
    )
    assert isinstance(found, Link)
    assert found.warnings == ("two-dates",)


def test_the_same_number_of_another_year_is_another_document() -> None:
    cited = identity("03/CT-UBND", date="2021-01-16")
    found = link(cited, [node("n1", identity("03/CT-UBND", date="2014-05-20"))])
    assert found == Unlinked(
        "documents of this code are of another issuer or year", ("n1",)
    )


def test_the_right_year_wins_over_a_misprint() -> None:
    known = [
        node("old", identity("03/CT-UBND", date="2014-01-16")),
        node("new", identity("03/CT-UBND", date="2021-01-16")),
    ]
    found = link(identity("03/CT-UBND", date="2021-01-16"), known)
    assert found == Link("new", 1.0)


def test_without_a_year_several_stay_open() -> None:
    known = [
        node("old", identity("03/CT-UBND", date="2014-01-16")),
        node("new", identity("03/CT-UBND", date="2021-04-20")),
    ]
    found = link(identity("03/CT-UBND"), known)
    assert found == Unlinked("several documents share this code", ("old", "new"))


def test_without_an_issuer_the_only_one_is_not_enough() -> None:
    known = [node("n1", identity("65/KH-UBND", date="2021-03-14"))]
    assert isinstance(link(identity("65/KH-UBND", None), known), Unlinked)
    dated = link(identity("65/KH-UBND", None, "2021-03-14"), known)
    assert isinstance(dated, Link)
    assert dated.warnings == ("issuer-not-stated",)


def test_swapped_digits_with_the_right_date_and_name_are_a_slip() -> None:
    title = "Đề án phát triển làng nghề truyền thống đến năm 2030"
    known = [node("n1", identity("1249/QĐ-UBND", date="2020-05-06", name=title))]
    found = link(identity("1294/QĐ-UBND", date="2020-05-06", name=title), known)
    assert isinstance(found, Link)
    assert found.warnings == ("code-slip",)


def test_party_numbers_of_one_year_and_two_dates_stay_apart() -> None:
    party = Agency("tinh-uy-a", "Tỉnh ủy A", "party", "A")
    known = [node("n1", identity("12-NQ/TU", party, "2020-09-30"))]
    assert isinstance(link(identity("12-NQ/TU", party, "2020-12-30"), known), Unlinked)


def test_a_name_without_a_code_is_never_linked() -> None:
    assert link(None, []) == Unlinked("cited by name only")
