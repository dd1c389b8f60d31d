"""The chain as a drawing, left to right: what was asked, then who carries it out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from danchieu.contract import TracedDocument, TraceEntry

MOST_NODES = 70
MOST_BESIDE = 12
"""So many that rest on one document are drawn before the rest becomes "+N"."""
WIDTH, HEIGHT = 218, 46
_ACROSS, _DOWN, _EDGE, _BEND = 72, 12, 12, 8


@dataclass(slots=True)
class Node:
    """A box; ``steps`` are the keys of the edges that lead to what was asked.

    ``hidden`` counts what a "+N" box stands for; its document is None.
    """

    id: str
    document: TracedDocument | None
    column: int
    parent: str | None
    relation: str
    way: str = ""
    hidden: int = 0
    steps: tuple[str, ...] = ()
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """An edge from a document to the one that it rests on, as an SVG path."""

    key: str
    relation: str
    path: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Boxes and lines with the size of all."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    width: float
    height: float
    hidden: int


@dataclass(slots=True)
class _Tree:
    """Who rests on whom; a document hangs on the next one of its shortest path."""

    nodes: dict[str, Node]
    below: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def draw(
    target: TracedDocument, entries: Sequence[TraceEntry], opened: Iterable[str] = ()
) -> Drawing:
    """Return the drawing; parents in ``opened`` show all that rest on them.

    At most ``MOST_NODES`` documents are drawn, the strongest ways first.
    """
    tree = _tree(target, entries)
    kept = _kept(tree, target.id, set(opened))
    height = _lay_out(kept, target.id)
    nodes = tuple(kept.nodes.values())
    lines = [_line(n, kept.nodes[n.parent]) for n in nodes if n.parent]
    lines.sort(key=lambda line: line.relation == "implements")
    columns = 1 + max(node.column for node in nodes)
    return Drawing(
        nodes,
        tuple(lines),
        columns * (WIDTH + _ACROSS) - _ACROSS + 2 * _EDGE,
        height + 2 * _EDGE,
        sum(node.hidden for node in nodes),
    )


def _tree(target: TracedDocument, entries: Sequence[TraceEntry]) -> _Tree:
    tree = _Tree({target.id: Node(target.id, target, 0, None, "")})
    documents = {e.document.id: e.document for e in entries}
    for entry in entries:
        parent = target.id
        for hop in reversed(entry.path):
            if hop.node_id not in tree.nodes:
                _hang(tree, hop.node_id, parent, hop.relation, documents)
            parent = hop.node_id
        tree.nodes[entry.document.id].way = entry.relation
    return tree


def _hang(
    tree: _Tree,
    node_id: str,
    parent: str,
    relation: str,
    documents: Mapping[str, TracedDocument],
) -> None:
    above = tree.nodes[parent]
    tree.nodes[node_id] = Node(
        node_id,
        documents.get(node_id),
        above.column + 1,
        parent,
        relation,
        steps=(node_id, *above.steps),
    )
    tree.below[parent].append(node_id)


def _kept(tree: _Tree, root: str, opened: set[str]) -> _Tree:
    """Return what is drawn: level by level until the drawing is full."""
    kept = _Tree({root: tree.nodes[root]})
    level = [root]
    while level:
        following: list[str] = []
        for parent in level:
            children = tree.below.get(parent, [])
            room = MOST_NODES - len(kept.nodes)
            most = len(children) if parent in opened else MOST_BESIDE
            shown = children[: max(0, min(most, room))]
            for child in shown:
                kept.nodes[child] = tree.nodes[child]
                kept.below[parent].append(child)
            _stand_in(kept, tree, parent, len(children) - len(shown))
            following += shown
        level = following
    return kept


def _stand_in(kept: _Tree, tree: _Tree, parent: str, hidden: int) -> None:
    if hidden:
        above = tree.nodes[parent]
        more = Node(f"more-{parent}", None, above.column + 1, parent, "implements")
        more.hidden = hidden
        more.steps = above.steps
        kept.nodes[more.id] = more
        kept.below[parent].append(more.id)


def _lay_out(tree: _Tree, root: str) -> float:
    """Give each box its place: leaves below each other, parents beside their first."""
    bottom = 0.0
    stack: list[tuple[str, bool]] = [(root, False)]
    while stack:
        node_id, done = stack.pop()
        node = tree.nodes[node_id]
        below = tree.below.get(node_id, [])
        if below and not done:
            stack.append((node_id, True))
            stack += [(child, False) for child in reversed(below)]
            continue
        node.x = _EDGE + node.column * (WIDTH + _ACROSS)
        if below:
            node.y = tree.nodes[below[0]].y
        else:
            node.y = _EDGE + bottom
            bottom += HEIGHT + _DOWN
    return max(bottom - _DOWN, HEIGHT)


def _line(node: Node, parent: Node) -> Line:
    x0, y0 = parent.x + WIDTH, parent.y + HEIGHT / 2
    x1, y1 = node.x, node.y + HEIGHT / 2
    if y0 == y1:
        return Line(node.id, node.relation, f"M{x0:.0f} {y0:.0f}H{x1:.0f}")
    trunk, turn = x0 + _ACROSS / 3, y1 - _BEND
    path = (
        f"M{x0:.0f} {y0:.0f}H{trunk - _BEND:.0f}q{_BEND} 0 {_BEND} {_BEND}"
        f"V{turn:.0f}q0 {_BEND} {_BEND} {_BEND}H{x1:.0f}"
    )
    return Line(node.id, node.relation, path)
