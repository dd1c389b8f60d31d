"""Corrected documents as gold files for ``corpora/``."""

import io
import json
import zipfile
from pathlib import PurePath
from typing import Any

from danchieu.contract import Agency, AgencyFact, Fact, StoredResult
from danchieu.evaluation.gold_schema import GoldDocument
from danchieu.phrases.folding import strip_marks
from danchieu.usecases.decided_values import standing
from danchieu.usecases.read_facts import HEADER_FIELDS
from danchieu.usecases.reviewing import decisions_on
from danchieu.usecases.showing import show_document
from danchieu.usecases.store import Store

_FIGURE = ("text", "comparator", "min", "max", "unit", "percent", "per", "by", "of")
_CITATION = ("code", "type", "date", "name", "resolved_code", "relation", "pinpoints")


def corrections_as_gold(store: Store) -> bytes:
    """Return a ZIP of gold files and page texts of every document with decisions.

    ``notes`` of each says which values a person decided on: the others are as read
    and want a check before they are gold.
    """
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for document_id in store.shelf.corrected_documents():
            if document_id not in store.file_names([document_id]):
                continue
            gold = gold_of(store, document_id)
            row = gold.model_dump(mode="json")
            text = json.dumps(row, ensure_ascii=False, indent=1) + "\n"
            archive.writestr(f"gold/{gold.id}.json", text)
            pages = store.shelf.page_texts([document_id]).get(document_id, ())
            body = "\f".join(page for _, page in pages)
            archive.writestr(f"documents/{gold.id}.txt", body)
    return kept.getvalue()


def gold_of(store: Store, document_id: str) -> GoldDocument:
    """Return what should be read from the document, as people corrected it.

    Raises:
        NotFoundError: the document is not held.
    """
    result = show_document(store, document_id)
    decided = standing(decisions_on(store, document_id))
    row = {
        "id": _gold_id(result, document_id),
        "kind": result.kind.value,
        "draft": result.draft,
        "header": _header(result),
        **_duties(result),
        **_references(result),
        "warnings": None,
        "unreadable": [
            key.partition(".")[2]
            for key, decision in decided.items()
            if decision.action == "unreadable" and key.startswith("header.")
        ],
        "notes": "decided: "
        + "; ".join(f"{d.key} {d.action} by {d.who}" for d in decided.values()),
    }
    return GoldDocument.model_validate(row)


def _duties(result: StoredResult) -> dict[str, Any]:
    return {
        "signatures": [
            s.model_dump(include={"name", "title", "authority"})
            for s in result.signatures
        ],
        "recipients": [{"text": r.text} for r in result.recipients],
        "targets": [t.model_dump(include=set(_FIGURE)) for t in result.targets],
        "results": [t.model_dump(include=set(_FIGURE)) for t in result.results],
        "assignments": [
            {
                "agency": a.agency.name,
                **a.model_dump(include={"role", "task", "deadline"}),
            }
            for a in result.assignments
        ],
    }


def _references(result: StoredResult) -> dict[str, Any]:
    return {
        "citations": [
            {**c.model_dump(include=set(_CITATION)), "issuer": _name(c.issuer)}
            for c in result.citations
        ],
        "stated_relations": [
            s.model_dump(exclude={"confidence", "evidence"})
            for s in result.stated_relations
        ],
        "described_documents": [
            {**d.model_dump(exclude={"evidence"}), "issuer": _name(d.issuer)}
            for d in result.described_documents
        ],
    }


def _name(agency: Agency | None) -> str | None:
    return agency.name if agency else None


def _gold_id(result: StoredResult, document_id: str) -> str:
    stem = strip_marks(PurePath(result.source.file_name).stem)
    plain = "".join(letter if letter.isalnum() else "-" for letter in stem)
    return f"{plain.strip('-')[:60]}-{document_id[:8]}"


def _header(result: StoredResult) -> dict[str, str | None]:
    head: dict[str, str | None] = {}
    for name in (*HEADER_FIELDS, "number", "symbol"):
        fact: Fact | AgencyFact | None = getattr(result.header, name)
        if isinstance(fact, AgencyFact):
            head[name] = fact.value.name
        else:
            head[name] = fact.value if fact else None
    return head
