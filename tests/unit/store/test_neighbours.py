import pytest
from synthetic_archive import load_in_some_order, make_archive

from danchieu.store.engine import open_database
from danchieu.store.nodes import read_nodes_of_code
from danchieu.store.placing import place_codes
from danchieu.store.reading import read_placements
from danchieu.usecases import open_store
from danchieu.usecases.placing import place


@pytest.mark.parametrize("seed", range(3))
def test_placing_whole_codes_anew_moves_nothing(database_url, tmp_path, seed):
    made = make_archive(40, seed)
    store = open_store(database_url, tmp_path)
    load_in_some_order(store, made, seed)
    before = [store.placements(m.right.id) for m in made]
    store.close()
    codes = {n.naming.key.code for m in made for n in m.right.named if n.naming}
    database = open_database(database_url)
    with database.writing() as connection:
        nodes = [read_nodes_of_code(connection, c) for c in sorted(codes)]
        place_codes(connection, codes, place)
        assert [read_nodes_of_code(connection, c) for c in sorted(codes)] == nodes
        assert [read_placements(connection, m.right.id) for m in made] == before
    database.close()
