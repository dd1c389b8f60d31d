"""Forms for comparing: one spelling of tone marks, no case, no diacritics."""

import re
import unicodedata

_OLD = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_TONES = re.compile("(?<!q)(?:" + "|".join(_OLD) + r")(?![a-zà-ỹđ])")
_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return ``text`` for comparing: case, tone place, dashes, spaces made one.

    "UỶ BAN" and "Ủy  ban" fold to the same. The letters stay: "Thanh Hoá" folds to
    "thanh hóa", not to "thanh hoa". Length may change.
    """
    text = unicodedata.normalize("NFC", text).casefold()
    text = _DASHES.sub("-", text)
    text = _TONES.sub(lambda m: _OLD[m[0]], text)
    return _SPACES.sub(" ", text).strip()


def strip_marks(text: str) -> str:
    """Return ``fold(text)`` without diacritics, đ as d: what search compares.

    >>> strip_marks("Chiến lược sở hữu trí tuệ đến năm 2030")
    'chien luoc so huu tri tue den nam 2030'
    """
    parts = unicodedata.normalize("NFD", fold(text))
    plain = "".join(c for c in parts if not unicodedata.combining(c))
    return plain.replace("đ", "d")
