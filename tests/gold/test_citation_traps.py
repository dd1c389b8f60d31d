"""Who is meant: documents loaded together, and what each of their citations must be."""

from functools import cache
from itertools import islice, permutations
from pathlib import Path

import pytest
import yaml
from paper import read_paper

from danchieu.contract import to_result
from danchieu.usecases import add_document, open_memory_store, show_document

FOLDER = Path(__file__).parents[1] / "data" / "citation_traps"
TRAPS = {
    trap["id"]: trap
    for path in sorted(FOLDER.glob("*.yaml"))
    for trap in yaml.safe_load(path.read_text("utf-8"))
}
FACTS = ("type", "date", "relation", "resolved_code", "name", "pinpoints")
LEAST, ORDERS = 80, 6


def papers_of(trap):
    return trap.get("documents") or {"only": trap}


@cache
def readings(name):
    made = {key: read_paper(facts) for key, facts in papers_of(TRAPS[name]).items()}
    return {key: (document, to_result(document)) for key, document in made.items()}


@cache
def archived(name):
    """Return every document as the archive shows it, and the node it is."""
    found = [load(name, order) for order in orders(name)]
    assert all(other == found[0] for other in found[1:])
    return found[0]


def orders(name):
    return islice(permutations(papers_of(TRAPS[name])), ORDERS)


def load(name, order):
    store = open_memory_store()
    ids = {key: add_document(store, *readings(name)[key]).id for key in order}
    shown = {key: show_document(store, ids[key]).model_dump() for key in sorted(ids)}
    nodes = {key: store.placements(ids[key])[0].node_id for key in sorted(ids)}
    store.close()
    return shown, nodes


def said(citation):
    return citation["code"] or citation["name"]


def expectations():
    for name, trap in TRAPS.items():
        for key, facts in papers_of(trap).items():
            for number, expected in enumerate(facts.get("cites", ())):
                yield pytest.param(name, key, expected, id=f"{name}-{key}-{number}")


@pytest.mark.parametrize(("name", "key", "expected"), expectations())
def test_a_citation_means_what_it_must(name, key, expected):
    shown, nodes = archived(name)
    citation = one_of(shown[key]["citations"], expected)
    for fact in FACTS:
        if fact in expected:
            read = citation[fact]
            assert (list(read) if fact == "pinpoints" else read) == expected[fact], fact
    if "issuer" in expected:
        issuer = citation["issuer"]
        assert (issuer["name"] if issuer else None) == expected["issuer"]
    codes = {w["code"] for w in citation["warnings"]}
    assert set(expected.get("warns", ())) == codes
    assert_linked(shown, nodes, citation, expected)


def one_of(citations, expected):
    """Return the citation of these words, of several the one of this issuer or day."""
    same = [c for c in citations if said(c) == expected["says"]]
    if len(same) > 1:
        same = [
            c
            for c in same
            if ("date" in expected and c["date"] == expected["date"])
            or (c["issuer"] and c["issuer"]["name"] == expected.get("issuer"))
        ]
    (citation,) = same
    return citation


def assert_linked(shown, nodes, citation, expected):
    node = citation["document_id"]
    if expected.get("open"):
        assert node is None
        return
    if "to" in expected:
        assert node == nodes[expected["to"]]
    else:
        assert node not in set(nodes.values()), "linked to a document it may not mean"
    for other in expected.get("like", ()):
        assert node == node_of(shown, other)
    for other in expected.get("unlike", ()):
        assert node != node_of(shown, other)


def node_of(shown, reference):
    key, _, code = reference.partition(":")
    (node,) = {c["document_id"] for c in shown[key]["citations"] if said(c) == code}
    return node


@pytest.mark.parametrize("name", TRAPS)
def test_nothing_else_is_cited(name):
    for key, facts in papers_of(TRAPS[name]).items():
        cited = sorted(said(c) for c in archived(name)[0][key]["citations"])
        assert cited == sorted(e["says"] for e in facts.get("cites", ()))


@pytest.mark.parametrize("name", [n for n, t in TRAPS.items() if "stated" in t])
def test_what_it_states_of_others(name):
    stated = [
        f"{s['subject']} {s['relation']} {s['object']}"
        for shown in archived(name)[0].values()
        for s in shown["stated_relations"]
    ]
    assert sorted(stated) == sorted(TRAPS[name]["stated"])


def test_there_are_traps_of_every_kind():
    assert len(TRAPS) >= LEAST
