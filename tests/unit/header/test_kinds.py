"""Kinds of papers that differ in their heads: one short text each."""

import pytest
from factories import knowledge, text_of

from danchieu.domain.page import Page
from danchieu.header import read_header
from danchieu.structure import read_outline
from danchieu.text import join_pages

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
BODY = "1. Nội dung thứ nhất.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nLê Văn Sáng\n"


def blocks(*parts):
    return "\n\n".join([*parts, BODY])


def values(value):
    text = text_of(value)
    read = read_header(text, read_outline(text, knowledge()), knowledge())
    facts = {
        name: fact.value if (fact := getattr(read, name)) else None
        for name in ("kind", "type", "code", "issued_on", "place", "title", "urgency")
    }
    return facts | {"issuer": read.issuer.value.name if read.issuer else None}


PAPERS = {
    "telegram": (
        blocks(
            "ỦY BAN NHÂN DÂN\nTỈNH THANH HÓA", "Số: 07/CĐ-UBND", MOTTO,
            "Thanh Hóa, ngày 08 tháng 9 năm 2024",
            "CÔNG ĐIỆN\nVề việc ứng phó mưa lũ",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH THANH HÓA ĐIỆN:",
            "- Thủ trưởng các sở;",
        ),
        {"type": "Công điện", "code": "07/CĐ-UBND", "title": "Về việc ứng phó mưa lũ"},
    ),
    "resolution of a council": (
        blocks(
            "HỘI ĐỒNG NHÂN DÂN\nTỈNH LAI CHÂU", "Số: 14/2024/NQ-HĐND", MOTTO,
            "Lai Châu, ngày 10 tháng 7 năm 2024",
            "NGHỊ QUYẾT\nQuy định mức chi hỗ trợ sáng kiến",
            "HỘI ĐỒNG NHÂN DÂN TỈNH LAI CHÂU\nKHÓA XV, KỲ HỌP THỨ HAI",
            "Căn cứ Luật Tổ chức chính quyền địa phương;",
        ),
        {"kind": "legal", "type": "Nghị quyết", "issued_on": "2024-07-10",
         "title": "Quy định mức chi hỗ trợ sáng kiến",
         "issuer": "Hội đồng nhân dân tỉnh Lai Châu"},
    ),
    "standing committee without a date line": (
        blocks(
            "ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Nghị quyết số: 950/2023/UBTVQH15", MOTTO,
            "NGHỊ QUYẾT\nVỀ VIỆC NHẬP XÃ", "ỦY BAN THƯỜNG VỤ QUỐC HỘI",
            "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;",
            "QUYẾT NGHỊ:", "Điều 1. Nhập xã\n\nNhập hai xã.",
            "Nghị quyết này được Ủy ban Thường vụ Quốc hội thông qua ngày 14 tháng 9 "
            "năm 2023.",
        ),
        {"kind": "legal", "code": "950/2023/UBTVQH15", "issued_on": "2023-09-14",
         "title": "VỀ VIỆC NHẬP XÃ"},
    ),
    "order of the president": (
        blocks(
            "CHỦ TỊCH NƯỚC", "Số: 11/2023/L-CTN", MOTTO,
            "Hà Nội, ngày 03 tháng 7 năm 2023", "LỆNH\nVề việc công bố Luật",
            "CHỦ TỊCH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Căn cứ Điều 88 của Hiến pháp;",
        ),
        {"kind": "legal", "type": "Lệnh", "title": "Về việc công bố Luật",
         "issuer": "Chủ tịch nước"},
    ),
    "joint circular": (
        blocks(
            "BỘ TÀI CHÍNH - BỘ NỘI VỤ", "Số: 55/2015/TTLT-BTC-BNV", MOTTO,
            "Hà Nội, ngày 22 tháng 4 năm 2015",
            "THÔNG TƯ LIÊN TỊCH\nHướng dẫn lập dự toán", "Căn cứ Luật Ngân sách;",
        ),
        {"kind": "legal", "type": "Thông tư liên tịch", "issuer": "Bộ Tài chính"},
    ),
    "consolidated text": (
        blocks(
            "VĂN PHÒNG QUỐC HỘI", "Số: 21/VBHN-VPQH", MOTTO,
            "Hà Nội, ngày 05 tháng 8 năm 2022", "LUẬT\nTHỂ DỤC, THỂ THAO",
            "Luật Thể dục, thể thao số 77/2006/QH11 ngày 29 tháng 11 năm 2006 của "
            "Quốc hội, được sửa đổi bởi:",
        ),
        {"code": "21/VBHN-VPQH", "issued_on": "2022-08-05",
         "title": "THỂ DỤC, THỂ THAO", "issuer": "Văn phòng Quốc hội"},
    ),
    "judgment": (
        blocks(
            "TÒA ÁN NHÂN DÂN\nTỈNH QUẢNG NAM",
            "Bản án số: 27/2023/DS-PT\nNgày: 14/6/2023\nV/v tranh chấp đất", MOTTO,
            "NHÂN DANH\nNƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "TÒA ÁN NHÂN DÂN TỈNH QUẢNG NAM", "Hội đồng xét xử gồm có:",
        ),
        {"type": "Bản án", "code": "27/2023/DS-PT", "issued_on": "2023-06-14",
         "title": "V/v tranh chấp đất"},
    ),
    "indictment": (
        blocks(
            "VIỆN KIỂM SÁT NHÂN DÂN\nTỈNH PHÚ YÊN", "Số: 33/CT-VKS-P1", MOTTO,
            "Phú Yên, ngày 20 tháng 11 năm 2023", "CÁO TRẠNG",
            "VIỆN TRƯỞNG VIỆN KIỂM SÁT NHÂN DÂN TỈNH PHÚ YÊN",
            "Căn cứ các điều 41 và 236 của Bộ luật Tố tụng hình sự;",
        ),
        {"type": "Cáo trạng", "code": "33/CT-VKS-P1", "title": None},
    ),
    "programme of the party": (
        blocks(
            "TỈNH ỦY HÀ GIANG\n*\nSố 21-CTr/TU", PARTY,
            "Hà Giang, ngày 18 tháng 3 năm 2022",
            "CHƯƠNG TRÌNH\nthực hiện Nghị quyết số 11-NQ/TW của Bộ Chính trị\n-----",
            "Thực hiện Nghị quyết số 11-NQ/TW, Tỉnh ủy xây dựng Chương trình:",
        ),
        {"type": "Chương trình", "code": "21-CTr/TU", "issuer": "Tỉnh ủy Hà Giang",
         "title": "thực hiện Nghị quyết số 11-NQ/TW của Bộ Chính trị"},
    ),
    "plan of the youth union": (
        blocks(
            "BCH ĐOÀN TỈNH PHÚ THỌ\n***\nSố: 88-KH/TĐTN", "ĐOÀN TNCS HỒ CHÍ MINH",
            "Phú Thọ, ngày 15 tháng 3 năm 2023",
            "KẾ HOẠCH\nTổ chức Tháng Thanh niên\n--------", "Tỉnh đoàn xây dựng:",
        ),
        {"code": "88-KH/TĐTN", "place": "Phú Thọ", "title": "Tổ chức Tháng Thanh niên"},
    ),
    "decision of a company with a year": (
        blocks(
            "CÔNG TY TNHH CẤP NƯỚC HÀ TÂY", "Số: 18/2024/QĐ-CT", MOTTO,
            "Hà Nội, ngày 12 tháng 3 năm 2024", "QUYẾT ĐỊNH\nVề việc bổ nhiệm",
            "CHỦ TỊCH CÔNG TY", "Căn cứ Điều lệ công ty;",
        ),
        {"kind": "administrative", "code": "18/2024/QĐ-CT"},
    ),
    "letter whose subject runs over four lines": (
        blocks(
            "TỔNG CỤC THUẾ\nCỤC THUẾ TỈNH HÒA BÌNH",
            "Số: 1290/CTHBI-TTHT\nV/v thuế đối\nvới chuyển giao\ncông nghệ theo\n"
            "Nghị định số 15/2022/NĐ-CP",
            MOTTO, "Hòa Bình, ngày 23 tháng 3 năm 2022",
            "Kính gửi: Công ty Cổ phần Đà Giang", "Cục Thuế có ý kiến:",
        ),
        {"type": "Công văn", "issuer": "Cục Thuế tỉnh Hòa Bình",
         "title": "V/v thuế đối với chuyển giao công nghệ theo Nghị định số "
                  "15/2022/NĐ-CP"},
    ),
    "letter in two languages": (
        blocks(
            "BỘ NGOẠI GIAO\nMINISTRY OF FOREIGN AFFAIRS", "Số/No: 45/BNG-LPQT",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSOCIALIST REPUBLIC OF VIET NAM\n"
            "Độc lập - Tự do - Hạnh phúc\nIndependence - Freedom - Happiness",
            "Hà Nội, ngày 15 tháng 5 năm 2023", "GIẤY XÁC NHẬN\nCERTIFICATE",
            "Bộ Ngoại giao xác nhận:",
        ),
        {"type": "Giấy xác nhận", "code": "45/BNG-LPQT", "issuer": "Bộ Ngoại giao"},
    ),
    "copy from the web": (
        blocks(
            "Trang chủ | Giới thiệu | Văn bản | Liên hệ",
            f"| ỦY BAN NHÂN DÂN TỈNH BẾN TRE | {MOTTO} |".replace("NAM\n", "NAM ")
            + "\n| Số: 2210/KH-UBND | Bến Tre, ngày 19 tháng 4 năm 2022 |",
            "KẾ HOẠCH", "Phát triển kinh tế số năm 2022", "I. MỤC TIÊU",
        ),
        {"code": "2210/KH-UBND", "place": "Bến Tre", "issued_on": "2022-04-19",
         "title": "Phát triển kinh tế số năm 2022",
         "issuer": "Ủy ban nhân dân tỉnh Bến Tre"},
    ),
    "minutes": (
        blocks(
            "ỦY BAN NHÂN DÂN\nHUYỆN LỤC NGẠN", MOTTO, "BIÊN BẢN\nHọp xét hồ sơ",
            "Hôm nay, hồi 8 giờ ngày 14 tháng 3 năm 2023, tại Hội trường, gồm:",
        ),
        {"type": "Biên bản", "code": None, "issued_on": "2023-03-14"},
    ),
    "contract": (
        blocks(
            MOTTO, "HỢP ĐỒNG DỊCH VỤ TƯ VẤN\nSố: 12/2023/HĐ-TV",
            "Căn cứ Bộ luật Dân sự số 91/2015/QH13 ngày 24 tháng 11 năm 2015;",
            "Hôm nay, ngày 05/5/2023, tại Huế, chúng tôi gồm có:",
            "BÊN A: SỞ DU LỊCH TỈNH THỪA THIÊN HUẾ",
        ),
        {"kind": "administrative", "type": "Hợp đồng", "code": "12/2023/HĐ-TV",
         "title": "DỊCH VỤ TƯ VẤN", "issued_on": "2023-05-05"},
    ),
    "plan without a head that cites a law": (
        blocks(
            "PHƯƠNG ÁN CHỮA CHÁY\nSố: 01/PACC-HL",
            "Luật số 55/2024/QH15 được Quốc hội thông qua ngày 29 tháng 11 năm 2024.",
        ),
        {"type": "Phương án", "title": "CHỮA CHÁY", "issued_on": None},
    ),
    "permit dated at its foot": (
        "GIẤY PHÉP\nVẬN CHUYỂN HÀNG NGUY HIỂM\n\n"
        + "Cho phép Công ty Hà Bắc vận chuyển hàng nguy hiểm theo tuyến đường sau.\n\n"
        * 12
        + "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"
        "Hà Nội, ngày 21 tháng 12 năm 2025\n\nCỤC TRƯỞNG\n",
        {"type": "Giấy phép", "title": "VẬN CHUYỂN HÀNG NGUY HIỂM",
         "issued_on": "2025-12-21", "place": "Hà Nội"},
    ),
    "treaty": (
        blocks(
            "HIỆP ĐỊNH\nGIỮA\nCHÍNH PHỦ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "VÀ\nCHÍNH PHỦ NƯỚC CỘNG HÒA CUBA\nVỀ HỢP TÁC Y TẾ",
            "Điều 1. Hai Bên hợp tác.",
        ),
        {"type": "Hiệp định", "issuer": "Chính phủ"},
    ),
    "rules attached to a legal decision": (
        blocks(
            "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM", MOTTO, "QUY ĐỊNH\nQuản lý nhiệm vụ",
            "(Ban hành kèm theo Quyết định số 09/2010/QĐ-UBND ngày 21/01/2010)",
            "Chương I\nQUY ĐỊNH CHUNG",
        ),
        {"kind": "legal", "type": "Quy định", "title": "Quản lý nhiệm vụ"},
    ),
    "slip that names what it submits": (
        blocks(
            "SỞ CÔNG THƯƠNG\nPHÒNG KẾ HOẠCH", MOTTO,
            "PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC", "Kính gửi: Lãnh đạo Sở",
            "Nội dung trình: Thẩm định dự án\nchợ Thanh Hải.", "Người trình: Lê Na",
        ),
        {"type": "Phiếu trình", "title": "Thẩm định dự án chợ Thanh Hải"},
    ),
    "title with marks inside": (
        blocks(
            "SỞ Y TẾ", "Số: 5/QĐ-SYT", MOTTO, "Huế, ngày 5 tháng 6 năm 2024",
            "QUYẾT ĐỊNH\nPhê duyệt gói thầu số 3:\nMua sắm thiết bị; thuộc dự án\n"
            "Trung tâm Y tế",
            "GIÁM ĐỐC SỞ Y TẾ", "Căn cứ Luật Đấu thầu;",
        ),
        {"title": "Phê duyệt gói thầu số 3: Mua sắm thiết bị; thuộc dự án Trung tâm "
                  "Y tế"},
    ),
    "letter of a company with its address": (
        blocks(
            "CÔNG TY CỔ PHẦN GẠCH HÀ NAM\nĐịa chỉ: xã Thanh Hải\nĐiện thoại: 0226 111",
            "Số: 15/CV-GHN\nV/v gia hạn giấy phép", "Hà Nam, ngày 5 tháng 6 năm 2024",
            "Kính gửi: Sở Xây dựng", "Công ty Cổ phần Gạch Hà Nam đề nghị:",
        ),
        {"type": "Công văn", "issuer": "Công ty Cổ phần Gạch Hà Nam"},
    ),
    "decision without a letterhead": (
        blocks(
            "QUYẾT ĐỊNH\nBan hành Quy chế làm việc",
            "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ NAM", "Căn cứ Luật Khoa học;",
            "QUYẾT ĐỊNH:",
        ),
        {"code": None, "issuer": "Ủy ban nhân dân tỉnh Hà Nam",
         "title": "Ban hành Quy chế làm việc"},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), PAPERS.values(), ids=PAPERS)
def test_reads_the_head_of_every_kind(value, expected):
    found = values(value)
    assert {name: found[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("origin", "number", "draft"),
    [
        ("ocr", "Số: 5/TB-SYT", False),
        ("ocr", "Số:     /TB-SYT", True),
        ("digital", "Số: 5/TB-SYT", True),
    ],
)
def test_a_blank_day_alone_makes_no_draft_of_a_scan(origin, number, draft):
    value = blocks(
        "SỞ Y TẾ",
        number,
        MOTTO,
        "Huế, ngày     tháng 5 năm 2018",
        "THÔNG BÁO\nLịch họp",
    )
    text = join_pages([Page(1, value, origin=origin)])
    read = read_header(text, read_outline(text, knowledge()), knowledge())
    assert read.draft is draft
