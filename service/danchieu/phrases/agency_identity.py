"""From a name as read to the body itself: id, full historical name, level."""

from dataclasses import replace

from danchieu.domain.agency import Agency
from danchieu.phrases.agency_context import AgencyContext, home_of
from danchieu.phrases.agency_grammar import Grammar
from danchieu.phrases.agency_names import Name
from danchieu.phrases.agency_periods import Periods
from danchieu.phrases.agency_places import Place
from danchieu.phrases.agency_spelling import (
    capitalised,
    expanded,
    plain_case,
    proper_case,
    proper_words,
    slug,
)
from danchieu.phrases.agency_words import Words
from danchieu.phrases.folding import fold
from danchieu.rules.gazetteers import Body

_HAS_UNITS = ("department", "ministry", "province", "district", "commune", "central")
_HAS_ORGANS = ("party", "people_council", "province", "district", "commune", "other")


def agency_of(name: Name, context: AgencyContext, grammar: Grammar) -> Agency | None:
    """Return the body that ``name`` means; None for "Sở" when nobody knows which.

    Without a place in print or context the id of a local body has no place part
    ("vn:so-noi-vu") and its province is None: the name of a kind, not of a body.
    """
    return _Identity(context, grammar).of(name)


def group_of(printed: str, level: str, context: AgencyContext) -> Agency:
    """Return "Các Sở: Nội vụ, Y tế" as one group under the printed name."""
    return _many(capitalised(plain_case(printed)), level, context.province)


class _Identity:
    """Completes names by one context."""

    def __init__(self, context: AgencyContext, grammar: Grammar) -> None:
        self._context, self._grammar = context, grammar
        self._periods = Periods(grammar, context)

    def of(self, name: Name) -> Agency | None:
        """Return the body, with its head's title where one is printed."""
        agency = self._untitled(name)
        if agency is None or name.title is None:
            return agency
        return _headed(agency, name.title)

    def _untitled(self, name: Name) -> Agency | None:
        if name.group is not None:
            return self._group(name)
        if name.closed:
            return self._speaker(name)
        if name.body is not None and name.body.levels is None:
            return self._periods.central(name.body)
        if name.body is not None:
            return self._local(name.body, name.place)
        if name.owner is not None:
            return self._owned(name, name.owner)
        return self._own(name)

    def _group(self, name: Name) -> Agency:
        province = name.group.province if name.group else None
        if name.level not in ("ministry", "central"):
            province = province or self._context.province
        text = capitalised(expanded(plain_case(name.text), self._grammar))
        return _many(text, name.level, province)

    def _speaker(self, name: Name) -> Agency | None:
        issuer = self._context.issuer
        if issuer is None:
            return None
        start = issuer.name.find(capitalised(fold(name.text)) + " ")
        if start <= 0:
            return issuer if start == 0 else None
        return home_of(issuer, issuer.name[start:])

    def _local(self, body: Body, place: Place | None) -> Agency:
        if place is None:
            return self._unplaced(body)
        if place.plural:
            everywhere = place.kind == "province"
            province = place.province or (
                None if everywhere else self._context.province
            )
            text = f"{body.name} {plain_case(place.text)}"
            return _many(text, _level(body, place), province)
        if place.province is None and place.unit is None:
            return self._in_unnamed(body, place)
        unit = self._periods.province(place.province) if place.province else None
        if place.unit is not None:
            return self._in_unit(body, place, proper_words(place.unit))
        if unit is None or (place.kind == "city" and unit.kind != place.word):
            return self._in_unit(body, place, place.province or "")
        return self._periods.placed(body, unit.name)

    def _in_unnamed(self, body: Body, place: Place) -> Agency:
        if place.kind in ("district", "commune"):
            return self._in_unnamed_unit(body, place)
        return self._in_unnamed_province(body, place)

    def _unplaced(self, body: Body) -> Agency:
        issuer, province = self._context.issuer, self._context.province
        if issuer is not None and issuer.id.startswith(f"vn:{body.id}:"):
            return home_of(issuer)
        only_provincial = body.levels is not None and set(body.levels) == {"province"}
        provincial = ("province", "department")
        if body.levels is not None and "province" not in body.levels:
            return Agency(f"vn:{body.id}", body.name, body.level, province)
        if province and (only_provincial or (issuer and issuer.level in provincial)):
            return self._periods.placed(body, province)
        return Agency(f"vn:{body.id}", body.name, body.level, province)

    def _in_unnamed_province(self, body: Body, place: Place) -> Agency:
        name = self._context.province
        unit = self._periods.province(name) if name else None
        if name is not None and unit is not None and unit.kind == place.word:
            return self._periods.placed(body, name)
        if place.kind == "city" and unit is not None:
            return self._in_unnamed_unit(body, place)
        level = (body.levels or {}).get("province", body.level)
        return Agency(f"vn:{body.id}", f"{body.name} {place.word}", level, None)

    def _in_unit(self, body: Body, place: Place, unit: str) -> Agency:
        province = place.province or self._context.province
        shown = unit if body.bare else f"{place.word} {unit}"
        return Agency(
            f"vn:{body.id}:{self._where(province)}{slug(f'{place.word} {unit}')}",
            f"{body.name} {shown}",
            _level(body, place),
            province,
        )

    def _in_unnamed_unit(self, body: Body, place: Place) -> Agency:
        issuer = self._context.issuer
        kind = slug(place.word)
        if issuer is not None and issuer.id.startswith(f"vn:{body.id}:"):
            unit = issuer.id.partition("#")[0].rpartition("/")[2]
            if unit.startswith(kind + "-"):
                return home_of(issuer)
        province = self._context.province
        return Agency(
            f"vn:{body.id}:{self._where(province)}{kind}",
            f"{body.name} {place.word}",
            _level(body, place),
            province,
        )

    def _where(self, province: str | None) -> str:
        unit = self._periods.province(province) if province else None
        return f"{unit.id}/" if unit else ""

    def _owned(self, name: Name, owner_name: Name) -> Agency | None:
        owner = self.of(owner_name)
        if owner is None and self._is_part(name):
            return None
        if owner is None:
            return self._own(replace(name, owner=None, place=None))
        text = self._proper(name)
        level = owner.level if owner.level != "other" else name.level
        return Agency(
            f"{owner.id}/{self._slug(text)}",
            f"{text} {owner.name}",
            level,
            owner.province,
        )

    def _is_part(self, name: Name) -> bool:
        """Say whether nothing but "Lãnh đạo" is named: of a body that nobody knows."""
        words = Words(name.text, 0, len(name.text))
        return any(
            words.at(end) is None and any(entry.role == "part" for entry in entries)
            for end, entries in self._grammar.names.matches(words, 0)
        )

    def _own(self, name: Name) -> Agency:
        text, place = self._proper(name), name.place
        if place is None:
            return self._inside_issuer(text, name.level)
        province = place.province or self._context.province
        if place.plural:
            return _many(f"{text} {plain_case(place.text)}", name.level, province)
        if place.unit is not None:
            where = f"{place.word} {proper_words(place.unit)}"
        elif place.province is not None or place.kind == "province":
            where = self._full(province) or place.word
        else:
            where = place.word
        agency_id = f"vn:{self._slug(text)}:{slug(where)}"
        return Agency(agency_id, f"{text} {where}", name.level, province)

    def _inside_issuer(self, text: str, level: str) -> Agency:
        issuer = self._context.issuer
        organ = self._grammar.inner_organs.get(fold(text))
        if organ is not None and issuer is not None and issuer.level in _HAS_ORGANS:
            return _organ(organ, home_of(issuer))
        inner = any(
            fold(text).startswith(kind + " ") for kind in self._grammar.inner_kinds
        )
        if inner and issuer is not None and issuer.level in _HAS_UNITS:
            home = home_of(issuer)
            return Agency(
                f"{home.id}/{self._slug(text)}", text, home.level, home.province
            )
        return Agency(f"vn:{self._slug(text)}", text, level, None)

    def _full(self, province: str | None) -> str | None:
        unit = self._periods.province(province) if province else None
        return unit.full_name if unit else province

    def _proper(self, name: Name) -> str:
        if name.text.isupper():
            return proper_case(name.text, self._grammar)
        return capitalised(name.text)

    def _slug(self, text: str) -> str:
        return slug(expanded(text, self._grammar))


def _organ(name: str, home: Agency) -> Agency:
    """Return "Ban Thường vụ" of a committee: alone the name means nobody."""
    whole = f"{name} {home.name}"
    return Agency(f"{home.id}/{slug(name)}", whole, home.level, home.province)


def _headed(agency: Agency, title: str) -> Agency:
    suffix, heir = "#" + slug(title), agency.successor
    if heir is not None:
        heir = replace(heir, id=heir.id + suffix, name=f"{title} {heir.name}")
    name = f"{title} {agency.name}"
    if agency.group:
        name = title + " " + agency.name[:1].lower() + agency.name[1:]
    return replace(agency, id=agency.id + suffix, name=name, successor=heir)


def _many(text: str, level: str, province: str | None) -> Agency:
    where = "" if province is None else ":" + slug(province)
    return Agency(f"vn:nhom:{slug(text)}{where}", text, level, province, group=True)


def _level(body: Body, place: Place) -> str:
    kind = "district" if place.kind == "city" else place.kind
    return (body.levels or {}).get(kind, body.level)
