"""A large archive made by a seed: documents that cite older ones by a power law."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from danchieu.domain.agency import Agency
from danchieu.domain.link import DocumentKey
from danchieu.domain.page import Page
from danchieu.store import Card, Claim, Named, Naming, Record

RELATIONS = ("implements", "based_on", "reports_on", "mentions")
SHARES = (0.3, 0.4, 0.05, 0.25)
CITATIONS = 10
FULL, YEAR_ONLY, NO_ISSUER, BY_NAME = range(4)
WAYS_OF_CITING = (0.67, 0.01, 0.02, 0.3)
TYPES = ("Quyết định", "Kế hoạch", "Báo cáo", "Chỉ thị")
SYMBOLS = ("qđ", "kh", "bc", "ct")
PROVINCES, FIRST_YEAR, YEARS = 63, 2011, 10
_SERIES = PROVINCES * len(TYPES) * YEARS
_STEP = 7_919
_SONG = (
    "trồng cây ven đường nạo vét kênh mương sửa cầu treo mở lớp học chữ bản làng "
    "rừng ngập mặn nước sạch trạm y tế xã chợ phiên bò sữa chè cổ thụ cà phê hồ tiêu"
)
_WORDS = _SONG.split()


@dataclass(frozen=True)
class Graph:
    """Who cites whom, as plain arrays; ``source`` ascends. A node is its number."""

    size: int
    source: NDArray[np.int64]
    target: NDArray[np.int64]
    relation: NDArray[np.int8]
    cited_as: NDArray[np.int8]


def make_graph(size: int, seed: int) -> Graph:
    """Return ``size`` documents that cite about ten older ones each, the oldest most.

    No document cites another twice.
    """
    chance = np.random.default_rng(seed)
    counts = np.minimum(chance.poisson(CITATIONS, size), np.arange(size))
    source = np.repeat(np.arange(size), counts)
    target = (source * chance.random(len(source)) ** 3).astype(np.int64)
    pairs = np.unique(source * size + target)
    source, target = pairs // size, pairs % size
    relation = chance.choice(len(RELATIONS), len(pairs), p=SHARES).astype(np.int8)
    cited_as = chance.choice(4, len(pairs), p=WAYS_OF_CITING).astype(np.int8)
    return Graph(size, source, target, relation, cited_as)


def records_of(graph: Graph, seed: int, at_once: int) -> Iterator[list[Record]]:
    """Give the records in an order of the seed, so many at a time."""
    order = np.random.default_rng(seed).permutation(graph.size)
    starts = np.searchsorted(graph.source, np.arange(graph.size + 1))
    for first in range(0, graph.size, at_once):
        yield [_record(graph, starts, int(n)) for n in order[first : first + at_once]]


def document_id(number: int) -> str:
    """Return the id of a document's file."""
    return _sha256(number)[:32]


def _sha256(number: int) -> str:
    return hashlib.sha256(b"%d" % number).hexdigest()


def _paper(size: int, number: int) -> tuple[str, Agency, str, str]:
    """Return code, issuer, date and type; numbers of one code have different days."""
    place = number * _STEP % (size + (size % _STEP == 0))
    series, running = place % _SERIES, place // _SERIES + 1
    province, rest = series % PROVINCES, series // PROVINCES
    kind, year = rest % len(TYPES), rest // len(TYPES)
    day = (province * 5 + year * 17) % 336
    date = f"{FIRST_YEAR + year}-{day // 28 + 1:02}-{day % 28 + 1:02}"
    return f"{running}/{SYMBOLS[kind]}-ubnd", ISSUERS[province], date, TYPES[kind]


def _agency(province: int) -> Agency:
    name = f"Tỉnh {province}"
    return Agency(f"vn:ubnd:tinh-{province}", f"Ủy ban {name}", "province", name)


ISSUERS = tuple(_agency(p) for p in range(PROVINCES))


def _title(number: int) -> str:
    """Return a title that only this document bears."""
    words = [_WORDS[number // 7**p % len(_WORDS)] for p in range(6)]
    return " ".join((*words, f"lô {number}"))


def _record(graph: Graph, starts: NDArray[np.int64], number: int) -> Record:
    first, last = int(starts[number]), int(starts[number + 1])
    named, claims = [_own(graph.size, number)], []
    for at in range(first, last):
        named.append(_cited(graph.size, int(graph.target[at]), graph.cited_as[at]))
        relation = RELATIONS[graph.relation[at]]
        quote = f"{relation} văn bản số {named[-1].code}"
        claims.append(Claim(0, relation, len(named) - 1, quote, 1, 0.9))
    own, sha256 = named[0], _sha256(number)
    card = Card("administrative", own.type, "Ủy ban", fields=own.title or "")
    return Record(
        id=sha256[:32],
        file_name=f"{number}.txt",
        sha256=sha256,
        media_type="text/plain",
        content=b"",
        kind="administrative",
        result="{}",
        pages=(Page(1, f"{own.type} {own.title}"),),
        named=tuple(named),
        claims=tuple(claims),
        card=card,
    )


def _own(size: int, number: int) -> Named:
    code, issuer, date, kind = _paper(size, number)
    title = _title(number)
    key = DocumentKey(code, issuer.id, int(date[:4]))
    return Named(Naming(key, date, title, own=True), code, kind, issuer, date, title)


def _cited(size: int, number: int, how: int) -> Named:
    code, issuer, date, kind = _paper(size, number)
    issuer_id = None if how == NO_ISSUER else issuer.id
    stated = date[:4] if how == YEAR_ONLY else date
    name = _title(number) if how == BY_NAME else None
    naming = Naming(DocumentKey(code, issuer_id, int(date[:4])), stated, name)
    return Named(naming, code, kind, issuer if issuer_id else None, stated, name)
