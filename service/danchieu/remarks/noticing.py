"""Remarks that need more than one stage, and what they take back."""

from dataclasses import replace

from danchieu.domain.document import Document
from danchieu.domain.found import DocumentWarning
from danchieu.remarks.dates import date_before_cited
from danchieu.remarks.missing import missing_signer
from danchieu.remarks.periods import period_clash
from danchieu.remarks.totals import total_mismatches
from danchieu.rules.knowledge import Knowledge


def notice(document: Document, knowledge: Knowledge) -> Document:
    """Return the document with its remarks.

    A date of issue that OCR read and that is older than what the document cites is
    taken back: it was misread. In digital text it stays and is remarked on.
    """
    early = date_before_cited(document)
    found = [early, period_clash(document, knowledge), missing_signer(document)]
    warnings = tuple(warning for warning in found if warning is not None)
    warnings += total_mismatches(document, knowledge)
    header = document.header
    if early is not None and _was_read_by_ocr(document):
        header = replace(header, issued_on=None)
    return replace(
        document,
        header=header,
        warnings=document.warnings + _cited(document) + warnings,
    )


def _was_read_by_ocr(document: Document) -> bool:
    issued_on = document.header.issued_on
    return (
        issued_on is not None and document.text.reading_confidence(issued_on.span) < 1
    )


def _cited(document: Document) -> tuple[DocumentWarning, ...]:
    """Return what was remarked on single citations, for the whole document."""
    citations = document.references.citations
    return tuple(warning for citation in citations for warning in citation.warnings)
