import pytest
from costs import cpu_seconds
from factories import knowledge
from hypothesis import given
from hypothesis import strategies as st
from marked import unmark

from danchieu.domain.text import Span
from danchieu.phrases.agencies import AgencyPhrase, find_agencies


def find(text: str) -> tuple[AgencyPhrase, ...]:
    return find_agencies(text, Span(0, len(text)), knowledge())


@pytest.mark.parametrize(
    "sentence",
    [
        "Giao [[Sở Xây dựng|vn:so-xay-dung]] chủ trì, phối hợp với "
        "[[Sở Tài chính|vn:so-tai-chinh]] lập dự toán.",
        "[[Sở Khoa học và Công nghệ|vn:so-khoa-hoc-va-cong-nghe]], "
        "[[Sở Y tế|vn:so-y-te]] và [[UBND các huyện|"
        "vn:nhom:uy-ban-nhan-dan-cac-huyen]] báo cáo.",
        "[[Sở KH&CN|vn:so-khoa-hoc-va-cong-nghe]] gửi [[Bộ KHCN|"
        "vn:bo-khoa-hoc-va-cong-nghe]] trước ngày 15.",
        "giao [[sở Khoa học và công nghệ|vn:so-khoa-hoc-va-cong-nghe]] theo dõi",
        "[[Sở Văn hóa Thể thao & Du lịch|vn:so-van-hoa-the-thao-va-du-lich]] tham mưu",
        "[[Sở Lao động, Thương binh và Xã hội|vn:so-lao-dong-thuong-binh-va-xa-hoi]]",
        "[[Uỷ ban nhân dân\ntỉnh Hoà Bình|vn:ubnd:hoa-binh]] ban hành Kế hoạch.",
        "[[ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU|vn:ubnd:lai-chau]]\n\nSố:",
        "[[SỞ CÔNG THƯƠNG THÁI BÌNH|vn:so-cong-thuong:thai-binh]]\n",
        "[[Chủ tịch UBND tỉnh|vn:ubnd#chu-tich]] yêu cầu [[Thủ trưởng các sở, ban, "
        "ngành tỉnh|vn:nhom:cac-so-ban-nganh-tinh#thu-truong]] thực hiện.",
        "[[Chánh Văn phòng UBND tỉnh|vn:van-phong-ubnd#chanh]], [[Giám đốc Sở Nội vụ|"
        "vn:so-noi-vu#giam-doc]] chịu trách nhiệm thi hành.",
        "Báo cáo [[Bộ trưởng Bộ Y tế|vn:bo-y-te#bo-truong]] xem xét.",
        "[[Các cơ quan, đơn vị liên quan|vn:nhom:cac-co-quan-don-vi-lien-quan]] rà",
        "[[các phòng, đơn vị thuộc Sở|vn:nhom:cac-phong-don-vi-thuoc-so]] đăng ký",
        "[[Trung tâm Công nghệ thông tin|vn:trung-tam-cong-nghe-thong-tin]] vận hành",
        "[[Ban Quản lý Khu công nghệ số|vn:ban-quan-ly-khu-cong-nghe-so]] đề xuất",
        "[[Phòng Vật tư thiết bị|vn:phong-vat-tu-thiet-bi]] mua sắm",
        "[[Công ty xây dựng Hồng Hà|vn:cong-ty-xay-dung-hong-ha]] thi công",
        "[[UBND huyện Mai Sơn, huyện Mộc Châu|vn:nhom:uy-ban-nhan-dan-huyen-mai-son-"
        "huyen-moc-chau]] góp vốn",
        "[[Cục Đo đạc|vn:cuc-do-dac]], [[Vụ Hợp tác|vn:vu-hop-tac]] góp ý",
        "[[Phòng Kế hoạch thuộc Sở Y tế|vn:so-y-te/phong-ke-hoach]] lập biểu",
        "[[Công an huyện Mai Châu|vn:cong-an:huyen-mai-chau]] tuần tra",
        "[[Mặt trận Tổ quốc Việt Nam tỉnh Nghệ An|vn:ubmttq:nghe-an]] vận động",
        "các [[Sở: Nội vụ|vn:so-noi-vu]], [[Tài chính|vn:so-tai-chinh]] và "
        "[[Y tế|vn:so-y-te]]; đồng thời đôn đốc",
    ],
)
def test_bodies_are_found_whole(sentence):
    text, marks = unmark(sentence)
    found = [(p.span.start, p.span.end, p.agency.id) for p in find(text)]
    assert found == [(m.start, m.end, m.value) for m in marks]


@pytest.mark.parametrize(
    "text",
    [
        "quyền sở hữu trí tuệ của hộ dân",
        "Bộ luật Dân sự và bộ chỉ số cải cách",
        "Hội nghị tổng kết; trường hợp đặc biệt; phòng, chống lụt bão",
        "đội ngũ cán bộ, công chức có trình độ",
        "trên địa bàn tỉnh, ủy quyền cho cấp dưới",
        "Số: 12/UBND-KT",
        "công an nhân dân",
        "Luật Thanh tra số 11/2022/QH15 và Luật Mặt trận Tổ quốc Việt Nam",
        "tham gia bảo hiểm xã hội tự nguyện",
        "Ban hành kèm theo Quyết định này",
    ],
)
def test_what_only_looks_like_a_body_stays_out(text):
    assert find(text) == ()


def test_a_blank_line_ends_a_name():
    text = "Sở Khoa học\n\nvà Công nghệ"
    assert [p.agency.id for p in find(text) if p.confidence > 0.5] == []


def test_only_the_span_is_read():
    text = "Sở Y tế, Sở Nội vụ, Sở Tài chính"
    found = find_agencies(text, Span(9, 18), knowledge())
    assert [p.span for p in found] == [Span(9, 18)]


def test_known_bodies_are_surer_than_unknown_ones():
    known, unknown = find("Sở Tư pháp và Trung tâm Giống thủy sản")
    assert known.confidence > unknown.confidence


BITS = "các Sở UBND tỉnh huyện Phòng thuộc A & - . ( , và 12 BỘ İ uỷ Y_tế Chủ_tịch"


@given(
    st.lists(st.sampled_from([*BITS.split(), "Sơn La", "\n", "\n\n"]), max_size=40).map(
        " ".join
    )
)
def test_phrases_stand_in_order_inside_the_text(text):
    found = find(text)
    last = 0
    for phrase in found:
        assert last <= phrase.span.start < phrase.span.end <= len(text)
        last = phrase.span.end


@pytest.mark.parametrize(
    "unit",
    ["các ", "bộ, ", "Chủ tịch ", "Văn phòng Sở ", "CÔNG TY ", "UBND xã A, huyện B, "],
)
def test_repetition_stays_linear(unit):
    def seconds(times: int) -> float:
        text = unit * times
        return cpu_seconds(lambda: find(text))

    seconds(100)
    assert seconds(8000) < 6 * seconds(4000) + 0.2
