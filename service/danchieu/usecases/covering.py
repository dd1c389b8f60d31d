"""Which provinces, departments or ministries have a document that carries X out."""

from collections.abc import Iterator, Sequence
from typing import Literal

from danchieu.contract import TraceEntry
from danchieu.contract.questions import CoverageAnswer, CoverageRow
from danchieu.errors import NotFoundError
from danchieu.graph import Caps, Covered, Unit, cover
from danchieu.rules.knowledge import Knowledge
from danchieu.usecases.filtering import Wanted
from danchieu.usecases.notes import no_edge_known, outside_the_list
from danchieu.usecases.places import SPEAK_FOR_A_PROVINCE, Place, Places
from danchieu.usecases.store import Store
from danchieu.usecases.tracing import trace, trace_targets

By = Literal["provinces", "departments", "ministries"]
CARRYING_OUT = Wanted(ways=("direct", "via"))
Pairs = list[tuple[str, str]]
"""A unit and the place of an entry, as cover() takes them."""


def coverage(
    store: Store,
    code: str,
    knowledge: Knowledge,
    *,
    by: By = "provinces",
    on: str = "2025-07-01",
    kind: str | None = None,
) -> CoverageAnswer:
    """Return every body of the list, with its documents or with none known.

    ``by`` provinces of the day ``on`` (63 before July 2025, then 34): documents of
    departments and lower bodies stand apart, they are not the province's own.
    ``by`` departments: those of one ``kind`` ("Sở Y tế"), one for each province.

    Raises:
        NotFoundError: no document of this code is held or cited, or no department
            is of this kind.
    """
    with store.snapshot() as now:
        asked = trace_targets(now, code)
        entries = trace(now, code, wanted=CARRYING_OUT, caps=Caps())
    places = Places(knowledge.gazetteers)
    units, own, lower = _LISTS[by](entries, places, on=on, kind=kind)
    covered = cover(units, own, lower)
    rows = tuple(_row(one, entries) for one in covered)
    known = sum(row.known for row in rows)
    listed = {e.document.id for row in rows for e in _entries_of(row)}
    outside = len({e.document.id for e in entries} - listed)
    notes = [*([] if known else [no_edge_known()])]
    if outside:
        notes.append(outside_the_list(outside))
    return CoverageAnswer(
        documents=asked,
        by=by,
        on=on,
        known=known,
        unknown=len(rows) - known,
        rows=rows,
        notes=tuple(notes),
    )


def _entries_of(row: CoverageRow) -> Iterator[TraceEntry]:
    yield from (*row.own, *row.forerunners, *row.lower)


def _row(covered: Covered, entries: Sequence[TraceEntry]) -> CoverageRow:
    def shown(places: Sequence[str]) -> tuple[TraceEntry, ...]:
        return tuple(entries[int(place)] for place in places)

    return CoverageRow(
        id=covered.unit.id,
        name=covered.unit.name,
        known=covered.known,
        own=shown(covered.own),
        forerunners=shown(covered.forerunners),
        lower=shown(covered.lower),
    )


def _placed(
    entries: Sequence[TraceEntry], places: Places
) -> Iterator[tuple[str, Place]]:
    for index, entry in enumerate(entries):
        issuer = entry.document.issuer
        if issuer is not None:
            date = entry.document.date
            yield str(index), places.of(issuer.id, issuer.province, date)


def _provinces(
    entries: Sequence[TraceEntry], places: Places, *, on: str, kind: str | None
) -> tuple[tuple[Unit, ...], Pairs, Pairs]:
    own: Pairs = []
    lower: Pairs = []
    for index, place in _placed(entries, places):
        if place.province is None:
            continue
        speaks = place.provincial and place.body in SPEAK_FOR_A_PROVINCE
        (own if speaks else lower).append((place.province, index))
    return places.provinces_on(on), own, lower


def _departments(
    entries: Sequence[TraceEntry], places: Places, *, on: str, kind: str | None
) -> tuple[tuple[Unit, ...], Pairs, Pairs]:
    bodies = places.local_kind(kind or "")
    if not bodies:
        raise NotFoundError(
            f"no kind of local body is called {kind!r}; write it as 'Sở Y tế'"
        )
    named = places.kind_on(bodies, on)
    units = tuple(
        Unit(
            f"{named.id}:{p.id}",
            f"{named.name} {p.name}",
            tuple(
                f"{body}:{province}"
                for body in sorted(bodies)
                for province in (p.id, *p.came_from)
                if (body, province) != (named.id, p.id)
            ),
        )
        for p in places.provinces_on(on)
    )
    own = [
        (f"{place.body}:{place.province}", index)
        for index, place in _placed(entries, places)
        if place.provincial
    ]
    return units, own, []


def _ministries(
    entries: Sequence[TraceEntry], places: Places, *, on: str, kind: str | None
) -> tuple[tuple[Unit, ...], Pairs, Pairs]:
    own = [(place.body, index) for index, place in _placed(entries, places)]
    return places.ministries_on(on), own, []


_LISTS = {
    "provinces": _provinces,
    "departments": _departments,
    "ministries": _ministries,
}
