"""Bytes to letters, and old Vietnamese charsets told by what they read like."""

from collections.abc import Callable, Mapping

from danchieu.errors import DocumentError
from danchieu.pages.legacy_charsets import from_tcvn3, from_vni, with_dbar
from danchieu.pages.plausibility import judge

Converter = Callable[[str], str]

_FONTS: Mapping[str, Converter] = {"TCVN3": from_tcvn3, "VNI": from_vni}
_CERTAIN = 0.85
_DOUBTED = 0.6
_LEAD = 0.2
_ZERO_SHARE = 0.4
_FEWEST_WORDS = 3
_JUDGED = 20_000


def decode(name: str, content: bytes) -> tuple[str, str | None]:
    """Return the text, and the name of its charset when it is not UTF-8.

    An old charset is taken only when the text reads as Vietnamese in it, and clearly
    better than in the others.

    Raises:
        DocumentError: no charset is certain.
    """
    codec = _utf16_codec(content)
    if codec:
        return content.decode(codec, "replace"), "UTF-16"
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        pass
    found = from_legacy(content.decode("latin-1"))
    if found is None:
        raise DocumentError(
            f"{name}: the charset of this text is unknown; save it as UTF-8"
        )
    return found


def find_converter(text: str) -> tuple[Converter, str] | None:
    """Return how to mend the letters of a text that already stands as Unicode.

    Old fonts print TCVN3 or VNI bytes, some newer ones ñ and ð for đ and Đ. None when
    the letters are right, or when nothing is certain.
    """
    if _has_false_dbar(text):
        return with_dbar, "Latin-1"
    if _share(text) >= _DOUBTED:
        return None
    ranked = sorted(
        ((_share(convert(text)), name) for name, convert in _FONTS.items()),
        reverse=True,
    )
    share, name = ranked[0]
    return (_FONTS[name], name) if share >= _CERTAIN else None


def _has_false_dbar(text: str) -> bool:
    false = sum(text.count(letter) for letter in "ñð")
    return false >= _FEWEST_WORDS and false > text.count("đ") + text.count("Đ")


def from_legacy(text: str) -> tuple[str, str] | None:
    """Read letters of an old charset that stand as Latin-1; None unless certain."""
    readings = [
        *((convert(text), name) for name, convert in _FONTS.items()),
        (_from_cp1258(text), "windows-1258"),
    ]
    ranked = sorted(
        ((_share(read), read, charset) for read, charset in readings), reverse=True
    )
    best, second = ranked[0], ranked[1]
    if best[0] < _CERTAIN or best[0] - max(second[0], _share(text)) < _LEAD:
        return None
    return best[1], best[2]


def _share(text: str) -> float:
    judged = judge(text[:_JUDGED])
    return judged.share if judged.words >= _FEWEST_WORDS else 0.0


def _from_cp1258(text: str) -> str:
    return text.encode("latin-1", "replace").decode("cp1258", "replace")


def _utf16_codec(content: bytes) -> str | None:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    head = content[:4096]
    even, odd = head[0::2], head[1::2]
    if odd.count(0) > len(odd) * _ZERO_SHARE:
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > len(even) * _ZERO_SHARE else None
