import pytest
from unit.fields.reading_samples import (
    fields_of_plan,
    fields_of_report,
    fields_of_type,
    short,
    told,
)


def test_a_heading_gives_its_items_to_the_body():
    fields = fields_of_plan(
        """III. TỔ CHỨC THỰC HIỆN

1. Sở Tài chính

a) Chủ trì, phối hợp với Sở Tư pháp và UBND các huyện, thành phố bố trí vốn hằng năm.

b) Hướng dẫn việc thanh toán, quyết toán kinh phí.

2. Công an tỉnh

Bảo đảm an ninh trật tự tại các công trường lớn."""
    )
    assert told(fields) == [
        ("Sở Tài chính tỉnh Cao Bằng", "lead", "bố trí vốn hằng năm"),
        ("Sở Tư pháp tỉnh Cao Bằng", "coordinate", "bố trí vốn hằng năm"),
        ("Ủy ban nhân dân các huyện, thành phố", "coordinate", "bố trí vốn hằng năm"),
        (
            "Sở Tài chính tỉnh Cao Bằng",
            "responsible",
            "Hướng dẫn việc thanh toán, quyết toán kinh phí",
        ),
        (
            "Công an tỉnh Cao Bằng",
            "responsible",
            "Bảo đảm an ninh trật tự tại các công trường lớn",
        ),
    ]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Giao Sở Nội vụ rà soát biên chế của Sở.", [("Sở Nội vụ", "responsible")]),
        (
            "Sở Y tế chủ trì, phối hợp với\nSở Nội vụ thẩm định hồ sơ.",
            [("Sở Y tế", "lead"), ("Sở Nội vụ", "coordinate")],
        ),
        (
            "Đề nghị các cơ quan, đơn vị, địa phương góp ý dự thảo văn bản.",
            [("Các cơ quan, đơn vị, địa phương", "responsible")],
        ),
        (
            "Sở Y tế, Sở Nội vụ có trách nhiệm báo cáo kết quả thực hiện.",
            [("Sở Y tế", "responsible"), ("Sở Nội vụ", "responsible")],
        ),
        ("UBND tỉnh đã giao Sở Nội vụ rà soát biên chế của Sở.", []),
        ("Theo đề nghị của Sở Nội vụ tại văn bản nêu trên.", []),
        ("Đề nghị Sở Nội vụ xem xét, quyết định.", []),
    ],
)
def test_sentences_that_order(sentence, named):
    found = fields_of_plan(f"1. Nội dung\n\n{sentence}").assignments
    assert [
        (a.agency.name.removesuffix(" tỉnh Cao Bằng"), a.role) for a in found
    ] == named


def test_a_group_that_leads_a_sentence_stays_one_body():
    fields = fields_of_plan(
        """III. TỔ CHỨC THỰC HIỆN

1. Các phòng, đơn vị thuộc Sở, UBND các huyện căn cứ kế hoạch này để triển khai."""
    )
    assert len(fields.assignments) == 1


@pytest.mark.parametrize(
    ("task", "deadline"),
    [
        ("gửi hồ sơ về Sở trước ngày 22/10/2023.", "2023-10-22"),
        ("hoàn thành trong tháng 6/2024.", "2024-06"),
        ("báo cáo kết quả hằng năm (trước ngày 05 tháng 12).", "--12-05"),
        ("thực hiện Công văn số 5/UBND-TH ngày 02/3/2023.", None),
    ],
)
def test_deadlines(task, deadline):
    fields = fields_of_plan(f"III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ {task}")
    assert [a.deadline for a in fields.assignments] == [deadline]


def test_a_sentence_without_subject_goes_on_about_the_body_before():
    fields = fields_of_plan(
        """III. TỔ CHỨC THỰC HIỆN

1. Sở Nội vụ có trách nhiệm rà soát hồ sơ cán bộ. Định kỳ hàng năm, tổng hợp số liệu \
gửi Bộ Nội vụ."""
    )
    assert [a.printed for a in fields.assignments] == [
        "rà soát hồ sơ cán bộ",
        "tổng hợp số liệu gửi Bộ Nội vụ",
    ]


def test_a_report_assigns_only_by_requests():
    fields = fields_of_report(
        """1. Kết quả thực hiện

Sở Y tế phối hợp với Sở Nội vụ tổ chức 03 lớp tập huấn.

2. Kiến nghị

Đề nghị Bộ Xây dựng ban hành định mức mới."""
    )
    assert [a.agency.name for a in fields.assignments] == ["Bộ Xây dựng"]


def test_a_line_with_a_colon_gives_its_list_to_the_bodies():
    fields = fields_of_plan(
        """Giám đốc Sở yêu cầu các phòng, đơn vị tập trung thực hiện các nội dung sau:

1. Rà soát quy trình kiểm tra công trình.

2. Tăng cường kiểm tra đột xuất."""
    )
    assert [a.printed for a in fields.assignments] == [
        "Rà soát quy trình kiểm tra công trình",
        "Tăng cường kiểm tra đột xuất",
    ]


def test_tables_share_out_work():
    fields = fields_of_plan(
        """Phân công nhiệm vụ như sau

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
| 1 | Lập bản đồ quy hoạch | Sở Tài chính | Sở Y tế; các huyện | 6/2024 |"""
    )
    assert [(a.role, a.printed, a.deadline) for a in fields.assignments] == [
        ("lead", "Lập bản đồ quy hoạch", "2024-06"),
        ("coordinate", "Lập bản đồ quy hoạch", "2024-06"),
        ("coordinate", "Lập bản đồ quy hoạch", "2024-06"),
    ]


def test_labels_name_the_bodies_of_a_task():
    fields = fields_of_plan(
        """II. NHIỆM VỤ

1. Lập bản đồ ngập lụt

- Cơ quan chủ trì: Sở Y tế.

- Cơ quan phối hợp: Công an tỉnh.

- Thời gian: Quý II/2024."""
    )
    assert [(a.role, a.printed, a.deadline) for a in fields.assignments] == [
        ("lead", "Lập bản đồ ngập lụt", "2024-06-30"),
        ("coordinate", "Lập bản đồ ngập lụt", "2024-06-30"),
    ]


def test_a_sentence_goes_on_over_a_page_end():
    fields = fields_of_plan(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ chủ trì, phối hợp với các\n\f2\n"
        "phòng, đơn vị rà soát hồ sơ cán bộ."
    )
    assert [(a.role, a.printed) for a in fields.assignments] == [
        ("lead", "rà soát hồ sơ cán bộ"),
        ("coordinate", "rà soát hồ sơ cán bộ"),
    ]


def test_two_orders_in_one_sentence():
    fields = fields_of_plan(
        "I. NỘI DUNG\n\n1. Giao Sở Nội vụ rà soát hồ sơ cán bộ; đề nghị Công an tỉnh "
        "kiểm tra an ninh mạng."
    )
    assert [a.printed for a in fields.assignments] == [
        "rà soát hồ sơ cán bộ",
        "kiểm tra an ninh mạng",
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị phản ánh về Sở "
            "Nội vụ để tổng hợp, giải quyết.",
            [
                (
                    "Các đơn vị",
                    "responsible",
                    "phản ánh về Sở Nội vụ để tổng hợp, giải quyết",
                ),
                ("Sở Nội vụ", "responsible", "tổng hợp, giải quyết"),
            ],
        ),
        (
            "Đối với Công an tỉnh: tăng cường tuần tra ban đêm.",
            [("Công an", "responsible", "tăng cường tuần tra ban đêm")],
        ),
        (
            "Sở Y tế là đầu mối, chủ trì rà soát trang thiết bị.",
            [("Sở Y tế", "lead", "rà soát trang thiết bị")],
        ),
        (
            "Ông Lý Văn Páo, Trưởng phòng Kế hoạch chịu trách nhiệm theo dõi tiến độ.",
            [
                (
                    "Ông Lý Văn Páo, Trưởng phòng Kế hoạch",
                    "responsible",
                    "theo dõi tiến độ",
                )
            ],
        ),
        (
            "Ban Quản lý dự án đầu tư xây dựng tỉnh chịu trách nhiệm lập hồ sơ mời "
            "thầu.",
            [
                (
                    "Ban Quản lý dự án đầu tư xây dựng",
                    "responsible",
                    "lập hồ sơ mời thầu",
                )
            ],
        ),
        (
            "Sở Y tế phối hợp với Sở Nội vụ tuyển dụng bác sĩ cho tuyến xã.",
            [
                (
                    "Sở Y tế",
                    "coordinate",
                    "phối hợp với Sở Nội vụ tuyển dụng bác sĩ cho tuyến xã",
                ),
                ("Sở Nội vụ", "coordinate", "tuyển dụng bác sĩ cho tuyến xã"),
            ],
        ),
        ("Nếu cần thêm thông tin, đề nghị liên hệ Phòng Kế hoạch.", []),
        ("Đề nghị các đơn vị nghiêm túc triển khai thực hiện.", []),
        (
            "Yêu cầu Sở Y tế chỉ đạo thực hiện, mọi thông tin xin liên hệ ông Bình.",
            [],
        ),
        (
            "Đề nghị Sở Y tế liên hệ với Sở Nội vụ để được hướng dẫn.",
            [("Sở Y tế", "responsible", "liên hệ với Sở Nội vụ để được hướng dẫn")],
        ),
        (
            "Sở Y tế, Sở Nội vụ báo cáo theo mẫu 1, riêng Công an tỉnh báo cáo theo "
            "mẫu 2.",
            [
                ("Sở Y tế", "responsible", "báo cáo theo mẫu 1"),
                ("Sở Nội vụ", "responsible", "báo cáo theo mẫu 1"),
                ("Công an", "responsible", "báo cáo theo mẫu 2"),
            ],
        ),
        (
            "Đề nghị Sở Y tế tổ chức tập huấn cho cán bộ xã./. 3 -",
            [("Sở Y tế", "responsible", "tổ chức tập huấn cho cán bộ xã")],
        ),
        ("Sở Y tế trân trọng cảm ơn sự phối hợp của các đơn vị.", []),
    ],
)
def test_who_is_told_what(sentence, expected):
    fields = fields_of_plan(f"III. TỔ CHỨC THỰC HIỆN\n\n{sentence}")
    assert short(fields) == expected


def test_the_condition_before_a_task_stays_in_it():
    fields = fields_of_plan(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n"
        "a) Sau khi Kế hoạch được duyệt, tổ chức kiểm tra các huyện."
    )
    assert [a.printed for a in fields.assignments] == [
        "Sau khi Kế hoạch được duyệt, tổ chức kiểm tra các huyện"
    ]


def test_a_line_with_a_colon_passes_on_its_subject_role_and_partners():
    fields = fields_of_type(
        "CHỈ THỊ",
        "CT-SXD",
        "1. Sở Y tế có trách nhiệm triển khai các biện pháp:\n\n"
        "a) Khử khuẩn trường học.\n\nb) Phát tờ rơi cho học sinh.\n\n"
        "2. Giao Sở Nội vụ chủ trì, phối hợp với Công an tỉnh:\n\n"
        "- Rà soát hồ sơ cán bộ.\n\n"
        "3. Về kinh phí: Giao Sở Tài chính bố trí kinh phí mua hóa chất.",
    )
    assert short(fields) == [
        ("Sở Y tế", "responsible", "Khử khuẩn trường học"),
        ("Sở Y tế", "responsible", "Phát tờ rơi cho học sinh"),
        ("Sở Nội vụ", "lead", "Rà soát hồ sơ cán bộ"),
        ("Công an", "coordinate", "Rà soát hồ sơ cán bộ"),
        ("Sở Tài chính", "responsible", "bố trí kinh phí mua hóa chất"),
    ]


def test_a_name_that_ends_in_innovation_is_whole():
    fields = fields_of_plan(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Viện Đổi mới sáng tạo\n\n"
        "- Lập danh mục vật liệu mới.\n\n2. Trung tâm Khởi nghiệp sáng tạo hướng dẫn "
        "thủ tục cho doanh nghiệp."
    )
    assert short(fields) == [
        ("Viện Đổi mới sáng tạo", "responsible", "Lập danh mục vật liệu mới"),
        (
            "Trung tâm Khởi nghiệp sáng tạo",
            "responsible",
            "hướng dẫn thủ tục cho doanh nghiệp",
        ),
    ]


def test_points_that_name_bodies_that_act_share_out_work():
    body = (
        "1. Phòng Kế hoạch lập hồ sơ mời thầu.\n\n"
        "2. Văn phòng Sở niêm yết danh sách nhà thầu.\n\n3. Mức chi như năm trước.\n\n"
    )
    assert short(fields_of_plan(body)) == [
        ("Phòng Kế hoạch", "responsible", "lập hồ sơ mời thầu"),
        ("Văn phòng Sở Xây dựng", "responsible", "niêm yết danh sách nhà thầu"),
    ]
    assert short(fields_of_report(body)) == []


def test_a_lone_point_with_a_body_may_only_tell_what_is():
    fields = fields_of_plan(
        "1. Sở Xây dựng lập hồ sơ theo mẫu.\n\n2. Hồ sơ gồm ba bản vẽ.\n\n"
        "3. Bản vẽ có dấu của nhà thầu."
    )
    assert short(fields) == []
