from dataclasses import replace

import pytest
from store_records import first_name, place_by_key, record

from danchieu.domain.page import Page
from danchieu.store import Card, Correction, Doubt, Query

PLAN = Card(
    kind="administrative",
    type="Kế hoạch",
    issuer="Ủy ban nhân dân tỉnh Cây Xanh",
    province="Cây Xanh",
    year=2021,
    signer="Lê Văn Lá",
    fields="12/KH-UBND\nPhát triển sở hữu trí tuệ",
)
BODY = "Sở Khoa học trồng cây đa.\n"


def document(name, text=BODY, **card):
    pages = (Page(1, text), Page(2, "trang hai\n"))
    return replace(record(name), pages=pages, card=replace(PLAN, **card))


@pytest.fixture
def archive(open_here):
    return open_here(place_by_key, first_name)


def ids(archive, words="", **facets):
    chosen = tuple((name, (value,)) for name, value in facets.items())
    return archive.shelf.search(Query(words, chosen), limit=10).ids


@pytest.mark.parametrize(
    "words",
    [
        *("sở hữu trí tuệ", "so huu tri tue", "SỞ HỮU TRÍ TUỆ", "trí tuệ sở hữu"),
        *("12/KH-UBND", "cay da", "trang hai", "trong cay so huu"),
    ],
)
def test_words_are_found_with_and_without_marks(archive, words):
    archive.save(document("12"))
    assert ids(archive, words) == ("id-12",)


@pytest.mark.parametrize("words", ["chiến lược", '"', "***", "NEAR(", "a:b"])
def test_what_is_not_printed_is_not_found(archive, words):
    archive.save(document("12"))
    assert ids(archive, words) == ()


def test_exact_accents_come_first_then_the_phrase(archive):
    archive.save_all(
        [
            document("1", "so huu, cay da", fields=""),
            document("2", "số hữu ca đá cây dạ", fields=""),
            document("3", "có cây đa ở đây", fields=""),
        ]
    )
    assert ids(archive, "cây đa") == ("id-3", "id-2", "id-1") or ids(
        archive, "cây đa"
    ) == ("id-3", "id-1", "id-2")


def test_facets_narrow_and_count(archive):
    archive.save_all([document("1"), document("2", type="Báo cáo", year=2023)])
    assert ids(archive, "cay", type="Báo cáo") == ("id-2",)
    assert ids(archive, "", year="2021") == ("id-1",)
    found = archive.shelf.search(Query("cay"), limit=1)
    assert (found.total, len(found.ids)) == (2, 1)
    assert found.facets["year"] == (("2023", 1), ("2021", 1))


def test_what_is_removed_or_replaced_is_not_found(archive):
    archive.save(document("1"))
    archive.save(document("1", "chỉ có hoa\n"))
    assert ids(archive, "cây đa") == ()
    archive.remove("id-1")
    assert ids(archive) == ()


def test_documents_without_a_card_are_told(archive):
    archive.save_all([record("1"), document("2")])
    assert archive.shelf.uncarded(5) == ("id-1",)


def decision(action="accept", key="header.code"):
    return Correction("id-1", key, action, None, None, None, "Lan", "2026-01-02T03:04")


def test_the_least_sure_value_is_asked_first_until_somebody_decides(archive):
    doubts = (
        Doubt("header.title", "header.title", "T", 0.6, 1),
        Doubt("header.code", "header.code", "12", 0.3, 1),
    )
    archive.save(replace(document("1"), doubts=doubts))
    assert [q.doubt.key for q in archive.shelf.doubts()] == [
        "header.code",
        "header.title",
    ]
    number = archive.shelf.decide(decision())
    assert [q.doubt.key for q in archive.shelf.doubts()] == ["header.title"]
    assert archive.shelf.count_doubts() == (("header.title", 1),)
    assert archive.shelf.undo(number, who="Mai", when="2026-01-03") == "id-1"
    assert len(archive.shelf.doubts()) == 2


def test_decisions_stay_when_the_document_is_read_again_or_removed(archive):
    archive.save(document("1"))
    archive.shelf.decide(decision())
    archive.save(document("1", "khác\n"))
    archive.remove("id-1")
    [kept] = archive.shelf.corrections("id-1")
    assert (kept.who, kept.action, kept.undone_at) == ("Lan", "accept", None)


def test_undoing_keeps_who_and_when_and_happens_once(archive):
    number = archive.shelf.decide(decision())
    archive.shelf.undo(number, who="Mai", when="2026-01-03")
    assert archive.shelf.undo(number, who="Hoa", when="2026-01-04") is None
    [kept] = archive.shelf.latest_corrections()
    assert (kept.undone_by, kept.undone_at) == ("Mai", "2026-01-03")
    assert archive.shelf.corrected_documents() == []


def test_searches_are_kept_by_name(archive):
    archive.shelf.save_search("Của tôi", "q=cây")
    archive.shelf.save_search("Của tôi", "q=lá")
    assert archive.shelf.saved_searches() == (("Của tôi", "q=lá"),)
    archive.shelf.forget_search("Của tôi")
    assert archive.shelf.saved_searches() == ()
