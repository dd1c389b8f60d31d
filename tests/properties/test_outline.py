import hypothesis
from factories import knowledge, text_of
from hypothesis import strategies as st

from danchieu.header import read_header
from danchieu.structure import read_outline

PIECES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Số: 5/QĐ-UBND",
    "Số:    /KH-SYT",
    "Huế, ngày 05 tháng 4 năm 2023",
    "KẾ HOẠCH",
    "V/v báo cáo năm",
    "Kính gửi: Sở Y tế",
    "Căn cứ Luật Đất đai;",
    "I. MỤC TIÊU",
    "1. Sở Tài chính",
    "a) Rà soát",
    "- Tổng hợp.",
    "Nơi nhận:",
    "- Như trên;",
    "KT. GIÁM ĐỐC",
    "PHÓ GIÁM ĐỐC",
    "Trần Văn Bình",
    "PHỤ LỤC I",
    "| STT | Nội dung |",
    "| 1 | Cây xanh |",
    "Lượt xem: 5",
    "ký bởi: ai đó, cơ quan",
    "¹ Ghi chú ở chân trang",
    "Thời gian ký: 01.02.2024 08:00:00 +07:00",
    "12",
    "|",
    "***",
    "…",
    "Trong năm qua, toàn tỉnh đã trồng hơn một nghìn héc ta rừng, vượt kế hoạch.",
)

lines = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=25)
documents = st.builds(
    lambda parts, ends: "".join(p + e for p, e in zip(parts, ends, strict=False)),
    lines,
    st.lists(st.sampled_from(["\n", "\n\n", "\f"]), min_size=25, max_size=25),
)


@hypothesis.given(documents)
@hypothesis.settings(max_examples=400, deadline=None)
def test_any_text_has_regions_in_order_that_hold_every_letter(value):
    text = text_of(value)
    outline = read_outline(text, knowledge())
    read_header(text, outline, knowledge())
    ends = [0]
    for region in outline.regions:
        assert ends[-1] <= region.span.start < region.span.end
        ends.append(region.span.end)
    outside = [
        c
        for i, c in enumerate(text.value)
        if outline.region_at(i) is None and not c.isspace() and c not in " |*_#>"
    ]
    assert outside == []
