"""What a clerk should know of a link, in both languages."""

from danchieu.contract import Warning
from danchieu.domain.link import Edge
from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import fold
from danchieu.store import Placement, StoredNode


def two_dates(node: StoredNode) -> Warning | None:
    """Remark that texts date one document differently; None when they agree."""
    dates = _conflicting(node.dates)
    if len(dates) < len(("one", "other")):
        return None
    listed = ", ".join(dates)
    printed = ", ".join("/".join(reversed(d.split("-"))) for d in dates)
    return Warning(
        code="two-dates",
        message=(
            f"Văn bản {node.code} được ghi các ngày khác nhau ({printed}); "
            "hãy đối chiếu với bản gốc."
        ),
        message_en=(
            f"{node.code} is dated differently in different places ({listed}); "
            "compare with the original."
        ),
    )


def by_name(edge: Edge, target: StoredNode) -> Warning | None:
    """Remark that the quoted words name the document without its number."""
    if target.code is None:
        return None
    said = "".join(fold(edge.quote).split())
    if fold_code(target.code) in said:
        return None
    return Warning(
        code="cited-by-name",
        message=f"Lời trích chỉ nêu tên, không nêu số {target.code}.",
        message_en=f"The quoted words give the name, not the number {target.code}.",
    )


def issuer_not_stated(node: StoredNode) -> Warning | None:
    """Remark that a document is known by its number alone."""
    if node.documents or node.issuer or node.date:
        return None
    return Warning(
        code="issuer-not-stated",
        message=(
            f"Nơi trích dẫn chỉ ghi số {node.code}, không ghi cơ quan ban hành và "
            "ngày; có thể là văn bản khác cùng số."
        ),
        message_en=(
            f"Only the number {node.code} is printed, without issuer and date; it "
            "may be another document of this number."
        ),
    )


def left_open(placement: Placement) -> Warning | None:
    """Remark that a citation could mean several documents."""
    if placement.node_id is not None or not placement.candidates:
        return None
    count = len(placement.candidates)
    return Warning(
        code="several-documents",
        message=(
            f"Có {count} văn bản có thể là văn bản được trích dẫn; chưa liên kết."
        ),
        message_en=f"{count} documents could be meant; the citation is not linked.",
    )


def _conflicting(dates: tuple[str, ...]) -> list[str]:
    """Return the dates without those that a fuller one contains."""
    return [d for d in dates if not any(o != d and o.startswith(d) for o in dates)]
