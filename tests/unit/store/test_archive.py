from collections.abc import Sequence
from dataclasses import replace

import pytest

from danchieu.domain.agency import Agency, Successor
from danchieu.domain.link import DocumentKey, Edge
from danchieu.domain.page import Page, Word
from danchieu.errors import NotFoundError
from danchieu.store import (
    Claim,
    Missing,
    Named,
    Naming,
    Placement,
    Record,
    StoredNode,
)

MINISTRY = Agency(
    "bo-cay",
    "Bộ Cây xanh",
    "ministry",
    successor=Successor("bo-rung", "Bộ Rừng", "2025-03-01"),
)


def place_by_key(
    namings: Sequence[Naming], touched: object = None
) -> dict[Naming, Placement]:
    return {n: Placement(f"n:{n.key.code}:{n.key.year}", 0.5) for n in namings}


def first_name(untitled):
    return next((c.name for c in untitled.names), None)


def naming(code: str, year: int | None = 2021, own: bool = False) -> Naming:
    return Naming(DocumentKey(code, "bo-cay", year), own=own)


def record(name: str, cites: Sequence[str] = (), file_name: str = "a.txt") -> Record:
    cited = [Named(naming(c), c, "Quyết định", MINISTRY, "2021") for c in cites]
    own = Named(naming(name, own=True), name, "Kế hoạch", MINISTRY, "2021-02-03", "T")
    return Record(
        id=f"id-{name}",
        file_name=file_name,
        sha256=f"{name:0<64}",
        media_type="text/plain",
        content=name.encode(),
        kind="administrative",
        result="{}",
        pages=(Page(1, f"trang của {name}"),),
        named=(own, *cited),
        claims=tuple(
            Claim(0, "implements", i, f"Thực hiện {c}", 1, 0.8)
            for i, c in enumerate(cites, start=1)
        ),
    )


@pytest.fixture
def archive(open_here):
    return open_here(place_by_key, first_name)


def test_a_saved_document_is_given_back(archive):
    archive.save(record("12"))
    assert archive.result("id-12") == "{}"
    assert archive.file("id-12").content == b"12"
    assert archive.page("id-12", 1).text == "trang của 12"
    assert archive.count() == 1


def test_the_words_of_a_page_keep_their_boxes(archive):
    word = Word(0, 2, (1.5, 2.5, 30.0, 12.0), 0.75)
    page = Page(1, "Số", (word,), 595.0, 842.0, "ocr")
    archive.save(replace(record("12"), pages=(page,)))
    assert archive.page("id-12", 1) == page


def test_an_edge_carries_its_words_and_all_doubts(archive):
    archive.save(record("12", ["7"]))
    (edge,) = archive.edges_into(["n:7:2021"], ("implements",))
    assert (edge.source, edge.target) == ("n:12:2021", "n:7:2021")
    assert (edge.quote, edge.page, edge.stated_by) == ("Thực hiện 7", 1, "id-12")
    assert edge.confidence == pytest.approx(0.8 * 0.5 * 0.5)


def test_edges_are_found_from_both_ends(archive):
    archive.save(record("12", ["7", "8"]))
    assert {e.target for e in archive.edges_out_of(["n:12:2021"], ["implements"])} == {
        "n:7:2021",
        "n:8:2021",
    }
    assert archive.edges_into(["n:7:2021"], ("based_on",)) == ()


def test_saving_again_replaces_what_was_said(archive):
    archive.save(record("12", ["7", "8"]))
    archive.save(record("12", ["8"], "b.txt"))
    assert archive.count() == 1
    assert archive.nodes_of_code("7") == ()
    assert [s.file_name for s in archive.summaries()] == ["b.txt"]


def test_a_removed_document_leaves_nothing_behind(archive):
    archive.save(record("12", ["7"]))
    archive.remove("id-12")
    assert archive.count() == 0
    assert archive.nodes_of_code("12") == archive.nodes_of_code("7") == ()
    with pytest.raises(NotFoundError):
        archive.file("id-12")


def test_a_document_that_others_cite_stays_a_node(archive):
    archive.save(record("7"))
    archive.save(record("12", ["7"]))
    archive.remove("id-7")
    node = archive.nodes(["n:7:2021"])["n:7:2021"]
    assert node.documents == ()
    assert node.type == "Quyết định"


def test_a_node_is_described_by_its_own_file_first(archive):
    archive.save(record("12", ["7"]))
    archive.save(record("7"))
    node = archive.nodes(["n:7:2021"])["n:7:2021"]
    assert (node.type, node.title, node.documents) == ("Kế hoạch", "T", ("id-7",))
    assert node.issuer == MINISTRY
    assert (node.dates, node.own_date) == (("2021", "2021-02-03"), "2021-02-03")


def test_placements_stand_in_the_order_of_the_record(archive):
    saved = record("12", ["8", "7"])
    nameless = Named(None, title="Chương trình trồng cây")
    archive.save(replace(saved, named=(*saved.named, nameless)))
    placed = archive.placements("id-12")
    assert [p and p.node_id for p in placed] == [
        "n:12:2021",
        "n:8:2021",
        "n:7:2021",
        None,
    ]
    assert placed[-1] is None


def test_summaries_start_with_the_latest(archive):
    for name in ("1", "2", "3"):
        archive.save(record(name))
    assert [s.code for s in archive.summaries(limit=2)] == ["3", "2"]
    assert [s.code for s in archive.summaries(limit=2, offset=2)] == ["1"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda a: a.result("none"),
        lambda a: a.file("none"),
        lambda a: a.remove("none"),
        lambda a: a.page("none", 1),
    ],
)
def test_what_is_not_held_is_not_found(archive, ask):
    with pytest.raises(NotFoundError, match="none"):
        ask(archive)


def test_more_documents_are_cited_than_one_query_takes(archive):
    codes = [str(n) for n in range(1, 1201)]
    archive.save(record("0", codes))
    assert len(archive.nodes(f"n:{c}:2021" for c in codes)) == 1200
    assert (
        len(archive.edges_into([f"n:{c}:2021" for c in codes], ["implements"])) == 1200
    )


def test_a_failed_save_changes_nothing(open_here):
    calls = []

    def place_once(namings, touched=None):
        calls.append(namings)
        if len(calls) > 2:
            raise ValueError("no")
        return place_by_key(namings)

    archive = open_here(place_once, first_name)
    archive.save(record("12", ["7"]))
    with pytest.raises(ValueError, match="no"):
        archive.save(record("13", ["7", "8"]))
    assert archive.count() == 1
    assert archive.nodes_of_code("13") == ()


def test_the_whole_graph_is_walked_in_parts(archive):
    many = [record(str(n), [str(n + 1), "0"]) for n in range(1, 700)]
    archive.save_all(many)
    walked = list(archive.walk_graph())
    nodes = [w for w in walked if isinstance(w, StoredNode)]
    edges = [w for w in walked if isinstance(w, Edge)]
    assert len({n.id for n in nodes}) == len(nodes) == 701
    assert len({(e.source, e.target) for e in edges}) == len(edges) == 2 * 699


def test_what_is_missing_is_told_by_how_many_cite_it(archive):
    archive.save_all([record("1", ["7", "8"]), record("2", ["8", "1"])])
    assert archive.missing(9) == (
        Missing("n:8:2021", 2),
        Missing("n:7:2021", 1),
    )
    assert archive.missing(1) == (Missing("n:8:2021", 2),)


def test_values_that_differ_are_told_with_who_states_them(archive):
    archive.save_all([record("1", ["7"]), record("7")])
    said = [(s.value, s.document_id) for s in archive.differing("date", 9)]
    assert said == [("2021", "id-1"), ("2021-02-03", "id-7")]
    assert archive.differing("issuer", 9) == ()


def test_a_document_that_is_not_held_gets_its_title_from_others(archive):
    saved = record("12", ["7"])
    called = replace(saved.named[1], title="trồng cây")
    archive.save(replace(saved, named=(saved.named[0], called)))
    nodes = archive.nodes(["n:7:2021", "n:12:2021"])
    assert {n.code: n.title for n in nodes.values()} == {"7": "trồng cây", "12": "T"}


def test_of_a_name_in_many_documents_the_first_ones_are_asked(open_here):
    asked = []

    def entitle(untitled):
        asked.append(len(untitled.names))

    archive = open_here(place_by_key, entitle)
    saved = [record(str(n), ["7"]) for n in range(100, 200)]
    archive.save_all(
        [
            replace(s, named=(s.named[0], replace(s.named[1], title="trồng cây")))
            for s in saved
        ]
    )
    archive.nodes(["n:7:2021"])
    assert asked == [50]


def test_a_snapshot_stays_as_it_was(open_here):
    archive = open_here(place_by_key, first_name)
    archive.save(record("12", ["7"]))
    with archive.snapshot() as now:
        assert now.count() == 1
        other = open_here(place_by_key, first_name)
        other.save(record("13", ["7"]))
        assert now.count() == 1
        assert len(now.edges_into(["n:7:2021"], ["implements"])) == 1
        with pytest.raises(RuntimeError, match="snapshot"):
            now.save(record("14"))
    assert archive.count() == 2


def test_many_records_are_as_one_by_one(open_here):
    one, other = [record("12", ["7", "8"]), record("7", ["8"])], record("8", ["12"])
    archive = open_here(place_by_key, first_name)
    archive.save_all([*one, other, one[0]])
    archive.save_all([other])
    assert archive.count() == 3
    assert [m.node_id for m in archive.missing(9)] == []
    edges = archive.edges_into(["n:8:2021", "n:12:2021"], ["implements"])
    assert sorted((e.source, e.target) for e in edges) == [
        ("n:12:2021", "n:8:2021"),
        ("n:7:2021", "n:8:2021"),
        ("n:8:2021", "n:12:2021"),
    ]


def dated(archive, code, *dates):
    """Return the date of a node that is cited with these."""
    for n, date in enumerate(dates):
        saved = record(f"{n}/{n}")
        cited = Named(Naming(DocumentKey(code, "bo-cay", 2021), date), code, date=date)
        archive.save(replace(saved, named=(saved.named[0], cited)))
    return archive.nodes([f"n:{code}:2021"])[f"n:{code}:2021"].date


@pytest.mark.parametrize(
    ("code", "dates", "expected"),
    [
        ("3/2021/TT-X", ("2020-06-11", "2021-06-11"), "2021-06-11"),
        ("3/2021/TT-X", ("2021", "2021-06-11", "2020-06-11"), "2021-06-11"),
        ("3/TT-X", ("2021", "2021-06-11"), "2021-06-11"),
        ("3/TT-X", (None, None), None),
    ],
)
def test_the_likeliest_date_of_a_cited_document_is_shown(
    archive, code, dates, expected
):
    assert dated(archive, code, *dates) == expected
