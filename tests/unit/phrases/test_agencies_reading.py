import pytest
from factories import knowledge

from danchieu.domain.agency import Agency
from danchieu.phrases.agencies import (
    AgencyContext,
    province_of,
    read_agency,
    symbol_issuer,
)


def read(printed: str, context: AgencyContext | None = None) -> Agency | None:
    return read_agency(printed, knowledge(), context or AgencyContext())


def department(province: str = "Bắc Giang", year: int = 2022) -> AgencyContext:
    issuer = read("SỞ NỘI VỤ", AgencyContext(province, year))
    return AgencyContext(province, year, issuer)


@pytest.mark.parametrize(
    ("printed", "name", "level"),
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh Bắc Giang", "province"),
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh Bắc Giang", "province"),
        ("Sở", "Sở Nội vụ tỉnh Bắc Giang", "department"),
        ("Giám đốc Sở", "Giám đốc Sở Nội vụ tỉnh Bắc Giang", "department"),
        ("Lãnh đạo Sở", "Lãnh đạo Sở Nội vụ tỉnh Bắc Giang", "department"),
        ("Văn phòng Sở", "Văn phòng Sở Nội vụ tỉnh Bắc Giang", "department"),
        ("Sở KH&CN", "Sở Khoa học và Công nghệ tỉnh Bắc Giang", "department"),
        ("SỞ Y TẾ KIÊN GIANG", "Sở Y tế tỉnh Kiên Giang", "department"),
        ("Tỉnh ủy", "Tỉnh ủy Bắc Giang", "party"),
        ("Thành ủy Hải Phòng", "Thành ủy Hải Phòng", "party"),
        ("HĐND tỉnh", "Hội đồng nhân dân tỉnh Bắc Giang", "people_council"),
        ("Công an tỉnh", "Công an tỉnh Bắc Giang", "department"),
        ("UBND huyện Lục Ngạn", "Ủy ban nhân dân huyện Lục Ngạn", "district"),
        ("UBND thành phố Bắc Giang", "Ủy ban nhân dân thành phố Bắc Giang", "district"),
        ("UBND TP. Hồ Chí Minh", "Ủy ban nhân dân thành phố Hồ Chí Minh", "province"),
        ("Bộ KH&CN (để báo cáo)", "Bộ Khoa học và Công nghệ", "ministry"),
        ("- Các sở, ban, ngành tỉnh;", "Các sở, ban, ngành tỉnh", "department"),
        ("Tòa án nhân dân tỉnh", "Tòa án nhân dân tỉnh Bắc Giang", "court"),
        ("SYT", "Sở Y tế tỉnh Bắc Giang", "department"),
        ("CÔNG TY TNHH HOA LÚA", "Công ty TNHH hoa lúa", "other"),
    ],
)
def test_the_context_completes_a_name(printed, name, level):
    agency = read(printed, department())
    assert agency is not None
    assert (agency.name, agency.level) == (name, level)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("HĐND, UBND tỉnh", "Hội đồng nhân dân tỉnh Bắc Giang"),
        ("HĐND và UBND cấp xã", "Hội đồng nhân dân cấp xã"),
        ("TAND, VKSND huyện Sơn Động", "Tòa án nhân dân huyện Sơn Động"),
        ("Cổng thông tin điện tử Chính phủ", "Cổng Thông tin điện tử Chính phủ"),
        ("Cổng TTĐT tỉnh", "Cổng Thông tin điện tử tỉnh Bắc Giang"),
        ("Tòa án nhân dân khu vực 2 - Bắc Ninh", "Tòa án nhân dân khu vực 2 - Bắc "
         "Ninh"),
        ("Kho bạc Nhà nước khu vực VI", "Kho bạc Nhà nước khu vực VI"),
        ("Ngân hàng Nhà nước khu vực 3", "Ngân hàng Nhà nước khu vực 3"),
        ("NHNN chi nhánh tỉnh", "Ngân hàng Nhà nước chi nhánh tỉnh Bắc Giang"),
        ("Ngân hàng Chính sách Xã hội", "Ngân hàng Chính sách xã hội"),
        ("Thuế tỉnh Bắc Giang", "Thuế tỉnh Bắc Giang"),
        ("Huyện ủy Lục Nam", "Huyện ủy Lục Nam"),
        ("Huyện ủy", "Huyện ủy"),
        ("Đảng ủy xã Cẩm Lý", "Đảng ủy xã Cẩm Lý"),
        ("Chủ tịch, các PCT UBND tỉnh", "Chủ tịch, Phó Chủ tịch Ủy ban nhân dân tỉnh "
         "Bắc Giang"),
        ("Các Phó Giám đốc Sở", "Phó Giám đốc Sở Nội vụ tỉnh Bắc Giang"),
        ("Các Sở: Tài chính, Y tế", "Các Sở: Tài chính, Y tế"),
        ("Các Ban HĐND tỉnh", "Các Ban Hội đồng nhân dân tỉnh"),
        ("Công ty CP đầu tư hạ tầng và giao thông Hà Bắc",
         "Công ty CP đầu tư hạ tầng và giao thông Hà Bắc"),
    ],
)  # fmt: skip
def test_a_name_is_read_whole_and_of_its_own_place(printed, name):
    agency = read(printed, department())
    assert agency is not None
    assert agency.name == name


def test_all_provinces_together_are_in_no_province():
    agency = read("UBND các tỉnh, thành phố", department())
    assert (agency.group, agency.province) == (True, None)


@pytest.mark.parametrize(
    ("home", "organ", "name"),
    [
        ("TỈNH ỦY SƠN LA", "BAN THƯỜNG VỤ", "Ban Thường vụ Tỉnh ủy Sơn La"),
        ("HUYỆN ỦY ĐIỆN BIÊN ĐÔNG", "BAN TUYÊN GIÁO", "Ban Tuyên giáo Huyện ủy Điện "
         "Biên Đông"),
        ("HĐND TỈNH LAI CHÂU", "BAN PHÁP CHẾ", "Ban Pháp chế Hội đồng nhân dân tỉnh "
         "Lai Châu"),
    ],
)  # fmt: skip
def test_an_organ_is_named_with_its_committee(home, organ, name):
    agency = read(organ, AgencyContext(issuer=read(home)))
    assert agency.name == name


@pytest.mark.parametrize(
    "printed", ["Như trên", "Lưu: VT", "", "ông Nguyễn Văn A", "Lãnh đạo Bộ"]
)
def test_what_names_nobody_is_none(printed):
    assert read(printed, department()) is None


def test_a_kind_alone_is_nobody_without_an_issuer():
    assert read("Sở") is None


def test_without_a_place_the_id_names_a_kind():
    agency = read("Sở Nội vụ")
    assert agency == Agency("vn:so-noi-vu", "Sở Nội vụ", "department")


@pytest.mark.parametrize(
    ("year", "on", "expected"),
    [
        (2022, None, "vn:ubnd:bac-ninh"),
        (2026, None, "vn:ubnd:bac-ninh@2025"),
        (2025, "2025-06-30", "vn:ubnd:bac-ninh"),
        (2025, "2025-07-01", "vn:ubnd:bac-ninh@2025"),
        (2025, "2025-08", "vn:ubnd:bac-ninh@2025"),
        (2025, None, "vn:ubnd:bac-ninh"),
        (None, None, "vn:ubnd:bac-ninh"),
    ],
)
def test_a_merged_province_is_another_body(year, on, expected):
    agency = read("UBND tỉnh", AgencyContext("Bắc Ninh", year, on=on))
    assert agency is not None
    assert agency.id == expected


def test_in_2025_the_issuer_tells_the_period():
    later = read("UBND tỉnh", AgencyContext("Cà Mau", 2026))
    agency = read("Sở Y tế", AgencyContext("Cà Mau", 2025, later))
    assert agency is not None
    assert agency.id == "vn:so-y-te:ca-mau@2025"


@pytest.mark.parametrize(
    ("printed", "successor", "since"),
    [
        ("UBND tỉnh", "vn:ubnd:bac-ninh@2025", "2025-07-01"),
        ("Chủ tịch UBND tỉnh", "vn:ubnd:bac-ninh@2025#chu-tich", "2025-07-01"),
        ("Sở TT&TT", "vn:so-khoa-hoc-va-cong-nghe:bac-giang", "2025-03-01"),
        ("Bộ Kế hoạch và Đầu tư", "vn:bo-tai-chinh", "2025-03-01"),
    ],
)
def test_bodies_that_ended_tell_their_successor(printed, successor, since):
    agency = read(printed, department())
    assert agency is not None
    assert agency.successor is not None
    assert (agency.successor.id, agency.successor.since) == (successor, since)


def test_bodies_that_stand_have_no_successor():
    agency = read("UBND tỉnh Sơn La")
    assert agency is not None
    assert agency.successor is None


def test_head_and_body_share_the_id_before_the_mark():
    body, head = read("Bộ Y tế"), read("Bộ trưởng Bộ Y tế")
    assert body is not None
    assert head is not None
    assert head.id.split("#")[0] == body.id


def test_unknown_bodies_get_an_id_from_their_name():
    agency = read("Trung tâm CNTT Miền Núi")
    assert agency is not None
    assert agency.id == "vn:trung-tam-cong-nghe-thong-tin-mien-nui"


@pytest.mark.parametrize(
    ("symbol", "expected"),
    [
        ("QĐ-TTg", "vn:thu-tuong-chinh-phu"),
        ("NĐ-CP", "vn:chinh-phu"),
        ("TT-BKHCN", "vn:bo-khoa-hoc-va-cong-nghe"),
        ("TTLT-BKHCN-BTC", "vn:bo-khoa-hoc-va-cong-nghe"),
        ("BKHCN-SHTT", "vn:bo-khoa-hoc-va-cong-nghe"),
        ("QH15", "vn:quoc-hoi"),
        ("31/2024/QH15", "vn:quoc-hoi"),
        ("UBTVQH14", "vn:uy-ban-thuong-vu-quoc-hoi"),
        ("BC-SNV", "vn:so-noi-vu:bac-giang"),
        ("SNV-CCHC", "vn:so-noi-vu:bac-giang"),
        ("TB-SLĐTB&XH", "vn:so-lao-dong-thuong-binh-va-xa-hoi:bac-giang"),
        ("KH-UBND", "vn:ubnd:bac-giang"),
        ("UBND-KGVX", "vn:ubnd:bac-giang"),
        ("NQ-HĐND", "vn:hdnd:bac-giang"),
        ("57-NQ/TW", "vn:trung-uong-dang"),
        ("12-CTr/TU", "vn:tinh-uy:bac-giang"),
        ("CV-ABCD", None),
        ("", None),
    ],
)
def test_symbols_name_their_issuer(symbol, expected):
    agency = symbol_issuer(symbol, knowledge(), department())
    assert (agency.id if agency else None) == expected


def test_local_symbols_need_a_province():
    assert symbol_issuer("KH-UBND", knowledge()) is None


def test_in_a_district_the_symbol_of_a_committee_is_open():
    issuer = read("UBND huyện Lục Ngạn", AgencyContext("Bắc Giang", 2022))
    context = AgencyContext("Bắc Giang", 2022, issuer)
    assert symbol_issuer("QĐ-UBND", knowledge(), context) is None


@pytest.mark.parametrize(
    ("printed", "province"),
    [
        ("SỞ Y TẾ KIÊN GIANG", "Kiên Giang"),
        ("Uỷ ban nhân dân tỉnh Hoà Bình", "Hòa Bình"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("vì hòa bình và phát triển", None),
        ("tỉnh Sơn La và tỉnh Lai Châu", None),
    ],
)
def test_the_one_province_named(printed, province):
    assert province_of(printed, knowledge()) == province
