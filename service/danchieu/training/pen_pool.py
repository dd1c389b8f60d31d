"""All strips of one training, drawn by several processes, always the same ones."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from danchieu.training.pen_ink import Pens
from danchieu.training.pen_strips import PrintedForm, draw_strip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Strips = NDArray[np.uint8]

_CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Pool:
    """``strips[i]`` (ink bright) shows ``texts[i]``."""

    strips: "Strips"
    texts: tuple[str, ...]


def draw_pool(pens: Pens, form: PrintedForm, *, count: int, seed: int) -> Pool:
    """Return ``count`` strips; how many processes draw them makes no difference."""
    import numpy as np

    sizes = [_CHUNK] * (count // _CHUNK) + [count % _CHUNK] * bool(count % _CHUNK)
    jobs = [(pens, form, size, (seed, at)) for at, size in enumerate(sizes)]
    # A forked process could hang on a lock that a thread of this one holds.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=fresh) as workers:
        chunks = list(workers.map(_draw_chunk, jobs))
    strips = np.concatenate([strips for strips, _ in chunks])
    return Pool(strips, tuple(chain.from_iterable(texts for _, texts in chunks)))


def _draw_chunk(
    job: tuple[Pens, PrintedForm, int, tuple[int, int]],
) -> tuple["Strips", list[str]]:
    import cv2
    import numpy as np

    cv2.setNumThreads(1)
    pens, form, count, seed = job
    rng = np.random.default_rng(seed)
    drawn = [draw_strip(pens, form, rng) for _ in range(count)]
    strips = np.stack([(strip * 255).astype(np.uint8) for strip, _ in drawn])
    return strips, [text for _, text in drawn]
