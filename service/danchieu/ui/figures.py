"""Figures as a clerk writes them: từ 60% sản phẩm."""

from danchieu.ui.speaking import translate
from danchieu.wording import amount_in_words


def figure_in_words(
    bounds: tuple[str, float | None, float | None],
    *,
    unit: str | None,
    percent: bool = False,
    per: str | None = None,
    lang: str = "vi",
) -> str:
    """Return comparator, least and most with sign, unit and rate.

    A share keeps its sign though the unit names what it is a share of: "60% hồ sơ".
    The comparator and the rate speak the language of the page, the unit is as
    printed.
    """
    comparator, low, high = bounds
    amount = amount_in_words(comparator, low, high, None, lang)
    of = (unit or "").removeprefix("%").strip()
    sign = "%" if percent or (unit or "").startswith("%") else ""
    said = f"{amount}{sign} {of}".strip()
    return said + translate(f"/{per}", lang) if per else said
