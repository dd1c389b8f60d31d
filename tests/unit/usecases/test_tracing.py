import pytest
from twins import PRIME_MINISTER, Cited, Own, committee, document

from danchieu.contract import to_result
from danchieu.domain.agency import Agency
from danchieu.domain.citation import DescribedDocument
from danchieu.domain.text import Span
from danchieu.errors import NotFoundError
from danchieu.usecases import add_document, open_memory_store, trace, trace_targets

GOAL = "77/QĐ-TTg"
SAO_MAI, HOA_BAN = committee("Sao Mai"), committee("Hoa Ban")
OFFICE = Agency("vn:so-xanh:sao-mai", "Sở Xanh tỉnh Sao Mai", "department", "Sao Mai")


def plan_by_number():
    """Return a plan that prints the decision's number and date."""
    body = "Thực hiện Quyết định số 77/QĐ-TTg ngày 03/02/2020, Ủy ban lập kế hoạch."
    own = Own("12/KH-UBND", type="Kế hoạch", issuer=HOA_BAN, date="2021-03-01")
    cited = Cited(
        "Quyết định số 77/QĐ-TTg ngày 03/02/2020",
        "implements",
        GOAL,
        date="2020-02-03",
        issuer=PRIME_MINISTER,
        cue="Thực hiện",
    )
    return document(body, own, [cited], name="ke-hoach-12.txt")


def news_of_a_plan():
    """Return a page that says whose plan carries out the strategy, by name only."""
    body = "Tỉnh ban hành Kế hoạch số 9/KH-UBND về thực hiện Chiến lược cây xanh."
    described = DescribedDocument(
        "9/KH-UBND", "Kế hoạch", "2021-05-06", SAO_MAI, None, (GOAL,), Span(0, 69)
    )
    cited = [
        Cited("Kế hoạch số 9/KH-UBND", "describes", "9/KH-UBND", "2021-05-06", SAO_MAI),
        Cited(
            "Chiến lược cây xanh",
            "implements",
            name="Chiến lược cây xanh",
            resolved_code=GOAL,
        ),
    ]
    own = Own(kind="news", title="Tỉnh trồng cây")
    return document(body, own, cited, described=[described], name="tin.txt")


def report_without_number():
    """Return a draft report on a plan; the title of the plan says what it does."""
    body = (
        "Thực hiện Kế hoạch số 48/KH-UBND ngày 05/10/2021 của UBND tỉnh về triển "
        "khai Chiến lược cây xanh, Sở báo cáo kết quả. "
        "Theo Chỉ thị số 01/CT-UBND ngày 16/01/2021."
    )
    cited = [
        Cited(
            "Kế hoạch số 48/KH-UBND ngày 05/10/2021",
            "implements",
            "48/KH-UBND",
            "2021-10-05",
            SAO_MAI,
            cue="Thực hiện",
        ),
        Cited(
            "Chiến lược cây xanh",
            "reports_on",
            name="Chiến lược cây xanh",
            resolved_code=GOAL,
        ),
        Cited(
            "Chỉ thị số 01/CT-UBND ngày 16/01/2021",
            "implements",
            "01/CT-UBND",
            "2021-01-16",
            SAO_MAI,
        ),
    ]
    own = Own(
        symbol="BC-SX",
        type="Báo cáo",
        issuer=OFFICE,
        date="2022-11",
        title="Kết quả trồng cây năm 2022",
    )
    stated = [("48/KH-UBND", "implements", "Chiến lược cây xanh", GOAL)]
    return document(body, own, cited, stated=stated, name="bao-cao.txt")


def meeting_plan():
    """Return a plan about another matter, which dates the directive differently."""
    body = "Một số văn bản: Chỉ thị số 01/CT-UBND ngày 16/01/2014 về trồng cây."
    cited = Cited(
        "Chỉ thị số 01/CT-UBND ngày 16/01/2014",
        code="01/CT-UBND",
        date="2014-01-16",
        issuer=Agency(SAO_MAI.id + "#chu-tich", "Chủ tịch", "province", "Sao Mai"),
    )
    own = Own(symbol="KH-SX", type="Kế hoạch", issuer=OFFICE, title="Hội thảo")
    return document(body, own, [cited], name="hoi-thao.txt")


def other_news():
    """Return a page that cites nothing."""
    own = Own(kind="news", title="Tập huấn")
    return document("Sở tổ chức tập huấn trồng cây cho 90 người.", own)


def add(store, *documents):
    return [add_document(store, d, to_result(d)) for d in documents]


@pytest.fixture
def store():
    store = open_memory_store()
    add(
        store,
        plan_by_number(),
        news_of_a_plan(),
        report_without_number(),
        meeting_plan(),
        other_news(),
    )
    yield store
    store.close()


def by_code(store, code=GOAL):
    return {e.document.code: e for e in trace(store, code)}


def test_only_those_who_carry_it_out_are_listed(store):
    found = by_code(store)
    assert set(found) == {"12/KH-UBND", "9/KH-UBND", "48/KH-UBND", None}


def test_a_plan_with_the_number_is_direct_and_quoted(store):
    entry = by_code(store)["12/KH-UBND"]
    assert (entry.relation, entry.document.in_archive) == ("direct", True)
    hop = entry.path[0]
    assert hop.quote == "Thực hiện Quyết định số 77/QĐ-TTg ngày 03/02/2020"
    assert (hop.stated_in, hop.page) == ("ke-hoach-12.txt", 1)
    assert entry.warnings == ()


def test_a_plan_known_from_the_news_is_direct_by_name(store):
    entry = by_code(store)["9/KH-UBND"]
    assert (entry.relation, entry.document.in_archive) == ("direct", False)
    assert entry.document.issuer.name == SAO_MAI.name
    assert entry.path[0].stated_in == "tin.txt"
    assert "cited-by-name" in [w.code for w in entry.warnings]


def test_a_report_goes_through_the_plan_that_it_reports_on(store):
    entry = by_code(store)[None]
    assert (entry.relation, entry.also) == ("via", ("reports",))
    assert [hop.code for hop in entry.path] == [None, "48/KH-UBND"]
    assert {hop.stated_in for hop in entry.path} == {"bao-cao.txt"}
    assert entry.document.title == "Kết quả trồng cây năm 2022"
    assert entry.confidence < by_code(store)["48/KH-UBND"].confidence


def test_a_directive_with_two_dates_is_one_document_with_a_remark(store):
    assert len(trace_targets(store, "01/CT-UBND")) == 1
    (entry,) = trace(store, "01/CT-UBND")
    assert [w.code for w in entry.warnings] == ["two-dates"]
    assert "16/01/2014, 16/01/2021" in entry.warnings[0].message
    assert "2014-01-16, 2021-01-16" in entry.warnings[0].message_en


@pytest.mark.parametrize(
    "code", ["77/qđ-ttg", " 77/QĐ–TTg", "077/QĐ-TTg", "Quyết định số 77 /QĐ-TTg"]
)
def test_the_code_may_be_written_otherwise(store, code):
    assert set(by_code(store, code)) == set(by_code(store))


def test_an_unknown_code_is_not_found(store):
    with pytest.raises(NotFoundError, match="5/QĐ-TTg"):
        trace(store, "5/QĐ-TTg")


def test_documents_that_share_a_code_are_kept_apart():
    store = open_memory_store()
    for number, issuer in ((1, SAO_MAI), (2, HOA_BAN)):
        printed = "Kế hoạch số 5/KH-UBND"
        cited = Cited(printed, "implements", "5/KH-UBND", "2021", issuer)
        own = Own(f"{number}/KH-SX", issuer=OFFICE, date="2022-01-01")
        add(store, document(f"{number}. {printed}", own, [cited]))
    targets = trace_targets(store, "5/KH-UBND")
    assert {t.issuer.id for t in targets} == {SAO_MAI.id, HOA_BAN.id}
    answer = [(e.document.code, e.target.issuer.id) for e in trace(store, "5/KH-UBND")]
    assert sorted(answer) == [("1/KH-SX", SAO_MAI.id), ("2/KH-SX", HOA_BAN.id)]
    store.close()


def test_a_bare_number_is_not_taken_for_a_held_document():
    store = open_memory_store()
    held = Own("5/KH-UBND", issuer=SAO_MAI, date="2021-02-03")
    printed = "Kế hoạch số 5/KH-UBND"
    bare = Cited(printed, "implements", "5/KH-UBND")
    own = Own("1/KH-SX", issuer=OFFICE, date="2022-01-01")
    add(
        store,
        document("trồng cây", held),
        document("Kế hoạch số 5/KH-UBND", own, [bare]),
    )
    (entry,) = trace(store, "5/KH-UBND")
    assert not entry.target.in_archive
    assert [w.code for w in entry.warnings] == ["issuer-not-stated"]
    store.close()


def test_the_ground_alone_does_not_carry_out():
    store = open_memory_store()
    ground = Cited("Luật số 3/2019/QH14", "based_on", "3/2019/QH14", cue="Căn cứ")
    own = Own("1/KH-SX", issuer=OFFICE, date="2022-01-01")
    add(store, document("Căn cứ Luật số 3/2019/QH14", own, [ground]))
    (entry,) = trace(store, "3/2019/QH14")
    assert entry.relation == "basis"
    assert entry.path[0].quote == "Căn cứ Luật số 3/2019/QH14"
    store.close()
