"""Small golds and results, invented for the tests of the scorer."""

from typing import Any

from danchieu.evaluation import Answer, GoldDocument, read_answer
from danchieu.evaluation.flat_gold import from_flat


def flat(**parts: Any) -> dict[str, Any]:
    """Return a flat gold with as little as a file needs."""
    return {"id": "kh-7", "kind": "administrative", **parts}


def gold(**parts: Any) -> GoldDocument:
    """Return the gold of a flat file with these parts."""
    return GoldDocument.model_validate(from_flat(flat(**parts)))


def answer(**parts: Any) -> Answer:
    """Return a result that has only these parts."""
    return read_answer({"kind": {"value": "administrative"}, **parts})


def own(**parts: Any) -> dict[str, Any]:
    """Return a gold in our shape, everything absent but what is given."""
    keys = ("type", "number", "symbol", "code", "issuer", "parent_issuer")
    keys += ("place", "issued_on", "title", "urgency", "secrecy")
    lists = ("signatures", "recipients", "citations", "targets", "results")
    lists += ("assignments", "stated_relations", "described_documents", "warnings")
    base = {"id": "kh-7", "kind": "administrative", "draft": False}
    return base | {"header": dict.fromkeys(keys)} | {k: [] for k in lists} | parts
