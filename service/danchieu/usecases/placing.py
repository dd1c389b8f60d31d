"""Which node each naming of a code belongs to, whatever order they came in."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence

from danchieu.resolve import Agreement
from danchieu.store import Naming, Placement
from danchieu.usecases.board import MOST_COMPARED, Board, Group, naming_order
from danchieu.usecases.kinship import (
    Kin,
    half_of,
    is_certain,
    is_same_held,
    kinship,
    same_name,
)
from danchieu.usecases.ties import tied_to

_HELD_TWICE = Agreement(0.9)
_ONLY_ONE_OF_ITS_CODE = Agreement(0.95)
_ONLY_ONE_OF_ITS_NAME = Agreement(0.85)
_PARTY_CODE = re.compile(r"^\d{1,5}[a-zđ]?-")


def place(
    namings: Sequence[Naming], touched: Collection[Naming] | None = None
) -> dict[Naming, Placement]:
    """Place all namings of one code: a function of their set.

    With ``touched``, namings that came or went, only those are placed that these can
    have moved; the others stay where they are.

    Held documents are nodes. A cited one joins the only held document that it can
    be; those that fit none are nodes of their own, one for each issuer and year,
    united where only a misprinted date parts them. What says less (no issuer, no
    year) joins the only node that it can mean. Whatever could mean several stays
    open, with the candidates.
    """
    board = Board()
    moved = namings if touched is None else tied_to(touched, namings)
    ordered = sorted(moved, key=naming_order)
    held = [n for n in ordered if n.own]
    cited = [n for n in ordered if not n.own and not n.by_alias]
    _place_held(board, held)
    _place_certain(board, [n for n in cited if is_certain(n)])
    _place_loose(board, [n for n in cited if not is_certain(n)])
    _place_aliases(board, [n for n in ordered if n.by_alias])
    return board.placements()


def _place_held(board: Board, held: Sequence[Naming]) -> None:
    certain = [n for n in held if is_certain(n)]
    for founders in _united([[n] for n in certain], is_same_held):
        board.found(founders)
    kin = Kin(certain)
    for naming in held:
        if naming in board.group_of:
            continue
        same = {
            board.group_of[other]
            for other in kin.near(naming)
            if is_same_held(naming, other)
        }
        if len(same) == 1:
            board.join(naming, same.pop(), _HELD_TWICE)
        else:
            board.found([naming])


def _place_certain(board: Board, namings: Sequence[Naming]) -> None:
    nobody: list[list[Naming]] = []
    for bucket, fitting in _fitting(board, list(_buckets(namings).values())):
        if not fitting:
            nobody.append(bucket)
        for naming in bucket if fitting else ():
            _settle(board, naming, fitting)
    for founders in _united(nobody, lambda a, b: kinship(a, b) is not None):
        board.found(founders)


def _place_loose(board: Board, namings: Sequence[Naming]) -> None:
    nobody: dict[Hashable, list[Naming]] = defaultdict(list)
    for (naming,), fitting in _fitting(board, [[n] for n in namings]):
        if fitting:
            _settle(board, naming, fitting)
        else:
            alone = naming.only_in, naming.key.issuer, naming.key.year
            nobody[alone if naming.key.issuer else (*alone, naming.date)].append(naming)
    for founders in nobody.values():
        board.found(founders)


_Fitting = dict[Group, Agreement]


def _fitting(
    board: Board, buckets: Sequence[list[Naming]]
) -> list[tuple[list[Naming], _Fitting]]:
    """Return the groups that each bucket can mean.

    A held document without issuer that several issuers' namings fit is taken from
    all of them: it can be only one's.
    """
    kin = board.kin()
    fitting = [(bucket, board.fitting(bucket, kin)) for bucket in buckets]
    issuers: dict[Group, set[str]] = defaultdict(set)
    for bucket, groups in fitting:
        for group in groups:
            issuers[group].update(n.key.issuer for n in bucket if n.key.issuer)
    disputed = {
        group
        for group, found in issuers.items()
        if len(found | board.issuers_of(group)) > 1
    }
    return [
        (bucket, {g: how for g, how in groups.items() if g not in disputed})
        for bucket, groups in fitting
    ]


def _place_aliases(board: Board, namings: Sequence[Naming]) -> None:
    """Place names that the alias table turned into the code: it means one document."""
    known = [g for g in board.groups if not all(n.only_in for n in g.founders)]
    if not known:
        if namings:
            board.found(namings)
        return
    for naming in namings:
        if len(known) == 1:
            board.join(naming, known[0], _ONLY_ONE_OF_ITS_CODE)
            continue
        named = [g for g in known if any(same_name(naming, m) for m in g.founders)]
        if len(named) == 1:
            board.join(naming, named[0], _ONLY_ONE_OF_ITS_NAME)
        else:
            board.leave_open(naming, named or known)


def _settle(board: Board, naming: Naming, fitting: Mapping[Group, Agreement]) -> None:
    if len(fitting) == 1:
        group, how = next(iter(fitting.items()))
        board.join(naming, group, how)
    else:
        board.leave_open(naming, fitting)


def _buckets(namings: Iterable[Naming]) -> dict[Hashable, list[Naming]]:
    """Return the namings that are one document for certain.

    A state number is given once a year. Party numbers run over a term, so there the
    day must be the same as well.
    """
    buckets: dict[Hashable, list[Naming]] = defaultdict(list)
    for naming in namings:
        key = naming.key
        of_party = _PARTY_CODE.match(key.code) is not None
        day = naming.date if of_party else half_of(naming)
        buckets[(key.issuer, key.year, day)].append(naming)
    return buckets


def _united(
    buckets: Sequence[Sequence[Naming]], same: Callable[[Naming, Naming], bool]
) -> list[list[Naming]]:
    """Return the buckets, joined where ``same`` holds between two members."""
    parent = list(range(len(buckets)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    place_of = {
        naming: index
        for index, bucket in enumerate(buckets)
        for naming in bucket[:MOST_COMPARED]
    }
    kin = Kin(place_of)
    for naming, index in place_of.items():
        for other in kin.near(naming):
            first, second = root(index), root(place_of[other])
            if first != second and same(naming, other):
                parent[max(first, second)] = min(first, second)
    united: dict[int, list[Naming]] = defaultdict(list)
    for index, bucket in enumerate(buckets):
        united[root(index)] += bucket
    return list(united.values())
