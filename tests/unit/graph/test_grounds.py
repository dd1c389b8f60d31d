from itertools import permutations

from edge_list import EdgeList

from danchieu.graph import Caps, grounds, path_between

CHAIN = (
    "A implements B",
    "A based_on L",
    "A mentions M",
    "B implements C",
    "C implements A",
)


def rested_on(*edges, **more):
    found = grounds("A", EdgeList(*edges), **more)
    return [(g.level, g.edge.source, g.edge.relation, g.edge.target) for g in found]


def test_grounds_stand_by_level_and_strength():
    assert rested_on(*CHAIN) == [
        (1, "A", "implements", "B"),
        (1, "A", "based_on", "L"),
        (2, "B", "implements", "C"),
        (3, "C", "implements", "A"),
    ]


def test_grounds_may_be_only_the_nearest_or_only_of_a_kind():
    assert [r[0] for r in rested_on(*CHAIN, caps=Caps(levels=1))] == [1, 1]
    assert rested_on(*CHAIN, relations=("mentions",)) == [(1, "A", "mentions", "M")]
    assert len(rested_on(*CHAIN, caps=Caps(documents=2))) == 2


def test_of_two_statements_the_surer_one_is_the_ground():
    edges = EdgeList("A implements B by P 0.5", "A implements B by Q 0.7")
    assert [g.edge.stated_by for g in grounds("A", edges)] == ["Q"]


def path(*edges, start="A", end="X", **more):
    found = path_between([start], [end], EdgeList(*edges), **more)
    return "".join(e.source for e in found) + (end if found else "")


def test_the_path_is_the_shortest_one():
    assert path("A implements B", "B implements X", "A based_on C", "C amends D") == (
        "ABX"
    )
    assert path("A implements B", "B implements X", "A based_on X") == "AX"


def test_there_may_be_no_path():
    assert path("X implements A", "A mentions X") == ""
    assert path("A implements B", "B implements X", caps=Caps(levels=1)) == ""
    assert path("A mentions X", relations=("mentions",)) == "AX"


def test_the_order_of_edges_changes_nothing():
    edges = (
        "A implements B by P 0.8",
        "A implements C by P 0.8",
        "B implements X by Q 0.7",
        "C implements X by R 0.7",
    )
    assert {path(*order) for order in permutations(edges)} == {"ABX"}


def test_a_document_does_not_lead_to_itself():
    assert path("A implements B", "B implements A", end="A") == ""
