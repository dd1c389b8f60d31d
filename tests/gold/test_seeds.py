"""The five founding texts as text, PDF and scan; they are development data."""

import statistics

import pytest
from media import MEDIA, SHARED, needs_shared, read_as, seed_table

from danchieu.usecases import add_document, open_memory_store, trace

pytestmark = needs_shared

FLOORS = {
    "kind": 1.0,
    "type": 1.0,
    "code": 1.0,
    "symbol": 1.0,
    "place": 1.0,
    "date": 1.0,
    "signer": 1.0,
    "issuer": 0.99,
    "title": 0.99,
    "citations": 0.95,
    "citation.relation": 0.85,
    "targets": 0.85,
    "assignments": 0.75,
}
SCAN_SEEDS = (1, 2, 3)
SCAN_FIELDS = ("code", "date", "type", "issuer", "citations")


@pytest.mark.parametrize("medium", ["text", "pdf"])
@pytest.mark.parametrize("field", FLOORS)
def test_a_field_reaches_its_floor(medium, field):
    table = seed_table(medium)
    lost = [str(loss) for loss in table.losses if loss.field == field]
    assert table.fields[field].f1 >= FLOORS[field], lost


@pytest.mark.parametrize("field", SCAN_FIELDS)
def test_light_scans_stay_close_to_the_text(field):
    scans = [seed_table("scan", seed) for seed in SCAN_SEEDS]
    lost = [str(x) for scan in scans for x in scan.losses if x.field == field]
    mean = statistics.mean(scan.fields[field].f1 for scan in scans)
    assert mean >= seed_table("text").fields[field].f1 - 0.03, lost


@pytest.fixture(scope="module")
def archive():
    store = open_memory_store()
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        reading = read_as(path, "text")
        add_document(store, reading.document, reading.result)
    return store


def traced(archive):
    return {
        (e.document.code, e.document.issuer.province): e
        for e in trace(archive, "1068/QĐ-TTg")
    }


@pytest.mark.parametrize(
    ("code", "province", "relation", "held"),
    [
        ("65/KH-UBND", "Sơn La", "direct", True),
        ("110/KH-UBND", "Sóc Trăng", "direct", False),
        (None, "Bắc Giang", "via", True),
    ],
)
def test_who_implements_the_strategy(archive, code, province, relation, held):
    entry = traced(archive)[code, province]
    assert (entry.relation, entry.document.in_archive) == (relation, held)


def test_the_report_goes_through_the_plan_that_it_names(archive):
    path = traced(archive)[None, "Bắc Giang"].path
    assert "488/KH-UBND" in [hop.code for hop in path]
    assert len({hop.stated_by for hop in path}) == 1


def test_who_has_nothing_to_do_with_it_is_not_listed(archive):
    symbols = {e.document.title for e in trace(archive, "1068/QĐ-TTg")}
    assert not any("hội thảo" in title for title in symbols if title)


def test_one_directive_with_two_dates_is_one_node_with_a_warning(archive):
    entries = trace(archive, "01/CT-UBND")
    assert {e.target.id for e in entries} == {entries[0].target.id}
    assert "two-dates" in {w.code for e in entries for w in e.warnings}


@pytest.mark.parametrize("medium", MEDIA)
@pytest.mark.parametrize(
    "name", ["soctrang-tin-kehoach-110-2021", "thainguyen-tin-taphuan-2023"]
)
def test_the_frame_of_a_web_page_gives_no_number(name, medium):
    result = read_as(SHARED / "seeds" / f"{name}.txt", medium).result
    codes = {c.code for c in result.citations}
    assert codes <= {"110/KH-UBND", None}
    assert result.header.code is None


def test_a_blank_number_makes_a_draft():
    path = SHARED / "seeds" / "bacgiang-baocao-snv-2022.txt"
    result = read_as(path, "text").result
    assert (result.draft, result.header.code) == (True, None)
