"""Places on a page: of characters, of quoted words, of words that are searched."""

import re
from collections.abc import Iterable, Sequence

from danchieu.contract import Evidence, PageShape
from danchieu.contract.parts import Box
from danchieu.usecases.searching import places_of

_ENOUGH_WORDS = 6
_WORD = re.compile(r"\S+")


def evidence_at(page: PageShape, start: int, end: int) -> Evidence:
    """Return the characters from ``start`` to ``end`` as a place of the page."""
    start = max(0, min(start, len(page.text)))
    end = max(start, min(end, len(page.text)))
    boxes = [w.box for w in page.words if w.start < end and start < w.end]
    return Evidence(
        page=page.number,
        start=start,
        end=end,
        text=page.text[start:end],
        boxes=tuple(_lines(boxes)),
    )


def find_quote(page: PageShape, quote: str) -> tuple[Evidence, ...]:
    """Return where quoted words stand, whatever line breaks lie between them.

    The parts of a quote that " … " sets apart are found one by one; of a part that
    goes on elsewhere its beginning is found.
    """
    found = (_find_part(page.text, part) for part in quote.split(" … "))
    return tuple(evidence_at(page, *span) for span in found if span)


def find_words(page: PageShape, words: str) -> tuple[Evidence, ...]:
    """Return where searched words stand, with or without diacritics."""
    return tuple(evidence_at(page, *span) for span in places_of(page.text, words))


def heading_at(page: PageShape, start: int) -> Evidence:
    """Return the line of the page that begins at ``start``."""
    end = page.text.find("\n", start)
    return evidence_at(page, start, end if end >= 0 else len(page.text))


def _find_part(text: str, part: str) -> tuple[int, int] | None:
    """Return where the words stand, as far as they go on from their beginning."""
    words = [re.escape(word) for word in _WORD.findall(part)]
    first = words[:_ENOUGH_WORDS]
    found = re.search(r"\s{1,20}".join(first), text) if first else None
    if found is None:
        return None
    end = found.end()
    for word in words[_ENOUGH_WORDS:]:
        following = re.compile(r"\s{1,20}" + word).match(text, end)
        if following is None:
            break
        end = following.end()
    return found.start(), end


def _lines(boxes: Sequence[Box]) -> Iterable[Box]:
    """Return one box for each line of words."""
    line: Box | None = None
    for box in boxes:
        if line is not None and _same_line(line, box):
            line = _around(line, box)
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line


def _same_line(line: Box, box: Box) -> bool:
    overlap = min(line[3], box[3]) - max(line[1], box[1])
    return overlap > (box[3] - box[1]) / 2 and box[0] >= line[0]


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )
