"""Carries job ids to whoever is free to work, and again when the carrier died."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

Work = Callable[[str], None]
"""Does the job of an id; it may be called again for the same one."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One hand-out of a job: its ``round`` makes it another one than the last."""

    job_id: str
    round: int
    priority: int

    @property
    def id(self) -> str:
        """The name under which it is carried."""
        return f"{self.job_id}.{self.round}"


class Delivery(Protocol):
    """Hands each letter to one worker, lower priority numbers first."""

    def start(self, work: Work) -> None:
        """Begin to hand letters to ``work`` in this process."""
        ...

    def send(self, letters: Sequence[Letter]) -> None:
        """Carry the letters; those under way already are left as they are."""
        ...

    def recall(self, letters: Sequence[Letter]) -> None:
        """Do not hand out the letters any more."""
        ...

    def lost(self, letters: Sequence[Letter]) -> tuple[Letter, ...]:
        """Return those that are not under way: never sent, or ended."""
        ...

    def rescue(self, is_alive: Callable[[str], bool]) -> int:
        """Carry again what carriers hold that live no more; return how many."""
        ...

    def stop(self, seconds: float) -> None:
        """Hand out nothing more and wait so long for what is being done."""
        ...


def ids(letters: Iterable[Letter]) -> list[str]:
    """Return the names of the letters."""
    return [letter.id for letter in letters]
