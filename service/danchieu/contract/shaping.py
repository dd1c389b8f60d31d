"""From the document as read to the result that we promise."""

from collections.abc import Sequence
from dataclasses import asdict

from danchieu import __version__
from danchieu.contract.places import Places
from danchieu.contract.result import SCHEMA_VERSION, DocumentResult
from danchieu.contract.shaped_duties import duty_rows
from danchieu.contract.shaped_facts import Row, agency_fact_row, fact_row, warning_row
from danchieu.contract.shaped_outline import footnote_row, section_row, table_row
from danchieu.contract.shaped_references import reference_rows
from danchieu.domain.document import Document
from danchieu.domain.found import DocumentWarning
from danchieu.domain.header import Header
from danchieu.domain.page import Page


def to_result(document: Document, rules_version: str | None = None) -> DocumentResult:
    """Return what we promise for ``document``, every value with its evidence."""
    places = Places(document.text)
    fields, references = document.fields, document.references
    row = {
        "schema_version": SCHEMA_VERSION,
        "versions": {"package": __version__, "rules": rules_version},
        "source": _source(document),
        "kind": fact_row(document.header.kind, places),
        "draft": document.header.draft,
        "header": _header(document.header, places),
        "digital_signatures": [asdict(s) for s in document.digital_signatures],
        **duty_rows(fields, places),
        **reference_rows(references, places),
        "sections": [
            section_row(n, document.text, places) for n in document.outline.nodes
        ],
        "tables": [table_row(t, places) for t in document.outline.tables],
        "footnotes": [
            footnote_row(n, document.text, places) for n in document.outline.footnotes
        ],
        "warnings": [warning_row(w, places) for w in _warnings(document)],
    }
    return DocumentResult.model_validate(row)


def _source(document: Document) -> Row:
    source, pages = document.source, document.text.pages
    return {
        "file_name": source.name,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "byte_size": source.byte_size,
        "page_count": len(pages),
        "text_origin": _text_origin(pages),
    }


def _text_origin(pages: Sequence[Page]) -> str:
    origins = {p.origin for p in pages if p.text.strip()} or {p.origin for p in pages}
    return "mixed" if len(origins) > 1 else next(iter(origins), "digital")


def _warnings(document: Document) -> list[DocumentWarning]:
    """Return the warnings of all stages, each once."""
    stages = (
        document.warnings,
        document.outline.warnings,
        document.header.warnings,
        document.fields.warnings,
        document.references.warnings,
    )
    return list(dict.fromkeys(w for stage in stages for w in stage))


def _header(header: Header, places: Places) -> Row:
    return {
        "type": fact_row(header.type, places),
        "number": fact_row(header.number, places),
        "symbol": fact_row(header.symbol, places),
        "code": fact_row(header.code, places),
        "issuer": agency_fact_row(header.issuer, places),
        "parent_issuer": agency_fact_row(header.parent_issuer, places),
        "place": fact_row(header.place, places),
        "issued_on": fact_row(header.issued_on, places),
        "title": fact_row(header.title, places),
        "urgency": fact_row(header.urgency, places),
        "secrecy": fact_row(header.secrecy, places),
    }
