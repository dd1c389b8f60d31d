import re
from pathlib import Path

import pytest

from danchieu.ui import wording
from danchieu.ui.speaking import english, translate

TEMPLATES = Path(wording.__file__).parent / "templates"
SAID = re.compile(r"""\bt\((?:"([^"]*)"|'([^']*)')""")
TABLES = (
    *(wording.HEADER_LABELS, wording.KINDS, wording.RELATIONS, wording.ROLES),
    *(wording.FIELDS, wording.PARTS, wording.CHOICES, wording.ACTIONS),
    *(wording.WRONG_VALUES, wording.FACETS, wording.VIEWS, wording.STATES),
)


def said_by_templates():
    for path in TEMPLATES.glob("*.html"):
        for found in SAID.finditer(path.read_text("utf-8")):
            yield found[1] or found[2]


@pytest.mark.parametrize("text", sorted(set(said_by_templates())))
def test_every_sentence_of_the_page_has_its_english(text):
    said = english()[text]
    assert set(re.findall(r"{\w+}", said)) == set(re.findall(r"{\w+}", text))


@pytest.mark.parametrize("table", TABLES)
def test_every_word_of_the_tables_has_its_english(table):
    assert {v for v in table.values() if v not in english()} == set()


def test_vietnamese_is_said_as_written():
    assert translate("trang {n}", "vi", n=2) == "trang 2"
    assert translate("trang {n}", "en", n=2) == "page 2"
