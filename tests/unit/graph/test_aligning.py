import pytest

from danchieu.graph import Figure, Fillers, align

FILLERS = Fillers({"số", "số lượng"}, {"của tỉnh", "trên địa bàn", "trên địa bàn tỉnh"})


def figure(document, metric, unit=None, **more):
    told = {"percent": False, "per": None, "by": "2025", **more}
    return Figure(document, 0, metric, unit, **told)


def rows(*figures):
    """Return the documents of each row."""
    return ["".join(f.document for f in row.figures) for row in align(figures, FILLERS)]


def test_the_same_words_are_one_row_in_any_dress():
    found = align(
        [
            figure("A", "Số đơn đăng ký sáng chế của tỉnh"),
            figure("B", "đơn đăng ký sáng chế"),
            figure("C", "Số lượng đơn đăng ký, sáng chế trên địa bàn tỉnh"),
        ],
        FILLERS,
    )
    assert [[f.document for f in row.figures] for row in found] == [["A", "B", "C"]]
    assert found[0].metric == "đơn đăng ký sáng chế"


def test_one_more_word_is_another_thing():
    assert rows(
        figure("A", "đơn đăng ký sáng chế"),
        figure("B", "sáng chế"),
        figure("C", "đơn đăng ký nhãn hiệu"),
    ) == ["B", "C", "A"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chuyển đổi số", "chuyển đổi"),
        ("sống khỏe", "khỏe"),
        ("doanh nghiệp nhà nước", "nhà nước doanh nghiệp"),
    ],
)
def test_what_may_be_another_thing_stands_apart(one, other):
    assert len(rows(figure("A", one), figure("B", other))) == 2


def test_units_percent_rates_and_periods_part_rows():
    assert len(rows(figure("A", "rừng", "ha"), figure("B", "rừng", "km2"))) == 2
    assert len(rows(figure("A", "rừng"), figure("B", "rừng", percent=True))) == 2
    assert len(rows(figure("A", "rừng"), figure("B", "rừng", per="năm"))) == 2
    assert len(rows(figure("A", "rừng"), figure("B", "rừng", by="2030"))) == 2


def test_a_deadline_of_the_year_is_of_the_year():
    (row,) = align([figure("A", "rừng", by="2025-12-31"), figure("B", "rừng")], FILLERS)
    assert row.by == "2025"


def test_a_unit_that_repeats_the_thing_counts_as_none():
    assert rows(figure("A", "đơn đăng ký", "đơn"), figure("B", "đơn đăng ký")) == ["AB"]


def test_what_no_text_names_stands_nowhere():
    assert rows(figure("A", None), figure("B", "số")) == []


def test_rows_that_more_documents_share_stand_first():
    assert rows(figure("A", "rừng"), figure("B", "nước"), figure("C", "rừng")) == [
        "AC",
        "B",
    ]
