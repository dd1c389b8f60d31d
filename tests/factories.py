"""Makers of the values that tests need."""

from functools import cache
from pathlib import Path

from danchieu.domain.page import Page
from danchieu.domain.text import Text
from danchieu.rules.knowledge import Knowledge, load_knowledge
from danchieu.text import join_pages

ROOT = Path(__file__).parents[1]


def text_of(value: str) -> Text:
    """Return ``value`` as a text without boxes; form feeds part the pages."""
    pages = [Page(n, page) for n, page in enumerate(value.split("\f"), start=1)]
    return join_pages(pages)


@cache
def knowledge() -> Knowledge:
    """Return the rules of the repository, loaded once."""
    return load_knowledge(ROOT / "extraction_rules")
