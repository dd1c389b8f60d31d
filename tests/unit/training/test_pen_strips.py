import numpy as np
import pytest
from unit.training.drawing import form, pens

from danchieu.learned.strip import STRIP_HEIGHT, STRIP_WIDTH
from danchieu.training.pen_strips import draw_strip


def drawn(seed, count=40):
    rng = np.random.default_rng(seed)
    return [draw_strip(pens(), form(), rng) for _ in range(count)]


def test_the_same_seed_draws_the_same_strips():
    for (a, text_a), (b, text_b) in zip(drawn(5), drawn(5), strict=True):
        assert text_a == text_b
        assert np.array_equal(a, b)


def test_strips_have_the_size_and_the_shades_of_the_net():
    for strip, _ in drawn(6):
        assert strip.shape == (STRIP_HEIGHT, STRIP_WIDTH)
        assert strip.min() >= 0
        assert strip.max() <= 1


def test_the_pen_writes_up_to_five_digits_and_seldom_a_letter():
    texts = [text for _, text in drawn(7, count=300)]
    assert all(len(text.rstrip("ab")) <= 5 for text in texts)
    assert sum(text[-1:].isalpha() for text in texts) < 30
    assert any(text == "" for text in texts)


@pytest.mark.parametrize("clerk_share", [0.0, 1.0])
def test_both_ways_of_writing_leave_ink(clerk_share):
    rng = np.random.default_rng(8)
    strips = [draw_strip(pens(clerk_share), form(), rng) for _ in range(20)]
    assert all(strip.max() > 0.5 for strip, text in strips if text)
