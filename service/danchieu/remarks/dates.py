"""A date of issue against the dates of what is cited."""

from danchieu.domain.document import Document
from danchieu.domain.found import DocumentWarning

_SURE = 0.8
_DAY = len("2020-01-31")
_EARLIER = ("implements", "reports_on", "based_on", "responds_to")
"""Relations to documents that must be there first."""


def date_before_cited(document: Document) -> DocumentWarning | None:
    """Remark a document that is older than what it rests on, by the printed dates.

    Only full dates of surely read citations count; one is enough, for none may be
    later.
    """
    issued_on = document.header.issued_on
    if issued_on is None or len(issued_on.value) != _DAY:
        return None
    latest = max(
        (
            citation.date
            for citation in document.references.citations
            if citation.relation in _EARLIER
            and citation.date is not None
            and len(citation.date) == _DAY
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
