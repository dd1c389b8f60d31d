"""Documents that are cited by their code."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from danchieu.citations.document_types import (
    is_of_assembly,
    type_of_symbol,
    type_of_word,
)
from danchieu.citations.law_names import law_codes
from danchieu.citations.particulars import read_particulars, resolve_agency
from danchieu.citations.pinpoints import read_pinpoints
from danchieu.citations.scene import Scene
from danchieu.citations.spots import Particulars, Spot
from danchieu.domain.agency import Agency
from danchieu.domain.text import Span
from danchieu.phrases.agencies import find_agencies
from danchieu.phrases.codes import CodePhrase, find_codes, fold_code
from danchieu.phrases.dates import parse_date

_LEAD = 130
_LAW_LEAD = 230
_OPENS = 3
_LAW = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh)\b")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Lead:
    """The type word before a code: where it starts and how it governs."""

    start: int
    type: str | None
    law: str | None = None
    of: Span | None = None
    listed: bool = False


def find_coded(scene: Scene) -> tuple[Spot, ...]:
    """Return every cited code outside letterhead, nơi nhận and page furniture.

    The document's own code is none; nor are numbers of forms ("Mẫu số 01/…").
    """
    value = scene.text.value
    phrases = [
        phrase
        for phrase in find_codes(value, Span(0, len(value)), scene.knowledge.rules)
        if scene.is_open(phrase.span.start)
        and fold_code(phrase.code) != scene.own_code
        and not _is_form(scene, phrase)
    ]
    spots: list[Spot] = []
    for at, phrase in enumerate(phrases):
        following = phrases[at + 1].span.start if at + 1 < len(phrases) else len(value)
        floor = phrases[at - 1].span.end if at else 0
        spots.append(_read(scene, phrase, floor, following))
    return _share(scene, spots)


def _is_form(scene: Scene, phrase: CodePhrase) -> bool:
    """Say whether the code is a form's, a specimen or a number line of its own."""
    rules, value = scene.knowledge.rules, scene.text.value
    start, end = phrase.span.start, phrase.span.end
    form = rules.pattern("citations.before.not_a_document").regex
    if form.search(scene.before(start, 40)):
        return True
    before = value[max(start - 300, 0) : start]
    if rules.pattern("citations.before.specimen").regex.search(before):
        return True
    alone = value[end : end + 3].lstrip(" *_|")[:1] in ("", "\n", "\f")
    number_line = rules.pattern("citations.before.number_line").regex
    return alone and number_line.search(before[-40:]) is not None


def _read(scene: Scene, phrase: CodePhrase, floor: int, following: int) -> Spot:
    lead = _read_lead(scene, phrase, floor)
    limit = min(scene.clause_end(phrase.span.end), following)
    told = read_particulars(scene, phrase.span.end, limit)
    told = _complete_from_left(scene, lead, told, floor)
    type_ = type_of_symbol(phrase.symbol, lead.type, scene.knowledge)
    return Spot(
        Span(lead.start, phrase.span.end),
        "citations.coded",
        code=phrase,
        type=type_,
        told=told,
        law=lead.law,
        pinpoints=read_pinpoints(scene, lead.start, told.end),
        alone=lead.type is None,
        listed=lead.listed,
    )


def _read_lead(scene: Scene, phrase: CodePhrase, floor: int) -> _Lead:
    rules, start = scene.knowledge.rules, phrase.span.start
    window = _collapsed_before(scene, start, _LEAD, floor)
    named = _law_lead(scene, phrase, floor)
    for name in ("type", "type_list", "type_further"):
        match = rules.pattern(f"citations.before.{name}").regex.search(window.text)
        if match is None:
            continue
        type_ = type_of_word(match["type"], scene.knowledge)
        if name == "type_further" and named is not None:
            return named
        of = None
        if name == "type_list" and match["of"]:
            of = Span(window.at(match.start("of") + 4), window.at(match.end("of")))
        return _Lead(
            window.at(match.start("type")), type_, of=of, listed=name == "type_list"
        )
    if named is not None:
        return named
    number = re.search(r"(?i)\b(?:văn )?s[ốô] ?:? ?$", window.text)
    return _Lead(window.at(number.start()) if number else start, None)


def _law_lead(scene: Scene, phrase: CodePhrase, floor: int) -> _Lead | None:
    """Read "Luật Bảo vệ môi trường số" or "Luật Hóa chất" before a law's code."""
    if not is_of_assembly(phrase.symbol):
        return None
    window = _collapsed_before(scene, phrase.span.start, _LAW_LEAD, floor)
    match = scene.knowledge.rules.pattern("citations.before.law").regex.search(
        window.text
    )
    if match is None:
        return None
    first = list(_LAW.finditer(window.text, match.start("law"), match.end("law")))[-1]
    start, name = first.start(), window.text[first.start() : match.end("law")]
    outer = _amending_law(scene, window.text[:start], name.strip(" ,"), phrase)
    start = start if outer is None else outer
    name = window.text[start : match.end("law")].strip(" ,")
    return _Lead(window.at(start), type_of_word(first[0], scene.knowledge), law=name)


def _amending_law(
    scene: Scene, before: str, name: str, phrase: CodePhrase
) -> int | None:
    """Return where the amending law starts when the number is its own.

    In "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14" the number
    may be that of either law. The alias table tells; else a list of laws that goes on
    means that each has its own number.
    """
    rule = scene.knowledge.rules.pattern("citations.before.amending_law").regex
    match = rule.search(before)
    if match is None:
        return None
    known = law_codes(name, None, scene.knowledge)
    if known:
        own = fold_code(phrase.code) in {fold_code(code) for code in known}
        return None if own else match.start("outer")
    own_number = scene.knowledge.rules.pattern("citations.after.own_number").regex
    listed = own_number.match(scene.flat[phrase.span.end : phrase.span.end + 24])
    return None if listed else match.start("outer")


@dataclass(frozen=True, slots=True)
class _Window:
    """Text before an offset with single blanks, and the way back."""

    text: str
    offsets: Sequence[int]

    def at(self, index: int) -> int:
        """Return the offset in the document of a character of the window."""
        return self.offsets[index]


def _collapsed_before(scene: Scene, end: int, length: int, floor: int) -> _Window:
    start = max(end - length, floor, 0)
    piece = scene.flat[start:end]
    if "  " not in piece:
        return _Window(piece, range(start, end + 1))
    offsets = [
        start + at
        for at, char in enumerate(piece)
        if char != " " or not at or piece[at - 1] != " "
    ]
    text = "".join(scene.flat[offset] for offset in offsets)
    return _Window(text, (*offsets, end))


def _complete_from_left(
    scene: Scene, lead: _Lead, told: Particulars, floor: int
) -> Particulars:
    start = max(scene.clause_start(lead.start), floor)
    before = scene.before(lead.start, 190, start=start)
    if told.issuer is None and lead.of is not None:
        told = replace(told, issuer=resolve_agency(scene, lead.of))
    if told.issuer is None:
        told = replace(told, issuer=_issuer_before(scene, lead.start, len(before)))
    if told.date is None and told.date_span is None:
        rules = scene.knowledge.rules
        match = rules.pattern("citations.before.date").regex.search(before)
        if match:
            at = lead.start - len(before)
            span = Span(at + match.start("date"), at + match.end("date"))
            date = parse_date(scene.text[span], rules)
            told = replace(told, date=date, date_span=span)
    return told


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


def _share(scene: Scene, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Give lists their common type, date and issuer.

    The type word goes forwards ("Quyết định số A, B"), date and issuer go backwards
    ("A và B ngày 05/6/2021 của Bộ Y tế"). A date of another year than the one inside
    the code is not taken over.
    """
    shared = list(spots)
    for at in range(1, len(shared)):
        last, spot = shared[at - 1], shared[at]
        if spot.alone and _takes_type(scene, shared, at):
            shared[at] = replace(spot, type=_list_type(shared, at) or spot.type)
        elif spot.alone and spot.type is None:
            shared[at] = replace(spot, type=last.type)
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
        s.listed for s in spots[max(at - 6, 0) : at]
    )


def _list_type(spots: Sequence[Spot], at: int) -> str | None:
    """Return the type word that governs the list, if the symbol does not object."""
    code = spots[at].code
    for other in reversed(spots[max(at - 6, 0) : at]):
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
