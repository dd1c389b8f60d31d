"""Bytes to a ``SourceFile``: knows which file formats we read, and refuses the rest."""

from danchieu.load.source_file import read_file as read_file
