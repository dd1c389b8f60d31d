"""Dẫn Chiếu: reads Vietnamese administrative documents, shows who does what."""

__version__ = "0.1.0"
