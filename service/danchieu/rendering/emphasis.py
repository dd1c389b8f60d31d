"""Stretches of bold and italic letters inside a paragraph."""

import re
from dataclasses import dataclass

from danchieu.rendering.landmarks import ARTICLE, is_sentence
from danchieu.rendering.sheet import Paragraph

_EMPHASIS = re.compile(r"\*\*([^*\n]{1,2000})\*\*|\*([^*\s][^*\n]{0,2000})\*")


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one face."""

    text: str
    bold: bool = False
    italic: bool = False


def runs_of(text: str) -> tuple[Run, ...]:
    """Cut ``text`` at its marks of emphasis, which are taken out.

    >>> [(r.text, r.italic) for r in runs_of("Bộ Y tế (*để báo cáo*);")]
    [('Bộ Y tế (', False), ('để báo cáo', True), (');', False)]
    """
    runs: list[Run] = []
    end = 0
    for match in _EMPHASIS.finditer(text):
        runs.append(Run(text[end : match.start()]))
        strong, slanted = match.groups()
        runs.append(Run(strong or slanted, bold=bool(strong), italic=bool(slanted)))
        end = match.end()
    runs.append(Run(text[end:]))
    return tuple(r for r in runs if r.text)


def paragraph_runs(paragraph: Paragraph) -> tuple[Run, ...]:
    """Return the runs of a paragraph; "Điều 3." at its head is bold.

    An article's heading (no full stop at the end) is a heading and set by its style.
    """
    lead = ARTICLE.match(paragraph.text)
    if lead is None or paragraph.style == "heading" or not is_sentence(paragraph.text):
        return runs_of(paragraph.text)
    return (Run(lead.group(), bold=True), *runs_of(paragraph.text[lead.end() :]))
