import pytest
from edge_list import edge

from danchieu.graph import changing_edges, resting_on


@pytest.mark.parametrize(
    ("issued", "changed", "state"),
    [
        ("2020-01-02", "2021-05-06", "before"),
        ("2022-01-02", "2021-05-06", "silent"),
        ("2021-05-06", "2021-05-06", "silent"),
        ("2021", "2021-05-06", "undated"),
        ("2020", "2021-05-06", "before"),
        ("2022-11", "2021-05-06", "silent"),
        ("2021-05-06", "2021-05", "undated"),
        (None, "2021-05-06", "undated"),
        ("2021-05-06", None, "undated"),
    ],
)
def test_who_can_know_the_change(issued, changed, state):
    dates = {"P": issued, "C": changed}
    (found,) = resting_on("C", ["P"], dates, {})
    assert found.state == state


def test_who_names_the_change_knows_it():
    dates = {"P": "2022-01-01", "C": "2021-01-01"}
    (found,) = resting_on("C", ["P", "C"], dates, {"P": {"C", "X"}})
    assert (found.node_id, found.state) == ("P", "names-the-change")


def test_each_change_is_quoted_once_where_it_is_surest():
    edges = [
        edge("C amends X by P 0.5"),
        edge("C amends X by Q 0.8"),
        edge("D replaces X"),
        edge("C repeals X"),
    ]
    found = [(e.source, e.relation, e.stated_by) for e in changing_edges(edges)]
    assert found == [
        ("C", "amends", "Q"),
        ("D", "replaces", "D"),
        ("C", "repeals", "C"),
    ]
