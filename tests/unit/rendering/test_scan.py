from dataclasses import fields, replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image
from pypdfium2 import PdfDocument
from unit.rendering.sheets import DECISION, NEWS, PLAN

from danchieu.errors import SettingsError
from danchieu.rendering import (
    DAMAGES,
    Damage,
    find_damage,
    find_typeface,
    parse_sheet,
    render_pdf,
    render_scan,
    scan_pdf,
)
from danchieu.rendering.signature_place import find_signature_place

DPI = 72
PDF = render_pdf(parse_sheet(PLAN), find_typeface("liberation"))


def small(damage):
    return replace(damage, dpi=DPI)


def opened(picture):
    return Image.open(BytesIO(picture))


def pixels(damage, pdf=PDF):
    return np.asarray(opened(render_scan(pdf, small(damage))[0]).convert("RGB"), int)


CLEAN = pixels(Damage())


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_page_keeps_the_size_of_the_paper(name):
    (picture,) = render_scan(PDF, small(DAMAGES[name]))
    height, width = CLEAN.shape[:2]
    width *= 2 if DAMAGES[name].fold else 1
    lying = DAMAGES[name].quarter_turns % 2
    assert opened(picture).size == ((height, width) if lying else (width, height))


@pytest.mark.parametrize("name", DAMAGES)
def test_a_seed_gives_the_same_pictures_again(name):
    damage = small(DAMAGES[name])
    assert render_scan(PDF, damage) == render_scan(PDF, damage)


@pytest.mark.parametrize(
    "name", ["light", "heavy", "noisy", "speckled", "photographed"]
)
def test_another_seed_gives_another_picture(name):
    damage = small(DAMAGES[name])
    assert render_scan(PDF, damage) != render_scan(PDF, replace(damage, seed=1))


SAME_SHAPE = set(DAMAGES) - {"clean", "coarse", "turned", "spread"}


@pytest.mark.parametrize("name", sorted(SAME_SHAPE))
def test_every_damage_leaves_a_trace_and_some_of_the_print(name):
    damaged = pixels(DAMAGES[name])
    assert (damaged != CLEAN).any()
    assert (damaged.min(axis=2) < 200).mean() > 0.01


def test_every_kind_of_damage_has_a_preset():
    kinds = {f.name for f in fields(Damage)} - {"seed", "seal_name"}
    plain = Damage()
    used = {
        k for k in kinds for d in DAMAGES.values() if getattr(d, k) != getattr(plain, k)
    }
    assert used == kinds


def test_the_seal_is_red_and_lies_beside_the_signature():
    sealed = pixels(DAMAGES["sealed"])
    red = (sealed[:, :, 0] - sealed[:, :, 2]) > 80
    rows, columns = np.nonzero(red)
    page = PdfDocument(PDF)[0]
    x, y = find_signature_place(page)
    assert abs(rows.mean() - y) < 12
    assert x - 90 < columns.mean() < x


def test_a_page_without_signature_gets_no_seal():
    news = render_pdf(parse_sheet(NEWS), find_typeface("tinos"))
    assert find_signature_place(PdfDocument(news)[0]) is None
    assert (pixels(DAMAGES["sealed"], news) == pixels(Damage(), news)).all()


def test_a_quarter_turn_goes_against_the_clock():
    assert (pixels(DAMAGES["turned"]) == np.rot90(CLEAN)).all()


def test_a_fax_is_black_and_white():
    (picture,) = render_scan(PDF, small(DAMAGES["fax"]))
    assert opened(picture).mode == "1"


@pytest.mark.parametrize(("name", "form"), [("clean", "PNG"), ("jpeg", "JPEG")])
def test_the_form_of_the_picture_follows_the_quality(name, form):
    assert opened(render_scan(PDF, small(DAMAGES[name]))[0]).format == form


def test_every_page_is_scanned():
    pdf = render_pdf(parse_sheet(DECISION), find_typeface("tinos"))
    assert len(render_scan(pdf, small(Damage()))) == 3


def test_two_pages_share_an_image_with_a_fold_between_them():
    pdf = render_pdf(parse_sheet(DECISION), find_typeface("tinos"))
    single = render_scan(pdf, small(Damage()))
    first, second = render_scan(pdf, small(Damage(fold=0.5)))
    pair = np.asarray(opened(first).convert("L"), int)
    middle = pair.shape[1] // 2
    assert pair[:, middle].max() < 140
    third = np.asarray(opened(single[2]).convert("L"), int)
    beside = np.asarray(opened(second).convert("L"), int)
    assert abs(beside[:, : middle // 2] - third[:, : middle // 2]).max() <= 1
    assert beside[:, -middle // 2 :].min() >= 254


def test_a_dot_matrix_leaves_white_between_its_needles():
    assert pixels(Damage(dots=0.9)).mean() > CLEAN.mean() + 0.5


@pytest.mark.parametrize("name", ["clean", "heavy", "fax", "turned"])
def test_a_scanned_pdf_has_the_paper_size_and_no_text(name):
    damage = small(DAMAGES[name])
    scanned = scan_pdf(PDF, damage)
    page = PdfDocument(scanned)[0]
    paper = sorted(PdfDocument(PDF)[0].get_size())
    assert page.get_textpage().get_text_range() == ""
    assert sorted(page.get_size()) == pytest.approx(paper, abs=1)
    assert scanned == scan_pdf(PDF, damage)


@pytest.mark.parametrize(
    "strengths",
    [
        {"noise": -1},
        {"seal": 1.5},
        {"dpi": 10},
        {"dpi": 5000},
        {"jpeg_quality": 0},
        {"holes": -1},
        {"fold": 2},
    ],
)
def test_impossible_strengths_are_refused(strengths):
    with pytest.raises(ValueError, match=next(iter(strengths))):
        Damage(**strengths)


def test_an_unknown_damage_is_told_with_the_known_ones():
    with pytest.raises(SettingsError, match="heavy"):
        find_damage("burnt")
