from factories import knowledge

from danchieu.domain.page import Page
from danchieu.fields.readings import reading_of
from danchieu.structure import read_outline
from danchieu.text import join_pages

PRINTED = "Giám độc Sở để nghị các đơn vi tô chức Trực."


def reading(origin):
    text = join_pages([Page(1, PRINTED, origin=origin)])
    rules = knowledge().rules
    return reading_of(text, read_outline(text, knowledge()), rules)


def test_cue_words_of_a_scan_get_their_diacritics_back_in_the_flat_text():
    assert reading("ocr").flat == "Giám đốc Sở đề nghị các đơn vị tổ chức Trực."
    assert reading("ocr").printed == PRINTED


def test_a_digital_text_stays_as_it_is():
    assert reading("digital").flat == PRINTED
