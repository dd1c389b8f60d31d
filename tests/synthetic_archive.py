"""Documents made by a seed that cite each other, and ways to load them in any order."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from twins import GOVERNMENT, PRIME_MINISTER, Cited, Own, committee, document

from danchieu.contract import to_result
from danchieu.domain.agency import Agency
from danchieu.domain.link import Edge
from danchieu.store import Archive, Record
from danchieu.usecases import record_of

PROVINCES = tuple(committee(name) for name in ("Sao Mai", "Hoa Ban", "Mây Trắng"))
RELATIONS = ("implements", "based_on", "reports_on", "amends", "mentions")
MATTERS = ("trồng cây ven đường", "nạo vét kênh mương", "sửa cầu treo", "mở lớp học")
_SERIES = (
    ("QĐ-TTg", PRIME_MINISTER),
    ("NQ-CP", GOVERNMENT),
    *(("KH-UBND", body) for body in PROVINCES),
    *(("QĐ-UBND", body) for body in PROVINCES),
)
_NUMBERS, _YEARS = 30, (2019, 2021, 2022, 2024)


@dataclass(frozen=True)
class Made:
    """A document, and the same bytes read wrongly, as they were before a correction."""

    right: Record
    wrong: Record


@dataclass(frozen=True)
class _Paper:
    code: str
    issuer: Agency
    date: str
    title: str


def make_archive(count: int, seed: int) -> tuple[Made, ...]:
    """Return ``count`` documents: numbers clash, dates are misprinted or left out."""
    chance = random.Random(seed)
    papers = [_paper(chance) for _ in range(count)]
    return tuple(_made(n, paper, papers, chance) for n, paper in enumerate(papers))


def load_in_some_order(store: Archive, made: Sequence[Made], seed: int) -> None:
    """Load all in an order of the seed, in parts, with removals and corrections.

    At the end everything is held as it is right.
    """
    chance = random.Random(seed)
    order = list(made)
    chance.shuffle(order)
    for part in _parts(order, chance):
        fate = chance.choice(("one by one", "at once", "wrong first", "removed"))
        if fate == "one by one":
            for one in part:
                store.save(one.right)
            continue
        store.save_all([m.wrong if fate == "wrong first" else m.right for m in part])
        if fate == "removed":
            for one in part:
                store.remove(one.right.id)
        if fate != "at once":
            store.save_all([m.right for m in reversed(part)])
    for one in chance.sample(made, k=len(made) // 10):
        store.remove(one.right.id)
        store.save(one.right)


def graph_of(store: Archive, made: Sequence[Made]) -> object:
    """Return all that the archive says of its documents, comparable."""
    walked = list(store.walk_graph())
    nodes = sorted((n for n in walked if not isinstance(n, Edge)), key=lambda n: n.id)
    edges = sorted(repr(e) for e in walked if isinstance(e, Edge))
    return [store.placements(m.right.id) for m in made], nodes, edges


def _parts(order: Sequence[Made], chance: random.Random) -> Iterator[Sequence[Made]]:
    at = 0
    while at < len(order):
        size = chance.randint(1, 12)
        yield order[at : at + size]
        at += size


def _paper(chance: random.Random) -> _Paper:
    symbol, issuer = chance.choice(_SERIES)
    year, month, day = (
        chance.choice(_YEARS),
        chance.randint(1, 12),
        chance.randint(1, 28),
    )
    title = f"{chance.choice(MATTERS)} năm {year}"
    code = f"{chance.randint(1, _NUMBERS)}/{symbol}"
    return _Paper(code, issuer, f"{year}-{month:02}-{day:02}", title)


def _made(
    number: int, paper: _Paper, papers: Sequence[_Paper], chance: random.Random
) -> Made:
    cited = [
        _cited(f"văn bản {at}", chance.choice(papers), chance)
        for at in range(chance.randint(0, 6))
    ]
    body = f"Tờ {number}: " + "; ".join(c.printed for c in cited)
    symbol = paper.code.partition("/")[2]
    nameless = chance.random() < 0.05
    own = Own(
        None if nameless else paper.code,
        symbol,
        issuer=None if chance.random() < 0.05 else paper.issuer,
        date=None if chance.random() < 0.05 else paper.date,
        title=paper.title,
    )
    other = chance.choice(papers)
    misread = Own(other.code, symbol, issuer=other.issuer, date=other.date)
    return Made(_record(body, own, cited), _record(body, misread, cited[:1]))


def _cited(printed: str, paper: _Paper, chance: random.Random) -> Cited:
    """Cite a paper, mostly as it is, at times with too little or a misprint."""
    date: str | None = paper.date
    if chance.random() < 0.3:
        misprint = f"{chance.choice(_YEARS)}{paper.date[4:]}"
        date = chance.choice((None, paper.date[:4], paper.date[:7], misprint))
    return Cited(
        printed,
        chance.choice(RELATIONS),
        paper.code,
        date,
        None if chance.random() < 0.15 else paper.issuer,
        name=paper.title if chance.random() < 0.5 else None,
    )


def _record(body: str, own: Own, cited: Sequence[Cited]) -> Record:
    made = document(body, own, cited)
    return record_of(made, to_result(made))
