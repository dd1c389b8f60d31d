"""Document types, provinces, bodies and aliases, as a domain expert wrote them down."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from danchieu.domain.agency import LEVELS
from danchieu.errors import RuleError
from danchieu.rules.gazetteer_schema import (
    AliasesFile,
    BodyRow,
    CentralFile,
    LocalFile,
    ProvincesFile,
    TypesFile,
)


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type ("Kế hoạch"); ``symbol`` is None where symbols leave it out (công văn).

    ``list`` names the list that holds it: ``nghi-dinh-30``, ``thong-tu-01-2011``,
    ``luat-64-2025``, ``dang``, or ``practice`` for types that no list has. ``legal``
    is true for types that are only văn bản quy phạm pháp luật.
    """

    name: str
    symbol: str | None
    older_symbols: tuple[str, ...]
    legal: bool
    list: str
    source: str


@dataclass(frozen=True, slots=True)
class Province:
    """A province or central city in one period; ``valid_to`` is the last day.

    ``kind`` is "tỉnh" or "thành phố". ``successor`` is the id of the unit that took
    its area, None while it stands. An id with ``@`` names the unit made in that year.
    """

    id: str
    name: str
    kind: str
    forms: tuple[str, ...]
    valid_from: str | None
    valid_to: str | None
    successor: str | None

    @property
    def full_name(self) -> str:
        """Return the name with its kind: "tỉnh Sơn La"."""
        return f"{self.kind} {self.name}"

    def stood_on(self, day: str) -> bool:
        """Say whether the unit existed on this ISO day."""
        return (self.valid_from or "") <= day <= (self.valid_to or "9999")


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A body; ``levels`` is None for bodies that exist once in the country.

    For bodies of a place ``levels`` maps the kind of place (``province``,
    ``district``, ``commune``) to the level there, and ``level`` is the first of them.
    ``bare`` names take the place without its kind ("Tỉnh ủy Bắc Giang").
    ``needs_place``: the name alone is a common word ("Công an", "Thanh tra").
    ``city_name`` is the name in a central city ("Thành ủy").
    """

    id: str
    name: str
    level: str
    codes: tuple[str, ...]
    names: tuple[str, ...]
    city_name: str | None
    levels: Mapping[str, str] | None
    bare: bool
    needs_place: bool
    valid_from: str | None
    valid_to: str | None
    successor: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Alias:
    """Names that stand for one document; ``issuer`` is the id of a central body.

    ``valid_from`` is when the document came into force, None where nobody was sure.
    """

    names: tuple[str, ...]
    code: str
    type: str
    date: str | None
    issuer: str
    valid_from: str | None
    source: str


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteers:
    """All gazetteers; ids are unique, every successor and issuer exists.

    ``government`` are the ids of the ministries and bodies of their rank, past ones
    too.
    """

    folder: Path
    document_types: tuple[DocumentType, ...]
    provinces: Mapping[str, Province]
    central_bodies: Mapping[str, Body]
    local_bodies: Mapping[str, Body]
    aliases: tuple[Alias, ...]
    government: frozenset[str] = frozenset()

    def provinces_on(self, day: str) -> tuple[Province, ...]:
        """Return the provinces that existed on this ISO day: 63, later 34."""
        return tuple(p for p in self.provinces.values() if p.stood_on(day))


def load_gazetteers(folder: Path) -> Gazetteers:
    """Load ``extraction_rules/gazetteers/``.

    Raises:
        RuleError: a file is missing or has the wrong shape, an id stands twice, or a
            successor, level or issuer is unknown; the message names the file.
    """
    local = _local_bodies(folder)
    central = _central_bodies(folder)
    return Gazetteers(
        folder,
        _document_types(folder),
        _provinces(folder),
        central,
        local,
        _aliases(folder, central),
        _government(folder),
    )


_File = TypeVar("_File", bound=BaseModel)

_Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)


def _read(path: Path, shape: type[_File]) -> _File:
    try:
        content: Any = yaml.load(path.read_text("utf-8"), _Loader)
        return shape.model_validate(content)
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error}") from error
    except (yaml.YAMLError, ValidationError) as error:
        raise RuleError(f"{path}: not a gazetteer: {error}") from error


def _document_types(folder: Path) -> tuple[DocumentType, ...]:
    path = folder / "document_types.yaml"
    types = tuple(
        DocumentType(
            row.name,
            row.symbol,
            tuple(row.older_symbols),
            row.legal,
            group.listed,
            group.source,
        )
        for group in _read(path, TypesFile).document_types
        for row in group.types
    )
    _by(path, types, lambda t: t.name)
    return types


def _provinces(folder: Path) -> Mapping[str, Province]:
    path = folder / "provinces.yaml"
    rows = _read(path, ProvincesFile).provinces
    found = _by(
        path,
        [Province(**{**row.model_dump(), "forms": tuple(row.forms)}) for row in rows],
        lambda p: p.id,
    )
    _check_successors(path, {i: p.successor for i, p in found.items()})
    return found


def _central_bodies(folder: Path) -> Mapping[str, Body]:
    path = folder / "central_bodies.yaml"
    bodies = [
        _body(row, group.level, None, group.source)
        for group in _read(path, CentralFile).bodies
        for row in group.entries
    ]
    return _checked_bodies(path, bodies)


def _government(folder: Path) -> frozenset[str]:
    groups = _read(folder / "central_bodies.yaml", CentralFile).bodies
    return frozenset(row.id for g in groups if g.government for row in g.entries)


def _local_bodies(folder: Path) -> Mapping[str, Body]:
    path = folder / "local_bodies.yaml"
    bodies = []
    for group in _read(path, LocalFile).local_bodies:
        for row in group.entries:
            levels = row.levels or group.levels
            bodies.append(_body(row, next(iter(levels.values())), levels, group.source))
    return _checked_bodies(path, bodies)


def _body(
    row: BodyRow, level: str, levels: Mapping[str, str] | None, source: str
) -> Body:
    return Body(
        id=row.id,
        name=row.name,
        level=level,
        codes=tuple(row.codes),
        names=tuple(row.names),
        city_name=row.city_name,
        levels=levels,
        bare=row.style == "bare",
        needs_place=row.needs_place,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        successor=row.successor,
        source=source,
    )


def _checked_bodies(path: Path, bodies: Iterable[Body]) -> Mapping[str, Body]:
    found = _by(path, bodies, lambda b: b.id)
    _check_successors(path, {i: b.successor for i, b in found.items()})
    for body in found.values():
        for level in (body.level, *(body.levels or {}).values()):
            if level not in LEVELS:
                raise RuleError(f"{path}: {body.id}: level {level!r}; use one of ours")
    return found


def _aliases(folder: Path, central: Mapping[str, Body]) -> tuple[Alias, ...]:
    path = folder / "aliases.yaml"
    aliases = []
    for group in _read(path, AliasesFile).aliases:
        if group.issuer not in central:
            raise RuleError(f"{path}: issuer {group.issuer!r} is no central body")
        for row in group.entries:
            aliases.append(
                Alias(
                    tuple(row.names),
                    row.code,
                    row.type or group.type,
                    row.date,
                    group.issuer,
                    row.valid_from,
                    group.source,
                )
            )
    _by(path, aliases, lambda a: f"{a.code} {a.date}")
    return tuple(aliases)


_Item = TypeVar("_Item")


def _by(
    path: Path, items: Iterable[_Item], key: Callable[[_Item], str]
) -> dict[str, _Item]:
    found: dict[str, _Item] = {}
    for item in items:
        if key(item) in found:
            raise RuleError(f"{path}: {key(item)!r} stands twice; rename one of them")
        found[key(item)] = item
    return found


def _check_successors(path: Path, successors: Mapping[str, str | None]) -> None:
    for item, successor in successors.items():
        if successor is not None and successor not in successors:
            raise RuleError(f"{path}: {item}: successor {successor!r} is not in it")
