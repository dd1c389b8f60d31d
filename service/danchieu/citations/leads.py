"""The type word before a code: where it starts and how it governs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from danchieu.citations.document_types import is_of_assembly, type_of_word
from danchieu.citations.law_names import law_codes
from danchieu.citations.scene import Scene
from danchieu.domain.text import Span
from danchieu.phrases.codes import CodePhrase, fold_code

_LEAD = 130
_LAW_LEAD = 230
_BLANKS = re.compile(" {2,}")
_ONE_BLANK = re.compile("([^ ]* ?) *")
_LAW = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh)\b")


@dataclass(frozen=True, slots=True)
class Lead:
    """What introduces a code.

    ``start`` is where the type word begins, or "số", or the code itself. ``law`` is
    the name of a law before its number, ``of`` the body of a list ("các Quyết định của
    UBND tỉnh: Số …"), ``listed`` that the type word governs what follows too, ``dated``
    the date between type word and code.
    """

    start: int
    type: str | None
    law: str | None = None
    of: Span | None = None
    listed: bool = False
    dated: Span | None = None


def read_lead(scene: Scene, phrase: CodePhrase, floor: int) -> Lead:
    """Read what introduces the code, not before ``floor``."""
    rules, start = scene.knowledge.rules, phrase.span.start
    window = _collapsed_before(scene, start, _LEAD, floor)
    named = _law_lead(scene, phrase, floor)
    for name in ("type", "type_list", "type_further", "type_dated"):
        match = rules.pattern(f"citations.before.{name}").regex.search(window.text)
        if match is None:
            continue
        type_ = type_of_word(match["type"], scene.knowledge)
        if name == "type_further" and named is not None:
            return named
        listed = name == "type_list"
        return Lead(
            window.at(match.start("type")),
            type_,
            of=window.span_of(match, "of", " của ") if listed else None,
            listed=listed,
            dated=window.span_of(match, "date") if name == "type_dated" else None,
        )
    if named is not None:
        return named
    number = re.search(r"(?i)\b(?:văn )?s[ốô] ?:? ?$", window.text)
    return Lead(window.at(number.start()) if number else start, None)


def _law_lead(scene: Scene, phrase: CodePhrase, floor: int) -> Lead | None:
    """Read "Luật Bảo vệ môi trường số" or "Luật Hóa chất" before a law's code."""
    if not is_of_assembly(phrase.symbol):
        return None
    window = _collapsed_before(scene, phrase.span.start, _LAW_LEAD, floor)
    match = scene.knowledge.rules.pattern("citations.before.law").regex.search(
        window.text
    )
    if match is None:
        return None
    first = list(_LAW.finditer(window.text, match.start("law"), match.end("law")))[-1]
    start, name = first.start(), window.text[first.start() : match.end("law")]
    outer = _amending_law(scene, window.text[:start], name.strip(" ,"), phrase)
    start = start if outer is None else outer
    name = window.text[start : match.end("law")].strip(" ,")
    return Lead(window.at(start), type_of_word(first[0], scene.knowledge), law=name)


def _amending_law(
    scene: Scene, before: str, name: str, phrase: CodePhrase
) -> int | None:
    """Return where the amending law starts when the number is its own.

    In "Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14" the number
    may be that of either law. The alias table tells; else a list of laws that goes on
    means that each has its own number.
    """
    rule = scene.knowledge.rules.pattern("citations.before.amending_law").regex
    match = rule.search(before)
    if match is None:
        return None
    known = law_codes(name, None, scene.knowledge)
    if known:
        own = fold_code(phrase.code) in {fold_code(code) for code in known}
        return None if own else match.start("outer")
    own_number = scene.knowledge.rules.pattern("citations.after.own_number").regex
    listed = own_number.match(scene.flat[phrase.span.end : phrase.span.end + 24])
    return None if listed else match.start("outer")


@dataclass(frozen=True, slots=True)
class _Window:
    """Text before an offset with single blanks, and the way back."""

    text: str
    offsets: Sequence[int]

    def at(self, index: int) -> int:
        """Return the offset in the document of a character of the window."""
        return self.offsets[index]

    def span_of(
        self, match: re.Match[str], group: str, prefix: str = ""
    ) -> Span | None:
        """Return where a group stands in the document, its ``prefix`` cut off."""
        if not match[group]:
            return None
        start = match.start(group) + len(prefix)
        return Span(self.at(start), self.at(match.end(group)))


def _collapsed_before(scene: Scene, end: int, length: int, floor: int) -> _Window:
    start = max(end - length, floor, 0)
    piece = scene.flat[start:end]
    if "  " not in piece:
        return _Window(piece, range(start, end + 1))
    offsets: list[int] = []
    for match in _ONE_BLANK.finditer(scene.flat, start, end):
        offsets.extend(range(match.start(), match.end(1)))
    return _Window(_BLANKS.sub(" ", piece), (*offsets, end))
