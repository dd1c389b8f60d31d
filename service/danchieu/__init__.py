"""Dẫn Chiếu: reads Vietnamese administrative documents and shows who carries out what."""

__version__ = "0.1.0"
