import pytest
from edge_list import EdgeList

from danchieu.graph import Caps, implementers


def ways(*edges: str, caps: Caps | None = None) -> dict[str, str]:
    return {f.node_id: f.way for f in implementers("X", EdgeList(*edges), caps)}


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        (["A implements X"], {"A": "direct"}),
        (["A based_on X"], {"A": "basis"}),
        (["A reports_on X"], {"A": "reports"}),
        (["A mentions X", "B amends X", "C describes X"], {}),
        (["A implements X", "B implements A"], {"A": "direct", "B": "via"}),
        (["A implements X", "B reports_on A"], {"A": "direct", "B": "reports"}),
        (["A implements X", "B based_on A"], {"A": "direct"}),
        (["A based_on X", "B implements A"], {"A": "basis"}),
        (["A implements X", "A based_on X"], {"A": "direct"}),
        (["X implements Y", "A implements Y"], {}),
    ],
)
def test_each_document_stands_under_its_strongest_way(edges, expected):
    assert ways(*edges) == expected


def test_weaker_ways_are_told_too():
    found = implementers(
        "X", EdgeList("A implements X", "A based_on X", "A reports_on X")
    )
    assert found[0].also == ("reports", "basis")


def test_the_one_who_states_it_is_not_an_implementer():
    assert ways("A implements X by NEWS") == {"A": "direct"}


def test_the_path_leads_to_the_document_asked_for():
    found = implementers("X", EdgeList("A implements X", "B implements A"))
    via = next(f for f in found if f.way == "via")
    assert [(e.source, e.target) for e in via.path] == [("B", "A"), ("A", "X")]
    assert via.confidence == pytest.approx(0.81)


def test_the_shortest_path_is_taken():
    edges = ["A implements X", "B implements A", "C implements B", "C implements A"]
    found = {f.node_id: f for f in implementers("X", EdgeList(*edges))}
    assert len(found["C"].path) == 2


def test_of_two_statements_the_surer_is_quoted():
    edges = EdgeList("A implements X by P 0.5", "A implements X by Q 0.8")
    assert implementers("X", edges)[0].path[0].stated_by == "Q"


def test_a_circle_ends():
    assert ways("A implements X", "B implements A", "A implements B") == {
        "A": "direct",
        "B": "via",
    }
    assert ways("X implements A", "A implements X") == {"A": "direct"}


def test_levels_are_capped():
    edges = ["A implements X", "B implements A", "C implements B"]
    assert ways(*edges, caps=Caps(levels=2)) == {"A": "direct", "B": "via"}


def test_the_answer_is_capped():
    edges = [f"A{n} implements X" for n in range(9)]
    assert len(ways(*edges, caps=Caps(documents=5))) == 5


def test_an_answer_that_direct_ones_fill_looks_no_further():
    edges = EdgeList(
        "A implements X", "B implements X", "A based_on X", "A reports_on B"
    )
    full = implementers("X", edges)
    page = implementers("X", edges, Caps(documents=1))
    assert [(f.node_id, f.path) for f in page] == [("A", full[0].path)]
    assert (full[0].also, page[0].also) == (("reports", "basis"), ("basis",))


def test_the_order_of_edges_does_not_matter():
    edges = [
        "A implements X by P 0.8",
        "A implements X by Q 0.8",
        "B implements A",
        "B implements C",
        "C implements X",
        "D reports_on B",
    ]
    forward = implementers("X", EdgeList(*edges))
    assert implementers("X", EdgeList(*reversed(edges))) == forward
