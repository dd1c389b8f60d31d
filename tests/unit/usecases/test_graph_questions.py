from dataclasses import replace

import pytest
from factories import knowledge
from small_archive import (
    BAC_GIANG,
    GOAL,
    PRIME_MINISTER,
    SON_LA,
    add,
    plan_of_son_la,
    small_archive,
)
from twins import Cited, Own, document

from danchieu.errors import NotFoundError
from danchieu.graph import Caps
from danchieu.usecases import (
    Wanted,
    changes_of,
    conflicts,
    coverage,
    missing_documents,
    path_from,
    rests_on,
    targets_side_by_side,
    trace,
    trace_targets,
)


@pytest.fixture
def store():
    store = small_archive()
    yield store
    store.close()


def chosen(store, **conditions):
    wanted = Wanted(**conditions)
    found = trace(store, GOAL, wanted=wanted, knowledge=knowledge())
    return {e.document.code for e in found}


@pytest.mark.parametrize(
    ("conditions", "codes"),
    [
        ({"province": "Sơn La"}, {"12/KH-UBND", "5/KH-SYT"}),
        ({"province": "tỉnh Bắc Giang"}, {"9/KH-UBND"}),
        ({"province": "bac ninh"}, {"3/KH-UBND"}),
        ({"province_now": "Bắc Ninh"}, {"3/KH-UBND", "9/KH-UBND"}),
        ({"level": "department"}, {"5/KH-SYT"}),
        ({"level": "ministry"}, {"4/KH-BTTTT"}),
        ({"type": "quyết định"}, set()),
        ({"since": "2021-06"}, {"5/KH-SYT", "3/KH-UBND"}),
        ({"until": "2021-03-01"}, {"12/KH-UBND", "4/KH-BTTTT"}),
        ({"since": "2021", "until": "2021", "held": False}, {"9/KH-UBND"}),
        ({"ways": ("via",)}, {"5/KH-SYT"}),
    ],
)
def test_implementers_are_chosen_by_what_they_are(store, conditions, codes):
    assert chosen(store, **conditions) == codes


def test_a_province_that_never_was_is_not_found(store):
    with pytest.raises(NotFoundError, match="Atlantis"):
        chosen(store, province="Atlantis")
    with pytest.raises(NotFoundError, match="Bắc Giang"):
        chosen(store, province_now="Bắc Giang")


def test_the_way_may_be_shorter(store):
    near = trace(store, GOAL, caps=Caps(levels=1))
    assert "5/KH-SYT" not in {e.document.code for e in near}


def test_a_document_can_be_asked_by_its_node(store):
    (target,) = trace_targets(store, GOAL)
    assert trace(store, target.id) == trace(store, GOAL)
    public = "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2020-02-03;77-qd-ttg"
    assert target.urn_lex == public


def test_what_a_document_rests_on_is_quoted(store):
    answer = rests_on(store, "5/KH-SYT", caps=Caps(levels=2))
    found = [
        (g.level, g.statement.object.code, g.statement.stated_in)
        for g in answer.grounds
    ]
    assert found == [(1, "12/KH-UBND", "so-y-te.txt"), (2, GOAL, "son-la.txt")]
    assert answer.grounds[0].statement.quote.startswith("Thực hiện Kế hoạch số 12")
    assert answer.notes == ()


def test_that_nothing_is_known_is_said(store):
    answer = rests_on(store, GOAL)
    assert (answer.grounds, answer.notes[0].code) == ((), "no-edge-known")
    assert "Chưa biết" in answer.notes[0].message
    assert changes_of(store, "12/KH-UBND").notes[0].code == "no-edge-known"


def test_a_path_leads_over_what_is_stated(store):
    answer = path_from(store, "5/KH-SYT", GOAL)
    assert [s.object.code for s in answer.path] == ["12/KH-UBND", GOAL]
    back = path_from(store, GOAL, "5/KH-SYT")
    assert (back.path, back.notes[0].code) == ((), "no-edge-known")


def test_a_change_tells_who_rests_on_the_older_state(store):
    (change,) = changes_of(store, GOAL).changes
    assert change.statement.subject.code == "88/QĐ-TTg"
    assert change.statement.quote.startswith("Sửa đổi Quyết định số 77/QĐ-TTg")
    assert {r.document.code: r.state for r in change.resting} == {
        "12/KH-UBND": "before",
        "9/KH-UBND": "before",
        "4/KH-BTTTT": "before",
        "5/KH-SYT": "before",
        "3/KH-UBND": "names-the-change",
    }


def rows_of(store, **conditions):
    answer = coverage(store, GOAL, knowledge(), **conditions)
    return answer, {row.name: row for row in answer.rows}


def codes(entries):
    return [e.document.code for e in entries]


def test_coverage_before_the_mergers(store):
    answer, rows = rows_of(store, on="2025-06-30")
    assert (len(answer.rows), answer.known, answer.unknown) == (63, 2, 61)
    assert codes(rows["tỉnh Sơn La"].own) == ["12/KH-UBND"]
    assert codes(rows["tỉnh Sơn La"].lower) == ["5/KH-SYT"]
    assert codes(rows["tỉnh Bắc Giang"].own) == ["9/KH-UBND"]
    assert not rows["tỉnh Bắc Ninh"].known
    assert answer.notes[0].code == "outside-the-list"


def test_coverage_after_the_mergers(store):
    answer, rows = rows_of(store)
    assert (len(answer.rows), answer.known) == (34, 2)
    assert codes(rows["tỉnh Bắc Ninh"].own) == ["3/KH-UBND"]
    assert codes(rows["tỉnh Bắc Ninh"].forerunners) == ["9/KH-UBND"]
    assert "tỉnh Bắc Giang" not in rows


def test_coverage_of_departments_of_one_kind(store):
    answer, rows = rows_of(store, by="departments", kind="sở y tế")
    assert (len(answer.rows), answer.known) == (34, 1)
    assert codes(rows["Sở Y tế tỉnh Sơn La"].own) == ["5/KH-SYT"]
    with pytest.raises(NotFoundError, match="Sở Mây"):
        rows_of(store, by="departments", kind="Sở Mây")


def test_coverage_of_ministries(store):
    answer, rows = rows_of(store, by="ministries")
    assert (len(answer.rows), answer.known) == (17, 1)
    assert codes(rows["Bộ Khoa học và Công nghệ"].forerunners) == ["4/KH-BTTTT"]
    _, before = rows_of(store, by="ministries", on="2025-02-28")
    assert codes(before["Bộ Thông tin và Truyền thông"].own) == ["4/KH-BTTTT"]


def test_coverage_of_what_nobody_carries_out(store):
    answer = coverage(store, "88/QĐ-TTg", knowledge())
    assert (answer.known, answer.notes[0].code) == (0, "no-edge-known")


def test_targets_that_count_the_same_stand_in_one_row(store):
    answer = targets_side_by_side(store, GOAL, knowledge())
    (row,) = answer.rows
    assert (row.metric, row.by) == ("vườn ươm", "2025")
    cells = {(c.document.code, c.min, c.stated_in) for c in row.cells}
    assert cells == {("12/KH-UBND", 50, "son-la.txt"), ("9/KH-UBND", 20, "tin.txt")}
    assert row.cells[0].evidence[0].page == 1
    without = {d.code for d in answer.without}
    assert without == {GOAL, "5/KH-SYT", "3/KH-UBND", "4/KH-BTTTT"}


def test_what_is_missing_is_told_by_how_many_cite_it(store):
    first, second = missing_documents(store)[:2]
    assert (first.document.code, first.cited_by) == (GOAL, 5)
    assert first.document.title == "Đề án trồng cây xanh"
    assert (second.document.code, second.cited_by) == ("9/KH-UBND", 1)


def citing(printed, number, **more):
    own = Own(f"{number}/BC-UBND", None, "Báo cáo", SON_LA, "2024-01-01")
    cited = Cited(printed, "mentions", **more)
    return document(printed, own, [cited], name=f"{number}.txt")


def kinds(store):
    return {(c.kind, c.documents[0].code): c for c in conflicts(store)}


def test_an_archive_may_have_no_conflicts(store):
    assert kinds(store) == {}


def test_two_dates_are_told_with_their_places(store):
    wrong = {"code": GOAL, "date": "2020-03-02", "issuer": PRIME_MINISTER}
    add(store, [citing("QĐ 77", 1, **wrong)])
    found = kinds(store)["two-dates", GOAL]
    said = [(v.value, v.stated_in, v.evidence[0].text) for v in found.values]
    assert said[1] == ("2020-03-02", "1.txt", "QĐ 77")
    assert said[0][0] == "2020-02-03"
    assert found.note.code == "two-dates"


def test_two_titles_that_share_nothing_are_told(store):
    other = "Chương trình giảm nghèo bền vững giai đoạn mới"
    first = {"code": "1/2020/NĐ-CP", "issuer": PRIME_MINISTER}
    add(
        store,
        [
            citing("NĐ 1", 1, name="Nghị định về quy hoạch đô thị loại hai", **first),
            citing("NĐ 1.", 2, name=other, **first),
        ],
    )
    found = kinds(store)["two-titles", "1/2020/NĐ-CP"]
    assert {v.value for v in found.values} >= {other}


def test_one_plan_under_two_issuers_is_told(store):
    title = "Phát triển vườn ươm giai đoạn mới của địa phương"
    told = {"code": "8/KH-UBND", "date": "2022-02-02", "name": title}
    add(
        store,
        [
            citing("KH 8", 1, issuer=SON_LA, **told),
            citing("KH 8.", 2, issuer=BAC_GIANG, **told),
        ],
    )
    found = kinds(store)["two-issuers", "8/KH-UBND"]
    assert {d.issuer.id for d in found.documents} == {SON_LA.id, BAC_GIANG.id}


def test_a_removed_document_takes_its_statements_along(store):
    made = plan_of_son_la()
    store.remove(made.source.sha256[:32])
    again = replace(made, source=replace(made.source, name="moi.txt"))
    assert "12/KH-UBND" not in chosen(store, ways=("direct",))
    add(store, [again])
    (entry,) = trace(
        store, GOAL, wanted=Wanted(type="Kế hoạch", until="2021-03-01", since="2021-02")
    )
    assert entry.path[0].stated_in == "moi.txt"
