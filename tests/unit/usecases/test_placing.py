from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danchieu.domain.link import DocumentKey
from danchieu.store import Naming
from danchieu.usecases.placing import place

CODE = "12/kh-ubnd"


def said(
    issuer: str | None = None,
    date: str | None = None,
    name: str | None = None,
    **more,
) -> Naming:
    year = int(date[:4]) if date else None
    return Naming(DocumentKey(more.pop("code", CODE), issuer, year), date, name, **more)


def nodes(*namings: Naming) -> list[int | None]:
    """Return small numbers for the nodes, in order; None where it stays open."""
    placed = place(namings)
    ids: dict[str, int] = {}
    return [
        ids.setdefault(node, len(ids)) if (node := placed[n].node_id) else None
        for n in namings
    ]


LOCAL = "vn:ubnd:sao-mai"
SAME = [0, 0]
APART = [0, 1]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (said("ubnd-a", "2021-03-01"), said("ubnd-a", "2021-03-01", "x"), SAME),
        (said("ubnd-a", "2021-03-01"), said("ubnd-a", "2021-03-09"), SAME),
        (said("ubnd-a", "2021-03-01"), said("ubnd-b", "2021-03-01"), APART),
        (said("ubnd-a", "2021-03-01"), said("ubnd-a", "2022-05-01"), APART),
        (said("ubnd-a", "2021-01-16"), said("ubnd-a", "2014-01-16"), SAME),
        (
            said("ubnd-a", "2021-01-16", "thu gom rác năm 2021"),
            said("ubnd-a", "2022-02-17", "thu gom rác năm 2022"),
            APART,
        ),
        (
            said("ubnd-a", "2021-01-16", "thu gom rác thải nhựa ở bến tàu"),
            said("ubnd-a", "2012-02-17", "thu gom rác thải nhựa ở bến tàu"),
            SAME,
        ),
        (
            said("ubnd-a", "2021-01-05", "cử người dự hội nghị"),
            said("ubnd-a", "2022-01-05", "sửa cầu treo bến Đò"),
            APART,
        ),
        (said("ubnd-a"), said("ubnd-a", "2021-03-01"), SAME),
        (said("ubnd-a"), said("ubnd-b", "2021-03-01"), APART),
        (said(None, "2021-03-01"), said("ubnd-a", "2021-03-01"), SAME),
        (said(None, "2021-03-01"), said("ubnd-a", "2021-03-02"), APART),
        (said(only_in="d"), said("ubnd-a", "2021-03-01"), APART),
        (said(only_in="d"), said(only_in="e"), APART),
        (said(name="cây", by_alias=True), said("ubnd-a", "2021-03-01"), SAME),
        (said(name="cây", by_alias=True), said(name="rừng", by_alias=True), SAME),
        (said("ubnd-a", "2021-03-01", own=True), said("ubnd-a", "2021-03-01"), SAME),
        (
            said("ubnd-a", "2014-01-16", own=True),
            said("ubnd-a", "2021-01-16", own=True),
            APART,
        ),
        (
            said("ubnd-a", "2021-01-16", "trồng cây", own=True),
            said("ubnd-a", "2021-05-20", "đắp đê", own=True),
            APART,
        ),
        (
            said("ubnd-a", "2021-01-16", "trồng cây", own=True),
            said("ubnd-a", "2021-01-18", "trồng cây", own=True),
            SAME,
        ),
        (
            said("ban-a", "2021-01-16", code="12-kh/bt"),
            said("ban-a", "2021-06-20", code="12-kh/bt"),
            APART,
        ),
    ],
)
def test_two_namings_are_one_document_or_two(one, other, expected):
    assert nodes(one, other) == expected
    assert nodes(other, one) == expected


def test_a_body_may_count_anew_after_its_merger():
    before, after = said(LOCAL, "2025-03-01"), said(LOCAL, "2025-08-01")
    assert nodes(before, after) == [0, 1]
    assert nodes(before, after, said(LOCAL, "2025")) == [0, 1, None]
    assert nodes(after, said(LOCAL, "2025"), said(LOCAL, "2025-08")) == [0, 0, 0]


def test_a_ministry_counts_once_a_year():
    assert nodes(said("vn:bo", "2025-03-01"), said("vn:bo", "2025-08-01")) == SAME


def test_what_could_be_two_documents_stays_open():
    vague = said("ubnd-a")
    placed = place([vague, said("ubnd-a", "2020-01-02"), said("ubnd-a", "2021-03-04")])
    assert placed[vague].node_id is None
    assert len(placed[vague].candidates) == 2
    assert placed[vague].reason


def test_a_name_stays_open_where_two_documents_share_the_code():
    alias = said(name="chiến lược trồng cây đến năm 2030", by_alias=True)
    first = said("ttg", "2019-08-22", "đắp đê")
    second = said("ttg", "2015-02-02", "thả cá")
    assert nodes(first, second, alias) == [0, 1, None]


def test_a_name_goes_to_the_document_that_bears_it():
    alias = said(name="chiến lược trồng cây", by_alias=True)
    first = said("ttg", "2019-08-22", "phê duyệt chiến lược trồng cây")
    second = said("ttg", "2015-02-02", "thả cá")
    assert nodes(first, second, alias) == [0, 1, 0]


def test_a_misprinted_date_joins_the_held_document_with_a_remark():
    held = said("ubnd-a", "2021-01-16", own=True)
    cited = said("ubnd-a", "2014-01-16")
    placed = place([held, cited])
    assert placed[cited].node_id == placed[held].node_id
    assert placed[cited].warnings == ("two-dates",)
    assert placed[cited].confidence < placed[held].confidence


def test_a_date_between_two_held_documents_stays_open():
    first = said("ubnd-a", "2014-01-16", own=True)
    second = said("ubnd-a", "2021-01-16", own=True)
    assert nodes(first, second, said("ubnd-a", "2018-01-16")) == [0, 1, None]


def test_held_copies_are_one_document():
    text = said("ubnd-a", "2021-01-16", "trồng cây", own=True)
    scan = said("ubnd-a", "2021-01-16", "trông cây", own=True)
    nobody = said(None, "2021-01-16", "trồng cây", own=True)
    assert nodes(text, scan, nobody) == [0, 0, 0]


def test_a_node_keeps_its_id_when_more_is_said_of_it():
    held = said("ubnd-a", "2021-01-16", own=True)
    more = [held, said("ubnd-a", "2021-01-16", "x"), said(None, "2021-01-16")]
    assert place([held])[held].node_id == place(more)[held].node_id


NAMINGS = st.builds(
    lambda issuer, date, name, own, alias, only_in: said(
        issuer,
        date,
        name,
        own=own and not alias,
        by_alias=alias,
        only_in=only_in if issuer is None and not alias else None,
    ),
    st.sampled_from([None, LOCAL, "ubnd-b"]),
    st.sampled_from(
        [None, "2014-01-16", "2021-01-16", "2025-01-16", "2025-08", "2025"]
    ),
    st.sampled_from([None, "trồng cây", "đắp đê", "trồng cây năm 2021"]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, "d", "e"]),
)


@given(st.lists(NAMINGS, unique=True, max_size=7), st.randoms())
def test_places_are_a_function_of_the_set(namings, random):
    shuffled = list(namings)
    random.shuffle(shuffled)
    assert place(shuffled) == place(namings)


@given(st.lists(NAMINGS, unique=True, max_size=7))
def test_every_naming_has_a_place_or_a_reason(namings):
    placed = place(namings)
    assert set(placed) == set(namings)
    assert all(p.node_id or len(p.candidates) > 1 for p in placed.values())


@given(st.lists(NAMINGS, unique=True, max_size=7))
def test_two_issuers_never_share_a_node(namings):
    placed = place(namings)
    issuers: dict[str, set[str]] = {}
    for naming, placement in placed.items():
        if placement.node_id and naming.key.issuer and not naming.by_alias:
            issuers.setdefault(placement.node_id, set()).add(naming.key.issuer)
    assert all(len(found) == 1 for found in issuers.values())


def test_all_orders_of_a_hard_case_agree():
    hard = [
        said("ubnd-a", "2021-01-16", own=True),
        said("ubnd-a", "2014-01-16"),
        said("ubnd-b", "2021-01-16"),
        said(None, "2021-01-16"),
        said("ubnd-a"),
    ]
    first = place(hard)
    assert all(place(order) == first for order in permutations(hard))
