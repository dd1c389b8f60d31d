"""Words of running text, read as far as needed, and the tree of known names."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from danchieu.phrases.folding import fold

_TOKEN = re.compile(r"(\s*)([^\W_]+|\S)")
MARKS = frozenset("&,-–—/.+")
"""Marks that names may hold."""

LOWER, INITIAL, CAPITALS, DIGITS = range(4)
"""How a word is printed: CAPITALS has two letters or more."""

LONGEST = 400
"""No name with its place is longer than this many characters."""


class Word(NamedTuple):
    """A word or a single mark; ``key`` is folded, ``case`` is one of ``LOWER`` ….

    ``gap`` is true after a space, ``line`` after a line break.
    """

    start: int
    end: int
    key: str
    case: int
    gap: bool
    line: bool

    @property
    def is_mark(self) -> bool:
        """Say whether this is punctuation that names may hold."""
        return self.key in MARKS

    @property
    def is_word(self) -> bool:
        """Say whether this is letters or digits."""
        return self.key[0].isalnum()


class Words:
    """The words of ``value`` from ``start``; a blank line or page break ends them."""

    def __init__(self, value: str, start: int, end: int) -> None:
        self.value = value
        self._end = min(end, start + LONGEST)
        self._next = start
        self._read: list[Word] = []

    def at(self, index: int) -> Word | None:
        """Return the word of this index; None past the last one."""
        read = self._read
        while index >= len(read):
            if not self._advance():
                return None
        return read[index]

    def printed(self, first: int, after: int) -> str:
        """Return the print of the words ``first`` to before ``after``, in one line."""
        start, end = self._read[first].start, self._read[after - 1].end
        return " ".join(self.value[start:end].split())

    def _advance(self) -> bool:
        match = _TOKEN.match(self.value, self._next, self._end)
        if match is None:
            self._end = self._next
            return False
        gap, printed = match.groups()
        line = "\n" in gap or "\f" in gap
        if line and self._read and _parts(gap):
            self._end = self._next
            return False
        start, self._next = match.span(2)
        key, case = look(printed)
        self._read.append(Word(start, self._next, key, case, bool(gap), "\n" in gap))
        return True


def _parts(gap: str) -> bool:
    return "\f" in gap or gap.count("\n") > 1


@lru_cache(maxsize=32768)
def look(printed: str) -> tuple[str, int]:
    """Return the folded word and how it is printed."""
    if printed[0].isdigit():
        case = DIGITS
    elif printed.isupper():
        case = CAPITALS if len(printed) > 1 else INITIAL
    else:
        case = INITIAL if printed[0].isupper() else LOWER
    return fold(printed), case


def words_of(text: str) -> Iterator[Word]:
    """Return every word of a short text."""
    words = Words(text, 0, len(text))
    index = 0
    while (word := words.at(index)) is not None:
        yield word
        index += 1


AND = "và"
"""The one conjunction that stands inside names; folded."""

_Entry = TypeVar("_Entry")


@dataclass(slots=True)
class Tree(Generic[_Entry]):
    """Names by their words.

    Where a name is written down with a mark or "và" between two words, print may have
    any other mark there, or none: "Văn hóa - Thể thao và Du lịch". Elsewhere a mark
    parts words: "tỉnh, Ủy ban" is no "Tỉnh ủy". ``bridged`` are the branches that a
    mark may stand before.
    """

    branches: dict[str, "Tree[_Entry]"] = field(default_factory=dict)
    bridged: set[str] = field(default_factory=set)
    entries: list[_Entry] = field(default_factory=list)

    def add(self, name: str, entry: _Entry) -> None:
        """Put ``entry`` at the end of ``name``."""
        node, connected = self, False
        for word in words_of(name):
            if not word.is_word or word.key == AND:
                connected = True
                continue
            if connected:
                node.bridged.add(word.key)
            node = node.branches.setdefault(word.key, Tree())
            connected = False
        node.entries.append(entry)

    def matches(self, words: Words, index: int) -> list[tuple[int, list[_Entry]]]:
        """Return (index after the name, entries) of every name here, longest first."""
        word = words.at(index)
        node = self.branches.get(word.key) if word else None
        if node is None:
            return []
        found: list[tuple[int, list[_Entry]]] = []
        while node is not None:
            index += 1
            if node.entries:
                found.append((index, node.entries))
            if not node.branches:
                break
            node, index = node.step(words, index)
        found.reverse()
        return found

    def step(self, words: Words, index: int) -> tuple["Tree[_Entry] | None", int]:
        """Return the branch that goes on here and the index of its word."""
        word = words.at(index)
        if word is None:
            return None, index
        key = word.key
        if self.bridged and (key in MARKS or key == AND):
            following = words.at(index + 1)
            if following is not None and following.key in self.bridged:
                return self.branches[following.key], index + 1
        return self.branches.get(key), index

    def longest(self, words: Words, index: int) -> tuple[int, _Entry] | None:
        """Return the longest name here and its first entry."""
        word = words.at(index)
        if word is None or word.key not in self.branches:
            return None
        found = self.matches(words, index)
        return (found[0][0], found[0][1][0]) if found else None


def tree_of(names: Iterable[tuple[str, _Entry]]) -> Tree[_Entry]:
    """Return a tree of these names."""
    tree: Tree[_Entry] = Tree()
    for name, entry in names:
        tree.add(name, entry)
    return tree
