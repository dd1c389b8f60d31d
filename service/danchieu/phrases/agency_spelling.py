"""How names are written out: case, abbreviations, ASCII ids."""

from functools import lru_cache

from danchieu.phrases.agency_grammar import Grammar
from danchieu.phrases.agency_words import Words
from danchieu.phrases.folding import strip_marks


@lru_cache(maxsize=8192)
def slug(text: str) -> str:
    """Return ASCII words joined by hyphens.

    >>> slug("Sở Khoa học và Công nghệ")
    'so-khoa-hoc-va-cong-nghe'
    """
    letters = (c if c.isascii() and c.isalnum() else " " for c in strip_marks(text))
    return "-".join("".join(letters).split())


def capitalised(text: str) -> str:
    """Return ``text`` with its first letter as a capital, the rest untouched."""
    return text[:1].upper() + text[1:]


def plain_case(text: str) -> str:
    """Return ``text`` in lower case where it is in capitals only."""
    return text.lower() if text.isupper() else text


def proper_words(text: str) -> str:
    """Return "Si Ma Cai" for "SI MA CAI"; other print untouched."""
    if not text.isupper() or text[1:] == "":
        return text
    return " ".join(w.capitalize() for w in text.split())


def proper_case(text: str, grammar: Grammar) -> str:
    """Return a name printed in capitals as a sentence writes it.

    Provinces keep their capitals, and so does what holds no vowel ("TNHH"):
    "CÔNG TY TNHH YÊN BÁI" gives "Công ty TNHH Yên Bái".
    """
    words = Words(text, 0, len(text))
    parts: list[str] = []
    last, index = 0, 0
    while (word := words.at(index)) is not None:
        found = grammar.provinces.longest(words, index)
        end = found[0] if found else index + 1
        print_end = (words.at(end - 1) or word).end
        printed = text[word.start : print_end]
        parts.append(text[last : word.start])
        parts.append(proper_words(printed) if found else _one_word(printed))
        last, index = print_end, end
    return capitalised("".join(parts))


def expanded(text: str, grammar: Grammar) -> str:
    """Return ``text`` with the abbreviated bodies and fields in it written out."""
    words = Words(text, 0, len(text))
    parts: list[str] = []
    last, index = 0, 0
    while (word := words.at(index)) is not None:
        end, name = _short_body(words, index, grammar)
        if name is None:
            index += 1
            continue
        parts += [text[last : word.start], name]
        last, index = (words.at(end - 1) or word).end, end
    return "".join(parts) + text[last:]


def _short_body(words: Words, index: int, grammar: Grammar) -> tuple[int, str | None]:
    for end, entries in grammar.names.matches(words, index):
        for entry in entries:
            if entry.role == "body" and entry.short and entry.body:
                return end, entry.body.name
    field = grammar.shorts.longest(words, index)
    if field and words.printed(index, field[0]).isupper():
        return field
    return index, None


def _one_word(printed: str) -> str:
    vowels = set("aeiouy") & set(strip_marks(printed))
    return printed.lower() if vowels else printed
