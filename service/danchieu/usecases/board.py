"""The nodes of one code while they are being found."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from danchieu.resolve import Agreement
from danchieu.store import Naming, Placement
from danchieu.usecases.kinship import Kin, kinship

MOST_COMPARED = 40
"""Of one group at most so many namings stand for the others when comparing."""

_SEVERAL = "several documents share this code"


@dataclass(slots=True, eq=False)
class Group:
    """The namings of a node: ``founders`` made it, others joined.

    Who joins is compared with the founders only.
    """

    founders: list[Naming]
    members: list[Naming] = field(default_factory=list)


class Board:
    """Groups so far, who is in which and how surely, and who stays open."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self.group_of: dict[Naming, Group] = {}
        self._how: dict[Naming, Agreement] = {}
        self._open: dict[Naming, list[Group]] = {}

    def found(self, founders: Sequence[Naming]) -> None:
        """Make a group of these namings."""
        group = Group(list(founders))
        self.groups.append(group)
        for naming in founders:
            self.join(naming, group, Agreement(1.0))

    def join(self, naming: Naming, group: Group, how: Agreement) -> None:
        """Put a naming into a group."""
        group.members.append(naming)
        self.group_of[naming] = group
        self._how[naming] = how

    def leave_open(self, naming: Naming, candidates: Iterable[Group]) -> None:
        """Say that a naming could mean several groups."""
        self._open[naming] = list(candidates)

    def kin(self) -> Kin:
        """Return the finder of the founders by now: who joined speaks for nobody."""
        return Kin(n for g in self.groups for n in g.founders[:MOST_COMPARED])

    def issuers_of(self, group: Group) -> set[str]:
        """Return the issuers that the namings of a group state."""
        return {n.key.issuer for n in group.members if n.key.issuer}

    def fitting(self, namings: Iterable[Naming], kin: Kin) -> dict[Group, Agreement]:
        """Return the groups that can be meant; those without remark win over others."""
        found: dict[Group, Agreement] = {}
        for naming in namings:
            for other in kin.near(naming):
                how = kinship(naming, other)
                if how is None:
                    continue
                group = self.group_of[other]
                if _better(how, found.get(group)):
                    found[group] = how
        clean = {group: how for group, how in found.items() if not how.warnings}
        return clean or found

    def placements(self) -> dict[Naming, Placement]:
        """Return where each naming belongs."""
        ids = _node_ids(self.groups)
        placed = {
            naming: Placement(ids[self.group_of[naming]], how.confidence, how.warnings)
            for naming, how in self._how.items()
        }
        for naming, groups in self._open.items():
            candidates = tuple(sorted(ids[g] for g in groups))
            placed[naming] = Placement(
                None, 1.0, reason=_SEVERAL, candidates=candidates
            )
        return placed


def naming_order(naming: Naming) -> tuple[str | int, ...]:
    """Order namings by what they say, whatever order they came in."""
    key = naming.key
    return (
        key.code,
        key.issuer or "",
        key.year or 0,
        naming.date or "",
        naming.name or "",
        naming.own,
        naming.by_alias,
        naming.only_in or "",
    )


def _better(how: Agreement, than: Agreement | None) -> bool:
    if than is None:
        return True
    return (-len(how.warnings), how.confidence) > (-len(than.warnings), than.confidence)


def _node_ids(groups: Sequence[Group]) -> dict[Group, str]:
    """Return an id for each group, which stays while its founders' key stays."""
    short = {group: _descriptor(group) for group in groups}
    counts = Counter(short.values())
    return {
        group: _hashed(text if counts[text] == 1 else text + _first_founder(group))
        for group, text in short.items()
    }


def _descriptor(group: Group) -> str:
    keys = [_founding_key(n) for n in group.founders]
    return json.dumps([group.founders[0].key.code, *min(keys, key=str)])


def _founding_key(naming: Naming) -> list[str | int | None]:
    """Return what parts groups; no group far off can have the same and change ids."""
    issuer, year = naming.key.issuer, naming.key.year or 0
    if issuer is None:
        return ["", year, naming.only_in, naming.date]
    return [issuer, year, naming.only_in]


def _first_founder(group: Group) -> str:
    return json.dumps(min(naming_order(n) for n in group.founders))


def _hashed(text: str) -> str:
    return "n" + hashlib.sha256(text.encode()).hexdigest()[:20]
