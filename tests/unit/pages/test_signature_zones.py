"""Signatures and the lines of letters below them, by shape alone."""

import cv2
import pytest
from unit.pages.signed_sheets import blank_sheet, letters, scribble

from danchieu.pages.signature_zones import find_letter_lines, find_signature_zones


def test_a_stroke_higher_than_print_is_a_signature():
    paper = blank_sheet()
    scribble(paper, 1000, 1500)
    (zone,) = find_signature_zones(paper)
    assert zone[0] == pytest.approx(1000, abs=8)
    assert zone[3] == pytest.approx(1660, abs=8)


def test_print_rules_and_black_pictures_are_no_signatures():
    paper = blank_sheet()
    letters(paper, 1000, 1500)
    cv2.line(paper, (800, 1600), (1600, 1600), 0, 3)
    cv2.rectangle(paper, (1000, 1700), (1300, 2000), 0, -1)
    assert find_signature_zones(paper) == []


def test_strokes_in_the_letterhead_or_on_the_left_do_not_count():
    paper = blank_sheet()
    scribble(paper, 1000, 60)
    scribble(paper, 150, 1500)
    assert find_signature_zones(paper) == []


def test_strokes_that_lie_across_each_other_are_one_signature():
    paper = blank_sheet()
    scribble(paper, 1000, 1500)
    scribble(paper, 1060, 1575)
    assert len(find_signature_zones(paper)) == 1


@pytest.mark.parametrize("fall", [0.0, -0.06, 0.08])
def test_the_line_of_letters_below_is_found_however_it_falls(fall):
    paper = blank_sheet()
    scribble(paper, 1000, 1500)
    letters(paper, 1020, 1700, fall=fall)
    (line,) = find_letter_lines(paper, find_signature_zones(paper)[0])
    assert line.slope == pytest.approx(fall, abs=0.03)
    assert line.box[0] == pytest.approx(1020, abs=2)
    assert line.box[2] == pytest.approx(1250, abs=2)


def test_letters_far_below_belong_to_something_else():
    paper = blank_sheet()
    scribble(paper, 1000, 1500)
    letters(paper, 1020, 1950)
    assert find_letter_lines(paper, find_signature_zones(paper)[0]) == []
