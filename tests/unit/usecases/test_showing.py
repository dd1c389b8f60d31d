import pytest
from twins import Cited, Own, committee, document

from danchieu.contract import to_result
from danchieu.errors import NotFoundError
from danchieu.usecases import (
    add_document,
    add_documents,
    count_documents,
    list_documents,
    open_memory_store,
    open_store,
    remove_document,
    show_document,
    show_file,
    show_page,
    show_result,
)

SAO_MAI = committee("Sao Mai")
HELD = Own("12/KH-UBND", type="Kế hoạch", issuer=SAO_MAI, date="2021-03-01")


def citing(date, name="citing.txt"):
    printed = f"Kế hoạch số 12/KH-UBND ngày {date}"
    cited = Cited(printed, "mentions", "12/KH-UBND", date, SAO_MAI)
    return document(printed, Own(title="Tin", kind="news"), [cited], name=name)


def add(store, found):
    return add_document(store, found, to_result(found))


@pytest.fixture
def store():
    store = open_memory_store()
    yield store
    store.close()


def test_the_result_comes_back_with_its_id(store):
    held = document("trồng cây", HELD)
    shown = add(store, held)
    assert shown.id == held.source.sha256[:32]
    assert shown.header.code.value == "12/KH-UBND"
    assert show_result(store, shown.id) == to_result(held)


def test_a_citation_is_linked_when_its_document_comes_later(store):
    first = add(store, citing("2021-03-01"))
    add(store, document("trồng cây", HELD))
    linked = show_document(store, first.id).citations[0]
    (node,) = store.nodes([linked.document_id]).values()
    assert node.documents and linked.warnings == ()


def test_a_misprinted_date_is_remarked_where_it_stands(store):
    add(store, document("trồng cây", HELD))
    right, wrong = citing("2021-03-01"), citing("2021-03-11")
    shown = [add(store, right), add(store, wrong)]
    shown = [show_document(store, s.id).citations[0] for s in shown]
    assert shown[0].document_id == shown[1].document_id
    assert [[w.code for w in c.warnings] for c in shown] == [[], ["two-dates"]]


def test_a_citation_that_could_mean_several_says_so(store):
    add(store, document("một", HELD))
    add(store, document("hai", Own("12/KH-UBND", issuer=SAO_MAI, date="2020-02-02")))
    printed = "Kế hoạch số 12/KH-UBND"
    cited = Cited(printed, "mentions", "12/KH-UBND", None, SAO_MAI)
    shown = add(store, document(printed, Own(), [cited]))
    assert shown.citations[0].document_id is None
    assert [w.code for w in shown.citations[0].warnings] == ["several-documents"]


def test_pages_and_file_come_back(store):
    shown = add(store, document("trang một\ftrang hai", HELD, name="kh.txt"))
    assert show_page(store, shown.id, 2).text == "trang hai"
    assert show_file(store, shown.id).name == "kh.txt"


def test_the_list_tells_what_is_held(store):
    add(store, document("trồng cây", HELD))
    (summary,) = list_documents(store)
    assert (summary.code, summary.issuer) == ("12/KH-UBND", SAO_MAI)
    assert count_documents(store) == 1


def test_a_removed_document_is_not_found(store):
    shown = add(store, document("trồng cây", HELD))
    remove_document(store, shown.id)
    with pytest.raises(NotFoundError):
        show_document(store, shown.id)


def test_an_archive_on_disk_is_the_same_when_opened_again(tmp_path):
    url = f"sqlite:///{tmp_path / 'deep' / 'danchieu.db'}"
    first = open_store(url, tmp_path / "deep")
    shown = add(first, document("trồng cây", HELD))
    first.close()
    second = open_store(url, tmp_path / "deep")
    assert show_document(second, shown.id) == shown
    assert show_file(second, shown.id).content == "trồng cây".encode()
    second.close()


def test_many_are_added_at_once(store):
    many = [document("một", HELD), document("hai", Own(title="Hai"))]
    ids = add_documents(store, [(d, to_result(d)) for d in many])
    assert [show_document(store, i).id for i in ids] == list(ids)
