from scale_archive import document_id, make_graph, records_of
from scale_walk import Walk

from danchieu.graph import Caps, implementers, path_between
from danchieu.usecases import open_store

SIZE, SEED = 250, 7


def test_either_database_answers_as_a_walk_over_arrays(database_url, tmp_path):
    graph = make_graph(SIZE, SEED)
    walk = Walk(graph)
    store = open_store(database_url, tmp_path)
    for part in records_of(graph, SEED, 60):
        store.save_all(part)
    nodes = [store.placements(document_id(n))[0].node_id for n in range(SIZE)]
    numbers = {node: n for n, node in enumerate(nodes)}
    assert len(numbers) == SIZE
    for number in range(0, SIZE, 5):
        found = implementers(nodes[number], store)
        told = {(numbers[f.node_id], f.way) for f in found}
        assert told == walk.implementers(number)
        page = implementers(nodes[number], store, Caps(documents=3))
        assert _direct(page) == _direct(found)[:3]
        path = path_between([nodes[-1]], [nodes[number]], store, caps=Caps(levels=8))
        assert len(path) == walk.path(SIZE - 1, number)
    store.close()


def _direct(found):
    return [(f.node_id, f.path) for f in found if f.way == "direct"]
