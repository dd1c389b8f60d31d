from pathlib import Path

import pytest
from factories import ROOT

from danchieu.errors import RuleError
from danchieu.rules.gazetteers import Gazetteers, load_gazetteers

FOLDER = ROOT / "extraction_rules" / "gazetteers"


@pytest.fixture(scope="module")
def gazetteers() -> Gazetteers:
    return load_gazetteers(FOLDER)


def broken(folder: Path, file: str, old: str, new: str) -> Path:
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text("utf-8")
        if path.name == file:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / path.name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("day", "count"), [("2024-12-31", 63), ("2025-06-30", 63), ("2025-07-01", 34)]
)
def test_province_counts(gazetteers, day, count):
    assert len(gazetteers.provinces_on(day)) == count


def test_each_old_province_leads_to_one_new_one(gazetteers):
    new = {p.id for p in gazetteers.provinces_on("2025-07-01")}
    for old in gazetteers.provinces_on("2025-06-30"):
        assert (old.successor or old.id) in new


def test_every_new_province_comes_from_an_old_one(gazetteers):
    old = gazetteers.provinces_on("2025-06-30")
    heirs = {p.successor or p.id for p in old}
    assert heirs == {p.id for p in gazetteers.provinces_on("2025-07-01")}


def test_eleven_provinces_are_unchanged(gazetteers):
    old = gazetteers.provinces_on("2025-06-30")
    assert len([p for p in old if p.successor is None]) == 11


def test_six_cities_stand_among_the_new_ones(gazetteers):
    new = gazetteers.provinces_on("2025-07-01")
    assert len([p for p in new if p.kind == "thành phố"]) == 6


def test_official_list_has_every_symbol(gazetteers):
    listed = [t for t in gazetteers.document_types if t.list == "nghi-dinh-30"]
    copies = {"SY", "TrS", "SL"}
    symbols = {t.symbol for t in listed if t.symbol} - copies
    assert (len(listed) - len(copies), len(symbols)) == (29, 27)


def test_names_without_number_lead_to_a_code(gazetteers):
    codes = {name: a.code for a in gazetteers.aliases for name in a.names}
    assert codes["Chiến lược sở hữu trí tuệ đến năm 2030"] == "1068/QĐ-TTg"


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("provinces.yaml", "successor: bac-ninh@2025", "successor: nowhere"),
        ("provinces.yaml", "id: an-giang,", "id: bac-giang,"),
        ("provinces.yaml", "kind: tỉnh", "sort: tỉnh"),
        ("central_bodies.yaml", "level: central", "level: high"),
        ("local_bodies.yaml", "successor: so-tai-chinh", "successor: so-x"),
        ("aliases.yaml", "issuer: quoc-hoi", "issuer: nobody"),
        ("document_types.yaml", "name: Nghị quyết,", "name: Quyết định,"),
    ],
)
def test_wrong_files_are_refused_by_name(tmp_path, file, old, new):
    with pytest.raises(RuleError, match=file):
        load_gazetteers(broken(tmp_path, file, old, new))


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(RuleError, match="yaml"):
        load_gazetteers(tmp_path)
