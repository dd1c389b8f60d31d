"""Public identifiers of a document: urn:lex (RFC 9676) and the Akoma Ntoso IRI."""

import re
from dataclasses import dataclass

from danchieu.domain.agency import Agency
from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import strip_marks

_COUNTRY = "vn"
_NOT_A_NAME = re.compile(r"[^a-z0-9]+")
_WITH_YEAR = re.compile(r"\d{1,5}[a-zđ]?[/-](?P<year>(?:19|20)\d\d)/")
_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Identified:
    """What identifies a document; all four are needed for a public identifier."""

    code: str | None
    type: str | None
    issuer: Agency | None
    date: str | None


def urn_lex(document: Identified) -> str | None:
    """Return the name by RFC 9676, None where something is unknown.

    ``urn:lex:vn;son.la:ubnd:ke.hoach:2021-03-14;65-kh-ubnd``: province,
    body, type, date, code. An incomplete date gives its year or month,
    and a code with its year stands in for a date that nobody states.
    """
    told = _told(document)
    if told is None:
        return None
    place, body, kind, date, number = told
    jurisdiction = f"{_COUNTRY};{_dotted(place)}" if place else _COUNTRY
    return f"urn:lex:{jurisdiction}:{_dotted(body)}:{_dotted(kind)}:{date};{number}"


def akn_iri(document: Identified) -> str | None:
    """Return the IRI of the work by the Akoma Ntoso Naming Convention, or None.

    ``/akn/vn-son-la/doc/ke-hoach/ubnd/2021-03-14/65-kh-ubnd``; ``act`` in
    place of ``doc`` for văn bản quy phạm pháp luật, whose code holds the year.
    """
    told = _told(document)
    if told is None:
        return None
    place, body, kind, date, number = told
    country = f"{_COUNTRY}-{place}" if place else _COUNTRY
    genre = "act" if is_act(document.code) else "doc"
    return f"/akn/{country}/{genre}/{kind}/{body}/{date}/{number}"


def is_act(code: str | None) -> bool:
    """Say whether a code is one of văn bản quy phạm pháp luật ("30/2020/NĐ-CP").

    Luật 80/2015/QH13, Điều 10: their codes hold the year, those of administrative
    documents of the same type ("1068/QĐ-TTg") do not.
    """
    return _WITH_YEAR.match(code or "") is not None


def plain_name(text: str) -> str:
    """Return letters and digits without marks, joined by hyphens."""
    return _NOT_A_NAME.sub("-", strip_marks(text)).strip("-")


def _told(document: Identified) -> tuple[str, str, str, str, str] | None:
    code, kind, issuer = document.code, document.type, document.issuer
    date = _DATE.match(document.date or "") or _year_inside(document.code)
    if code is None or kind is None or issuer is None or date is None:
        return None
    place, body = _place_and_body(issuer)
    return place, body, plain_name(kind), date[0], plain_name(fold_code(code))


def _year_inside(code: str | None) -> re.Match[str] | None:
    """Return the year that the code of an act holds."""
    inside = _WITH_YEAR.match(code or "")
    return _DATE.match(inside["year"]) if inside else None


def _place_and_body(issuer: Agency) -> tuple[str, str]:
    """Return place and body as names; "" as the place of bodies of the country.

    They come from the id, ``vn:<body>:<place>``, which is one for all spellings; the
    post of the head, a part of the body and the year of a merger are left out.
    """
    plain = issuer.id.partition("#")[0].partition("/")[0].removeprefix("vn:")
    body, _, place = plain.partition(":")
    return plain_name(place.partition("@")[0]), plain_name(body)


def _dotted(name: str) -> str:
    return name.replace("-", ".")
