"""A date of issue against the dates of what is cited."""

from danchieu.domain.document import Document
from danchieu.domain.edtf import is_full_date
from danchieu.domain.found import DocumentWarning

_SURE = 0.8
_EARLIER = ("implements", "reports_on", "based_on", "responds_to")
"""Relations to documents that must be there first."""


def date_before_cited(document: Document) -> DocumentWarning | None:
    """Remark a document that is older than what it rests on, by the printed dates.

    Only full dates of surely read citations count; one is enough, for none may be
    later.
    """
    issued_on = document.header.issued_on
    if issued_on is None or not is_full_date(issued_on.value):
        return None
    latest = max(
        (
            citation.date
            for citation in document.references.citations
            if citation.relation in _EARLIER
            and is_full_date(citation.date)
            and not citation.warnings
            and citation.confidence >= _SURE
        ),
        default="",
    )
    if latest <= issued_on.value:
        return None
    return DocumentWarning(
        "date-before-cited",
        f"Ngày ban hành {issued_on.value} sớm hơn ngày {latest} của văn bản được"
        " viện dẫn; đề nghị kiểm tra.",
        f"The date of issue {issued_on.value} is earlier than {latest}, the date of a"
        " cited document.",
        issued_on.span,
    )
