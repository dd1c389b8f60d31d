"""A long file read by several readers: which pages are whose, and all of them again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from danchieu.domain.page import Page, PageNote
from danchieu.pages.reading import PagesRead


@dataclass(frozen=True, slots=True)
class Share:
    """Every ``of``-th page from page ``first`` on; pages are numbered from 1.

    Neighbours cost much the same, so that such shares are about equal.
    """

    first: int = 1
    of: int = 1

    def indexes(self, pages: int) -> range:
        """Return the pages of the share in a file of so many, counted from 0."""
        return range(self.first - 1, pages, self.of)

    def numbers(self) -> Iterator[int]:
        """Give the numbers of its pages, without end."""
        return count(self.first, self.of)


WHOLE = Share()


def join_shares(parts: Sequence[PagesRead]) -> PagesRead:
    """Return what one reader of the whole file would have returned.

    ``parts`` are all shares, in order of their first pages.
    """
    pages = sorted((p for part in parts for p in part.pages), key=_number)
    notes = sorted((n for part in parts for n in part.notes), key=_page)
    return replace(parts[0], pages=tuple(pages), notes=tuple(notes))


def _number(page: Page) -> int:
    return page.number


def _page(note: PageNote) -> int:
    return note.page
