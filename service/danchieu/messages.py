"""What each error means to a Vietnamese reader, and what to do about it."""

from danchieu.errors import DanchieuError

VIETNAMESE = {
    "danchieu-error": "Không thực hiện được yêu cầu; xem chi tiết trong nhật ký.",
    "unreadable-document": (
        "Không đọc được văn bản này (tệp hỏng hoặc bị cắt cụt); hãy lấy lại tệp gốc "
        "rồi thử lại."
    ),
    "unsupported-format": (
        "Loại tệp này chưa được hỗ trợ; hãy dùng PDF, DOCX, ảnh (PNG, JPEG, TIFF) "
        "hoặc văn bản UTF-8."
    ),
    "encrypted-document": "Tệp có mật khẩu; hãy bỏ mật khẩu rồi thử lại.",
    "empty-file": "Tệp rỗng, không có nội dung; hãy chọn lại tệp.",
    "too-large": (
        "Tệp vượt quá giới hạn về dung lượng, số trang hoặc cỡ trang; hãy tách nhỏ "
        "tệp hoặc nâng giới hạn trong cấu hình."
    ),
    "limit-exceeded": (
        "Văn bản cần quá nhiều thời gian hoặc bộ nhớ nên đã dừng đọc; hãy tách nhỏ "
        "tệp hoặc nâng giới hạn trong cấu hình."
    ),
    "reader-died": (
        "Tiến trình đọc văn bản này bị dừng đột ngột; tệp có thể bị hỏng, hãy lấy lại "
        "tệp gốc rồi thử lại."
    ),
    "internal-error": (
        "Lỗi của chương trình khi đọc văn bản này; hãy báo lỗi kèm theo tệp."
    ),
    "bad-rule": (
        "Một tệp luật trong extraction_rules/ bị sai; hãy sửa theo thông báo tiếng "
        "Anh kèm theo rồi chạy lại."
    ),
    "bad-model": "Mô hình thiếu hoặc hỏng; hãy cài lại thư mục models/.",
    "bad-corpus": "Một tệp mẫu trong corpora/ không đúng quy định; hãy sửa tệp đó.",
    "bad-setting": "Một giá trị cấu hình không dùng được; hãy sửa giá trị đó.",
    "store-unavailable": (
        "Kho dữ liệu tạm thời không đọc hoặc ghi được; hãy kiểm tra dung lượng đĩa, "
        "quyền ghi và máy chủ dữ liệu."
    ),
    "queue-full": "Hàng đợi đã đầy; hãy gửi lại sau ít phút.",
    "bad-callback": (
        "Không gọi được địa chỉ báo kết quả này; hãy dùng địa chỉ http(s) công khai."
    ),
    "key-missing": "Thiếu khóa truy cập, hoặc khóa không còn giá trị.",
    "key-read-only": "Khóa này chỉ được đọc; hãy dùng khóa được phép ghi.",
    "name-taken": "Tên này đang được dùng; hãy chọn tên khác.",
    "unclear-decision": (
        "Quyết định này chưa rõ nói về văn bản nào; hãy ghi id hoặc ID_VĂN_BẢN:SỐ."
    ),
    "not-found": (
        "Không tìm thấy trong kho hoặc trên đĩa (có thể đã bị xóa hoặc ghi sai tên); "
        "hãy kiểm tra lại tên, số, hoặc tìm trong kho văn bản."
    ),
}
"""``code`` of an error → one sentence: what happened; what to do."""


def vietnamese(error: DanchieuError) -> str:
    """Say what ``error`` means in Vietnamese; the nearest parent's words if new."""
    codes = [error.code, *(getattr(kind, "code", "") for kind in type(error).__mro__)]
    return next(VIETNAMESE[code] for code in codes if code in VIETNAMESE)
