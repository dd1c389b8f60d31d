"""Targets, results, assignments, recipients, signatures and events."""

from danchieu.fields.reading import read_fields

__all__ = ["read_fields"]
