import pytest
from unit.fields.reading_samples import fields_of_plan, fields_of_report


def levels(figures):
    return [(f.metric, f.min, f.percent, f.by) for f in figures]


def in_report(*rows):
    return fields_of_report("1. Kết quả đạt được\n\n" + "\n".join(rows))


def test_a_report_has_a_plan_and_what_came_of_it():
    fields = in_report(
        "| TT | Chỉ tiêu | ĐVT | Kế hoạch | Thực hiện | So với kế hoạch (%) |",
        "| A | B | C | 1 | 2 | 3=2/1 |",
        "| 1 | Công trình được kiểm tra | công trình | 40 | 44 | 110 |",
        "| 2 | Tỷ lệ hồ sơ đúng hạn (%) |  | 95 | 97,5 | 102,6 |",
    )
    assert levels(fields.targets) == [
        ("Công trình được kiểm tra", 40, False, "2022"),
        ("Tỷ lệ hồ sơ đúng hạn (%)", 95, True, "2022"),
    ]
    assert levels(fields.results) == [
        ("Công trình được kiểm tra", 44, False, "2022"),
        ("Tỷ lệ hồ sơ đúng hạn (%)", 97.5, True, "2022"),
    ]


def test_a_head_of_two_storeys_gives_each_column_its_year():
    fields = in_report(
        "| TT | Nội dung | Năm 2022 |  | Kế hoạch năm 2023 |",
        "|  |  | Chỉ tiêu giao | Ước thực hiện |  |",
        "| 1 | Nhà ở xã hội khởi công | 300 | 280 | 350 |",
    )
    assert levels(fields.targets) == [
        ("Nhà ở xã hội khởi công", 300, False, "2022"),
        ("Nhà ở xã hội khởi công", 350, False, "2023"),
    ]
    assert levels(fields.results) == [("Nhà ở xã hội khởi công", 280, False, "2022")]


@pytest.mark.parametrize(
    "heads",
    [
        "Thực hiện kế hoạch năm 2022 | Ghi chú",
        "Thực hiện cùng kỳ | Tăng, giảm",
        "Thực hiện năm 2019 | Tỷ lệ đạt (%)",
        "Đơn vị thực hiện | Kinh phí kế hoạch",
        "Năm 2021 | Năm 2022",
    ],
)
def test_a_column_that_may_be_either_or_another_period_gives_nothing(heads):
    fields = in_report(f"| TT | Chỉ tiêu | {heads} |", "| 1 | Số dự án mới | 12 | 15 |")
    assert (fields.targets, fields.results) == ((), ())


@pytest.mark.parametrize(
    "row",
    [
        "| 1 | Vốn cho nhà ở | triệu đồng | 4.000 | 3.500 |",
        "| 1 | Nhà ở cho công nhân | nhà | 12 tháng thi công | §8 |",
    ],
)
def test_money_that_is_shared_out_and_half_read_cells_are_no_levels(row):
    fields = in_report("| TT | Nội dung | ĐVT | Kế hoạch | Thực hiện |", row)
    assert (fields.targets, fields.results) == ((), ())


def test_a_plan_has_no_results():
    fields = fields_of_plan(
        "II. MỤC TIÊU\n\n"
        "| TT | Chỉ tiêu | Ước thực hiện 2023 | Kế hoạch 2024 | Kết quả |\n"
        "| 1 | Số giấy phép cấp qua mạng | 210 | 260 | 5 |"
    )
    assert levels(fields.targets) == [("Số giấy phép cấp qua mạng", 260, False, "2024")]
    assert fields.results == ()
