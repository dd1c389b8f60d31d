"""What the page of one document shows: its sheet, its facts, and what to decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from danchieu.contract import Evidence, PageShape, StoredResult
from danchieu.store import Correction
from danchieu.ui.fact_rows import Around, groups_of
from danchieu.ui.facts import Row, rows_of
from danchieu.ui.fixing import FixForm, form_of, new_form, refilled
from danchieu.ui.page_view import boxes_on, pieces_of
from danchieu.usecases import Store, show_document, show_page, show_result
from danchieu.usecases.added_entries import ADDABLE
from danchieu.usecases.correcting import kept_keys
from danchieu.usecases.decided_values import standing
from danchieu.usecases.deciding_links import links_decided_in
from danchieu.usecases.pointing import evidence_at, find_quote, find_words, heading_at
from danchieu.usecases.reviewing import decisions_on, unmatched

_POINTED = 0
"""The mark of places that the address points at; rows are marked from 1."""
PICTURED = ("application/pdf", "image/")


@dataclass(frozen=True, slots=True)
class Look:
    """What the reader of a document asks to see.

    ``lit`` is the mark of a row; ``quote``, ``words`` and ``at`` ("120-160", or "120"
    for the line that begins there) point at places of the page. ``fix`` is the key
    of the value to decide on, or the list to add to; ``typed`` what its form held
    before, as JSON.
    """

    page: int = 1
    lit: int | None = None
    quote: str = ""
    words: str = ""
    at: str = ""
    fix: str = ""
    typed: str = ""


def document_context(
    store: Store, document_id: str, look: Look, *, lang: str
) -> dict[str, Any]:
    """Return what the template needs.

    Raises:
        NotFoundError: the document is not held or has no such page.
    """
    result = show_document(store, document_id)
    page = show_page(store, document_id, look.page)
    raw = show_result(store, document_id)
    decisions = decisions_on(store, document_id)
    people = {key: d.who for key, d in standing(decisions).items()}
    around = Around(
        _held(store, result),
        kept_keys(raw, decisions),
        people,
        links_decided_in(store, document_id),
        lang,
    )
    groups = groups_of(result, around)
    rows = rows_of(groups)
    fixed = next((row for row in rows if row.key and row.key == look.fix), None)
    pointed = _pointed(page, look)
    lit = _lit(look, fixed, pointed)
    return {
        "result": result,
        "groups": groups,
        "lit": lit,
        "pointed": bool(pointed),
        "looked_for": look.quote or look.words,
        "fix": _form(result, fixed, around, look),
        "fix_row": fixed,
        "addable": ADDABLE,
        "decisions": _shown(decisions, unmatched(raw, decisions)),
        **_sheet(result, page, (*rows, Row(_POINTED, "", look.quote, pointed))),
    }


def _form(
    result: StoredResult, fixed: Row | None, around: Around, look: Look
) -> FixForm | None:
    if fixed is not None:
        form = form_of(result, fixed, around.keys)
    elif look.fix in ADDABLE:
        form = new_form(look.fix)
    else:
        return None
    return refilled(form, look.typed) if look.typed else form


def is_pictured(media_type: str) -> bool:
    """Say whether the pages of such a file are shown as pictures."""
    return media_type.startswith(PICTURED)


def _sheet(
    result: StoredResult, page: PageShape, rows: Sequence[Row]
) -> dict[str, Any]:
    pictured = is_pictured(result.source.media_type)
    return {
        "page": page,
        "pictured": pictured,
        "boxes": boxes_on(page, rows) if pictured else (),
        "pieces": () if pictured else pieces_of(page, rows),
    }


def _lit(look: Look, fixed: Row | None, pointed: Sequence[Evidence]) -> int | None:
    if pointed:
        return _POINTED
    return fixed.mark if fixed else look.lit


def _pointed(page: PageShape, look: Look) -> tuple[Evidence, ...]:
    start, _, end = look.at.partition("-")
    if start.isdecimal() and end.isdecimal():
        return (evidence_at(page, int(start), int(end)),)
    if start.isdecimal():
        return (heading_at(page, int(start)),)
    if look.quote:
        return find_quote(page, look.quote)
    return find_words(page, look.words) if look.words else ()


def _held(store: Store, result: StoredResult) -> Mapping[str, str]:
    nodes = store.nodes(c.document_id for c in result.citations if c.document_id)
    return {n: node.documents[0] for n, node in nodes.items() if node.documents}


def _shown(
    decisions: Sequence[Correction], lost: set[int]
) -> list[tuple[Correction, bool]]:
    """Return the decisions, the newest first, each with whether it fits nothing now."""
    return [(decision, decision.id in lost) for decision in reversed(decisions)]
