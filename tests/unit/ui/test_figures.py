import pytest

from danchieu.ui.figures import figure_in_words


@pytest.mark.parametrize(
    ("bounds", "more", "said"),
    [
        ((">=", 60.0, None), {"unit": "%", "percent": True}, "từ 60%"),
        ((">=", 60.0, None), {"unit": "%", "lang": "en"}, "at least 60%"),
        (("<=", None, 7.0), {"unit": "ngày", "lang": "en"}, "at most 7 ngày"),
        (("range", 2.0, 3.0), {"unit": "lớp", "lang": "en"}, "2 – 3 lớp"),
        (("=", 80.0, 80.0), {"unit": "hồ sơ", "percent": True}, "80% hồ sơ"),
        (("range", 8.0, 10.0), {"unit": "%", "per": "năm"}, "8 – 10%/năm"),
        (
            ("=", 8.0, 8.0),
            {"percent": True, "unit": None, "per": "năm", "lang": "en"},
            "8%/year",
        ),
        (("<=", None, 1250.0), {"unit": "tỷ đồng"}, "tối đa 1.250 tỷ đồng"),
    ],
)
def test_a_share_keeps_its_sign(bounds, more, said):
    assert figure_in_words(bounds, **more) == said
