from pathlib import Path

import numpy as np
import pytest

from danchieu.errors import ModelError
from danchieu.training.pen_strokes import load_forms, strokes_of

FORMS = Path(__file__).parents[3] / "models" / "pen-digits" / "strokes.toml"


def test_the_forms_of_the_model_hold_every_digit():
    assert set("0123456789ab") <= set(load_forms(FORMS))


@pytest.mark.parametrize("letter", "0123456789ab")
def test_strokes_stay_near_their_box(letter):
    rng = np.random.default_rng(7)
    for _ in range(20):
        points = np.vstack(strokes_of(load_forms(FORMS)[letter], rng))
        assert points.min() > -0.35
        assert points.max() < 1.35


def test_a_straight_stroke_keeps_its_two_points(tmp_path):
    (tmp_path / "s.toml").write_text('1 = ["0.2,0 0.2,1"]')
    lines = strokes_of(load_forms(tmp_path / "s.toml")["1"], np.random.default_rng(1))
    assert [len(line) for line in lines] == [2]


@pytest.mark.parametrize("written", ['1 = ["0.2 1"]', "1 = [3]", "1 = ["])
def test_a_wrong_point_is_refused(tmp_path, written):
    (tmp_path / "s.toml").write_text(written)
    with pytest.raises(ModelError, match=r"s\.toml"):
        load_forms(tmp_path / "s.toml")
