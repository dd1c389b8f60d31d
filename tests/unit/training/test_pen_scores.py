import json
from types import SimpleNamespace

import pytest

from danchieu.domain.found import Found
from danchieu.domain.header import Header
from danchieu.domain.text import Span
from danchieu.errors import CorpusError, DocumentError
from danchieu.training.pen_scores import Tally, score_scans

GOLD = {
    "medium": "pdf-scan",
    "handwritten": ["number", "day"],
    "number": "07",
    "date": "2019-08-21",
}


def found(value):
    return Found(value, value, Span(0, 1), "rule", 0.9)


def reader(number, date):
    header = Header(
        kind=found("administrative"),
        number=number and found(number),
        issued_on=date and found(date),
    )
    return lambda name, content: SimpleNamespace(header=header)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(GOLD))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    return tmp_path


def tallies(folder, read):
    ((_, fields),) = score_scans(folder, read).items()
    return fields["number"], fields["day"]


@pytest.mark.parametrize(
    ("number", "date", "expected"),
    [
        ("7", "2019-08-21", (Tally(1, 1, 1), Tally(1, 1, 1))),
        ("17", "2019-08-24", (Tally(1, 1, 0), Tally(1, 1, 0))),
        (None, "2019-08", (Tally(1, 0, 0), Tally(1, 0, 0))),
        (None, None, (Tally(1, 0, 0), Tally(1, 0, 0))),
    ],
)
def test_given_and_right_are_counted_apart(folder, number, date, expected):
    assert tallies(folder, reader(number, date)) == expected


def test_a_scan_that_cannot_be_read_gives_nothing(folder):
    def refuse(name, content):
        raise DocumentError(name)

    assert tallies(folder, refuse) == (Tally(1, 0, 0), Tally(1, 0, 0))


@pytest.mark.parametrize("change", [{"handwritten": []}, {"medium": "text"}])
def test_a_folder_without_pen_filled_scans_is_no_corpus(folder, change):
    (folder / "a.json").write_text(json.dumps(GOLD | change))
    with pytest.raises(CorpusError):
        score_scans(folder, reader("7", None))
