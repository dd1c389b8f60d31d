"""What the documents of one list have in common."""

import re
from collections.abc import Sequence
from dataclasses import replace

from danchieu.citations.scene import Scene
from danchieu.citations.spots import Spot

_LIST = 6
_SPACES = re.compile(r"\s+")


def share(scene: Scene, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Give lists their common type, date and issuer.

    The type word goes forwards ("Quyết định số A, B"), date and issuer go backwards
    ("A và B ngày 05/6/2021 của Bộ Y tế"). A date of another year than the one inside
    the code is not taken over.
    """
    shared = list(spots)
    for at in range(1, len(shared)):
        spot = shared[at]
        if spot.alone and _takes_type(scene, shared, at):
            shared[at] = replace(spot, type=_list_type(shared, at) or spot.type)
    for at in range(len(shared) - 2, -1, -1):
        spot, following = shared[at], shared[at + 1]
        gap = scene.flat[spot.told.end : following.span.start]
        if _is_joint(scene, gap):
            shared[at] = _with_common(spot, following)
    return tuple(shared)


def _is_joint(scene: Scene, gap: str) -> bool:
    rule = scene.knowledge.rules.pattern("citations.joint_only").regex
    return ";" not in gap and rule.match(_SPACES.sub(" ", gap)) is not None


def _takes_type(scene: Scene, spots: Sequence[Spot], at: int) -> bool:
    spot = spots[at]
    gap = scene.flat[spots[at - 1].told.end : spot.span.start]
    joint = scene.knowledge.rules.pattern("citations.joint_only").regex
    return joint.match(_SPACES.sub(" ", gap)) is not None or any(
        s.listed for s in spots[max(at - _LIST, 0) : at]
    )


def _list_type(spots: Sequence[Spot], at: int) -> str | None:
    """Return the type word that governs the list, if the symbol does not object."""
    code = spots[at].code
    for other in reversed(spots[max(at - _LIST, 0) : at]):
        if other.code is None or code is None or other.alone:
            continue
        alike = _kind_of(other.code.symbol) == _kind_of(code.symbol)
        if alike or (other.listed and spots[at].type in (None, other.type)):
            return other.type
    return None


def _kind_of(symbol: str) -> str:
    return re.split(r"[-/.]", symbol.casefold())[0].rstrip("0123456789")


def _with_common(spot: Spot, following: Spot) -> Spot:
    told, other = spot.told, following.told
    if told.date_span is None and other.date and _may_be_of(spot, other.date):
        told = replace(told, date=other.date, date_span=other.date_span, odd=other.odd)
    if told.issuer is None and told.name is None:
        told = replace(told, issuer=other.issuer)
    return replace(spot, told=told)


def _may_be_of(spot: Spot, date: str) -> bool:
    year = spot.code.year if spot.code else None
    return year is None or date.startswith(str(year))
