"""The guide calls every button and heading what the page calls it."""

import re

import pytest

from danchieu.ui.speaking import TABLE, english

TEMPLATES = TABLE.with_name("templates")
TYPED = {"vi": {"so huu tri tue"}, "en": set()}
"""What the guide tells people to type, not to press."""


def named_in_the_guide(lang):
    text = (TEMPLATES / f"guide_{lang}.html").read_text("utf-8")
    return set(re.findall("<strong>(.*?)</strong>", text)) - TYPED[lang]


def said_by_the_page(lang):
    table = english()
    said = table.keys() if lang == "vi" else table.values()
    return {re.sub(r"\{\w+\}", "…", sentence).strip("…") for sentence in said}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_the_guide_names_is_on_the_page(lang):
    said = said_by_the_page(lang)
    named = named_in_the_guide(lang)
    assert len(named) > 5
    assert {name for name in named if name.strip("…") not in said} == set()
