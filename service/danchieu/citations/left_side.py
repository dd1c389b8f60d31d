"""Date and issuer that stand before a document instead of after it."""

import re
from dataclasses import replace

from danchieu.citations.leads import Lead
from danchieu.citations.particulars import resolve_agency
from danchieu.citations.scene import Scene
from danchieu.citations.spots import Particulars
from danchieu.domain.agency import Agency
from danchieu.domain.text import Span
from danchieu.phrases.agencies import find_agencies
from danchieu.phrases.dates import parse_date

_REACH = 190
_OPENS = 3
_SPACES = re.compile(r"\s+")


def complete_from_left(
    scene: Scene, lead: Lead, told: Particulars, floor: int
) -> Particulars:
    """Return ``told`` with what the text before the document adds, from ``floor`` on.

    "Ngày 05/6/2021, UBND tỉnh đã ban hành Kế hoạch số …" gives date and issuer.
    """
    start = max(scene.clause_start(lead.start), floor)
    before = scene.before(lead.start, _REACH, start=start)
    if told.issuer is None and lead.of is not None:
        told = replace(told, issuer=resolve_agency(scene, lead.of))
    if told.issuer is None:
        told = replace(told, issuer=_issuer_before(scene, lead.start, len(before)))
    if told.date is None and not told.impossible:
        span = lead.dated or _date_before(scene, lead.start, before)
        if span is not None:
            printed = f"ngày {scene.text[span]}"
            date = parse_date(printed, scene.knowledge.rules)
            told = replace(told, date=date, date_span=span)
    return told


def _date_before(scene: Scene, end: int, before: str) -> Span | None:
    rule = scene.knowledge.rules.pattern("citations.before.date").regex
    match = rule.search(before)
    if match is None:
        return None
    at = end - len(before)
    return Span(at + match.start("date"), at + match.end("date"))


def _issuer_before(scene: Scene, end: int, length: int) -> Agency | None:
    """Read "… của Sở Y tế tại", "UBND tỉnh đã ban hành" before a document.

    Where the head of a body asks ("theo đề nghị của Giám đốc Sở Y tế tại Tờ trình"),
    the paper is the body's.
    """
    rules = scene.knowledge.rules
    start = end - length
    found = find_agencies(scene.text.value, Span(start, end), scene.knowledge)
    if found:
        gap = _SPACES.sub(" ", scene.flat[found[-1].span.end : end])
        if found[-1].agency.group:
            return None
        if rules.pattern("citations.before.issuer").regex.match(gap):
            asked = gap.lstrip(" ,").startswith("tại")
            read = _body_at if asked else resolve_agency
            return read(scene, found[-1].span) or found[-1].agency
        opens = found[0].span.start - start <= _OPENS
        issued = rules.pattern("citations.before.issued").regex
        if opens and issued.search(scene.flat[start:end]):
            return _body_at(scene, found[0].span)
    match = rules.pattern("citations.before.issuer_of").regex.search(
        scene.flat[start:end]
    )
    if match is None:
        return None
    group = "name" if match["name"] else "only"
    return _body_at(scene, Span(start + match.start(group), start + match.end(group)))


def _body_at(scene: Scene, span: Span) -> Agency | None:
    heads = scene.knowledge.rules.word_list("phrases.agencies.heads").entries
    printed = scene.flat[span.start : span.end].casefold()
    fitting = [len(h) for h in heads if printed.startswith(h.casefold() + " ")]
    body = Span(span.start + max(fitting, default=-1) + 1, span.end)
    return resolve_agency(scene, body) or resolve_agency(scene, span)
