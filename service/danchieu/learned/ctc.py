"""From the net's columns to strings: every column names a letter or none."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Shades = NDArray[np.float32]

BLANK = 0
"""The class of a column without a letter; letter i of the alphabet is class i + 1."""


def log_softmax(scores: "Shades") -> "Shades":
    """Return the log of each column's probabilities; the last axis holds classes."""
    import numpy as np

    highest = scores.max(axis=-1, keepdims=True)
    shifted = scores - highest
    normal: Shades = shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True))
    return normal


def best_path(columns: "Shades") -> tuple[tuple[int, ...], tuple[int, int]]:
    """Return the classes along the likeliest path, and the columns they span.

    ``columns`` has one row of log probabilities for each column of the strip. Without
    a letter the span is ``(0, 0)``.
    """
    import numpy as np

    path = columns.argmax(axis=1)
    inked = np.flatnonzero(path != BLANK)
    if inked.size == 0:
        return (), (0, 0)
    changes = np.flatnonzero(np.diff(path, prepend=-1))
    classes = tuple(int(path[at]) for at in changes if path[at] != BLANK)
    return classes, (int(inked[0]), int(inked[-1]) + 1)


def probability(columns: "Shades", classes: tuple[int, ...]) -> float:
    """Return how probable it is that the strip says exactly this, over all paths."""
    import numpy as np

    states = np.zeros(2 * len(classes) + 1, int)
    states[1::2] = classes
    skip = np.zeros(len(states), bool)
    skip[3::2] = states[3::2] != states[1:-2:2]
    weights = np.exp(columns[:, states].astype(np.float64))
    alive = np.zeros(len(states))
    alive[:2] = weights[0, :2]
    for column in weights[1:]:
        ahead = alive.copy()
        ahead[1:] += alive[:-1]
        ahead[2:] += np.where(skip[2:], alive[:-2], 0.0)
        alive = ahead * column
    return float(alive[-2:].sum())
