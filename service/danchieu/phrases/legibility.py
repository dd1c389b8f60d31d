"""Tells words from rules and from the dirt of a scan."""


def is_legible(printed: str) -> bool:
    """Say whether most signs of ``printed`` are letters, digits or spaces."""
    words = sum(map(str.isalnum, printed)) + sum(map(str.isspace, printed))
    return words >= 0.6 * len(printed)
