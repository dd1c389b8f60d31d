"""Laws that are cited by name, with or without their date."""

import re
from collections.abc import Iterator, Sequence

from danchieu.citations.document_types import type_of_word
from danchieu.citations.law_names import known_law, law_key
from danchieu.citations.particulars import read_particulars
from danchieu.citations.pinpoints import read_pinpoints
from danchieu.citations.scene import Scene
from danchieu.citations.spots import Spot, Taken
from danchieu.domain.text import Span
from danchieu.phrases.folding import fold

_REACH = 280
_WORD = re.compile(r"\S+")
_AMENDING = ("sửa đổi", "bổ sung")


def find_laws(scene: Scene, coded: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return the laws and constitutions named without a number beside the name.

    "Luật Đất đai ngày 18/01/2024", "Luật Hóa chất năm 2007", "Bộ luật Lao động".
    Planned laws ("dự thảo Luật …") and schools of law are none.
    """
    taken = Taken()
    taken.add(s.span for s in coded)
    found: list[Spot] = []
    for span in sorted((*_laws(scene), *_others(scene))):
        overlaps_last = found and found[-1].span.end > span.start
        if not overlaps_last and not taken.overlaps(span):
            found.append(_spot(scene, span))
    known = {law_key(s.law) for s in (*coded, *found) if s.law and s.told.date_span}
    known |= {law_key(s.law) for s in coded if s.law}
    return tuple(_cut_to_known(scene, spot, known) for spot in found)


def _cut_to_known(scene: Scene, spot: Spot, known: set[str]) -> Spot:
    """End a name before "và" where a known name ends there and none goes on.

    "Luật Xây dựng và chỉ" is Luật Xây dựng where the text or the alias table knows
    that law; "Luật Phí và lệ phí" stays.
    """
    if spot.told.date_span is not None or spot.law is None:
        return spot
    key = law_key(spot.law)
    shorter, joint, _ = key.rpartition(" và ")
    if not joint or _is_known(scene, key, known):
        return spot
    if not _is_known(scene, shorter, known):
        return spot
    return _cut(scene, spot, len(shorter.split()))


def _is_known(scene: Scene, key: str, known: set[str]) -> bool:
    name = known_law(key, scene.knowledge)
    return key in known or (name is not None and len(name) == len(key))


def _cut(scene: Scene, spot: Spot, count: int) -> Spot:
    words = list(_WORD.finditer(scene.text[spot.span]))[:count]
    span = Span(spot.span.start, spot.span.start + words[-1].end())
    return _spot(scene, span)


def _laws(scene: Scene) -> Iterator[Span]:
    rules = scene.knowledge.rules
    not_cited = rules.pattern("citations.law.not_cited").regex
    for match in rules.pattern("citations.law.word").regex.finditer(scene.flat):
        start = match.start()
        if not scene.is_open(start) or not_cited.search(scene.before(start, 20)):
            continue
        end = _name_end(scene, start)
        if end is not None:
            yield Span(start, end)


def _others(scene: Scene) -> Iterator[Span]:
    rules = scene.knowledge.rules
    for rule in ("citations.law.constitution", "citations.treaty"):
        for match in rules.pattern(rule).regex.finditer(scene.flat):
            if scene.is_open(match.start()):
                yield Span(match.start(), match.start() + len(match[0].rstrip(" ,")))


def _name_end(scene: Scene, start: int) -> int | None:
    """Return where the name of the law at ``start`` ends, None when it has none.

    A date, year or number right after ends it; else the first word that no name
    holds, or a comma that no known name holds.
    """
    rules = scene.knowledge.rules
    limit = min(scene.clause_end(start), start + _REACH)
    segment = scene.flat[start:limit]
    second = segment.partition(" ")[2].casefold()
    amending = second.startswith(_AMENDING)
    stop = "citations.law.amending_stop" if amending else "citations.law.stop"
    match = rules.pattern(stop).regex.search(segment)
    if match:
        segment = segment[: match.start()]
    whole = segment + scene.flat[start + len(segment) : start + len(segment) + 24]
    anchored = rules.pattern("citations.law.anchor").regex.match(whole)
    if anchored and anchored.end("name") <= len(segment):
        return start + anchored.end("name")
    if amending:
        return start + len(segment.rstrip(" ,"))
    return _plain_end(scene, start, segment)


def _plain_end(scene: Scene, start: int, segment: str) -> int | None:
    """Return where a name without date ends; one in small letters must be known."""
    known = known_law(segment, scene.knowledge)
    if known is not None:
        return start + len(known)
    rules = scene.knowledge.rules
    plain = rules.pattern("citations.law.plain").regex.match(segment)
    if plain is None or plain["subject"].split()[0].islower():
        return None
    return start + len(plain[0].rstrip(" -–"))


def _spot(scene: Scene, span: Span) -> Spot:
    limit = min(scene.clause_end(span.end), span.end + _REACH)
    told = read_particulars(scene, span.end, limit)
    name = " ".join(scene.text[span].split())
    known = known_law(name, scene.knowledge)
    if known is not None and len(known) == len(name) and fold(known) != fold(name):
        name = known
    words = name.split()
    type_ = next(
        (
            found
            for count in (3, 2, 1)
            if (found := type_of_word(" ".join(words[:count]), scene.knowledge))
        ),
        None,
    )
    return Spot(
        span,
        "citations.law",
        type=type_,
        told=told,
        law=name,
        year=told.date[:4] if told.date else None,
        pinpoints=read_pinpoints(scene, span.start, told.end),
    )
