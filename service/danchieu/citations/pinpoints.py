"""Điểm, khoản, điều of the cited document."""

import re

from danchieu.citations.scene import Scene

_SPACES = re.compile(r"\s+")
_BEFORE, _AFTER = 120, 60


def read_pinpoints(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """Return the parts named directly before ``start`` or in brackets after ``end``.

    "quy định tại khoản 2 Điều 5 Nghị định …" gives "khoản 2 Điều 5".
    """
    rules = scene.knowledge.rules
    window = _SPACES.sub(" ", scene.before(start, _BEFORE))
    before = rules.pattern("citations.before.pinpoint").regex.search(window)
    after = rules.pattern("citations.after.pinpoint").regex.match(
        scene.flat[end : end + _AFTER]
    )
    return tuple(m["pinpoint"].strip(" ,") for m in (before, after) if m)
