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
