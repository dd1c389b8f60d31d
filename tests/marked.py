"""Marked sentences: "Căn cứ [[Nghị định số 5/2020/NĐ-CP|5/2020/NĐ-CP]]"."""

import re
from dataclasses import dataclass

_MARK = re.compile(r"\[\[([^\[\]|]*)\|([^\[\]|]*)\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """``plain[start:end]`` stands for ``value``."""

    start: int
    end: int
    value: str


def unmark(sentence: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the sentence without its marks, and the marks.

    Raises:
        ValueError: a mark is not closed or has no value.
    """
    plain: list[str] = []
    marks: list[Mark] = []
    length = last = 0
    for match in _MARK.finditer(sentence):
        before = sentence[last : match.start()]
        plain += [before, match[1]]
        start = length + len(before)
        length = start + len(match[1])
        marks.append(Mark(start, length, match[2]))
        last = match.end()
    plain.append(sentence[last:])
    whole = "".join(plain)
    if "[[" in whole or "]]" in whole:
        raise ValueError(f"a mark is not closed: {sentence!r}")
    return whole, tuple(marks)
