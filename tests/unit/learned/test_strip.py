import numpy as np
import pytest

from danchieu.learned.strip import STRIP_HEIGHT, STRIP_WIDTH, as_strip


def paper(height, width, grey=255):
    return np.full((height, width), grey, np.uint8)


@pytest.mark.parametrize("size", [(80, 120), (40, 144), (60, 900), (5, 3)])
def test_every_cut_out_becomes_a_strip_of_one_size(size):
    strip = as_strip(paper(*size))
    assert strip.shape == (STRIP_HEIGHT, STRIP_WIDTH)
    assert strip.dtype == np.float32


def test_ink_is_one_and_paper_nought_however_faint():
    cut = paper(80, 160, grey=220)
    cut[20:60, 40:50] = 150
    strip = as_strip(cut)
    assert strip[20, 22] == pytest.approx(1, abs=0.02)
    assert strip[2, 60] == 0


def test_paper_without_contrast_stays_empty():
    cut = paper(80, 160)
    cut[30:40, 30:90] = 250
    assert as_strip(cut).max() < 0.2
