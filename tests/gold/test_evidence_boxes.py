"""Every evidence of our own corpus points at its own words on the paper."""

import pytest
from boxes import box_faults
from media import SAMPLE, read_as

from danchieu.rendering import render_text

PATHS = sorted((SAMPLE / "documents").glob("*.txt"))
SCANNED = [path for path in PATHS if path.stem.startswith(("hue", "thaibinh-kh"))]


def share_of_right_boxes(paths, medium, damage=""):
    seen, faults = 0, []
    for path in paths:
        pdf = render_text(path.read_text("utf-8"), "pdf")
        count, wrong = box_faults(read_as(path, medium), pdf, damage)
        seen += count
        faults += [f"{path.stem}: {fault}" for fault in wrong]
    return 1 - len(faults) / seen, faults


def test_boxes_of_digital_pages_hold_the_words_of_their_evidence():
    share, faults = share_of_right_boxes(PATHS, "pdf")
    assert share >= 0.995, faults


@pytest.mark.parametrize("path", SCANNED, ids=lambda path: path.stem)
def test_boxes_of_scanned_pages_hold_the_words_of_their_evidence(path):
    share, faults = share_of_right_boxes([path], "scan", "light")
    assert share >= 0.95, faults
