from dataclasses import replace

import pytest

from danchieu.domain.agency import Agency, Successor
from danchieu.domain.link import DocumentKey
from danchieu.store import Naming
from danchieu.store.values import agency_json, agency_of, fingerprint

NAMING = Naming(DocumentKey("7/kh", "bo-cay", 2021), "2021-01-02", "trồng cây")


@pytest.mark.parametrize(
    "other",
    [
        replace(NAMING, own=True),
        replace(NAMING, by_alias=True),
        replace(NAMING, only_in="x"),
        replace(NAMING, date=None),
        replace(NAMING, name=None),
        replace(NAMING, key=DocumentKey("7/kh", None, 2021)),
        replace(NAMING, key=DocumentKey("7/kh", "bo-cay", None)),
    ],
)
def test_different_namings_have_different_fingerprints(other):
    assert fingerprint(other) != fingerprint(NAMING)


@pytest.mark.parametrize(
    "agency",
    [
        None,
        Agency("a", "Sở A", "department", "Sao Mai", group=True),
        Agency("b", "B", "other", successor=Successor("c", "C", "2025-07-01")),
    ],
)
def test_a_body_reads_back_as_itself(agency):
    assert agency_of(agency_json(agency)) == agency
