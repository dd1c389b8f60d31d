import pytest
import twins
from factories import knowledge

from danchieu.contract import to_result
from danchieu.store import Query
from danchieu.usecases import add_document, open_memory_store
from danchieu.usecases.carding import put_missing_on_shelf
from danchieu.usecases.searching import mark_words, search
from danchieu.usecases.suggesting import suggest

BODY = (
    "KẾ HOẠCH trồng sen\n\nMở đầu.\n\fTrang hai nói về\nnuôi ong lấy mật ở vùng cao.\n"
)


@pytest.fixture
def store():
    store = open_memory_store()
    own = twins.Own("7/KH-UBND", "KH-UBND", "Kế hoạch", twins.committee("Lào Cai"))
    document = twins.document(BODY, own)
    add_document(store, document, to_result(document))
    return store


@pytest.mark.parametrize("words", ["nuôi ong", "nuoi ong", "về nuôi", "7/kh-ubnd"])
def test_a_hit_shows_where_its_words_stand(store, words):
    [hit] = search(store, Query(words)).hits
    assert hit.summary.code == "7/KH-UBND"
    shown = "".join(p.text for p in hit.snippet)
    if "/" not in words:
        assert hit.page == 2
        assert any(p.hit for p in hit.snippet)
        assert "\n" not in shown


def test_facets_are_those_of_the_head(store):
    answer = search(store, Query(""))
    assert answer.facets["province"] == (("Lào Cai", 1),)
    assert answer.facets["type"] == (("Kế hoạch", 1),)
    assert answer.hits[0].snippet == ()


def test_the_phrase_is_marked_before_single_words():
    pieces = mark_words("ong và nuôi ong", "nuoi ong")
    assert [p.text for p in pieces if p.hit] == ["nuôi ong"]


def test_documents_of_an_earlier_version_become_searchable(store):
    with store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM search_cards")
        connection.exec_driver_sql("DELETE FROM search_text")
    assert search(store, Query("nuôi ong")).total == 0
    assert put_missing_on_shelf(store) == 1
    assert search(store, Query("nuôi ong")).total == 1


@pytest.mark.parametrize("asked", ["7", "nuoi ong", "7/KH-UBND"])
def test_a_number_or_a_name_leads_to_documents(store, asked):
    assert [d.code for d in suggest(store, asked, knowledge())] == ["7/KH-UBND"]
