"""From all places of one document to its citation."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from danchieu.citations.document_types import is_of_one_body, may_issue
from danchieu.citations.groups import Group
from danchieu.citations.law_names import laws_of_name
from danchieu.citations.relations import Judged
from danchieu.citations.remarks import remarks_on
from danchieu.citations.scene import Scene
from danchieu.citations.slips import meant_by_name
from danchieu.domain.agency import Agency
from danchieu.domain.citation import RELATIONS, Citation, Mention
from danchieu.phrases.agencies import symbol_issuer
from danchieu.phrases.codes import parse_code

_SURE = {
    "citations.standard": 0.9,
    "citations.coded": 0.95,
    "citations.law": 0.85,
    "gazetteers.aliases": 0.85,
}
_ALONE, _NAMED, _INFERRED = 0.85, 0.6, 0.97


def assemble(scene: Scene, group: Group) -> Citation:
    """Return the citation of one document: the strongest relation, every mention.

    Of several printed dates the commonest counts, the first of equals. Where no place
    prints the issuer, symbol and the citing document's province tell it.
    """
    first = next((j for j in group.judged if j.spot.code), group.judged[0])
    code = first.spot.code
    date = _date(group)
    resolved = _resolved(scene, group, date)
    issuer, inferred = _issuer(scene, group, date, resolved)
    return Citation(
        code=_best_print(group),
        type=_type(group),
        number=code.number if code else None,
        symbol=code.symbol if code else None,
        date=date,
        issuer=issuer,
        name=_name(scene, group),
        resolved_code=resolved,
        relation=_strongest(group.judged),
        pinpoints=_pinpoints(group),
        mentions=tuple(_mention(j) for j in group.judged),
        confidence=_confidence(scene, first),
        source=first.spot.source,
        issuer_inferred=inferred,
        warnings=remarks_on(group, resolved),
    )


def _pinpoints(group: Group) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for j in group.judged for p in j.spot.pinpoints))


def _mention(one: Judged) -> Mention:
    return Mention(one.spot.span, one.stated.relation, one.stated.cue)


def _strongest(judged: Sequence[Judged]) -> str:
    """Return the strongest relation; in a report, what it reports on stays that."""
    stated = {j.stated.relation for j in judged}
    if "reports_on" in stated:
        return "reports_on"
    return min(stated, key=RELATIONS.index)


def _best_print(group: Group) -> str | None:
    """Return the code as printed in small and capital letters, not all in capitals."""
    codes = [j.spot.code.code for j in group.judged if j.spot.code]
    mixed = [c for c in codes if not c.isupper()]
    return next(iter(mixed or codes), None)


def _type(group: Group) -> str | None:
    """Return the type printed before the code; that of a name comes last."""
    coded = [j.spot for j in group.judged if j.spot.code]
    spots = [s for s in coded if not s.alone] + coded + [j.spot for j in group.judged]
    return next((s.type for s in spots if s.type), None)


def _date(group: Group) -> str | None:
    full = Counter(j.spot.told.date for j in group.judged if j.spot.told.date)
    if not full:
        return None
    longest = max(len(d) for d in full)
    best = [d for d in full if len(d) == longest]
    return max(best, key=lambda d: full[d])


def _issuer(
    scene: Scene, group: Group, date: str | None, resolved: str | None
) -> tuple[Agency | None, bool]:
    """Return the printed issuer, of several the one that the symbol tells too.

    A department printed nearby does not issue "QĐ-UBND". The symbols of the highest
    bodies (QH15, NĐ-CP, QĐ-TTg) are theirs alone: another body printed nearby is not
    the issuer.
    """
    printed = [j.spot.told.issuer for j in group.judged if j.spot.told.issuer]
    code = next((j.spot.code for j in group.judged if j.spot.code), None)
    if code is None and resolved is not None:
        code = parse_code(resolved, scene.knowledge.rules)
    if code is None:
        return next(iter(printed), None), False
    printed = [a for a in printed if may_issue(code.symbol, a, scene.knowledge)]
    year = int(date[:4]) if date else code.year or scene.context.year
    context = replace(scene.context, year=year, on=date)
    meant = symbol_issuer(code.symbol, scene.knowledge, context)
    alike = [a for a in printed if meant and home(a.id) == home(meant.id)]
    sole = is_of_one_body(code.symbol, scene.knowledge)
    if not alike and (not printed or sole):
        return meant, True
    return (alike or printed)[0], False


def home(agency_id: str) -> str:
    """Return the id of the body whose head an id names."""
    return agency_id.partition("#")[0]


def _name(scene: Scene, group: Group) -> str | None:
    for one in group.judged:
        if one.spot.law:
            return one.spot.law
    for one in group.judged:
        if one.spot.code is None:
            continue
        if one.spot.told.name:
            return one.spot.told.name
    first = group.judged[0].spot
    if group.is_coded:
        return None
    name = " ".join(scene.text[first.span].split())
    if first.alias is not None and len(first.alias.names[0]) > len(name):
        return name
    return f"{name} {first.told.name}" if first.told.name else name


def _resolved(scene: Scene, group: Group, date: str | None) -> str | None:
    if group.is_coded:
        meant = meant_by_name(group.judged, group.dates, scene.knowledge)
        return meant.code if meant else None
    first = group.judged[0].spot
    if first.alias is not None:
        return first.alias.code
    if first.law is None:
        return None
    named = laws_of_name(first.law, date or first.year, scene.knowledge)
    codes = {alias.code for alias in named if scene.may_cite(alias)}
    return codes.pop() if len(codes) == 1 else None


def _confidence(scene: Scene, first: Judged) -> float:
    spot = first.spot
    sure = _ALONE if spot.alone else _SURE.get(spot.source, _NAMED)
    return round(sure * max(scene.text.reading_confidence(spot.span), 0.3), 3)
