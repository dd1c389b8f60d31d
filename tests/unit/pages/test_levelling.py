"""Quarter turns and skew of page pictures, and the way back."""

import cv2
import numpy as np
import pytest

from danchieu.pages.levelling import Lie, find_lie, rotate, turn


def ruled_sheet():
    """Return a sheet with lines of dashes, as print looks from afar."""
    sheet = np.full((1200, 850), 255, np.uint8)
    for y in range(120, 1080, 40):
        for x in range(100, 740, 60):
            sheet[y : y + 14, x : x + 44] = 20
    return sheet


@pytest.mark.parametrize("angle", [0.0, 1.5, -3.0, 6.0])
@pytest.mark.parametrize("quarters", [0, 1])
def test_finds_turn_and_skew(angle, quarters):
    lying = turn(rotate(ruled_sheet(), -angle), -quarters % 4)
    lie = find_lie(lying)
    assert lie.quarters == quarters
    assert lie.angle == pytest.approx(angle, abs=0.2)


def test_a_blank_sheet_lies_straight():
    assert find_lie(np.full((900, 600), 255, np.uint8)) == Lie(0, 0.0, 600, 900)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("angle", [0.0, 4.0])
def test_leads_a_box_back_to_where_it_stood(quarters, angle):
    sheet = np.full((900, 600), 255, np.uint8)
    cv2.circle(sheet, (150, 200), 12, (0,), -1)
    level = rotate(turn(sheet, quarters), angle)
    y, x = (int(np.mean(side)) for side in np.where(level < 128))
    back = Lie(quarters, angle, 600, 900).back((x - 12, y - 12, x + 12, y + 12))
    assert back == pytest.approx((138, 188, 162, 212), abs=2)
