"""What a document tells about the bodies that it names by kind only."""

from dataclasses import dataclass, replace

from danchieu.domain.agency import Agency


@dataclass(frozen=True, slots=True)
class AgencyContext:
    """Where, when and by whom a body is named.

    ``province`` is a province's name, ``year`` the year that the named body acted in
    (of the document, or of the cited one), ``on`` the day if it is known (EDTF): it
    decides in 2025, when provinces merged on 1 July. ``issuer`` is who speaks: "Sở"
    alone means it.
    """

    province: str | None = None
    year: int | None = None
    issuer: Agency | None = None
    on: str | None = None


NOWHERE = AgencyContext()


def home_of(issuer: Agency, name: str | None = None) -> Agency:
    """Return the body whose head or part ``issuer`` is; a body itself as it is.

    ``name`` is that body's name where the caller knows it.
    """
    whole = issuer.id.partition("#")[0]
    if name is not None and whole == issuer.id and "/" in whole:
        whole = whole.rpartition("/")[0]
    if whole == issuer.id and name is None:
        return issuer
    return replace(issuer, id=whole, name=name or issuer.name, successor=None)
