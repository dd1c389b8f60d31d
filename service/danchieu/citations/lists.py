"""What the documents of one list have in common."""

import re
from collections.abc import Sequence
from dataclasses import replace

from danchieu.citations.scene import Scene
from danchieu.citations.spots import Spot
from danchieu.domain.text import Span
from danchieu.phrases.codes import CodePhrase

_LIST = 6
_BARE = 130
_NUMBER = re.compile(r"\d{1,5}[a-zđ]?")
_SPACES = re.compile(r"\s+")


def share(scene: Scene, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Give lists their common type, date and issuer.

    The type word goes forwards ("Quyết định số A, B"), date and issuer go backwards
    ("A và B ngày 05/6/2021 của Bộ Y tế"). A date of another year than the one inside
    the code is not taken over, nor one behind the next issuer where this document has
    its own ("A của Bộ Y tế và B ngày 05/6/2021 của Bộ Nội vụ").
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


def with_bare_numbers(
    scene: Scene, phrases: Sequence[CodePhrase]
) -> tuple[CodePhrase, ...]:
    """Add the numbers before a code that have no symbol of their own.

    "Quyết định số 12, 13/QĐ-UBND" cites 12/QĐ-UBND as well.
    """
    rule = scene.knowledge.rules.pattern("citations.before.numbers").regex
    found: list[CodePhrase] = []
    for phrase in phrases:
        floor = found[-1].span.end if found else 0
        start = max(phrase.span.start - _BARE, floor)
        match = rule.search(scene.flat[start : phrase.span.start])
        if match is not None:
            rest = phrase.code[len(phrase.number) :]
            for bare in _NUMBER.finditer(match["numbers"]):
                at = start + match.start("numbers") + bare.start()
                span = Span(at, at + len(bare[0]))
                code, number = f"{bare[0]}{rest}", bare[0]
                found.append(replace(phrase, span=span, code=code, number=number))
        found.append(phrase)
    return tuple(found)


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
    whole = told.issuer is not None and told.end > spot.span.end
    if (
        told.date_span is None
        and other.date
        and not whole
        and _may_be_of(spot, other.date)
    ):
        told = replace(told, date=other.date, date_span=other.date_span, odd=other.odd)
    if told.issuer is None and told.name is None:
        told = replace(told, issuer=other.issuer)
    return replace(spot, told=told)


def _may_be_of(spot: Spot, date: str) -> bool:
    year = spot.code.year if spot.code else None
    return year is None or date.startswith(str(year))
