import pytest
from factories import knowledge

from danchieu.phrases.word_repair import mend_misread, repair_words


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("SỞ Y TẺ", "SỞ Y TẾ"),
        ("SỞ TÀI CHÌNH TỈNH CAO BÀNG", "SỞ TÀI CHÍNH TỈNH CAO BẰNG"),
        ("SỞ THÔNG TIN VÀ TRUYỂN THÔNG", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        ("SƠ Y TE", "SỞ Y TẾ"),
        ("SỞ Y TẾ", None),
        ("VĂN PHÒNG", None),
        ("CÔNG TY XYZQ", None),
    ],
)
def test_mends_what_has_one_reading_only(printed, mended):
    assert repair_words(printed, knowledge()) == mended


def test_the_body_of_the_document_decides_between_readings():
    body = (
        "Quỹ Phẩm giá trẻ em thành lập năm 2019. Quỹ Phẩm giá trẻ em do tỉnh quản lý."
    )
    assert repair_words("QUỸ PHÀM GIÁ", knowledge(), body) == "QUỸ PHẨM GIÁ"


def test_the_body_also_decides_against_a_word_of_other_names():
    body = "Ủy ban nhân dân xã Cẩm Lĩnh lập sổ. Người dân xã Cẩm Lĩnh đăng ký."
    assert repair_words("XÃ CẤM LĨNH", knowledge(), body) == "XÃ CẨM LĨNH"


@pytest.mark.parametrize(
    ("printed", "mended"),
    [
        ("Phát triến vườn ươm", "Phát triển vườn ươm"),
        ("PHÁT TRIẾN VƯỜN ƯƠM", "PHÁT TRIỂN VƯỜN ƯƠM"),
        ("Phát triển vườn ươm", "Phát triển vườn ươm"),
        ("Phát triến rừng", "Phát triển rừng"),
        ("Triến lãm vườn ươm", "Triến lãm vườn ươm"),
        ("Tổng kiểm kê", "Tổng kiểm kê"),
    ],
)
def test_a_misread_title_is_marked_as_the_body_marks_it(printed, mended):
    body = "Sở phát triển vườn ươm. Xã phát triển vườn ươm. Tông kiểm kê, tông kiểm kê."
    assert mend_misread(printed, knowledge(), body) == mended


def test_a_known_word_gives_no_place_to_what_a_scan_misread_all_over_the_body():
    body = "Sở phát triến rừng tràm. Xã phát triến rừng tràm."
    title = "Triển rừng tràm"
    assert mend_misread(title, knowledge(), body) == title
