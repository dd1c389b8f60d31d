from danchieu.contract import page_shape
from danchieu.domain.page import Page, Word


def test_a_word_carries_its_letters_and_its_box():
    word = Word(3, 6, (1.0, 2.0, 30.0, 12.0), 0.7)
    shape = page_shape(Page(4, "số 015", (word,), 595.0, 842.0, "ocr"))
    assert shape.words[0].text == "015"
    assert shape.words[0].box == word.box
    assert (shape.number, shape.origin) == (4, "ocr")


def test_plain_text_has_no_words():
    assert page_shape(Page(1, "chữ")).words == ()
