"""Amending laws that are cited by the numbered laws that they amend."""

import re
from collections.abc import Sequence
from dataclasses import replace

from danchieu.citations.scene import Scene
from danchieu.citations.spots import Particulars, Spot

_REACH = 140
_NUMBER = re.compile(r" ?\S{1,3} ?:? ?$")
_SPACES = re.compile(r"\s+")


def split_amending(
    scene: Scene, coded: Sequence[Spot]
) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """Return the coded spots, and the amending laws that stand before them.

    "Luật sửa đổi, bổ sung một số điều của Luật Nhà ở số 27/2023/QH15 và Luật Giá số
    16/2023/QH15 ngày 29/6/2024" cites three laws; the date at the end is that of the
    first, which has no number of its own here.
    """
    kept = list(coded)
    amending: list[Spot] = []
    for at, spot in enumerate(coded):
        outer = _outer(scene, spot)
        if outer is None:
            continue
        last = _last_of_list(scene, coded, at)
        told = kept[last].told
        if told.date:
            bare = replace(told, date=None, date_span=None, odd=False)
            kept[last] = replace(kept[last], told=bare)
            outer = replace(
                outer,
                told=replace(outer.told, date=told.date, date_span=told.date_span),
                year=told.date[:4],
            )
        amending.append(outer)
    return tuple(kept), tuple(amending)


def _outer(scene: Scene, spot: Spot) -> Spot | None:
    if spot.law is None or spot.code is None:
        return None
    start = spot.span.start
    floor = scene.clause_start(start)
    before = scene.before(start, _REACH, start=floor)
    rule = scene.knowledge.rules.pattern("citations.before.amending_law").regex
    match = rule.search(before)
    if match is None:
        return None
    named = scene.flat[start : spot.code.span.start]
    number = _NUMBER.search(named)
    end = start + (number.start() if number else len(named))
    first = start - len(before) + match.start("outer")
    span = replace(spot.span, start=first, end=end)
    name = _SPACES.sub(" ", scene.text[span])
    return Spot(span, "citations.law", type="Luật", told=Particulars(end), law=name)


def _last_of_list(scene: Scene, coded: Sequence[Spot], first: int) -> int:
    joint = scene.knowledge.rules.pattern("citations.joint_only").regex
    last = first
    while last + 1 < len(coded) and coded[last + 1].law is not None:
        gap = scene.flat[coded[last].told.end : coded[last + 1].span.start]
        if ";" in gap or not joint.match(_SPACES.sub(" ", gap)):
            break
        last += 1
    return last
