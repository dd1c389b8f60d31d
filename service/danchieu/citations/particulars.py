"""Date, issuer and title that follow a code or a name."""

import re
from dataclasses import replace
from itertools import islice

from danchieu.citations.scene import Scene
from danchieu.citations.spots import Particulars
from danchieu.domain.agency import Agency
from danchieu.domain.text import Span
from danchieu.phrases.agencies import agencies_in, read_agency
from danchieu.phrases.dates import find_dates

_DATE_REACH, _ISSUER_REACH, _TITLE_REACH = 70, 190, 420
_GAP = 4
_SPACES = re.compile(r"\s+")


def read_particulars(
    scene: Scene, start: int, limit: int, *, plan: bool = False
) -> Particulars:
    """Read what is said of a document from ``start`` on, in the same clause.

    Date and issuer stand before ``limit``, where the next document is named. ``plan``
    says that it is a plan: a year alone may be the one that it plans.

    Date and issuer come in either order ("ngày 05/6/2021 của Bộ Y tế", "của Sở Y tế
    ngày 05/6/2021"); the title comes last. A year alone ("năm 2014") counts as date.
    """
    told = Particulars(start)
    for _ in range(2):
        told = _read_date(scene, told, limit) if told.date_span is None else told
        told = _read_issuer(scene, told, limit) if told.issuer is None else told
    if told.date_span is None:
        told = _read_year(scene, told, limit, plan=plan)
    return _read_title(scene, told, scene.clause_end(start))


def _read_date(scene: Scene, told: Particulars, limit: int) -> Particulars:
    end = min(told.end + _DATE_REACH, limit)
    rules = scene.knowledge.rules
    for phrase in find_dates(scene.text.value, Span(told.end, end), rules)[:1]:
        gap = scene.flat[told.end : phrase.span.start]
        if rules.pattern("citations.after.date").regex.match(_one_blank(gap)):
            date = phrase.edtf if _may_be(scene, phrase.edtf) else None
            return replace(
                told,
                end=phrase.span.end,
                date=date,
                date_span=phrase.span,
                odd=phrase.odd and date is not None,
                impossible=date is None,
            )
    return told


def _may_be(scene: Scene, date: str | None) -> bool:
    """Say whether a document can cite one of this date: none of a later year."""
    year = scene.context.year
    return date is not None and (year is None or int(date[:4]) <= year + 1)


def _read_year(
    scene: Scene, told: Particulars, limit: int, *, plan: bool
) -> Particulars:
    """Read a year alone, which is no date where it may be what a plan is for.

    "Kế hoạch số 1/KH-UBND năm 2026" is often issued the year before: the year counts
    where it says "ban hành" or the issuer follows, and where it is not to come.
    """
    rule = scene.knowledge.rules.pattern("citations.after.year").regex
    match = rule.match(scene.flat[told.end : min(told.end + 30, limit)])
    if match is None:
        return told
    span = Span(told.end + match.start("year"), told.end + match.end("year"))
    own = scene.context.year
    after = replace(told, end=span.end, date_span=span)
    if told.issuer is None:
        after = _read_issuer(scene, after, limit)
    stated = match["issued"] or after.end > span.end
    past = own is None or int(match["year"]) <= own
    if plan and not (stated and past):
        return after
    return replace(after, date=match["year"])


def _read_issuer(scene: Scene, told: Particulars, limit: int) -> Particulars:
    rules = scene.knowledge.rules
    end = min(told.end + _ISSUER_REACH, limit)
    window = scene.flat[told.end : end]
    if not rules.pattern("citations.after.issuer").regex.match(window[:1]):
        return told
    named = agencies_in(scene.text.value, Span(told.end, end), scene.knowledge)
    for phrase in islice(named, 1):
        gap = _one_blank(scene.flat[told.end : phrase.span.start])
        if rules.pattern("citations.after.issuer").regex.match(gap) and (
            gap.strip(" ,(") or _is_followed_by_title(scene, phrase.span.end)
        ):
            issuer = resolve_agency(scene, phrase.span) or phrase.agency
            more = rules.pattern("citations.after.issuer_more").regex
            match = more.match(scene.flat[phrase.span.end : end])
            after = phrase.span.end + (match.end() if match else 0)
            return replace(told, end=after, issuer=issuer)
    match = rules.pattern("citations.after.issuer_of").regex.match(window)
    if match is None:
        return told
    span = Span(told.end + match.start("name"), told.end + match.end("name"))
    agency = resolve_agency(scene, span)
    return told if agency is None else replace(told, end=span.end, issuer=agency)


def resolve_agency(scene: Scene, span: Span) -> Agency | None:
    """Return the body printed at ``span``, completed from the document's own place."""
    printed = _SPACES.sub(" ", scene.text[span]).strip(" ,")
    return read_agency(printed, scene.knowledge, scene.context)


def _is_followed_by_title(scene: Scene, offset: int) -> bool:
    """See "…, Bộ Y tế về việc …"; "…, Bộ Y tế ban hành …" begins the main clause."""
    start = _title_opener(scene, offset)
    return start is not None and scene.flat[start].casefold() == "v"


def _title_opener(scene: Scene, offset: int) -> int | None:
    """Return where a title starts that follows ``offset`` directly."""
    at = offset
    while at < len(scene.flat) and at - offset < _GAP and scene.flat[at] in ' ,:("“':
        at += 1
    window = scene.flat[at : at + 24].casefold()
    for word in scene.knowledge.rules.word_list("citations.title_openers").entries:
        if window.startswith(word) and not window[len(word) : len(word) + 1].isalpha():
            return at
    return None


def _read_title(scene: Scene, told: Particulars, limit: int) -> Particulars:
    bracket = scene.knowledge.rules.pattern("citations.after.short_form").regex
    skipped = bracket.match(scene.flat[told.end : told.end + 110])
    start = _title_opener(scene, told.end + (skipped.end() if skipped else 0))
    if start is None or start >= limit:
        return told
    return _with_title(scene, told, start, limit)


def _with_title(scene: Scene, told: Particulars, start: int, limit: int) -> Particulars:
    end = min(limit, start + _TITLE_REACH)
    stop = scene.knowledge.rules.pattern("citations.title_end").regex
    match = stop.search(scene.flat, start, end)
    if match:
        end = match.start()
    end = _before_open_bracket(scene.flat, start, end)
    return with_name(scene, told, Span(start, end))


def read_plan_title(scene: Scene, told: Particulars) -> Particulars:
    """Return ``told`` with the title of a plan that says at once what it carries out.

    "Kế hoạch số … ngày … của Bộ Y tế thực hiện Chương trình …"
    """
    rule = scene.knowledge.rules.pattern("citations.after.plan_title").regex
    match = rule.match(scene.flat[told.end : told.end + _TITLE_REACH])
    if told.name is not None or match is None:
        return told
    start = told.end + match.start("name")
    return _with_title(scene, told, start, scene.clause_end(told.end))


def with_name(scene: Scene, told: Particulars, span: Span) -> Particulars:
    """Return ``told`` with the title printed at ``span``."""
    name = _one_blank(scene.text[span]).strip(' ,.:"“”')
    return replace(told, name=name, name_span=span) if name else told


def _before_open_bracket(flat: str, start: int, end: int) -> int:
    """Cut where a bracket closes that was opened before the title."""
    depth = 0
    for at in range(start, end):
        if flat[at] == "(":
            depth += 1
        elif flat[at] == ")":
            depth -= 1
            if depth < 0:
                return at
    return end


def _one_blank(text: str) -> str:
    return _SPACES.sub(" ", text)
