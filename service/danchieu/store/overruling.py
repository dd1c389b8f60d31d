"""People's decisions on links, laid over where the namings would be placed."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from danchieu.store.records import Naming, Placement
from danchieu.store.values import fingerprint

DECIDED_AGAINST = "a person decided against a link"
_ONLY_ONE_LEFT = 0.9


@dataclass(frozen=True, slots=True)
class Ruling:
    """A standing decision on two namings; ``other`` may be None for ``no-link``."""

    kind: str
    one: Naming
    other: Naming | None


def overrule(
    placements: Mapping[Naming, Placement], rulings: Iterable[Ruling]
) -> dict[Naming, Placement]:
    """Return the placements as people want them; a later ruling wins over earlier.

    A function of its arguments: nothing depends on what was placed when.
    """
    placed = dict(placements)
    for ruling in _latest(rulings):
        if ruling.one in placed and (ruling.other is None or ruling.other in placed):
            _RULES[ruling.kind](placed, ruling.one, ruling.other)
    return placed


_Placed = dict[Naming, Placement]


def _latest(rulings: Iterable[Ruling]) -> Iterable[Ruling]:
    """Leave out what a later ruling on the same two says anew."""
    kept: dict[frozenset[Naming | None], Ruling] = {}
    for ruling in rulings:
        pair = frozenset((ruling.one, ruling.other))
        kept.pop(pair, None)
        kept[pair] = ruling
    return kept.values()


def _same(placed: _Placed, one: Naming, other: Naming | None) -> None:
    if other is None:
        return
    nodes = {n for n in (placed[one].node_id, placed[other].node_id) if n}
    together = [n for n, p in placed.items() if n in (one, other) or p.node_id in nodes]
    held = {n for n in nodes if any(placed[t].node_id == n for t in together if t.own)}
    node = min(held or nodes, default=_fresh_node("", min(together, key=fingerprint)))
    for naming in together:
        kept = placed[naming]
        sure = 1.0 if naming in (one, other) else kept.confidence
        placed[naming] = Placement(node, sure, kept.warnings)
    for naming, kept in placed.items():
        if nodes & set(kept.candidates):
            placed[naming] = _with_united(kept, nodes, node)


def _with_united(kept: Placement, nodes: set[str], node: str) -> Placement:
    """Return where an open naming belongs when some that it could mean are one."""
    left = tuple(sorted({node if c in nodes else c for c in kept.candidates}))
    if len(left) == 1:
        return Placement(node, _ONLY_ONE_LEFT)
    return replace(kept, candidates=left)


def _link(placed: _Placed, one: Naming, other: Naming | None) -> None:
    if other is None:
        return
    node = placed[other].node_id
    if node is None:
        _same(placed, one, other)
    else:
        placed[one] = Placement(node)


def _not_same(placed: _Placed, one: Naming, other: Naming | None) -> None:
    """Part the two: who is no held document moves, with all that say the same."""
    if other is None:
        return
    node = placed[one].node_id
    if node is None or node != placed[other].node_id:
        _strike(placed, one, other)
        _strike(placed, other, one)
        return
    moves, stays = (other, one) if one.own and not other.own else (one, other)
    told = moves.key, moves.date
    alike = [
        n
        for n, p in placed.items()
        if p.node_id == node
        and (n == moves or ((n.key, n.date) == told and not n.own))
        and n != stays
    ]
    fresh = _fresh_node(node, min(alike, key=fingerprint))
    for naming in alike:
        placed[naming] = replace(placed[naming], node_id=fresh)


def _no_link(placed: _Placed, one: Naming, other: Naming | None) -> None:
    if other is None or placed[one].node_id == placed[other].node_id is not None:
        placed[one] = Placement(None, reason=DECIDED_AGAINST)
        return
    _strike(placed, one, other)


def _strike(placed: _Placed, naming: Naming, other: Naming) -> None:
    """Take the other's node from what an open naming could mean."""
    here, node = placed[naming], placed[other].node_id
    if here.node_id is None and node in here.candidates:
        left = tuple(c for c in here.candidates if c != node)
        placed[naming] = replace(here, candidates=left)


def _fresh_node(node: str, naming: Naming) -> str:
    text = f"decided {node} {fingerprint(naming)}"
    return "n" + hashlib.sha256(text.encode()).hexdigest()[:20]


_RULES: dict[str, Callable[[_Placed, Naming, Naming | None], None]] = {
    "same": _same,
    "not-same": _not_same,
    "link": _link,
    "no-link": _no_link,
}
