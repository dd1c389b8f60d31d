"""What an answer says beside its rows: that nothing is known, or that there is more."""

from danchieu.contract import Warning


def no_edge_known() -> Warning:
    """Say that the archive states nothing; that is not to say that there is nothing."""
    return Warning(
        code="no-edge-known",
        message=(
            "Chưa biết liên kết nào: không văn bản nào trong kho nêu điều này. Điều "
            "đó không có nghĩa là không có."
        ),
        message_en=(
            "No edge known: no document in the archive states one. That does not mean "
            "that there is none."
        ),
    )


def capped(limit: int) -> Warning:
    """Say that only the first rows are given."""
    return Warning(
        code="capped",
        message=f"Chỉ nêu {limit} kết quả đầu; có thể còn nữa.",
        message_en=f"Only the first {limit} results are given; there may be more.",
    )


def outside_the_list(count: int) -> Warning:
    """Say that documents of bodies that the list lacks are not counted."""
    return Warning(
        code="outside-the-list",
        message=(
            f"{count} văn bản thực hiện thuộc cơ quan không có trong danh sách này "
            "(cơ quan khác, hoặc đơn vị của thời kỳ khác)."
        ),
        message_en=(
            f"{count} implementing documents are of bodies that this list lacks "
            "(other bodies, or units of another time)."
        ),
    )
