import pytest

from danchieu.cli.checks import checks
from danchieu.settings import load_settings


def found(what, **overrides):
    return next(c for c in checks(load_settings(**overrides)) if what in c.what)


def test_a_whole_machine_is_well(danchieu):
    ended = danchieu("doctor")
    assert ended.code == 0
    assert "Dữ liệu OCR vie" in ended.out


def test_what_is_missing_is_told_with_the_line_that_mends_it(
    danchieu, monkeypatch, tmp_path
):
    monkeypatch.setenv("DANCHIEU_TESSDATA_DIR", str(tmp_path))
    ended = danchieu("doctor")
    assert ended.code == 1
    assert "apt-get install tesseract-ocr-vie" in ended.out


@pytest.mark.parametrize(
    ("what", "overrides"),
    [
        ("Dữ liệu OCR osd", {"tessdata_dir": "/nowhere"}),
        ("Luật trích xuất", {"rules_dir": "/nowhere"}),
        ("Cơ sở dữ liệu", {"database_url": "sqlite:////nowhere/at/all.sqlite"}),
        ("Cơ sở dữ liệu", {"database_url": "what://is/this"}),
        ("Quyền ghi", {"data_dir": "/proc/none"}),
    ],
)
def test_each_piece_can_be_missing(danchieu, what, overrides):
    check = found(what, **overrides)
    assert not check.good
    assert check.needed
    assert check.mend


def test_office_is_optional(danchieu, monkeypatch):
    monkeypatch.setenv("PATH", "")
    check = found("LibreOffice")
    assert (check.good, check.needed) == (False, False)
