"""Long lists of parameters, cut to what a database takes."""

from collections.abc import Iterable, Sequence

CHUNK = 500


def chunks(values: Iterable[object]) -> Iterable[Sequence[object]]:
    """Return ``values`` in lists that a database takes as parameters."""
    ordered = list(values)
    return (ordered[i : i + CHUNK] for i in range(0, len(ordered), CHUNK))
