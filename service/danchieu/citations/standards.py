"""National standards and technical regulations, cited by their own kind of code."""

import re

from danchieu.citations.document_types import type_of_symbol
from danchieu.citations.particulars import read_particulars
from danchieu.citations.pinpoints import read_pinpoints
from danchieu.citations.scene import Scene
from danchieu.citations.spots import Spot, Taken
from danchieu.domain.text import Span
from danchieu.phrases.codes import CodePhrase


def find_standards(scene: Scene, taken: Taken) -> tuple[Spot, ...]:
    """Return the standards named by their code, outside ``taken``.

    "TCVN 13606:2023", "QCVN 40:2011/BTNMT"; the year belongs to the code and is no
    date.
    """
    rule = scene.knowledge.rules.pattern("citations.standard").regex
    return tuple(
        _read(scene, match)
        for match in rule.finditer(scene.flat)
        if scene.is_open(match.start()) and not taken.overlaps(Span(*match.span()))
    )


def _read(scene: Scene, match: re.Match[str]) -> Spot:
    span = Span(*match.span())
    kind, number, year = match["kind"], match["number"], match["year"]
    body = match["body"] or ""
    code = f"{kind} {number}:{year}{f'/{body}' if body else ''}"
    told = read_particulars(scene, span.end, scene.clause_end(span.end))
    return Spot(
        span,
        "citations.standard",
        code=CodePhrase(span, code, number, int(year), body or kind),
        type=type_of_symbol(kind, None, scene.knowledge),
        told=told,
        pinpoints=read_pinpoints(scene, span.start, told.end),
    )
