from danchieu.training.model_card import render_card

META = {
    "name": "pen-digits",
    "version": "1",
    "alphabet": "0123456789",
    "purpose": "Reads numbers.",
    "byte_size": 200,
    "sha256": "ab",
    "recipe_sha256": {"config.toml": "cd"},
    "libraries": {"torch": "2.13.0"},
    "font_licence": "OFL",
    "fonts": ["caveat@5.3.0"],
    "made_by": ["strips"],
    "limits": ["words"],
    "scores": {
        "scans_are": "Real scans.",
        "scans": {"check": {"number": {"fields": 8, "given": 6, "right": 5}}},
        "drawn": {
            "strips": 10,
            "right": 9,
            "threshold": 0.9,
            "given": 8,
            "given_right": 8,
        },
    },
}


def test_the_card_tells_scores_on_scans_before_drawn_ones():
    card = render_card(META)
    assert "| check | number | 8 | 6 | 5 |" in card
    assert card.index("Real scans.") < card.index("drawn strips")


def test_the_card_names_fonts_and_their_licence():
    assert "- Fonts (OFL): caveat@5.3.0" in render_card(META)
