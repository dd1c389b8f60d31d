from danchieu.contract import PageShape
from danchieu.contract.page import WordShape
from danchieu.usecases.pointing import evidence_at, find_quote, find_words, heading_at

TEXT = "Thực hiện Quyết định\nsố 31/QĐ-TTg của\nThủ tướng.\n"


def page(words=()):
    return PageShape(
        number=2, text=TEXT, width=595, height=842, origin="ocr", words=tuple(words)
    )


def word(text, box):
    start = TEXT.index(text)
    end = start + len(text)
    return WordShape(start=start, end=end, text=text, box=box, confidence=1)


def test_a_quote_is_found_over_line_breaks():
    [place] = find_quote(page(), "Quyết định số 31/QĐ-TTg")
    assert (place.page, place.text) == (2, "Quyết định\nsố 31/QĐ-TTg")


def test_the_parts_of_a_quote_are_found_one_by_one():
    places = find_quote(page(), "Thực hiện … Thủ tướng")
    assert [p.text for p in places] == ["Thực hiện", "Thủ tướng"]


def test_a_quote_that_goes_on_elsewhere_is_found_by_its_beginning():
    [place] = find_quote(page(), "Thực hiện Quyết định số 31/QĐ-TTg của Bộ")
    assert " ".join(place.text.split()) == "Thực hiện Quyết định số 31/QĐ-TTg của"


def test_what_does_not_stand_there_is_not_found():
    assert find_quote(page(), "Kế hoạch trồng sen của tỉnh này đây") == ()


def test_words_are_found_without_their_marks():
    assert [p.text for p in find_words(page(), "thu tuong")] == ["Thủ tướng"]


def test_words_of_one_line_share_a_box():
    words = [
        word("Quyết", (10, 10, 30, 20)),
        word("định", (35, 11, 60, 21)),
        word("số", (10, 30, 20, 40)),
    ]
    place = evidence_at(page(words), 10, 23)
    assert place.boxes == ((10, 10, 60, 21), (10, 30, 20, 40))


def test_an_outline_entry_points_at_its_line():
    assert heading_at(page(), 0).text == "Thực hiện Quyết định"
