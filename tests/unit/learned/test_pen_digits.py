import hashlib
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from danchieu.errors import ModelError
from danchieu.learned import PenDigits, load_pen_digits
from danchieu.learned.model_folder import ModelFolder
from danchieu.training.model_card import render_card

FOLDER = Path(__file__).parents[3] / "models" / "pen-digits"
FACE = "/usr/share/fonts/truetype/croscore/Tinos-Italic.ttf"
LARGEST = 1_000_000


def cut(text, size=38):
    picture = Image.new("L", (40 + 24 * len(text), 80), 255)
    font = ImageFont.truetype(FACE, size)
    ImageDraw.Draw(picture).text((18, 51), text, font=font, fill=20, anchor="ls")
    return np.asarray(picture)


@pytest.fixture(scope="module")
def net():
    return load_pen_digits(FOLDER)


@pytest.mark.parametrize("text", ["7", "28", "306", "1954"])
def test_clear_digits_are_read(net, text):
    reading = net.read([cut(text)])
    assert reading.text == text
    assert reading.confidence > 0.5
    assert 0 <= reading.left < reading.right <= 1


def test_only_allowed_strings_are_read(net):
    assert net.read([cut("45")], allowed={"15", "25"}).text in {"", "15", "25"}


def test_an_empty_place_says_nothing(net):
    reading = net.read([np.full((80, 120), 250, np.uint8)])
    assert reading.text == ""


def test_views_of_one_place_are_judged_together(net):
    alone = net.read([cut("28")]).confidence
    mixed = net.read([cut("28"), cut("31")]).confidence
    assert mixed < alone


def test_weights_are_small_and_the_card_tells_the_meta():
    meta = json.loads((FOLDER / "meta.json").read_text("utf-8"))
    assert (FOLDER / "weights.onnx").stat().st_size == meta["byte_size"] < LARGEST
    assert (FOLDER / "CARD.md").read_text("utf-8") == render_card(meta)


@pytest.mark.parametrize("part", ["config.toml", "strokes.toml"])
def test_the_recipe_is_the_one_that_the_weights_were_made_by(part):
    meta = json.loads((FOLDER / "meta.json").read_text("utf-8"))
    told = meta["recipe_sha256"][part]
    assert hashlib.sha256((FOLDER / part).read_bytes()).hexdigest() == told


def test_weights_that_do_not_open_are_refused():
    net = PenDigits(ModelFolder("pen-digits", "1", b"no net", {"alphabet": "01"}))
    with pytest.raises(ModelError, match="train it again"):
        net.read([cut("1")])
