from itertools import pairwise

from danchieu.contract import TracedDocument, TraceEntry
from danchieu.ui.chain_drawing import HEIGHT, MOST_BESIDE, MOST_NODES, draw


def document(name):
    return TracedDocument(id=name, code=f"{name}/KH", in_archive=True)


def hop(name, relation="implements"):
    return {
        "code": name,
        "node_id": name,
        "relation": relation,
        "quote": "q",
        "stated_by": "d",
        "stated_in": "f",
        "page": 1,
    }


def entry(*way, relation="direct"):
    return TraceEntry.model_validate(
        {
            "document": document(way[0]).model_dump(),
            "relation": relation,
            "target": document("x").model_dump(),
            "path": [hop(name) for name in way],
            "confidence": 1,
        }
    )


def drawn(entries, opened=()):
    return draw(document("x"), entries, opened)


def test_a_document_stands_right_of_the_one_it_rests_on():
    nodes = {n.id: n for n in drawn([entry("a"), entry("b", "a")]).nodes}
    assert [nodes[n].column for n in "xab"] == [0, 1, 2]
    assert nodes["x"].x < nodes["a"].x < nodes["b"].x


def test_a_box_knows_the_way_to_what_was_asked():
    nodes = {n.id: n for n in drawn([entry("a"), entry("b", "a")]).nodes}
    assert nodes["b"].steps == ("b", "a")


def test_a_document_on_the_way_is_drawn_though_it_is_no_answer():
    assert {n.id for n in drawn([entry("b", "a", relation="via")]).nodes} == set("xab")


def test_boxes_do_not_overlap():
    entries = [entry(f"n{i}") for i in range(5)] + [entry("m", "n1"), entry("k", "n1")]
    places = [(n.column, n.y) for n in drawn(entries).nodes]
    for column in {c for c, _ in places}:
        ys = sorted(y for c, y in places if c == column)
        assert all(b - a > HEIGHT for a, b in pairwise(ys))


def test_many_become_a_number_that_opens():
    entries = [entry(f"n{i:02}") for i in range(MOST_BESIDE + 8)]
    drawing = drawn(entries)
    assert drawing.hidden == 8
    assert [n.hidden for n in drawing.nodes if n.hidden] == [8]
    assert drawn(entries, ["x"]).hidden == 0


def test_a_drawing_is_never_larger_than_can_be_read():
    entries = [entry(f"n{i:03}") for i in range(300)]
    drawing = drawn(entries, ["x"])
    assert len(drawing.nodes) <= MOST_NODES + 1
    assert drawing.hidden == 300 - MOST_NODES + 1
