"""Where on a printed page the pen and the seal go."""

from itertools import pairwise
from typing import Any, TypeAlias

from danchieu.rendering.landmarks import RECIPIENTS_LABEL

PdfPage: TypeAlias = Any
"""A page of pypdfium2, which has no types."""

_RIGHT_HALF = 0.45
_LEVEL = 8.0
_ROOM = 24.0


def find_signature_place(page: PdfPage) -> tuple[float, float] | None:
    """Return the middle of the gap over the signer's name, in points from top left.

    ``page`` is a page of pypdfium2. The signature stands right of "Nơi nhận:", and the
    widest gap between its lines is the room left for pen and seal. None where the page
    has no such place.
    """
    letters = page.get_textpage()
    found = letters.search(RECIPIENTS_LABEL, match_case=True).get_next()
    if found is None:
        return None
    width, height = page.get_size()
    level = letters.get_charbox(found[0])[3] + _LEVEL
    lines = [letters.get_rect(i) for i in range(letters.count_rects())]
    block = sorted(
        (x for x in lines if x[0] > _RIGHT_HALF * width and x[3] < level),
        key=lambda x: -x[3],
    )
    gaps = [(above[1] - below[3], above, below) for above, below in pairwise(block)]
    room, above, below = max(gaps, default=(0.0, None, None), key=lambda gap: gap[0])
    if above is None or below is None or room < _ROOM:
        return None
    return (below[0] + below[2]) / 2, height - (above[1] + below[3]) / 2
