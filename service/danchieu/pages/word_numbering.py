"""The labels that Word counts itself: "1.", "a)", "II.", "-"."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from danchieu.pages.word_xml import WordParts, w
from danchieu.phrases.roman import in_roman

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_BULLETS = str.maketrans({"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "▪", "\uf0d8": "➢"})
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """Counts the lists of one document, paragraph by paragraph in text order."""

    _levels: dict[str, dict[int, _Level]]
    _abstract: dict[str, str]
    _styles: dict[str, tuple[str, int]]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, properties: "_Element | None") -> str | None:
        """Return the label of a paragraph, None when Word counts none for it."""
        place = self._place(properties)
        if place is None:
            return None
        list_id, depth = place
        levels = self._levels.get(list_id, {})
        level = levels.get(depth)
        if level is None or level.kind == "none":
            return None
        counts = self._counts.setdefault(self._abstract[list_id], {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [d for d in counts if d > depth]:
            del counts[deeper]
        if level.kind == "bullet":
            return level.text.translate(_BULLETS).strip() or "-"

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            shown = levels.get(at, level)
            return _written(counts.get(at, shown.start), shown.kind)

        return _PLACE.sub(number, level.text).strip()

    def _place(self, properties: "_Element | None") -> tuple[str, int] | None:
        if properties is None:
            return None
        style = properties.find(w("pStyle"))
        name = style.get(w("val")) if style is not None else None
        inherited = self._styles.get(name or "")
        own = _numbered(properties)
        if own is None:
            return inherited
        list_id, depth = own
        if list_id is None:
            list_id = inherited[0] if inherited else None
        if list_id in (None, "0"):
            return None
        return str(list_id), depth if depth is not None else 0


def read_numbering(parts: WordParts) -> Numbering:
    """Return the counter for a document; without a numbering part it counts nothing."""
    if parts.numbering is None:
        return Numbering({}, {}, {})
    abstract = {
        node.get(w("abstractNumId")): {
            int(level.get(w("ilvl"), "0")): _level(level)
            for level in node.findall(w("lvl"))
        }
        for node in parts.numbering.findall(w("abstractNum"))
    }
    levels: dict[str, dict[int, _Level]] = {}
    owners: dict[str, str] = {}
    for node in parts.numbering.findall(w("num")):
        reference = node.find(w("abstractNumId"))
        owner = reference.get(w("val")) if reference is not None else None
        list_id = node.get(w("numId"))
        if owner and owner in abstract and list_id:
            levels[list_id] = abstract[owner]
            restarts = node.find(w("lvlOverride")) is not None
            owners[list_id] = f"num:{list_id}" if restarts else owner
    return Numbering(levels, owners, _style_lists(parts.styles))


def _style_lists(styles: "_Element | None") -> dict[str, tuple[str, int]]:
    found = {}
    for style in styles.findall(w("style")) if styles is not None else ():
        properties = style.find(w("pPr"))
        own = _numbered(properties) if properties is not None else None
        if own and own[0] and own[0] != "0":
            found[style.get(w("styleId"), "")] = (own[0], own[1] or 0)
    return found


def _numbered(properties: "_Element") -> tuple[str | None, int | None] | None:
    node = properties.find(w("numPr"))
    if node is None:
        return None
    list_id, depth = node.find(w("numId")), node.find(w("ilvl"))
    return (
        list_id.get(w("val")) if list_id is not None else None,
        int(depth.get(w("val"), "0")) if depth is not None else None,
    )


def _level(node: "_Element") -> _Level:
    def value(name: str, default: str) -> str:
        found = node.find(w(name))
        return found.get(w("val"), default) if found is not None else default

    start = value("start", "1")
    return _Level(
        value("numFmt", "decimal"),
        value("lvlText", ""),
        int(start) if start.isdecimal() else 1,
    )


def _written(count: int, kind: str) -> str:
    if kind in {"upperRoman", "lowerRoman"}:
        roman = in_roman(count)
        return roman if kind == "upperRoman" else roman.lower()
    if kind in {"upperLetter", "lowerLetter"} and count > 0:
        turns, at = divmod(count - 1, len(_ALPHABET))
        letters = _ALPHABET[at] * (turns + 1)
        return letters.upper() if kind == "upperLetter" else letters
    return f"{count:02d}" if kind == "decimalZero" else str(count)
