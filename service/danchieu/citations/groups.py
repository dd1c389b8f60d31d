"""Which spots name one document: by code, by alias, by the name of a law."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from danchieu.citations.law_names import law_codes
from danchieu.citations.relations import Judged
from danchieu.citations.scene import Scene
from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import fold, strip_marks

_YEAR = re.compile(r"(?:,? (?:ban hành )?năm)? ?(?:19|20)\d\d$")
_SAME_NAME, _MISREAD_NAME = 85.0, 94.0
_DAY = len("2020-01-31")


@dataclass(slots=True)
class Group:
    """All places that name one document; ``key`` is a folded code or a folded name."""

    key: str
    judged: list[Judged] = field(default_factory=list)

    @property
    def is_coded(self) -> bool:
        """Say whether one of the places prints the code."""
        return any(j.spot.code is not None for j in self.judged)

    @property
    def dates(self) -> tuple[str, ...]:
        """Return the dates printed beside it, without repetition."""
        dates = (j.spot.told.date for j in self.judged)
        return tuple(dict.fromkeys(d for d in dates if d))

    @property
    def laws(self) -> set[str]:
        """Return the folded names of the law that stand beside the code."""
        return {law_key(j.spot.law) for j in self.judged if j.spot.law}


def code_key(code: str) -> str:
    """Return a code for comparing within one text: "QĐ.BYT" is "QĐ-BYT" there."""
    number, slash, symbol = fold_code(code).partition("/")
    return f"{number}{slash}{symbol.replace('.', '-')}"


def law_key(name: str) -> str:
    """Return a law's name for comparing, a year at its end cut off."""
    return _YEAR.sub("", fold(name))


def group_spots(
    scene: Scene, judged: Sequence[Judged], owners: dict[int, int]
) -> tuple[Group, ...]:
    """Return one group for each document, in the order of their first places.

    ``owners`` maps the index of a place that bears a name which the text defines to
    the index of the coded place that defines it.
    """
    groups: list[Group] = []
    by_index: dict[int, Group] = {}
    for index, one in enumerate(judged):
        if one.spot.code is not None:
            by_index[index] = _join(groups, _coded_group(groups, one), one)
    for index, one in enumerate(judged):
        if one.spot.code is not None:
            continue
        group = _named_group(scene, groups, one, by_index.get(owners.get(index, -1)))
        if group is not None:
            by_index[index] = _join(groups, group, one)
    for group in groups:
        group.judged.sort(key=lambda j: j.spot.span)
    return tuple(sorted(groups, key=lambda g: g.judged[0].spot.span))


def _join(groups: list[Group], group: Group, one: Judged) -> Group:
    if not group.judged:
        groups.append(group)
    group.judged.append(one)
    return group


def _coded_group(groups: Sequence[Group], one: Judged) -> Group:
    code = one.spot.code
    key = code_key(code.code) if code else ""
    for group in groups:
        if group.key == key and not _conflict(group, one):
            return group
    return Group(key)


def _conflict(group: Group, one: Judged) -> bool:
    """Say whether the same code must be another document here.

    Other issuers, or dates of other years that share neither day nor month.
    """
    told = one.spot.told
    issuers = {j.spot.told.issuer.id for j in group.judged if j.spot.told.issuer}
    if told.issuer and issuers and not _one_body({*issuers, told.issuer.id}):
        return one.spot.code is not None and one.spot.code.year is None
    date = told.date
    if not date or len(date) < _DAY or not group.dates:
        return False
    return all(
        len(other) == _DAY and other[:4] != date[:4] and other[4:] != date[4:]
        for other in group.dates
    )


def _one_body(ids: set[str]) -> bool:
    return len({i.partition("#")[0] for i in ids}) == 1


def _named_group(
    scene: Scene, groups: Sequence[Group], one: Judged, owner: Group | None
) -> Group | None:
    if owner is not None:
        return owner
    spot = one.spot
    if spot.alias is not None:
        return _group_of_key(groups, code_key(spot.alias.code))
    if spot.law is not None:
        return _law_group(scene, groups, one)
    name = fold(scene.text[spot.span])
    return _group_of_key(groups, name)


def _group_of_key(groups: Sequence[Group], key: str) -> Group:
    return next((g for g in groups if g.key == key), None) or Group(key)


def _law_group(scene: Scene, groups: Sequence[Group], one: Judged) -> Group | None:
    """Return the group of a law cited by name, None where several may be meant.

    A law named only inside the title of another document is no citation of its own.
    """
    spot = one.spot
    key = law_key(spot.law or "")
    same = [
        g
        for g in groups
        if key in g.laws or _is_alias_of(scene, g, one) or _is_misread(g, one, key)
    ]
    fitting = [g for g in same if _year_fits(g, spot.told.date or spot.year)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting and not (spot.told.date or spot.year):
        return None
    if one.outer is not None and not spot.pinpoints and not one.passive:
        return None
    year = (spot.told.date or spot.year or "")[:4]
    return Group(f"{key} {year}".strip())


def _is_misread(group: Group, one: Judged, key: str) -> bool:
    """Say whether a law of the group is this name but for letters that OCR bent.

    Diacritics count for nothing then; with the same full date more may differ.
    """
    date = one.spot.told.date or ""
    dated = len(date) == _DAY and date in group.dates
    if date and group.dates and not dated:
        return False
    least = _SAME_NAME if dated else _MISREAD_NAME
    plain = strip_marks(key)
    return any(ratio(plain, strip_marks(law)) >= least for law in group.laws)


def _is_alias_of(scene: Scene, group: Group, one: Judged) -> bool:
    codes = law_codes(law_key(one.spot.law or ""), one.spot.told.date, scene.knowledge)
    return group.key in {code_key(code) for code in codes}


def _year_fits(group: Group, date: str | None) -> bool:
    if not date:
        return True
    return all(year == date[:4] for year in _years(group))


def _years(group: Group) -> Iterator[str]:
    for one in group.judged:
        if one.spot.code is not None and one.spot.code.year is not None:
            yield str(one.spot.code.year)
        elif one.spot.told.date:
            yield one.spot.told.date[:4]
