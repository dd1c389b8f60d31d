import pytest
from twins import Cited, Own, committee, document

from danchieu.contract import to_result
from danchieu.domain.agency import Agency
from danchieu.domain.citation import DescribedDocument
from danchieu.domain.text import Span
from danchieu.usecases import record_of

SAO_MAI = committee("Sao Mai")
OWN = Own("12/KH-UBND", issuer=SAO_MAI, date="2021-03-01")


def record(body, own=OWN, cited=(), **more):
    found = document(body, own, cited, **more)
    return record_of(found, to_result(found))


def claims(saved):
    """Return each claim as codes (or names) around the relation."""

    def said(place):
        named = saved.named[place]
        return named.code or named.title

    return [(said(c.source), c.relation, said(c.target)) for c in saved.claims]


def test_what_a_document_says_of_itself_starts_at_itself():
    cited = Cited("Luật Cây", "based_on", name="Luật Cây", resolved_code="1/2019/QH14")
    saved = record("Căn cứ Luật Cây", cited=[cited])
    assert claims(saved) == [("12/KH-UBND", "based_on", "1/2019/QH14")]
    assert saved.named[1].naming.by_alias


@pytest.mark.parametrize("relation", ["implements", "based_on", "reports_on"])
def test_a_news_page_itself_only_mentions(relation):
    cited = Cited("Quyết định 5/QĐ-X", relation, "5/QĐ-X", issuer=SAO_MAI)
    saved = record("Quyết định 5/QĐ-X", Own(kind="news", title="Tin"), [cited])
    assert claims(saved) == [("Tin", "mentions", "5/QĐ-X")]


def test_a_described_document_carries_out_what_the_page_says():
    body = "Kế hoạch 9/KH-UBND thực hiện Chương trình"
    described = DescribedDocument(
        "9/KH-UBND", "Kế hoạch", None, SAO_MAI, None, ("7/QĐ-TTg",), Span(0, 20)
    )
    cited = [
        Cited("Kế hoạch 9/KH-UBND", "describes", "9/KH-UBND", issuer=SAO_MAI),
        Cited(
            "Chương trình", "implements", name="Chương trình", resolved_code="7/QĐ-TTg"
        ),
    ]
    saved = record(body, Own(kind="news", title="Tin"), cited, described=[described])
    assert ("9/KH-UBND", "implements", "7/QĐ-TTg") in claims(saved)
    (said,) = [c for c in saved.claims if c.relation == "implements"]
    assert said.quote == body


def test_a_described_document_is_quoted_where_it_stands_near_its_goal():
    body = (
        "Kế hoạch 9/KH-UBND được ban hành. Theo Kế hoạch 9/KH-UBND, tỉnh thực hiện "
        "Chương trình cây."
    )
    cited = [
        Cited("Kế hoạch 9/KH-UBND", "describes", "9/KH-UBND", issuer=SAO_MAI),
        Cited("Kế hoạch 9/KH-UBND,", "describes", "9/KH-UBND", "2021", issuer=SAO_MAI),
        Cited("Chương trình cây", "implements", resolved_code="7/QĐ-TTg"),
    ]
    described = DescribedDocument(
        "9/KH-UBND", None, None, SAO_MAI, None, ("7/QĐ-TTg",), Span(0, 18)
    )
    saved = record(body, Own(kind="news", title="Tin"), cited, described=[described])
    said = next(c for c in saved.claims if c.relation == "implements")
    assert said.quote == "Kế hoạch 9/KH-UBND, tỉnh thực hiện Chương trình cây"


def test_a_described_document_far_from_its_goal_is_quoted_in_two_places():
    body = "Kế hoạch 9/KH-UBND. " + "Mưa. " * 200 + "Thực hiện Chương trình cây"
    cited = [
        Cited("Kế hoạch 9/KH-UBND", "describes", "9/KH-UBND", issuer=SAO_MAI),
        Cited(
            "Chương trình cây", "implements", resolved_code="7/QĐ-TTg", cue="Thực hiện"
        ),
    ]
    described = DescribedDocument(
        "9/KH-UBND", None, None, SAO_MAI, None, ("7/QĐ-TTg",), Span(0, 18)
    )
    saved = record(body, Own(kind="news", title="Tin"), cited, described=[described])
    said = next(c for c in saved.claims if c.relation == "implements")
    assert said.quote == "Kế hoạch 9/KH-UBND … Thực hiện Chương trình cây"


def test_the_words_that_state_a_relation_win_over_the_name_alone():
    described = DescribedDocument(
        "9/KH-UBND", "Kế hoạch", None, SAO_MAI, None, ("7/QĐ-TTg",), Span(0, 2)
    )
    stated = [("9/KH-UBND", "implements", "Chương trình", "7/QĐ-TTg")]
    own = Own(kind="news", title="Tin")
    body = "Kế hoạch 9/KH-UBND thực hiện Chương trình"
    saved = record(body, own, described=[described], stated=stated)
    assert [c.quote for c in saved.claims] == [body]


def test_a_stated_relation_finds_its_documents_among_the_citations():
    cited = Cited("Kế hoạch 9/KH-UBND", "mentions", "9/KH-UBND", "2021-01-01", SAO_MAI)
    saved = record(
        "Kế hoạch 9/KH-UBND",
        cited=[cited],
        stated=[("9/KH-UBND", "implements", "Chương trình cây", "7/QĐ-TTg")],
    )
    assert ("9/KH-UBND", "implements", "7/QĐ-TTg") in claims(saved)
    stated = next(c for c in saved.claims if c.relation == "implements")
    assert saved.named[stated.source].naming.key.issuer == SAO_MAI.id


def test_a_name_that_stands_for_nothing_states_nothing():
    saved = record(
        "x", stated=[("Chương trình nào đó", "implements", "7/QĐ-TTg", None)]
    )
    assert saved.claims == ()


def test_the_surest_of_two_statements_is_kept():
    cited = Cited("Kế hoạch 9/KH-UBND", "implements", "9/KH-UBND", issuer=SAO_MAI)
    saved = record(
        "Kế hoạch 9/KH-UBND",
        cited=[cited],
        stated=[("12/KH-UBND", "implements", "9/KH-UBND", None)],
    )
    assert [c.confidence for c in saved.claims] == [0.9]


def test_a_document_without_number_is_a_node_of_its_own():
    first = record("một", Own(symbol="BC-SX"))
    second = record("hai", Own(symbol="BC-SX"))
    assert first.named[0].naming != second.named[0].naming


def test_the_head_of_a_body_uses_its_numbers():
    head = Agency(SAO_MAI.id + "#chu-tich", "Chủ tịch", "province", "Sao Mai")
    cited = [
        Cited("CT 1", code="1/CT-UBND", date="2021-01-02", issuer=SAO_MAI),
        Cited("CT 2", code="1/CT-UBND", date="2021-01-02", issuer=head),
    ]
    saved = record("CT 1, CT 2", cited=cited)
    assert saved.named[1].naming == saved.named[2].naming


def test_the_period_of_a_province_is_told_by_the_date():
    later = Agency("vn:ubnd:sao-mai@2025", "UBND tỉnh Sao Mai", "province", "Sao Mai")
    before = Agency("vn:ubnd:sao-mai", "UBND tỉnh Sao Mai", "province", "Sao Mai")
    cited = [
        Cited(f"KH {n}", code="1/KH-UBND", date="2025-08-02", issuer=issuer)
        for n, issuer in enumerate((later, before))
    ]
    saved = record("KH 0, KH 1", cited=cited)
    assert saved.named[1].naming == saved.named[2].naming


def test_a_commune_without_its_province_may_be_one_of_many():
    commune = Agency("vn:ubnd:xa-cay", "UBND xã Cây", "commune")
    cited = Cited("KH 1", code="1/KH-UBND", date="2021", issuer=commune)
    first, second = record("KH 1", cited=[cited]), record("KH 1 ", cited=[cited])
    assert first.named[1].naming != second.named[1].naming


def test_a_quote_over_two_places_shows_the_gap():
    body = "Căn cứ " + "Công văn số 1; " * 60 + "Luật Cây"
    cited = Cited(
        "Luật Cây", "based_on", name="Luật", resolved_code="1/2019/QH14", cue="Căn cứ"
    )
    assert record(body, cited=[cited]).claims[0].quote == "Căn cứ … Luật Cây"
