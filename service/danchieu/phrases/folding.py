"""Forms for comparing: one spelling of tone marks, no case, no diacritics."""

import re
import unicodedata
from functools import lru_cache

_OLD = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONES = re.compile("(?<!q)(?:" + "|".join(_OLD) + r")(?![a-zà-ỹđ])")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"\s+")
_RARE_SPACES = re.compile(
    "[\t\x0b\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
)
_SHORT = 64


def _plain_letter(code: int) -> str:
    base = unicodedata.normalize("NFD", chr(code))[0].lower()
    return "d" if base == "đ" else base


_PLAIN = {
    code: _plain_letter(code)
    for code in [*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)]
    if len(_plain_letter(code)) == 1
}


def fold(text: str) -> str:
    """Return ``text`` for comparing: case, tone place, dashes, spaces made one.

    "UỶ BAN" and "Ủy  ban" fold to the same. The letters stay: "Thanh Hoá" folds to
    "thanh hóa", not to "thanh hoa". Length may change.
    """
    return _fold_short(text) if len(text) <= _SHORT else _fold(text)


@lru_cache(maxsize=8192)
def _fold_short(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    text = unicodedata.normalize("NFC", text).casefold()
    text = _DASHES.sub("-", text)
    text = _TONES.sub(lambda m: _OLD[m[0]], text)
    return _SPACES.sub(" ", text).strip()


def strip_marks(text: str) -> str:
    """Return ``fold(text)`` without diacritics, đ as d: what search compares.

    >>> strip_marks("Chiến lược sở hữu trí tuệ đến năm 2030")
    'chien luoc so huu tri tue den nam 2030'
    """
    return plain_letters(fold(text))


@lru_cache(maxsize=1)
def plain_document(value: str) -> str:
    """Return ``plain_letters`` of a whole text, which several rooms ask for in turn."""
    return plain_letters(value)


def plain_letters(text: str) -> str:
    """Return NFC ``text`` in small letters without diacritics, letter for letter.

    The length stays, so that a place found in it is a place in ``text``.
    """
    return text.translate(_PLAIN)


def one_line(text: str) -> str:
    """Return ``text`` with a blank for every white space, letter for letter."""
    return _RARE_SPACES.sub(" ", text.replace("\n", " ").replace("\f", " "))
