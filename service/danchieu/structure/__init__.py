"""Text to outline: regions, numbered parts, tables."""

from danchieu.structure.outline import read_outline

__all__ = ["read_outline"]
