"""Vietnamese text as old fonts and code pages store it."""

import unicodedata

from danchieu.pages.legacy_charsets import _TCVN3, _VNI

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def in_tcvn3(text):
    return _in_font(text, {letter: chr(byte) for byte, letter in _TCVN3.items()})


def in_vni(text):
    return _in_font(text, {letter: pair for pair, letter in _VNI.items()})


def in_cp1258(text):
    out = ""
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = "".join(p for p in parts if p not in _TONES)
        out += unicodedata.normalize("NFC", base)
        out += "".join(p for p in parts if p in _TONES)
    return out.encode("cp1258")


def _in_font(text, stored):
    """Write ``text``; a capital that the font lacks is a small letter in it."""
    written = (stored.get(c) or stored.get(c.lower(), c) for c in text)
    return "".join(written).encode("latin-1", "replace")
