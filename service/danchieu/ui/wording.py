"""The Vietnamese words for the keys of the contract."""

HEADER_LABELS = {
    "type": "Loại văn bản",
    "code": "Số, ký hiệu",
    "issuer": "Cơ quan ban hành",
    "parent_issuer": "Cơ quan chủ quản",
    "place": "Nơi ban hành",
    "issued_on": "Ngày ban hành",
    "title": "Trích yếu",
    "urgency": "Độ khẩn",
    "secrecy": "Độ mật",
}
KINDS = {
    "administrative": "Văn bản hành chính",
    "legal": "Văn bản quy phạm pháp luật",
    "news": "Tin bài",
    "other": "Loại khác",
}
RELATIONS = {
    "implements": "Thực hiện",
    "reports_on": "Báo cáo kết quả thực hiện",
    "based_on": "Căn cứ",
    "amends": "Sửa đổi, bổ sung",
    "replaces": "Thay thế",
    "repeals": "Bãi bỏ",
    "corrects": "Đính chính",
    "consolidates": "Hợp nhất",
    "guides": "Hướng dẫn",
    "responds_to": "Theo đề nghị, phúc đáp",
    "describes": "Đưa tin về",
    "mentions": "Nhắc tới",
}
ROLES = {"lead": "Chủ trì", "coordinate": "Phối hợp", "responsible": "Được giao"}
INTEGRITY = {
    True: "không thay đổi từ khi ký",
    False: "đã thay đổi sau khi ký",
    None: "không kiểm tra được",
}
TRACE_GROUPS = {
    "direct": (
        "Thực hiện trực tiếp",
        "Văn bản nêu rõ là thực hiện văn bản này, hoặc văn bản khác nói như vậy.",
    ),
    "via": (
        "Thực hiện qua văn bản khác",
        "Văn bản thực hiện một văn bản mà văn bản đó lại thực hiện văn bản này.",
    ),
    "reports": ("Báo cáo kết quả", "Báo cáo về việc thực hiện."),
    "basis": (
        "Chỉ lấy làm căn cứ",
        "Có nêu ở phần căn cứ nhưng không nói là thực hiện.",
    ),
}
FIELDS = {
    **{f"header.{name}": label for name, label in HEADER_LABELS.items()},
    "signatures": "Người ký",
    "citations": "Văn bản được dẫn",
    "targets": "Chỉ tiêu",
    "results": "Kết quả đã đạt",
    "assignments": "Nhiệm vụ được giao",
    "recipients": "Nơi nhận",
}
PARTS = {
    "value": "Giá trị",
    "name": "Họ và tên",
    "title": "Chức vụ",
    "code": "Số, ký hiệu",
    "date": "Ngày",
    "relation": "Quan hệ",
    "text": "Nội dung",
    "comparator": "So sánh",
    "min": "Mức thấp nhất",
    "max": "Mức cao nhất",
    "unit": "Đơn vị tính",
    "by": "Mốc thời gian",
    "agency": "Cơ quan",
    "issuer": "Cơ quan ban hành",
    "role": "Vai trò",
    "task": "Nhiệm vụ",
    "deadline": "Thời hạn",
    "type": "Loại văn bản",
    "purpose": "Mục đích gửi",
    "citations.name": "Tên văn bản",
}
CHOICES = {
    **RELATIONS,
    **ROLES,
    "=": "bằng",
    ">=": "ít nhất",
    "<=": "nhiều nhất",
    "range": "trong khoảng",
    "~": "khoảng chừng",
}
ACTIONS = {
    "correct": "Sửa giá trị",
    "accept": "Xác nhận đúng",
    "reject": "Bỏ giá trị",
    "unreadable": "Không đọc được",
    "add": "Thêm mục bị sót",
}
WRONG_VALUES = {
    "blank": "Chưa nhập.",
    "date": "Hãy nhập ngày như 14/03/2021, 10/2022 hoặc 2022.",
    "number": "Hãy nhập số như 1.250 hoặc 12,5.",
    "relation": "Hãy chọn một quan hệ trong danh sách.",
    "role": "Hãy chọn một vai trò trong danh sách.",
    "comparator": "Hãy chọn một cách so sánh trong danh sách.",
}
FACETS = {
    "type": "Loại văn bản",
    "year": "Năm ban hành",
    "now": "Tỉnh, thành phố hiện nay",
    "province": "Tỉnh, thành phố khi ban hành",
    "issuer": "Cơ quan ban hành",
    "signer": "Người ký",
    "kind": "Nhóm",
}
VIEWS = {
    "chain": "Ai thực hiện",
    "provinces": "Theo tỉnh",
    "targets": "Chỉ tiêu",
    "changes": "Sửa đổi, thay thế",
}
STATES = {
    "before": "ban hành trước khi sửa đổi",
    "names-the-change": "có dẫn văn bản sửa đổi",
    "silent": "ban hành sau nhưng không dẫn văn bản sửa đổi",
    "undated": "không rõ ngày",
}
SHORT_FORMS = {
    "Ủy ban nhân dân": "UBND",
    "Hội đồng nhân dân": "HĐND",
    "Khoa học và Công nghệ": "KH&CN",
    "Thủ tướng Chính phủ": "Thủ tướng",
    "Giáo dục và Đào tạo": "GD&ĐT",
    "thành phố": "TP",
}
PROVINCE_KINDS = ("tỉnh ", "thành phố ")
