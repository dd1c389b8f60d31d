from unit.fields.reading_samples import (
    fields_of_plan,
    fields_of_report,
    fields_of_type,
    short,
    told,
)


def test_a_chapter_has_its_heading_below_the_label():
    fields = fields_of_type(
        "THÔNG TƯ",
        "2023/TT-BXD",
        "Chương II\n\nTRÁCH NHIỆM CỦA CÁC ĐƠN VỊ\n\nĐiều 4. Sở Y tế\n\n"
        "1. Hướng dẫn lập sổ theo dõi; tổng hợp số liệu trước ngày 20 tháng 02 "
        "hằng năm.",
    )
    assert short(fields) == [
        ("Sở Y tế", "responsible", "Hướng dẫn lập sổ theo dõi"),
        (
            "Sở Y tế",
            "responsible",
            "tổng hợp số liệu trước ngày 20 tháng 02 hằng năm",
        ),
    ]


def test_semicolons_behind_a_colon_part_a_list_and_no_tasks():
    fields = fields_of_plan(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Nội vụ\n\n"
        "a) Lập danh mục các loại: hồ sơ nhân sự; báo cáo tháng; thiết kế mẫu.\n\n"
        "b) Thẩm định bản vẽ; thiết kế kỹ thuật."
    )
    assert [a.printed for a in fields.assignments] == [
        "Lập danh mục các loại: hồ sơ nhân sự; báo cáo tháng; thiết kế mẫu",
        "Thẩm định bản vẽ; thiết kế kỹ thuật",
    ]


def test_a_request_without_a_body_speaks_to_the_one_asked_before():
    fields = fields_of_type(
        "",
        "SXD-KT",
        "Đề nghị Công ty (đơn vị lập hồ sơ) bổ sung hồ sơ, cụ thể:\n\n"
        '- Bản vẽ ghi khu đất là "A1". Đề nghị Công ty nêu rõ diện tích.\n\n'
        "- Bảng kê thiếu chữ ký. Đề nghị rà soát, ký đầy đủ các trang.",
    )
    assert short(fields) == [
        ("Công ty", "responsible", "nêu rõ diện tích"),
        ("Công ty", "responsible", "rà soát, ký đầy đủ các trang"),
    ]


def test_an_inspection_demands_in_its_report():
    fields = fields_of_report(
        "1. Kết quả\n\nUBND tỉnh yêu cầu các sở rà soát hồ sơ trong năm. "
        "Đoàn kiểm tra yêu cầu Công ty phải lắp đặt biển báo tại cổng.\n\n"
        "2. Kiến nghị\n\n- Đối với 02 cơ sở kinh doanh: Yêu cầu các cơ sở lập sổ "
        "theo dõi; đồng thời kiểm định thiết bị đo."
    )
    assert [a.printed for a in fields.assignments] == [
        "lắp đặt biển báo tại cổng",
        "lập sổ theo dõi",
        "kiểm định thiết bị đo",
    ]


def test_a_submission_proposes_tasks_for_others_only():
    fields = fields_of_type(
        "TỜ TRÌNH",
        "TTr-SXD",
        "II. KIẾN NGHỊ\n\nSở Xây dựng đề nghị UBND tỉnh:\n\n"
        "1. Xem xét, phê duyệt phương án thi công.\n\n"
        "2. Yêu cầu Công ty cổ phần Sao Mai có trách nhiệm lắp đặt rào chắn; "
        "chịu trách nhiệm về an toàn lao động.\n\n"
        "Kính đề nghị UBND tỉnh xem xét, quyết định.",
        verb="kính trình",
    )
    assert short(fields) == [
        ("Công ty cổ phần Sao Mai", "responsible", "lắp đặt rào chắn"),
        (
            "Công ty cổ phần Sao Mai",
            "responsible",
            "chịu trách nhiệm về an toàn lao động",
        ),
    ]


def test_posts_in_small_letters_and_people_named_elsewhere_are_told_to_act():
    fields = fields_of_type(
        "QUYẾT ĐỊNH",
        "QĐ-SXD",
        "Điều 1. Giao chỉ tiêu thi đua.\n\nĐiều 2. Chánh Văn phòng HĐND và UBND huyện, "
        "thủ trưởng các phòng liên quan và các ông (bà) có tên tại Điều 1 chịu trách "
        "nhiệm thi hành Quyết định này.",
    )
    assert [name for name, _, _ in told(fields)] == [
        "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân huyện",
        "Thủ trưởng các phòng liên quan",
        "các ông (bà) có tên tại Điều 1",
    ]


def test_a_conclusion_opens_orders_without_order_words():
    fields = fields_of_type(
        "THÔNG BÁO",
        "TB-SXD",
        "Chủ tịch UBND tỉnh kết luận như sau:\n\n1. Các chủ đầu tư khẩn trương hoàn "
        "thiện hồ sơ thanh toán.\n\n2. Sở Tài chính hướng dẫn thủ tục quyết toán.\n\n"
        "Sở Xây dựng thông báo để các đơn vị biết, thực hiện.",
    )
    assert short(fields) == [
        ("Các chủ đầu tư", "responsible", "khẩn trương hoàn thiện hồ sơ thanh toán"),
        ("Sở Tài chính", "responsible", "hướng dẫn thủ tục quyết toán"),
    ]


def test_an_invitation_names_guests_and_no_tasks():
    fields = fields_of_type(
        "GIẤY MỜI",
        "GM-SXD",
        "1. Sở Tài chính:\n\n- Lãnh đạo Phòng Ngân sách.\n\n"
        "2. UBND tỉnh: lãnh đạo Văn phòng, chuyên viên theo dõi xây dựng.",
        verb="kính mời",
    )
    assert fields.assignments == ()


def test_a_legal_document_tells_only_bodies_of_the_state_in_its_last_parts():
    fields = fields_of_type(
        "THÔNG TƯ",
        "2023/TT-BXD",
        "Điều 1. Cấp phép\n\nCơ quan cấp phép có trách nhiệm kiểm tra hồ sơ.\n\n"
        "Điều 2. Trách nhiệm thực hiện\n\n1. Sở Xây dựng hướng dẫn thực hiện Thông tư "
        "này.\n\n2. Tổ chức, cá nhân phải lưu giữ hồ sơ trong mười năm.",
    )
    assert [a.printed for a in fields.assignments] == [
        "hướng dẫn thực hiện Thông tư này"
    ]


def test_papers_to_be_sent_are_due_from_those_who_were_asked():
    fields = fields_of_type(
        "",
        "SXD-KT",
        "Đề nghị các phòng rà soát danh mục hồ sơ.\n\n"
        "Văn bản rà soát xin gửi về Văn phòng Sở trước ngày 15/6/2023.",
    )
    assert [(a.agency.name, a.printed, a.deadline) for a in fields.assignments] == [
        ("Các phòng", "rà soát danh mục hồ sơ", None),
        (
            "Các phòng",
            "Văn bản rà soát xin gửi về Văn phòng Sở trước ngày 15/6/2023",
            "2023-06-15",
        ),
    ]


def test_a_line_with_a_colon_tells_the_task_when_its_list_tells_none():
    fields = fields_of_type(
        "",
        "SXD-KT",
        "Đề nghị các phòng góp ý dự thảo quy chế, theo các nội dung sau:\n\n"
        "- Bố cục của dự thảo.\n\n- Kinh phí.",
    )
    assert short(fields) == [("Các phòng", "responsible", "góp ý dự thảo quy chế")]


def test_a_heading_tells_the_duties_of_a_team():
    fields = fields_of_type(
        "QUYẾT ĐỊNH",
        "QĐ-SXD",
        "Điều 2. Chức năng, nhiệm vụ của Đoàn kiểm tra như sau:\n\n"
        "- Kiểm tra hồ sơ của các đơn vị.\n\n- Lập biên bản kiểm tra.",
    )
    assert short(fields) == [
        ("Đoàn kiểm tra", "responsible", "Kiểm tra hồ sơ của các đơn vị"),
        ("Đoàn kiểm tra", "responsible", "Lập biên bản kiểm tra"),
    ]


def test_a_long_circumstance_may_list_many_cases():
    fields = fields_of_plan(
        "I. NỘI DUNG\n\n1. Trường hợp thay đổi vị trí, quy mô, kết cấu, công năng, "
        "vật liệu, giải pháp thi công hoặc các điều kiện pháp lý, kỹ thuật liên quan "
        "đến công trình, Sở Y tế có trách nhiệm báo cáo UBND tỉnh."
    )
    assert short(fields) == [("Sở Y tế", "responsible", "báo cáo UBND tỉnh")]


def test_a_heading_of_bodies_in_general_leaves_their_names_to_its_items():
    fields = fields_of_type(
        "THÔNG TƯ",
        "2023/TT-BXD",
        "Điều 5. Trách nhiệm của các cơ quan, đơn vị\n\n"
        "1. Trong quá trình thực hiện, nếu có vướng mắc thì Sở Y tế và các chủ đầu tư "
        "kịp thời báo cáo UBND tỉnh.\n\n2. Tổng hợp số liệu hằng năm.",
    )
    assert short(fields) == [
        ("Sở Y tế", "responsible", "kịp thời báo cáo UBND tỉnh"),
        ("các chủ đầu tư", "responsible", "kịp thời báo cáo UBND tỉnh"),
        ("Các cơ quan, đơn vị", "responsible", "Tổng hợp số liệu hằng năm"),
    ]


def test_a_rule_gives_work_to_a_named_body_anywhere_in_a_legal_document():
    fields = fields_of_type(
        "THÔNG TƯ",
        "2023/TT-BXD",
        "Điều 2. Định mức\n\n1. Giao Sở Y tế hướng dẫn áp dụng định mức.\n\n"
        "2. Sở Nội vụ yêu cầu các đơn vị nộp hồ sơ.",
    )
    assert short(fields) == [("Sở Y tế", "responsible", "hướng dẫn áp dụng định mức")]


def test_a_clause_belongs_to_the_name_of_a_group():
    fields = fields_of_plan(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Cơ quan tiếp nhận hồ sơ có trách nhiệm lập "
        "sổ theo dõi.\n\n2. Các phòng rà soát hồ sơ và chịu trách nhiệm về kết quả."
    )
    assert short(fields) == [
        ("Cơ quan tiếp nhận hồ sơ", "responsible", "lập sổ theo dõi"),
        (
            "Các phòng",
            "responsible",
            "rà soát hồ sơ và chịu trách nhiệm về kết quả",
        ),
    ]


def test_a_numbered_line_with_a_colon_speaks_of_the_numbers_after_it():
    fields = fields_of_plan(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Giao phòng Quản lý nhà thực hiện các công việc "
        "liên quan:\n\n2. Chuẩn bị hội trường.\n\n3. Lập danh sách học viên."
    )
    assert [(a.printed, a.source) for a in fields.assignments] == [
        ("Chuẩn bị hội trường", "fields.assignment.order"),
        ("Lập danh sách học viên", "fields.assignment.order"),
    ]


def test_each_of_several_tasks_has_its_own_deadline():
    fields = fields_of_plan(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n"
        "a) Hướng dẫn lập sổ; tổng hợp số liệu trước ngày 20/2/2024.\n\n"
        "2. Trước ngày 05/3/2024, Sở Nội vụ rà soát hồ sơ; phối hợp với Công an tỉnh "
        "kiểm tra kho.\n\n"
        "3. Giao Công an tỉnh lập biên bản; gửi hồ sơ về Sở (trước ngày 9/4/2024).\n\n"
        "4. Giao Sở Y tế thanh tra nhà thuốc; báo cáo kết quả trước ngày 7/5/2024."
    )
    assert [(a.printed.split()[0], a.deadline) for a in fields.assignments] == [
        ("Hướng", None),
        ("tổng", "2024-02-20"),
        ("rà", "2024-03-05"),
        ("phối", "2024-03-05"),
        ("kiểm", "2024-03-05"),
        ("lập", "2024-04-09"),
        ("gửi", "2024-04-09"),
        ("thanh", "2024-05-07"),
        ("báo", "2024-05-07"),
    ]


def test_an_order_under_a_heading_keeps_its_role():
    fields = fields_of_plan(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n"
        "a) Căn cứ yêu cầu thực tế, UBND tỉnh giao Sở Y tế chủ trì, phối hợp với Sở "
        "Nội vụ rà soát danh mục."
    )
    assert short(fields) == [
        ("Sở Y tế", "lead", "rà soát danh mục"),
        ("Sở Nội vụ", "coordinate", "rà soát danh mục"),
    ]
