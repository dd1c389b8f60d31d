"""Text to header: who issued what under which code, where and when."""

from danchieu.header.reading import read_header

__all__ = ["read_header"]
