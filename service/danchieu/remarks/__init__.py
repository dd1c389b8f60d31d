"""What a careful clerk would notice when the whole document has been read."""

from danchieu.remarks.noticing import notice

__all__ = ["notice"]
