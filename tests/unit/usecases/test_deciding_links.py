import pytest
from twins import PRIME_MINISTER, Cited, Own, committee, document

from danchieu.contract import to_result
from danchieu.contract.decisions import LinkWish
from danchieu.errors import NotFoundError, UnclearDecisionError
from danchieu.usecases import (
    decide_link,
    link_decisions,
    open_memory_store,
    record_of,
    show_document,
    trace,
    undo_link_decision,
)

SAO_MAI = committee("Sao Mai")
WHEN = "2026-02-03T04:05:06Z"
GOAL, SLIP = "61/QĐ-TTg", "16/QĐ-TTg"


def saying(body, own, *cited):
    made = document(body, own, cited)
    return record_of(made, to_result(made))


def cited(code, date="2020-02-02", issuer=PRIME_MINISTER, printed="QĐ"):
    return Cited(printed, "implements", code, date, issuer)


def plan(number, *citations, words="QĐ", date="2021-03-01"):
    own = Own(f"{number}/KH-UBND", None, "Kế hoạch", SAO_MAI, date, "trồng cây")
    return saying(f"Kế hoạch {number}: {words}", own, *citations)


HELD = saying(
    "Quyết định 61", Own(GOAL, None, "Quyết định", PRIME_MINISTER, "2020-02-02")
)
RIGHT = plan(1, cited(GOAL))
WRONG = plan(2, cited(SLIP))
VAGUE = plan(3, cited(GOAL, None, None))


@pytest.fixture
def store():
    opened = open_memory_store()
    opened.save_all([HELD, RIGHT, WRONG, VAGUE])
    yield opened
    opened.close()


def wish(kind, one, other=None):
    return LinkWish(kind=kind, one=one, other=other, who="Lan", why="đã đối chiếu")


def decide(store, *words):
    return decide_link(store, wish(*words), when=WHEN)


def target_of(store, record):
    return show_document(store, record.id).citations[0].document_id


def node_of(store, record):
    return store.placements(record.id)[0].node_id


def test_a_misprinted_number_is_linked_by_a_person(store):
    assert target_of(store, WRONG) != node_of(store, HELD)
    decided = decide(store, "link", f"{WRONG.id}:{SLIP}", GOAL)
    assert target_of(store, WRONG) == node_of(store, HELD)
    assert {e.document.code for e in trace(store, GOAL)} >= {"1/KH-UBND", "2/KH-UBND"}
    assert (decided.who, decided.why, decided.made_at) == ("Lan", "đã đối chiếu", WHEN)
    assert decided.one.means == decided.other.means


def test_a_decision_outlives_reading_removing_and_loading_again(store):
    decide(store, "link", f"{WRONG.id}:{SLIP}", GOAL)
    for record in (WRONG, HELD, RIGHT):
        store.save(record)
        assert target_of(store, WRONG) == node_of(store, HELD)
    for record in (WRONG, HELD):
        store.remove(record.id)
        store.save(record)
        assert target_of(store, WRONG) == node_of(store, HELD)


def test_a_decision_holds_where_a_new_reading_says_it_otherwise(store):
    decide(store, "link", f"{WRONG.id}:{SLIP}", GOAL)
    store.save(plan(2, cited(SLIP, "2020-02"), words="QĐ"))
    assert target_of(store, WRONG) == node_of(store, HELD)


def test_an_undone_decision_stays_in_the_list_only(store):
    before = target_of(store, WRONG)
    number = decide(store, "link", f"{WRONG.id}:{SLIP}", GOAL).id
    undo_link_decision(store, number, who="Hoa", when=WHEN)
    assert target_of(store, WRONG) == before
    (kept,) = link_decisions(store)
    assert (kept.undone_by, kept.undone_at) == ("Hoa", WHEN)
    with pytest.raises(NotFoundError):
        undo_link_decision(store, number, who="Hoa", when=WHEN)


def test_a_link_is_taken_away(store):
    decide(store, "no-link", f"{RIGHT.id}:{GOAL}")
    assert target_of(store, RIGHT) is None
    assert "1/KH-UBND" not in {e.document.code for e in trace(store, GOAL)}


def test_two_nodes_become_one_and_two_again(store):
    slip = target_of(store, WRONG)
    decide(store, "same", slip, HELD.id)
    assert target_of(store, WRONG) == node_of(store, HELD)
    decide(store, "not-same", f"{WRONG.id}:{SLIP}", HELD.id)
    assert target_of(store, WRONG) != node_of(store, HELD)


def test_what_the_texts_unite_a_person_parts(store):
    other_day = plan(4, cited(GOAL, "2020-05-05"))
    store.save(other_day)
    assert target_of(store, other_day) == node_of(store, HELD)
    decide(store, "not-same", f"{other_day.id}:{GOAL}", HELD.id)
    assert target_of(store, other_day) not in {None, node_of(store, HELD)}
    assert target_of(store, RIGHT) == node_of(store, HELD)


def test_of_two_that_a_citation_could_mean_one_is_left_when_they_are_one(store):
    for day, issuer in (("2019-01-01", "A"), ("2020-07-07", "B")):
        held = saying(f"{issuer}", Own("8/QĐ-UBND", issuer=SAO_MAI, date=day))
        store.save(held)
    open_one = plan(5, cited("8/QĐ-UBND", None, SAO_MAI))
    store.save(open_one)
    assert target_of(store, open_one) is None
    first, second = store.nodes_of_code("8/qđ-ubnd")
    decide(store, "same", first, second)
    assert target_of(store, open_one) in {first, second}


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("same", GOAL), UnclearDecisionError),
        (("link", GOAL, SLIP), UnclearDecisionError),
        (("same", GOAL, "9999/QĐ-TTg"), NotFoundError),
        (("same", GOAL, GOAL), UnclearDecisionError),
    ],
)
def test_an_unclear_decision_is_refused(store, words, error):
    with pytest.raises(error):
        decide(store, *words)


def test_the_order_of_loading_does_not_matter():
    found = []
    records = [HELD, RIGHT, WRONG, VAGUE]
    for order in (records, records[::-1], [WRONG, HELD, VAGUE, RIGHT]):
        store = open_memory_store()
        store.save_all([HELD, WRONG])
        decide(store, "link", f"{WRONG.id}:{SLIP}", HELD.id)
        for record in (HELD, WRONG):
            store.remove(record.id)
        for record in order:
            store.save(record)
        found.append({r.id: store.placements(r.id) for r in records})
        store.close()
    assert found[0] == found[1] == found[2]
