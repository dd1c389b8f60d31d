"""What a document rests on, and how one leads to another."""

from collections.abc import Sequence

from danchieu.contract.questions import Ground, GroundsAnswer, PathAnswer
from danchieu.graph import RESTING, Caps, grounds, path_between
from danchieu.usecases.describing import known_of, targets_of
from danchieu.usecases.graph_store import GraphStore
from danchieu.usecases.notes import capped, no_edge_known

NEAREST = Caps(levels=1, documents=200)


def rests_on(
    store: GraphStore,
    code: str,
    *,
    relations: Sequence[str] = RESTING,
    caps: Caps = NEAREST,
) -> GroundsAnswer:
    """Return what the documents of this code rest on, in the words that say so.

    ``code`` may be the id of a node: a document without a number has no other name.

    Raises:
        NotFoundError: no document of this code is held or cited.
    """
    with store.snapshot() as now:
        asked = targets_of(now, code)
        found = [g for node in asked for g in grounds(node, now, relations, caps)]
        known = known_of(now, [g.edge for g in found], nodes=asked)
    shown = found[: caps.documents]
    notes = [] if found else [no_edge_known()]
    if len(found) >= caps.documents:
        notes.append(capped(caps.documents))
    return GroundsAnswer(
        documents=known.documents(asked),
        grounds=tuple(
            Ground(level=g.level, statement=known.statement(g.edge)) for g in shown
        ),
        notes=tuple(notes),
    )


def path_from(
    store: GraphStore, source: str, goal: str, *, caps: Caps | None = None
) -> PathAnswer:
    """Return the shortest way from one code to another along what texts state.

    Plain mentions lead nowhere. Where several documents share a code, the shortest
    way between any two of them is given.

    Raises:
        NotFoundError: one of the codes is not known.
    """
    with store.snapshot() as now:
        sources, goals = targets_of(now, source), targets_of(now, goal)
        path = path_between(sources, goals, now, RESTING, caps or Caps(levels=8))
        known = known_of(now, path, nodes=(*sources, *goals))
    return PathAnswer(
        sources=known.documents(sources),
        goals=known.documents(goals),
        path=tuple(known.statement(edge) for edge in path),
        notes=() if path else (no_edge_known(),),
    )
