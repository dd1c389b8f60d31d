"""Which spots name one document: by code, by alias, by the name of a law."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.fuzz import ratio

from danchieu.citations.law_names import law_codes, law_key
from danchieu.citations.relations import Judged
from danchieu.citations.scene import Scene
from danchieu.citations.slips import meant_by_name
from danchieu.domain.edtf import is_full_date
from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import fold, strip_marks
from danchieu.rules.gazetteers import Alias

_SAME_NAME, _MISREAD_NAME = 85.0, 94.0
_MOST_COMPARED = 300


@dataclass(slots=True)
class Group:
    """All places that name one document; ``key`` is a folded code or a folded name.

    ``laws`` maps the folded names of a law beside its code or date to the same
    without diacritics. ``dates`` are the printed ones and ``issuers`` their ids, each
    once.
    """

    key: str
    judged: list[Judged] = field(default_factory=list)
    laws: dict[str, str] = field(default_factory=dict)
    dates: dict[str, None] = field(default_factory=dict)
    issuers: set[str] = field(default_factory=set)

    @property
    def is_coded(self) -> bool:
        """Say whether one of the places prints the code."""
        return any(j.spot.code is not None for j in self.judged)

    def add(self, one: Judged) -> None:
        """Take a further place in."""
        self.judged.append(one)
        if one.spot.law:
            key = law_key(one.spot.law)
            self.laws.setdefault(key, strip_marks(key))
        if one.spot.told.date:
            self.dates[one.spot.told.date] = None
        if one.spot.told.issuer:
            self.issuers.add(one.spot.told.issuer.id)


@dataclass(slots=True)
class _Register:
    """The groups found so far, by key and, for laws, in order."""

    scene: Scene
    by_key: dict[str, list[Group]] = field(default_factory=dict)
    laws: list[Group] = field(default_factory=list)

    def join(self, group: Group, one: Judged) -> Group:
        """Add ``one`` to ``group``, which may be new."""
        if not group.judged:
            self.by_key.setdefault(group.key, []).append(group)
        had_laws = bool(group.laws)
        group.add(one)
        if group.laws and not had_laws:
            self.laws.append(group)
        return group

    def of_key(self, key: str) -> Group:
        """Return the first group of this key, or a new one."""
        return next(iter(self.by_key.get(key, ())), None) or Group(key)


def code_key(code: str) -> str:
    """Return a code for comparing within one text: "QĐ.BYT" is "QĐ-BYT" there."""
    number, slash, symbol = fold_code(code).partition("/")
    return f"{number}{slash}{symbol.replace('.', '-')}"


def group_spots(
    scene: Scene, judged: Sequence[Judged], owners: Mapping[int, int]
) -> tuple[Group, ...]:
    """Return one group for each document, in the order of their first places.

    ``owners`` maps the index of a place that bears a name which the text defines to
    the index of the coded place that defines it.
    """
    register = _Register(scene)
    by_index: dict[int, Group] = {}
    for index, one in enumerate(judged):
        if one.spot.code is not None:
            key = code_key(one.spot.code.code)
            by_index[index] = register.join(_coded_group(register, key, one), one)
    for index, one in enumerate(judged):
        if one.spot.code is None:
            owner = by_index.get(owners.get(index, -1))
            group = owner or _named_group(register, one)
            if group is not None:
                register.join(group, one)
    groups = [g for same in register.by_key.values() for g in same]
    for group in groups:
        group.judged.sort(key=lambda j: j.spot.span)
    return tuple(sorted(groups, key=lambda g: g.judged[0].spot.span))


def _coded_group(register: _Register, key: str, one: Judged) -> Group:
    for group in register.by_key.get(key, ()):
        if not _conflict(group, one):
            return group
    return Group(key)


def _conflict(group: Group, one: Judged) -> bool:
    """Say whether the same code must be another document here.

    Other issuers, or dates of other years that share neither day nor month. An equal
    date or a year inside the code leaves no doubt.
    """
    told, code = one.spot.told, one.spot.code
    if code is None or code.year is not None or told.date in group.dates:
        return False
    issuers = group.issuers
    if told.issuer and issuers and not _one_body({*issuers, told.issuer.id}):
        return True
    date = told.date
    if not is_full_date(date) or not group.dates:
        return False
    return all(
        is_full_date(other) and other[:4] != date[:4] and other[4:] != date[4:]
        for other in group.dates
    )


def _one_body(ids: set[str]) -> bool:
    return len({i.partition("#")[0] for i in ids}) == 1


def _named_group(register: _Register, one: Judged) -> Group | None:
    spot = one.spot
    if spot.alias is not None:
        return _alias_group(register, spot.alias)
    if spot.law is not None:
        return _law_group(register, one)
    return register.of_key(fold(register.scene.text[spot.span]))


def _alias_group(register: _Register, alias: Alias) -> Group:
    """Return the group of the document, also where its code is misprinted."""
    key = code_key(alias.code)
    if key not in register.by_key and alias.date:
        for group in (g for same in register.by_key.values() for g in same):
            if alias.date in group.dates and alias is meant_by_name(
                group.judged, group.dates, register.scene.knowledge
            ):
                return group
    return register.of_key(key)


def _law_group(register: _Register, one: Judged) -> Group | None:
    """Return the group of a law cited by name, None where several may be meant.

    A law named only inside the title of another document is no citation of its own.
    """
    spot = one.spot
    date = spot.told.date or spot.year
    key = law_key(spot.law or "")
    fitting = [g for g in _same_law(register, one, key) if _year_fits(g, date)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting and not date:
        return None
    longer = _cut_name_of(register, one, key)
    if longer is not None:
        return longer
    if one.outer is not None and not spot.pinpoints and not one.passive:
        return None
    return register.of_key(f"{key} {(date or '')[:4]}".strip())


def _cut_name_of(register: _Register, one: Judged, key: str) -> Group | None:
    """Return the only law whose name goes on where a line or a cell cuts this one."""
    end = one.spot.span.end
    rest = register.scene.text.value[end : end + 4].lstrip(" \t")
    if one.spot.told.date or rest[:1] not in ("", "\n", "\f", "|"):
        return None
    longer = [
        group
        for group in register.laws[:_MOST_COMPARED]
        if any(law.startswith(key + " ") for law in group.laws)
    ]
    return longer[0] if len(longer) == 1 else None


def _same_law(register: _Register, one: Judged, key: str) -> list[Group]:
    codes = law_codes(key, one.spot.told.date, register.scene.knowledge)
    found = [
        group
        for at, group in enumerate(register.laws)
        if key in group.laws or (at < _MOST_COMPARED and _is_misread(group, one, key))
    ]
    for code in codes:
        coded = register.by_key.get(code_key(code), ())
        found += [g for g in coded if all(g is not other for other in found)]
    return found


def _is_misread(group: Group, one: Judged, key: str) -> bool:
    """Say whether a law of the group is this name but for letters that OCR bent.

    Diacritics count for nothing then; with the same full date more may differ.
    """
    date = one.spot.told.date or ""
    dated = is_full_date(date) and date in group.dates
    if date and group.dates and not dated:
        return False
    least = _SAME_NAME if dated else _MISREAD_NAME
    plain = strip_marks(key)
    return any(
        ratio(plain, law, score_cutoff=least) >= least for law in group.laws.values()
    )


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
