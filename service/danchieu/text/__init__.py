"""Pages become one string: NFC, look-alike letters folded, the way back kept."""

from danchieu.text.joining import join_pages

__all__ = ["join_pages"]
