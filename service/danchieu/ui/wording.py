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
ROLES = {"lead": "Chủ trì", "coordinate": "Phối hợp", "responsible": "Thực hiện"}
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
