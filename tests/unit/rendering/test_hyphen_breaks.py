import pytest
from unit.rendering.sheets import PLAN

from danchieu.rendering import find_typeface
from danchieu.rendering.hyphen_breaks import break_at_hyphens
from danchieu.rendering.pdf_styles import office_styles

BODY = office_styles(find_typeface("liberation").serif)["body"]


@pytest.mark.parametrize("width", [150, 260, 330, 460])
def test_only_hyphens_at_line_ends_get_a_space(width):
    text = " ".join(f"số {n}/KH-UBND-KGVX của tỉnh" for n in range(40))
    broken = break_at_hyphens(text, BODY, width)
    assert "- " in broken
    assert broken.replace("- ", "-") == text


@pytest.mark.parametrize(
    "text",
    [
        "không có dấu nối nào trong câu này " * 9,
        "- mục đầu dòng - và dấu gạch giữa câu " * 9,
        "mã 45/KH-UBND &amp; <b>chữ đậm</b> " * 9,
        PLAN.splitlines()[0],
        "",
    ],
)
def test_other_texts_stay_as_they_are(text):
    assert break_at_hyphens(text, BODY, 200) == text
