"""Scans: cleaning, turning on the head, tables cell by cell, gaps read again."""

from dataclasses import replace

import numpy as np
import pytest

from danchieu.domain.page import Page
from danchieu.pages.cleaning import clean
from danchieu.pages.ocr import OcrWord
from danchieu.pages.scan_rules import find_scan_rules
from danchieu.pages.scan_words import read_words
from danchieu.pages.scans import read_scan

BLANK = Page(1, "", (), 595, 842)


def word(text, x, y, confidence=0.9):
    return OcrWord(text, (x, y, x + 20 * len(text), y + 30), y + 25, 36, confidence, 0)


class ScriptedOcr:
    """Gives one list of words per page read, and one per block read."""

    def __init__(self, pages, blocks=()):
        self.pages = list(pages)
        self.blocks = list(blocks)
        self.block_sizes = []

    def read(self, picture, dpi):
        return tuple(self.pages.pop(0))

    def read_block(self, picture, dpi):
        self.block_sizes.append(picture.shape)
        return tuple(self.blocks.pop(0)) if self.blocks else ()


def sheet():
    paper = np.full((2339, 1654), 255, np.uint8)
    for x in range(200, 900, 40):
        paper[200:215, x : x + 28] = 0
    return paper


def test_the_red_seal_is_dropped_and_blue_ink_stays():
    picture = np.full((400, 400, 3), 255, np.uint8)
    picture[100:200, 100:200] = (230, 30, 40)
    picture[300:320, 100:300] = (20, 40, 200)
    grey = clean(picture)
    assert grey[150, 150] > 200
    assert grey[310, 200] < 100


def test_a_dark_background_becomes_white():
    picture = np.full((400, 400), 150, np.uint8)
    picture[200:206, 100:300] = 40
    grey = clean(picture)
    assert grey[50, 50] > 240
    assert grey[202, 200] < 120


def dirty_sheet(specks):
    rows, columns = np.random.default_rng(5).integers(0, 1600, (2, specks))
    dirty = sheet()
    dirty[rows, columns] = 0
    return dirty


@pytest.mark.parametrize("specks", [1_000, 60_000])
def test_specks_go_and_print_stays(specks):
    dirty = dirty_sheet(specks)
    cleaned = clean(dirty) < 128
    printed = sheet() < 128
    assert cleaned.sum() < printed.sum() + (dirty < 128).sum() / 3
    assert cleaned[printed].mean() > 0.98


def test_thin_strokes_of_a_clean_page_are_not_smoothed_away():
    crisp = sheet()
    crisp[300:1800:100, 200:900] = 0
    assert np.array_equal(clean(crisp), crisp)


def test_letters_cut_by_the_band_that_is_looked_at_are_no_specks():
    crisp = sheet()
    middle = crisp.shape[0] // 2
    for x in range(200, 1400, 6):
        crisp[middle - 12 : middle + 1, x : x + 3] = 0
    assert np.array_equal(clean(crisp), crisp)


def test_ragged_print_is_smoothed():
    ragged = sheet()
    ragged[300:1800:4, 200:900] = 0
    assert np.array_equal(clean(ragged)[300:1800], sheet()[300:1800])


def test_broken_print_is_no_dirt():
    dotted = sheet()
    dotted[240:1800:160, 200:1200] = 0
    dotted[242:1800:160, 200:1200:3] = 0
    assert np.array_equal(clean(dotted), dotted)


def test_what_is_left_of_blurred_strokes_is_no_dirt():
    blurred = sheet()
    blurred[1900:1960, 200:1400] = 0
    for down in range(240, 1800, 40):
        blurred[down : down + 3, 200:1400] = 180
        blurred[down + 1, 200:1400:6] = 115
    assert np.array_equal(clean(blurred), blurred)


def test_a_page_on_its_head_is_read_again_the_other_way_round():
    unsure = [word("ưạ", 300, 200, 0.2), word("xq", 400, 200, 0.3)]
    sure = [word("Kính", 300, 200), word("gửi:", 400, 200), word("Sở", 500, 200)]
    scan = read_scan(BLANK, sheet(), ScriptedOcr([unsure, sure]))
    assert scan.page.text == "Kính gửi: Sở\n"
    assert scan.turned == 180
    assert scan.page.words[0].box[1] > 421


def test_noise_gives_an_empty_page():
    noise = [word("~", 100, 100, 0.9), word("|", 200, 100, 0.9)]
    assert read_scan(BLANK, sheet(), ScriptedOcr([noise, noise])).page.text == ""


@pytest.mark.parametrize(
    ("text", "confidence", "kept"),
    [("là", 0.1, True), ("12", 0.1, True), ("qzx", 0.1, False), ("^", 0.3, False)],
)
def test_only_hopeless_words_are_left_out(text, confidence, kept):
    words = [word("Điều", 100, 100), word(text, 300, 100, confidence)]
    page = read_scan(BLANK, sheet(), ScriptedOcr([words, words])).page
    assert (text in page.text) is kept


def gridded():
    paper = np.full((1000, 1000), 255, np.uint8)
    for y in (200, 300, 400):
        paper[y : y + 3, 200:800] = 0
    for x in (200, 500, 797):
        paper[200:403, x : x + 3] = 0
    paper[240:262, 300:360] = 0
    return paper


def test_finds_the_ruled_lines_of_a_scan():
    rules = find_scan_rules(gridded(), 200)
    assert sum(r.is_level for r in rules) == 3
    assert sum(not r.is_level for r in rules) == 3


def test_a_hairline_between_two_rows_of_pixels_is_a_ruled_line():
    paper = np.full((1000, 1000), 255, np.uint8)
    paper[300:302, 200:800] = 180
    (rule,) = find_scan_rules(paper, 200)
    assert rule.is_level


def test_reads_a_table_cell_by_cell_where_there_is_ink():
    cells = [(200, 200, 500, 300), (500, 200, 800, 300)]
    ocr = ScriptedOcr([[]], [[word("Số", 12, 12)]])
    (found,) = read_words(gridded(), [cells], ocr)
    assert len(ocr.block_sizes) == 1
    assert found.box[:2] == (206, 206)


def test_print_that_gave_no_word_is_read_once_more():
    paper = np.full((600, 1000), 255, np.uint8)
    paper[100:125:2, 300:420] = 0
    again = [word("/TB-SNV", 20, 20), word("x", 90, 20, 0.1)]
    found = read_words(paper, [], ScriptedOcr([[word("Số:", 100, 98)]], [again]))
    assert [w.text for w in found] == ["Số:", "/TB-SNV"]
    assert found[1].box[0] == pytest.approx(302, abs=8)


def test_print_that_was_read_is_left_alone():
    paper = np.full((600, 1000), 255, np.uint8)
    paper[100:125, 300:420] = 0
    read = replace(word("Điều", 300, 98), box=(298, 98, 400, 127))
    assert read_words(paper, [], ScriptedOcr([[read]])) == [read]
