"""Which relation each place states: by its own words, its list, or its title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from danchieu.citations.cues import (
    ACTS,
    PLAIN,
    Stated,
    acting_title,
    further_act,
    governing,
)
from danchieu.citations.particulars import with_name
from danchieu.citations.scene import Scene
from danchieu.citations.spots import Spot
from danchieu.domain.text import Span

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Judged:
    """A spot with the relation that this document states of it there.

    ``outer`` is the index of the spot in whose title (or amendment) this one stands,
    ``inner`` the relation between the two: the outer one ``inner``s this one, or the
    other way round when ``passive`` ("A được sửa đổi bởi B"). ``heads_item`` is true
    for the first document of a list item that a lead-in governs.
    """

    spot: Spot
    stated: Stated
    outer: int | None = None
    inner: Stated | None = None
    passive: bool = False
    heads_item: bool = False


def judge(scene: Scene, spots: Sequence[Spot]) -> tuple[Judged, ...]:
    """Return the spots, in text order, each with its relation."""
    judged: list[Judged] = []
    for spot in spots:
        start = scene.clause_start(spot.span.start)
        if judged and judged[-1].spot.span.start >= start:
            judged.append(_within(scene, judged, spot))
        else:
            judged.append(_first(scene, judged, spot, start))
        judged[-1] = _consolidated(scene, _with_ending(scene, judged[-1]), judged)
    return _cut_titles(scene, judged)


def _cut_titles(scene: Scene, judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """End each title where the next document of the same list begins."""
    cut = list(judged)
    joint = scene.knowledge.rules.pattern("citations.joint").regex
    for at, one in enumerate(judged):
        name = one.spot.told.name_span
        if name is None:
            continue
        for other in judged[at + 1 :]:
            start = other.spot.span.start
            if start >= name.end:
                break
            if other.outer is None or other.outer < at:
                words = _without_pinpoint(scene, scene.flat[name.start : start])
                match = joint.search(words)
                end = name.start + (match.start() if match else len(words))
                told = with_name(scene, one.spot.told, Span(name.start, end))
                cut[at] = replace(one, spot=replace(one.spot, told=told))
                break
    return tuple(cut)


def _within(scene: Scene, judged: Sequence[Judged], spot: Spot) -> Judged:
    """Judge a spot that shares its clause with the one before it."""
    last = judged[-1]
    gap = _gap(scene, last, spot)
    if _matches(scene, "citations.joint_only", gap):
        return _after_joint(judged, spot)
    passive = _passive_cue(scene, last.spot.span.end, spot.span.start)
    if passive is not None:
        return Judged(spot, PLAIN, len(judged) - 1, passive, passive=True)
    outer = len(judged) - 1 if last.outer is None else last.outer
    host = judged[outer].spot
    if spot.span.start < host.tail_end:
        return _in_title(scene, judged, spot, outer)
    return _beside(scene, judged, spot, outer)


def _in_title(scene: Scene, judged: Sequence[Judged], spot: Spot, outer: int) -> Judged:
    if _searches(scene, "citations.joint", _gap(scene, judged[-1], spot)):
        return _after_joint(judged, spot)
    host = judged[outer].spot
    inner = acting_title(scene, host, spot.span.start)
    if inner is None:
        inner = governing(scene, host.span.end, spot.span.start, spot.type)
    return Judged(spot, PLAIN, outer, inner)


def _beside(scene: Scene, judged: Sequence[Judged], spot: Spot, outer: int) -> Judged:
    last, host = judged[-1], judged[outer]
    start = max(host.spot.tail_end, last.spot.told.end)
    stated = governing(scene, start, spot.span.start, spot.type)
    if stated is not None and stated.relation != "mentions":
        return Judged(spot, stated)
    if host.stated.relation in ACTS:
        further = further_act(scene, start, spot.span.start)
        if further is not None:
            return Judged(spot, further)
    gap = _gap(scene, last, spot)
    answered = host.stated.relation == "responds_to"
    if answered and _matches(scene, "citations.joint_body", gap):
        return Judged(spot, host.stated)
    if stated is None and _searches(scene, "citations.joint", gap):
        return Judged(spot, host.stated)
    return Judged(spot, PLAIN)


def _gap(scene: Scene, last: Judged, spot: Spot) -> str:
    """Return the words between two documents, pinpoints of the second one left out."""
    gap = _SPACES.sub(" ", scene.flat[last.spot.told.end : spot.span.start])
    return _without_pinpoint(scene, gap)


def _without_pinpoint(scene: Scene, words: str) -> str:
    rule = scene.knowledge.rules.pattern("citations.before.pinpoint").regex
    pinpoint = rule.search(words)
    return words[: pinpoint.start()] if pinpoint else words


def _after_joint(judged: Sequence[Judged], spot: Spot) -> Judged:
    """A list goes on: the next document stands as the one before it.

    "Luật A được sửa đổi theo Luật số 1, Luật B số 2": a law with its name leaves the
    amendment and goes back to the outer list; so does a code after the name of what
    the outer document approves ("Quyết định số 1 phê duyệt Chương trình … và Kế hoạch
    số 2").
    """
    last = judged[-1]
    own = spot.law is not None or (spot.told.name and not last.spot.told.name)
    left = own if last.passive else _is_approved(last) and spot.code is not None
    if left and last.outer is not None:
        last = judged[last.outer]
    return replace(last, spot=spot, heads_item=False)


def _is_approved(one: Judged) -> bool:
    """Say whether a name in a title is only what the titled document is about."""
    return one.inner is None and one.spot.code is None and one.spot.law is None


def _first(scene: Scene, judged: Sequence[Judged], spot: Spot, start: int) -> Judged:
    """Judge a spot that is the first of its clause."""
    prefix = scene.flat[start : spot.span.start]
    if _matches(scene, "citations.marker", prefix):
        return _listed(scene, judged, spot, start)
    host = _open_title(scene, judged, spot, start)
    if host is not None:
        return Judged(spot, PLAIN, host)
    stated = governing(scene, start, spot.span.start, spot.type)
    if stated is not None and stated.relation != "mentions":
        return Judged(spot, stated)
    top = _last_top(judged)
    goes_on = top is not None and top.stated.relation == "responds_to"
    if goes_on and top and _matches(scene, "citations.joint_body", prefix):
        return Judged(spot, top.stated)
    return Judged(spot, PLAIN)


def _open_title(
    scene: Scene, judged: Sequence[Judged], spot: Spot, start: int
) -> int | None:
    """Return the document whose title goes on after ";" and names this law."""
    if spot.law is None or spot.code or spot.told.date or spot.pinpoints:
        return None
    at = next(
        (i for i in reversed(range(len(judged))) if judged[i].outer is None), None
    )
    boundary = scene.boundary_before(start)
    if at is None or boundary is None or scene.flat[boundary.start] != ";":
        return None
    name = judged[at].spot.told.name_span
    return at if name is not None and name.end == boundary.start else None


def _listed(scene: Scene, judged: Sequence[Judged], spot: Spot, start: int) -> Judged:
    """Judge a spot that opens its clause: a list item, or the next one after ";"."""
    before = _end_of_words(scene, start)
    if before and scene.flat[before - 1] == ":":
        lead_start = scene.clause_start(before - 1)
        floor = judged[-1].spot.told.end if judged else 0
        lead = governing(scene, max(lead_start, floor), before, spot.type)
        return Judged(spot, lead or PLAIN, heads_item=True)
    top = _last_top(judged)
    if top is None or top.spot.span.start < scene.clause_start(before):
        return Judged(spot, PLAIN)
    boundary = scene.boundary_before(start)
    semicolon = boundary is not None and ";" in scene.flat[before : start + 1]
    if semicolon or top.heads_item:
        return Judged(spot, top.stated, heads_item=top.heads_item)
    return Judged(spot, PLAIN)


def _end_of_words(scene: Scene, start: int) -> int:
    """Return the end of the last words before a clause, marks and blanks skipped."""
    at = start
    while at and scene.flat[at - 1] in " ;.|-+•*–":
        at -= 1
    return at


def _last_top(judged: Sequence[Judged]) -> Judged | None:
    return next((j for j in reversed(judged) if j.outer is None), None)


def _passive_cue(scene: Scene, start: int, end: int) -> Stated | None:
    """Return how the document before was changed by the one at ``end``."""
    for cue in reversed(scene.cues_within(start, end)):
        bridge = _SPACES.sub(" ", scene.flat[cue.span.end : end])
        before = scene.before(cue.span.start, 40, start=start).rstrip()
        passive = _searches(scene, "citations.passive", before + " ")
        bare = cue.kind == "amends" and before[-1:] in ("(", ",", "")
        if cue.kind not in ACTS or not (passive or bare):
            continue
        if _matches(scene, "citations.bridge.amended_by", bridge):
            return Stated(cue.kind, cue.span)
    return None


def _consolidated(scene: Scene, one: Judged, judged: Sequence[Judged]) -> Judged:
    """In a văn bản hợp nhất the documents named before the first căn cứ are merged."""
    symbol = scene.header.symbol.value if scene.header.symbol else ""
    if not symbol.startswith("VBHN") or one.stated.relation != "mentions":
        return one
    based = any(j.stated.relation == "based_on" for j in judged)
    return one if based else replace(one, stated=Stated("consolidates"))


def _with_ending(scene: Scene, judged: Judged) -> Judged:
    """Read "… hết hiệu lực kể từ ngày Thông tư này có hiệu lực" after the document."""
    if judged.outer is not None or judged.stated.relation != "mentions":
        return judged
    types = scene.knowledge.rules.word_list("citations.acting_types").entries
    type_ = scene.header.type.value if scene.header.type else None
    rule = scene.knowledge.rules.pattern("citations.after.repeals").regex
    start = judged.spot.told.end
    if type_ in types and rule.match(scene.flat[start : start + 340]):
        return replace(judged, stated=Stated("repeals"))
    return judged


def _matches(scene: Scene, rule: str, text: str) -> bool:
    return scene.knowledge.rules.pattern(rule).regex.match(text) is not None


def _searches(scene: Scene, rule: str, text: str) -> bool:
    return scene.knowledge.rules.pattern(rule).regex.search(text) is not None
