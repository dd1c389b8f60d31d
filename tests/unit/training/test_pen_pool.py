import numpy as np
from unit.training.drawing import form, pens

from danchieu.training.pen_pool import draw_pool


def test_a_pool_is_the_same_each_time_and_other_with_another_seed():
    first, again, other = (
        draw_pool(pens(), form(), count=12, seed=seed) for seed in (3, 3, 4)
    )
    assert np.array_equal(first.strips, again.strips)
    assert first.texts == again.texts
    assert not np.array_equal(first.strips, other.strips)
    assert len(first.texts) == len(first.strips) == 12
