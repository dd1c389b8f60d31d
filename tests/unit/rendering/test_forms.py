import pytest
from unit.rendering.sheets import PLAIN, PLAN

from danchieu.errors import SettingsError
from danchieu.rendering import (
    FORMS,
    MissingFontError,
    find_typeface,
    render_text,
    typefaces,
)

STARTS = {"pdf": b"%PDF-", "docx": b"PK\x03\x04", "scan": b"%PDF-"}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_made_and_made_again_the_same(form):
    made = render_text(PLAIN, form, damage="coarse", seed=3)
    assert made.startswith(STARTS[form])
    assert made == render_text(PLAIN, form, damage="coarse", seed=3)


def test_a_scan_follows_damage_and_seed():
    first = render_text(PLAN, "scan", damage="fax", seed=1)
    assert first != render_text(PLAN, "scan", damage="fax", seed=2)
    assert first != render_text(PLAN, "scan", damage="coarse", seed=1)


@pytest.mark.parametrize(
    ("form", "chosen", "offered"),
    [
        ("odt", {}, "docx"),
        ("pdf", {"typeface": "comic"}, "tinos"),
        ("scan", {"damage": "burnt"}, "heavy"),
    ],
)
def test_an_unknown_name_is_told_with_the_known_ones(form, chosen, offered):
    with pytest.raises(SettingsError, match=offered):
        render_text(PLAIN, form, **chosen)


def test_a_missing_font_names_the_package(monkeypatch, tmp_path):
    monkeypatch.setattr(typefaces, "_FONT_ROOT", tmp_path)
    find_typeface.cache_clear()
    with pytest.raises(MissingFontError, match="fonts-croscore"):
        find_typeface("tinos")
