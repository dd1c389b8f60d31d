import zipfile
from io import BytesIO

import pytest
import twins
from factories import knowledge

from danchieu.contract import to_result
from danchieu.errors import NotFoundError
from danchieu.evaluation.gold_schema import GoldDocument
from danchieu.usecases import add_document, open_memory_store, show_document, trace
from danchieu.usecases.correcting import kept_keys
from danchieu.usecases.correction_gold import corrections_as_gold
from danchieu.usecases.pointing import evidence_at
from danchieu.usecases.reviewing import Decision, decide, decisions_on, undo, unmatched
from danchieu.usecases.showing import show_page, show_result
from danchieu.usecases.typed_values import WrongValueError

BODY = """KẾ HOẠCH nuôi ong

Căn cứ Quyết định số 45/QĐ-TTg. Sở Tài chính cấp vốn. Có 30 tổ nuôi ong vào năm 2024.
"""
WHEN = "2026-03-04T05:06:07Z"
ENTRIES = {
    "citations": {"code": "45/QĐ-TTg", "type": "Quyết định", "relation": "based_on"},
    "assignments": {"agency": "Sở Tài chính", "role": "lead", "task": "cấp vốn"},
    "targets": {
        "text": "30 tổ nuôi ong",
        "comparator": "=",
        "min": "30",
        "unit": "tổ",
        "by": "2024",
    },
    "results": {"text": "đã lập 4 tổ", "comparator": ">=", "min": "4"},
    "recipients": {"text": "Như Điều 2", "purpose": "để thực hiện"},
    "signatures": {"name": "Vi Thị Sen", "title": "PHÓ CHỦ TỊCH"},
}


def reading():
    own = twins.Own(
        code="9/KH-UBND",
        type="Kế hoạch",
        issuer=twins.committee("Điện Biên"),
        date="2022-04-06",
        title="nuôi ong",
    )
    document = twins.document(BODY, own, [])
    return document, to_result(document)


@pytest.fixture
def store():
    return open_memory_store()


@pytest.fixture
def stored(store):
    return add_document(store, *reading())


def say(store, stored, key, action="add", evidence=(), **typed):
    decision = Decision(key, action, "Lan", typed or ENTRIES.get(key, {}), evidence)
    return decide(store, stored.id, decision, when=WHEN, knowledge=knowledge())


def key_in(store, stored, field):
    keys = kept_keys(show_result(store, stored.id), decisions_on(store, stored.id))
    return keys[field][-1]


@pytest.mark.parametrize("field", ENTRIES)
def test_an_added_entry_is_shown_and_can_be_undone(store, stored, field):
    before = len(getattr(stored, field))
    number = say(store, stored, field)
    assert len(getattr(show_document(store, stored.id), field)) == before + 1
    assert unmatched(show_result(store, stored.id), decisions_on(store, stored.id)) == (
        set()
    )
    undo(store, number, who="Mai", when=WHEN)
    assert len(getattr(show_document(store, stored.id), field)) == before


def test_a_new_reading_keeps_what_was_added(store, stored):
    for field in ENTRIES:
        say(store, stored, field)
    again = add_document(store, *reading())
    assert [c.code for c in again.citations] == ["45/QĐ-TTg"]
    assert again.citations[0].method == "user:Lan"
    assert again.assignments[-1].agency.name == "Sở Tài chính tỉnh Điện Biên"
    target = again.targets[-1]
    assert (target.min, target.max, target.by) == (30, 30, "2024")
    assert again.recipients[-1].purpose == "để thực hiện"
    assert again.signatures[-1].name == "Vi Thị Sen"


def test_the_issuer_of_an_added_citation_is_known_and_can_be_corrected(store, stored):
    typed = ENTRIES["citations"] | {"issuer": "Thủ tướng Chính phủ"}
    say(store, stored, "citations", **typed)
    added = show_document(store, stored.id).citations[-1]
    assert added.issuer.level == "central"
    key = key_in(store, stored, "citations")
    wrong = typed | {"issuer": "UBND tỉnh Điện Biên"}
    say(store, stored, key, "correct", **wrong)
    corrected = show_document(store, stored.id).citations[-1]
    assert corrected.issuer.province == "Điện Biên"


def test_an_added_citation_makes_an_edge_with_its_words(store, stored):
    page = show_page(store, stored.id, 1)
    start = BODY.index("Căn cứ")
    words = evidence_at(page, start, BODY.index(". Sở"))
    typed = {**ENTRIES["citations"], "relation": "implements"}
    say(store, stored, "citations", evidence=(words,), **typed)
    again = add_document(store, *reading())
    [entry] = trace(store, "45/QĐ-TTg")
    assert entry.document.code == "9/KH-UBND"
    assert entry.path[0].quote == "Căn cứ Quyết định số 45/QĐ-TTg"
    assert again.citations[0].document_id == entry.target.id


def test_an_added_entry_can_be_corrected_and_taken_out(store, stored):
    say(store, stored, "assignments")
    key = key_in(store, stored, "assignments")
    other = {**ENTRIES["assignments"], "role": "coordinate"}
    say(store, stored, key, "correct", **other)
    duties = show_document(store, stored.id).assignments
    assert [d.role for d in duties] == ["coordinate"]
    assert '"lead"' in decisions_on(store, stored.id)[-1].old
    number = say(store, stored, key, "reject")
    assert show_document(store, stored.id).assignments == ()
    undo(store, number, who="Mai", when=WHEN)
    assert len(show_document(store, stored.id).assignments) == 1


def test_a_read_recipient_can_be_taken_out(store):
    document, result = reading()
    line = {"text": "Lưu: VT"}
    shown = add_document(
        store,
        document,
        result.model_validate(
            {**result.model_dump(by_alias=True), "recipients": [line]}
        ),
    )
    say(store, shown, key_in(store, shown, "recipients"), "reject")
    assert show_document(store, shown.id).recipients == ()


def test_added_entries_leave_as_gold(store, stored):
    say(store, stored, "citations")
    say(store, stored, "recipients")
    packed = zipfile.ZipFile(BytesIO(corrections_as_gold(store)))
    name = next(n for n in packed.namelist() if n.startswith("gold/"))
    gold = GoldDocument.model_validate_json(packed.read(name))
    assert [c.code for c in gold.citations] == ["45/QĐ-TTg"]
    assert [r.text for r in gold.recipients] == ["Như Điều 2"]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("citations", {"relation": "based_on"}),
        ("signatures", {"title": ""}),
        ("recipients", {"text": " "}),
    ],
)
def test_an_empty_entry_is_refused(store, stored, field, typed):
    with pytest.raises(WrongValueError):
        say(store, stored, field, **typed)
    assert decisions_on(store, stored.id) == ()


def test_only_lists_take_entries(store, stored):
    with pytest.raises(NotFoundError):
        say(store, stored, "header.title", value="x")
