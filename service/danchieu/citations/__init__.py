"""Documents that a document cites, and the relation it states to each."""

from danchieu.citations.reading import read_references

__all__ = ["read_references"]
