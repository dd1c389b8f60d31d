"""What a call costs, for tests that a cost grows with length and no faster."""

import time
from collections.abc import Callable

ROUNDS = 3


def cpu_seconds(run: Callable[[], object]) -> float:
    """Return the least CPU time of a few runs: what other processes do is left out."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return min(times)
