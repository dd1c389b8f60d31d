from pathlib import Path

import pytest

from danchieu.errors import ModelError
from danchieu.training.pen_config import load_pen_config
from danchieu.training.pen_fonts import find_faces

FOLDER = Path(__file__).parents[3] / "models" / "pen-digits"


def test_the_recipe_of_the_model_names_every_kind_and_pinned_fonts():
    config = load_pen_config(FOLDER / "config.toml")
    assert set(config.before) == set(config.after) == {"number", "day", "month"}
    assert all(family.count("@") == 1 for family in config.families)
    assert len(find_faces(config.faces)) == len(config.faces)


@pytest.mark.parametrize("written", ["", "name = ", 'name = "x"'])
def test_a_recipe_that_lacks_something_is_refused(tmp_path, written):
    (tmp_path / "config.toml").write_text(written)
    with pytest.raises(ModelError, match=r"config\.toml"):
        load_pen_config(tmp_path / "config.toml")


def test_a_missing_typeface_is_told_with_the_line_that_mends_it():
    with pytest.raises(ModelError, match="apt-get install fonts-croscore"):
        find_faces(["NoSuchFace.ttf"])
