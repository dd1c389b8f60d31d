"""Độ khẩn, độ mật and dự thảo."""

from danchieu.domain.found import Found
from danchieu.domain.text import Span
from danchieu.header.scope import HeadScope


def read_mark(scope: HeadScope, words: str) -> Found[str] | None:
    """Read a mark that stands alone on a line of the letterhead or the title.

    ``words`` is the id of the word list: printed mark → value.
    """
    entries = scope.knowledge.rules.word_list(words).entries
    for line in scope.lines("letterhead", "title", "chrome"):
        printed = scope.text[line].strip(" .:!-")
        value = entries.get(printed.upper()) if printed.isupper() else None
        if value is not None:
            return Found(value, scope.text[line], line, words, 0.95)
    return None


def says_draft(scope: HeadScope) -> Span | None:
    """Return where the page says dự thảo of itself."""
    regex = scope.knowledge.rules.pattern("header.draft").regex
    for region in scope.spans("letterhead", "title"):
        match = regex.search(scope.text.value, region.start, region.end)
        if match:
            return Span(*match.span())
    return None
