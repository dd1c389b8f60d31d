"""What every issued document has and this one lacks."""

from danchieu.domain.document import Document
from danchieu.domain.found import DocumentWarning

_SIGNED = ("administrative", "legal")


def missing_signer(document: Document) -> DocumentWarning | None:
    """Remark that an issued document shows nobody's name under it.

    Drafts, annexes and texts without a number are left alone.
    """
    header = document.header
    if header.kind.value not in _SIGNED or header.draft or header.symbol is None:
        return None
    if any(signature.name for signature in document.fields.signatures):
        return None
    return DocumentWarning(
        "missing-signer",
        "Không đọc được tên người ký.",
        "No signer's name could be read.",
    )
