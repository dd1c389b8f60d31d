"""The shape of the gazetteer files, checked before anything is built."""

from pydantic import BaseModel, ConfigDict, Field

_DAY = r"^\d{4}-\d\d-\d\d$"
_SLUG = r"^[a-z0-9]+(?:-[a-z0-9]+)*(?:@\d{4})?$"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TypeRow(_Strict):
    """One document type; ``symbol`` is null where symbols leave it out."""

    name: str
    symbol: str | None
    older_symbols: list[str] = Field(default_factory=list)
    legal: bool = False


class TypeList(_Strict):
    """The types of one list ("nghi-dinh-30")."""

    listed: str = Field(alias="list")
    source: str
    types: list[TypeRow] = Field(min_length=1)


class TypesFile(_Strict):
    """``document_types.yaml``."""

    document_types: list[TypeList]


class ProvinceRow(_Strict):
    """One province or centrally run city in one period."""

    id: str = Field(pattern=_SLUG)
    name: str
    kind: str
    forms: list[str] = Field(default_factory=list)
    valid_from: str | None = Field(default=None, pattern=_DAY)
    valid_to: str | None = Field(default=None, pattern=_DAY)
    successor: str | None = None


class ProvincesFile(_Strict):
    """``provinces.yaml``."""

    source: str
    provinces: list[ProvinceRow]


class BodyRow(_Strict):
    """One body; ``levels`` and ``style`` are for bodies of a place."""

    id: str = Field(pattern=_SLUG)
    name: str
    codes: list[str] = Field(default_factory=list)
    names: list[str] = Field(default_factory=list)
    city_name: str | None = None
    levels: dict[str, str] | None = None
    style: str | None = None
    needs_place: bool = False
    valid_from: str | None = Field(default=None, pattern=_DAY)
    valid_to: str | None = Field(default=None, pattern=_DAY)
    successor: str | None = None


class CentralGroup(_Strict):
    """Central bodies of one level and source; ``government``: bộ, ngang bộ."""

    source: str
    level: str
    government: bool = False
    entries: list[BodyRow] = Field(min_length=1)


class LocalGroup(_Strict):
    """Bodies that each place has, with the level for each kind of place."""

    source: str
    levels: dict[str, str]
    entries: list[BodyRow] = Field(min_length=1)


class CentralFile(_Strict):
    """``central_bodies.yaml``."""

    bodies: list[CentralGroup]


class LocalFile(_Strict):
    """``local_bodies.yaml``."""

    local_bodies: list[LocalGroup]


class AliasRow(_Strict):
    """Names that stand for one document."""

    code: str
    names: list[str] = Field(min_length=1)
    type: str | None = None
    date: str | None = Field(default=None, pattern=_DAY)
    valid_from: str | None = Field(default=None, pattern=_DAY)


class AliasGroup(_Strict):
    """Aliases with one issuer and source."""

    source: str
    issuer: str
    type: str
    entries: list[AliasRow] = Field(min_length=1)


class AliasesFile(_Strict):
    """``aliases.yaml``."""

    aliases: list[AliasGroup]
