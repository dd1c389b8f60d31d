"""Hostile repetition costs what its length costs."""

import pytest
from citing import header, references
from costs import cpu_seconds


@pytest.mark.parametrize(
    "piece",
    [
        "Căn cứ Luật A, ",
        "Quyết định số 1/QĐ-UBND và ",
        "thực hiện ",
        "được sửa đổi theo Luật số 5/2020/QH14, ",
        "Hiệp định giữa hai bên ",
        "(sau đây gọi là Đề án 1) ",
        "khoản 1, 2 Điều 3 của ",
        "- Luật B;\n",
        "| 5/KH-UBND ",
        "ngày ",
        "; Số 7/UBND-KT về việc phê duyệt Đề án chuyển đổi số của tỉnh ",
    ],
)
def test_cost_grows_with_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        return cpu_seconds(lambda: references(text, header("Kế hoạch")))

    seconds(4_000)
    assert seconds(80_000) < 12 * seconds(20_000) + 0.1
