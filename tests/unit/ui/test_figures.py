import pytest

from danchieu.ui.figures import figure_in_words


@pytest.mark.parametrize(
    ("bounds", "more", "said"),
    [
        ((">=", 60.0, None), {"unit": "%", "percent": True}, "từ 60%"),
        (("=", 80.0, 80.0), {"unit": "hồ sơ", "percent": True}, "80% hồ sơ"),
        (("range", 8.0, 10.0), {"unit": "%", "per": "năm"}, "8 – 10%/năm"),
        (("<=", None, 1250.0), {"unit": "tỷ đồng"}, "tối đa 1.250 tỷ đồng"),
    ],
)
def test_a_share_keeps_its_sign(bounds, more, said):
    assert figure_in_words(bounds, **more) == said
