import json
import zipfile
from io import BytesIO

import pytest
import twins
from factories import knowledge

from danchieu.contract import to_result
from danchieu.evaluation.gold_schema import GoldDocument
from danchieu.usecases import (
    add_document,
    open_memory_store,
    show_document,
    show_result,
    trace,
)
from danchieu.usecases.correcting import apply_corrections, kept_keys
from danchieu.usecases.correction_gold import corrections_as_gold
from danchieu.usecases.read_facts import facts_of
from danchieu.usecases.reviewing import (
    Decision,
    decide,
    decisions_on,
    doubtful_facts,
    undo,
    unmatched,
)
from danchieu.usecases.typed_values import WrongValueError

BODY = """KẾ HOẠCH trồng sen

Thực hiện Quyết định số 31/QĐ-TTg, tỉnh trồng sen. Nhắc Công văn số 5/UBND-NN.
"""
WHEN = "2026-02-03T04:05:06Z"


def reading(code="77/KH-UBND", body=BODY):
    cited = [
        twins.Cited(
            "Quyết định số 31/QĐ-TTg",
            "implements",
            code="31/QĐ-TTg",
            date="2020-01-02",
            issuer=twins.PRIME_MINISTER,
            type="Quyết định",
            cue="Thực hiện",
        ),
        twins.Cited("Công văn số 5/UBND-NN", code="5/UBND-NN", type="Công văn"),
    ]
    own = twins.Own(
        code=code,
        type="Kế hoạch",
        issuer=twins.committee("Lào Cai"),
        date="2021-03-05",
        title="trồng sen",
    )
    document = twins.document(body, own, cited)
    return document, to_result(document)


@pytest.fixture
def store():
    return open_memory_store()


@pytest.fixture
def stored(store):
    return add_document(store, *reading())


def say(store, stored, key, action="correct", who="Lan", **typed):
    return decide(store, stored.id, Decision(key, action, who, typed), when=WHEN)


def key_of(stored, value):
    return next(f.key for f in facts_of(stored) if value in f.value)


def test_a_corrected_value_is_shown_with_who_said_it(store, stored):
    say(store, stored, "header.code", value="78/KH-UBND")
    head = show_document(store, stored.id).header
    assert (head.code.value, head.number.value) == ("78/KH-UBND", "78")
    assert (head.code.method, head.code.confidence) == ("user:Lan", 1.0)


def test_what_was_read_stays_as_it_was_read(store, stored):
    say(store, stored, "header.code", value="78/KH-UBND")
    assert show_result(store, stored.id).header.code.value == "77/KH-UBND"


def test_a_decision_keeps_who_when_and_the_old_value(store, stored):
    say(store, stored, "header.code", value="78/KH-UBND")
    [kept] = decisions_on(store, stored.id)
    assert (kept.who, kept.made_at) == ("Lan", WHEN)
    assert json.loads(kept.old) == {"value": "77/KH-UBND"}
    assert json.loads(kept.new) == {"value": "78/KH-UBND"}


def test_undoing_brings_the_read_value_back(store, stored):
    number = say(store, stored, "header.code", value="78/KH-UBND")
    assert undo(store, number, who="Mai", when=WHEN) == stored.id
    assert show_document(store, stored.id).header.code.value == "77/KH-UBND"


@pytest.mark.parametrize("action", ["reject", "unreadable"])
def test_a_rejected_value_is_gone(store, stored, action):
    say(store, stored, "header.title", action)
    result = show_document(store, stored.id)
    assert result.header.title is None
    told = [w for w in result.warnings if w.code == "marked-unreadable"]
    assert bool(told) == (action == "unreadable")


def test_an_absent_value_can_be_entered(store, stored):
    say(store, stored, "header.urgency", value="Khẩn")
    assert show_document(store, stored.id).header.urgency.value == "Khẩn"


def test_a_rejected_citation_is_gone_and_the_others_keep_their_keys(store, stored):
    say(store, stored, key_of(stored, "31/QĐ-TTg"), "reject")
    result = show_document(store, stored.id)
    assert [c.code for c in result.citations] == ["5/UBND-NN"]
    keys = kept_keys(show_result(store, stored.id), decisions_on(store, stored.id))
    assert keys["citations"] == [key_of(result, "5/UBND-NN")]


def test_decisions_survive_a_new_reading_and_the_graph_follows(store, stored):
    say(store, stored, "header.code", value="78/KH-UBND")
    say(store, stored, key_of(stored, "5/UBND-NN"), "reject")
    again = add_document(store, *reading())
    assert again.header.code.value == "78/KH-UBND"
    assert len(again.citations) == 1
    [entry] = trace(store, "31/QĐ-TTg")
    assert entry.document.code == "78/KH-UBND"


def test_a_rejected_citation_makes_no_edge(store, stored):
    say(store, stored, key_of(stored, "31/QĐ-TTg"), "reject")
    add_document(store, *reading())
    assert trace(store, "31/QĐ-TTg") == ()


def test_a_corrected_code_of_a_citation_moves_its_edge(store, stored):
    key = key_of(stored, "31/QĐ-TTg")
    say(store, stored, key, code="13/QĐ-TTg", date="02/01/2020", relation="implements")
    add_document(store, *reading())
    [entry] = trace(store, "13/QĐ-TTg")
    assert entry.document.code == "77/KH-UBND"


def test_a_typed_body_means_the_one_we_know(store, stored):
    decision = Decision(
        "header.issuer", "correct", "Lan", {"value": "UBND tỉnh Sơn La"}
    )
    decide(store, stored.id, decision, when=WHEN, knowledge=knowledge())
    issuer = show_document(store, stored.id).header.issuer.value
    assert (issuer.level, issuer.province) == ("province", "Sơn La")
    assert issuer.name == "Ủy ban nhân dân tỉnh Sơn La"


def test_a_wrong_value_is_refused_and_nothing_is_kept(store, stored):
    with pytest.raises(WrongValueError):
        say(store, stored, "header.issued_on", value="31/02/2021")
    assert decisions_on(store, stored.id) == ()


def test_a_decision_on_what_is_no_longer_read_is_told(store, stored):
    number = say(store, stored, key_of(stored, "5/UBND-NN"), "accept")
    document, _ = reading()
    fewer = to_result(document).model_copy(
        update={"citations": to_result(document).citations[:1]}
    )
    assert unmatched(fewer, decisions_on(store, stored.id)) == {number}
    assert apply_corrections(fewer, decisions_on(store, stored.id)) == fewer


def test_certain_values_are_not_queued(store, stored):
    assert doubtful_facts(store) == ()


def test_corrected_documents_leave_as_gold(store, stored):
    say(store, stored, "header.code", value="78/KH-UBND")
    packed = zipfile.ZipFile(BytesIO(corrections_as_gold(store)))
    gold_name, text_name = sorted(packed.namelist(), reverse=True)
    assert packed.read(text_name).decode().startswith("KẾ HOẠCH")
    gold = GoldDocument.model_validate_json(packed.read(gold_name))
    assert gold.header.code == "78/KH-UBND"
    assert "header.code correct by Lan" in gold.notes
