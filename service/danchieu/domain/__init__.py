"""The types every room speaks in: frozen, without I/O and without third parties."""
