"""Ruled lines of a picture: straight, thin, long, whatever touches them."""

import cv2
import numpy as np
import pytest

from danchieu.pages.ocr import OCR_DPI
from danchieu.pages.scan_rules import find_scan_rules

BLACK, HAIR = (0,), (170,)


def paper():
    return np.full((600, 800), 255, np.uint8)


def boxes(picture):
    return [rule.box for rule in find_scan_rules(picture, OCR_DPI)]


@pytest.mark.parametrize("ink", [BLACK, HAIR])
def test_lines_of_both_ways_are_found_where_they_are(ink):
    sheet = paper()
    cv2.line(sheet, (100, 200), (700, 200), ink, 2)
    cv2.line(sheet, (300, 50), (300, 550), ink, 2)
    level, upright = find_scan_rules(sheet, OCR_DPI)
    assert level.is_level
    assert level.box[0] == pytest.approx(100, abs=3)
    assert level.box[2] == pytest.approx(700, abs=3)
    assert not upright.is_level
    assert upright.box[1] == pytest.approx(50, abs=3)
    assert upright.box[3] == pytest.approx(550, abs=3)


def test_a_short_stroke_and_a_black_bar_are_no_lines():
    sheet = paper()
    cv2.line(sheet, (100, 100), (130, 100), BLACK, 2)
    sheet[300:360, 100:700] = 0
    assert [b for b in boxes(sheet) if b[2] - b[0] > b[3] - b[1]] == []


def test_a_line_with_dirt_at_its_side_is_freed_from_it():
    sheet = paper()
    cv2.line(sheet, (100, 200), (700, 200), BLACK, 2)
    for left in range(120, 640, 90):
        for below in range(3, 18, 3):
            cv2.line(sheet, (left, 200 + below), (left + 60, 200 + below), BLACK, 2)
    found = boxes(sheet)
    assert min(b[0] for b in found) <= 103
    assert max(b[2] for b in found) >= 697
    assert all(195 <= (b[1] + b[3]) / 2 <= 207 for b in found)
