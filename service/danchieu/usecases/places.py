"""Where a body stands: its province, then and now, and whether it speaks for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from danchieu.domain.edtf import is_full_date
from danchieu.graph import Unit
from danchieu.phrases.folding import fold, strip_marks
from danchieu.rules.gazetteers import Body, Gazetteers, Province

SPEAK_FOR_A_PROVINCE = ("ubnd", "hdnd", "thuong-truc-hdnd", "tinh-uy")
"""Ids of the bodies whose documents are the province's own."""


@dataclass(frozen=True, slots=True)
class Place:
    """The body (``so-y-te``) and province (``son-la``) of an issuer, None if unknown.

    ``provincial`` is true for a body of the province itself, not of a lower place.
    """

    body: str
    province: str | None
    provincial: bool


@dataclass(frozen=True, eq=False)
class Places:
    """Reads places out of issuers, by the gazetteers."""

    gazetteers: Gazetteers
    _by_slug: Mapping[str, list[Province]] = field(init=False, repr=False)
    _by_name: Mapping[str, list[Province]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        by_slug: dict[str, list[Province]] = {}
        by_name: dict[str, list[Province]] = {}
        for province in self.gazetteers.provinces.values():
            by_slug.setdefault(_slug(province.id), []).append(province)
            for name in (province.name, *province.forms):
                by_name.setdefault(strip_marks(name), []).append(province)
        object.__setattr__(self, "_by_slug", by_slug)
        object.__setattr__(self, "_by_name", by_name)

    def of(self, agency_id: str, province: str | None, date: str | None) -> Place:
        """Return where the body stands on the day of its document.

        A province and the one that it was merged into may bear one name; the day
        tells them apart, and where it is not known the id.
        """
        plain = agency_id.partition("#")[0].removeprefix("vn:")
        body, _, slug = plain.partition(":")
        slug = slug.partition("/")[0]
        own = self._by_slug.get(_slug(slug), [])
        found = own or self._by_name.get(strip_marks(province or ""), [])
        return Place(body.partition("/")[0], _that_stood(found, slug, date), bool(own))

    def named(self, name: str) -> frozenset[str]:
        """Return the ids of all provinces of this name, of whatever time.

        "Bắc Giang", "tỉnh Bắc Giang" and "bac giang" are the same.
        """
        plain = strip_marks(name)
        for kind in {p.kind for p in self.gazetteers.provinces.values()}:
            plain = plain.removeprefix(strip_marks(kind) + " ")
        return frozenset(p.id for p in self._by_name.get(plain, ()))

    def with_forerunners(self, province_ids: Iterable[str]) -> frozenset[str]:
        """Return the provinces and all that were merged into them."""
        ids = set(province_ids)
        return frozenset(ids | {f for i in ids for f in self.forerunners(i)})

    def forerunners(self, province_id: str) -> tuple[str, ...]:
        """Return the provinces whose area went to this one, also over several steps."""
        return _forerunners(
            province_id, {i: p.successor for i, p in self.gazetteers.provinces.items()}
        )

    def provinces_on(self, day: str) -> tuple[Unit, ...]:
        """Return the provinces of a day, by name, each with its forerunners."""
        return tuple(
            Unit(p.id, p.full_name, self.forerunners(p.id))
            for p in sorted(self.gazetteers.provinces_on(day), key=lambda p: p.name)
        )

    def ministries_on(self, day: str) -> tuple[Unit, ...]:
        """Return the ministries of a day, by name, each with its forerunners."""
        bodies = self.gazetteers.central_bodies
        steps = {i: b.successor for i, b in bodies.items()}
        standing = [
            bodies[i]
            for i in sorted(self.gazetteers.government)
            if (bodies[i].valid_from or "") <= day <= (bodies[i].valid_to or "9999")
        ]
        return tuple(
            Unit(b.id, b.name, _forerunners(b.id, steps))
            for b in sorted(standing, key=lambda b: b.name)
        )

    def local_kind(self, name: str) -> frozenset[str]:
        """Return the id of a kind of local body ("Sở KH&CN") and its forerunners."""
        wanted = fold(name)
        bodies = self.gazetteers.local_bodies
        steps = {i: b.successor for i, b in bodies.items()}
        found = {
            i
            for i, b in bodies.items()
            if wanted in {i, fold(b.name), *(fold(n) for n in b.names)}
        }
        return frozenset(found | {f for i in found for f in _forerunners(i, steps)})

    def kind_on(self, kinds: frozenset[str], day: str) -> Body:
        """Return the one of these kinds of local body that stood on the day.

        Where several did, the one that the others went into; where none did, the
        last.
        """
        bodies = [self.gazetteers.local_bodies[i] for i in sorted(kinds)]
        standing = [
            b for b in bodies if (b.valid_from or "") <= day <= (b.valid_to or "9999")
        ]
        last = [b for b in standing or bodies if b.successor not in kinds]
        return (last or standing or bodies)[0]


def _slug(province_id: str) -> str:
    return province_id.partition("@")[0]


def _that_stood(
    provinces: Iterable[Province], slug: str, date: str | None
) -> str | None:
    found = list(provinces)
    if is_full_date(date):
        standing = [p for p in found if p.stood_on(date)]
    else:
        standing = [p for p in found if p.id == slug]
    best = standing or [p for p in found if p.id == slug] or found
    return best[0].id if best else None


def _forerunners(one: str, steps: Mapping[str, str | None]) -> tuple[str, ...]:
    found: list[str] = []
    level = {one}
    while level:
        level = {i for i, to in steps.items() if to in level and i not in found}
        level.discard(one)
        found += sorted(level)
    return tuple(found)
