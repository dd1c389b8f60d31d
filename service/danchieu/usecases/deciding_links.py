"""People saying which documents are the same, and what a citation means."""

from collections.abc import Sequence
from dataclasses import replace

from danchieu.contract.decisions import DecidedPlace, LinkDecided, LinkWish
from danchieu.errors import NotFoundError, UnclearDecisionError
from danchieu.phrases.codes import fold_code
from danchieu.store import Anchor, LinkDecision
from danchieu.usecases.describing import traced
from danchieu.usecases.store import Store

_ON_CITATIONS = ("link", "no-link")


def decide_link(store: Store, wish: LinkWish, *, when: str) -> LinkDecided:
    """Keep the decision and let the graph follow; return it.

    It outlives every reading of the documents, until a person undoes it.

    Raises:
        NotFoundError: what it is about is neither held nor cited.
        UnclearDecisionError: it could be about several documents, or about one.
    """
    if wish.other is None and wish.kind != "no-link":
        raise UnclearDecisionError(f"{wish.kind!r} needs two documents; name the other")
    if wish.kind in _ON_CITATIONS and ":" not in wish.one:
        raise UnclearDecisionError(
            f"{wish.kind!r} is about a citation; write it as DOCUMENT_ID:CODE"
        )
    one = _anchor(store, wish.one)
    other = _anchor(store, wish.other) if wish.other is not None else None
    if other is not None and one.fingerprint == other.fingerprint:
        raise UnclearDecisionError(
            "both say exactly the same of the document; correct issuer, date or title "
            "of one of them first"
        )
    decision = LinkDecision(wish.kind, one, other, wish.who, wish.why, when)
    number = store.links.decide(decision)
    return _shape(store, replace(decision, id=number))


def undo_link_decision(store: Store, number: int, *, who: str, when: str) -> None:
    """Undo a decision; the graph goes back to what the texts tell.

    Raises:
        NotFoundError: no such decision stands.
    """
    if store.links.undo(number, who=who, when=when) is None:
        raise NotFoundError(f"no decision {number} stands; see the list of decisions")


def link_decisions(store: Store, *, limit: int = 50) -> Sequence[LinkDecided]:
    """Return the latest decisions, the newest first, undone ones too."""
    return [_shape(store, decision) for decision in store.links.latest(limit)]


def links_decided_in(store: Store, document_id: str) -> dict[str, str]:
    """Return who decided what a code means in the document, by folded code."""
    return {
        decision.one.code: decision.who
        for decision in store.links.standing_in(document_id)
        if decision.kind in _ON_CITATIONS
    }


def _anchor(store: Store, reference: str) -> Anchor:
    asked = reference.strip()
    document_id, colon, code = asked.partition(":")
    if colon:
        return _only(store.links.anchors_in(document_id, fold_code(code)), asked)
    found = store.links.anchor_of_node(asked) or store.links.anchor_of_document(asked)
    if found is not None:
        return found
    known = store.nodes(store.nodes_of_code(fold_code(asked)))
    nodes = [n for n, node in known.items() if node.documents] or list(known)
    return _only([a for n in nodes if (a := store.links.anchor_of_node(n))], asked)


def _only(anchors: Sequence[Anchor], asked: str) -> Anchor:
    if not anchors:
        raise NotFoundError(f"{asked!r} is neither held nor cited; check it")
    if len(anchors) > 1:
        raise UnclearDecisionError(
            f"{asked!r} means several documents; give the id of a node"
        )
    return anchors[0]


def _shape(store: Store, decision: LinkDecision) -> LinkDecided:
    other = _place(store, decision.other) if decision.other else None
    return LinkDecided.model_validate(
        {
            "id": decision.id,
            "kind": decision.kind,
            "one": _place(store, decision.one),
            "other": other,
            "who": decision.who,
            "why": decision.why,
            "made_at": decision.made_at,
            "undone_by": decision.undone_by,
            "undone_at": decision.undone_at,
        }
    )


def _place(store: Store, anchor: Anchor) -> DecidedPlace:
    node_id = store.links.node_at(anchor)
    node = store.nodes([node_id]).get(node_id) if node_id else None
    return DecidedPlace(
        document_id=anchor.document_id,
        code=anchor.code,
        means=traced(node) if node else None,
    )
