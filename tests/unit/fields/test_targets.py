import pytest
from unit.fields.reading_samples import (
    fields_of_plan,
    fields_of_report,
    fields_of_type,
)


def one_target(sentence):
    (target,) = fields_of_plan(f"II. MỤC TIÊU\n\n1. Mục tiêu\n\n- {sentence}").targets
    return target


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("Có từ 2 - 3 công trình mỗi năm đạt giải.", ("range", 2, 3)),
        ("Tối thiểu 60% công trình được kiểm tra.", (">=", 60, None)),
        ("100% hồ sơ nộp qua mạng.", ("=", 100, 100)),
        ("Hỗ trợ ít nhất 1 - 2 doanh nghiệp nhỏ.", (">=", 1, 2)),
    ],
)
def test_levels(sentence, level):
    target = one_target(sentence)
    assert (target.comparator, target.min, target.max) == level


def test_the_year_comes_from_the_clause_before_heading_and_title():
    fields = fields_of_plan(
        """II. MỤC TIÊU ĐẾN NĂM 2026

- Có 5 công trình đạt giải.

- Đến năm 2025, 80% công trình được kiểm tra."""
    )
    assert [t.by for t in fields.targets] == ["2026", "2025"]
    assert one_target("Có 5 công trình đạt giải.").by == "2024"


def test_metric_unit_and_rate():
    target = one_target("Số hồ sơ trực tuyến tăng trung bình 10-12%/năm.")
    assert (target.metric, target.percent, target.per) == (
        "Số hồ sơ trực tuyến",
        True,
        "năm",
    )
    assert one_target("Có từ 2 - 3 lớp/năm tập huấn nghề.").unit == "lớp"


def test_several_figures_are_cut_apart():
    fields = fields_of_plan(
        "II. MỤC TIÊU\n\n- Có 5 mô hình điểm; trong đó có 2 mô hình của phụ nữ, "
        "3 mô hình của thanh niên."
    )
    assert [t.printed for t in fields.targets] == [
        "Có 5 mô hình điểm",
        "trong đó có 2 mô hình của phụ nữ",
        "3 mô hình của thanh niên",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Giải quyết hồ sơ không quá 10 ngày làm việc.",
        "Thực hiện khoản 2 Điều 14 của Luật.",
        "Hội nghị có gần 100 đại biểu tham dự.",
        "Chi 250 triệu đồng cho công trình.",
    ],
)
def test_outside_goals_most_figures_are_no_targets(sentence):
    assert fields_of_plan(f"I. NỘI DUNG\n\n1. {sentence}").targets == ()


def test_at_least_is_a_target_anywhere_in_a_plan():
    fields = fields_of_plan(
        "I. NỘI DUNG\n\n1. Mỗi phòng đề xuất ít nhất 2 sáng kiến mới."
    )
    assert [(t.comparator, t.min) for t in fields.targets] == [(">=", 2)]


def test_a_report_tells_results():
    fields = fields_of_report(
        "1. Kết quả\n\nĐã tổ chức 03 lớp tập huấn cho 120 cán bộ, đạt 95% kế hoạch."
    )
    assert fields.targets == ()
    assert [(r.min, r.percent) for r in fields.results] == [
        (3, False),
        (120, False),
        (95, True),
    ]


def test_table_rows_and_levels():
    fields = fields_of_plan(
        """Các chỉ tiêu như sau

| TT | Chỉ tiêu | Đơn vị tính | Năm 2025 | Năm 2030 |
| 1 | Tỷ lệ nhà kiên cố | % | 70 | Trên 90 |"""
    )
    assert [(t.min, t.percent, t.by) for t in fields.targets] == [
        (70, True, "2025"),
        (90, True, "2030"),
    ]


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("Giảm ít nhất 20% số vụ vi phạm so với năm 2019.", "2024"),
        ("Phấn đấu đến ngày 30/9/2025 cấp 90% giấy phép qua mạng.", "2025-09-30"),
        ("Tăng 5% so với cùng kỳ năm 2022.", "2024"),
    ],
)
def test_a_baseline_is_no_deadline(sentence, by):
    assert one_target(sentence).by == by


def test_an_age_stays_in_the_clause():
    target = one_target("Tỷ lệ trẻ dưới 6 tuổi chưa có thẻ còn dưới 3,5%.")
    assert target.printed == "Tỷ lệ trẻ dưới 6 tuổi chưa có thẻ còn dưới 3,5%"
    assert (target.comparator, target.max) == ("<=", 3.5)


def test_of_which_cuts_better_than_a_comma():
    fields = fields_of_plan(
        "II. MỤC TIÊU\n\n- Đào tạo 65% thợ xây, trong đó có chứng chỉ, bằng nghề đạt "
        "30%;\n\n- Số kỹ sư trên một huyện: 4,5;\n\n- Mở ít nhất một lớp nghề mới."
    )
    assert [(t.printed, t.min) for t in fields.targets] == [
        ("Đào tạo 65% thợ xây", 65),
        ("trong đó có chứng chỉ, bằng nghề đạt 30%", 30),
        ("Số kỹ sư trên một huyện: 4,5", 4.5),
        ("Mở ít nhất một lớp nghề mới", 1),
    ]


def test_formulas_and_conditions_of_a_scheme_are_no_targets():
    fields = fields_of_type(
        "PHƯƠNG ÁN",
        "PA-SXD",
        "1. Tính chỉ tiêu thuốc nổ\n\nLượng nạp Q = 0,3 ⋅ 3,2 kg.\n\n"
        "2. An toàn\n\nMỗi vị trí gác có ít nhất 02 người.",
    )
    assert fields.targets == ()


def test_what_a_sentence_speaks_of_and_contents_of_a_substance_are_no_targets():
    fields = fields_of_plan(
        "II. MỤC TIÊU\n\n- Đối với 03 chợ nổi: giữ sạch mặt nước;\n\n"
        "- Ngừng dùng axit có nồng độ trên 30% để rửa thuyền;\n\n"
        "- Kiểm tra đối với 90% số thuyền."
    )
    assert [t.min for t in fields.targets] == [90]


def test_short_column_names_are_read():
    fields = fields_of_plan(
        """Các chỉ tiêu như sau

| TT | Chỉ tiêu | ĐVT | TH 2023 | KH 2024 |
| 1 | Số lớp nghề | lớp | 9 | 12 |"""
    )
    assert [(t.min, t.unit, t.by) for t in fields.targets] == [(12, "lớp", "2024")]


def test_the_plans_of_a_report_are_targets():
    fields = fields_of_report(
        "I. KẾT QUẢ\n\n1. Đã mở 04 lớp nghề.\n\nII. PHƯƠNG HƯỚNG NĂM 2023\n\n"
        "1. Phấn đấu cấp phép 90% hồ sơ đúng hạn.\n\n2. Mở 06 lớp nghề cho thợ xây.\n\n"
        "3. Chi 250 triệu đồng sửa trụ sở."
    )
    assert [(t.min, t.by) for t in fields.targets] == [(90, "2023"), (6, "2023")]
    assert [r.min for r in fields.results] == [4]


def test_a_range_broken_over_two_lines_is_one_target():
    target = one_target("Tỷ lệ nhà chung cư được bảo trì đạt 8\n- 10%;")
    assert (target.comparator, target.min, target.max) == ("range", 8, 10)


def test_a_clause_goes_on_over_a_footnote_and_the_page_number():
    body = (
        "I. MỤC TIÊU\n1. Trên 95% số hộ¹ được dùng nước sạch trong\n\n"
        "¹ Theo số liệu quý I.\n\f2\n\nsuốt mùa khô.\n"
    )
    (target,) = fields_of_plan(body).targets
    assert target.printed == "Trên 95% số hộ¹ được dùng nước sạch trong suốt mùa khô"


def test_a_report_sets_a_goal_where_it_strives_for_it():
    fields = fields_of_report(
        "1. Công tác kiểm tra\n\nĐã kiểm tra 32 công trình. Phấn đấu đến hết năm "
        "2022 kiểm tra thêm ít nhất 08 công trình. Kết quả phấn đấu đạt 4 giải thưởng."
    )
    assert [t.min for t in fields.targets] == [8]
    assert [r.min for r in fields.results] == [32, 4]
