import pytest
from factories import knowledge
from twins import committee

from danchieu.domain.agency import Agency
from danchieu.store import CitedName, Named, Untitled
from danchieu.usecases.titles import entitle_by, usual_title

PRIME_MINISTER = Agency("vn:thu-tuong-chinh-phu", "Thủ tướng Chính phủ", "central")
HA_NAM = committee("Hà Nam")


def called(*names, code="9/QĐ-TTg", issuer=PRIME_MINISTER, date="2020-01-02"):
    cited = tuple(
        CitedName(name, Named(None, issuer=HA_NAM, title=f"Thực hiện {own or name}"))
        for name, own in (n if isinstance(n, tuple) else (n, None) for n in names)
    )
    return Untitled(code, issuer, date, cited)


def test_the_usual_name_wins_in_any_spelling():
    names = ("Đề án trồng cây xanh", "đề án trồng cây  xanh", "Đề án cây")
    assert usual_title(called(*names)) == "Đề án trồng cây xanh"


def test_of_equally_usual_names_the_shortest_is_taken():
    assert usual_title(called("Đề án trồng rừng phòng hộ", "Đề án trồng rừng")) == (
        "Đề án trồng rừng"
    )


def test_a_fragment_is_no_name_while_there_is_a_whole_one():
    assert usual_title(called("phê duyệt", "phê duyệt", "Đề án trồng rừng")) == (
        "Đề án trồng rừng"
    )
    assert usual_title(called()) is None


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Đề án cây xanh trên địa bàn tỉnh Hà Nam, giai đoạn 2022-2026", None),
        ("Đề án cây xanh đến năm 2030 của tỉnh Hà Nam", "Đề án cây xanh đến năm 2030"),
        (
            "Đề án thoát nước trên địa bàn thành phố Hải Phòng",
            "Đề án thoát nước trên địa bàn thành phố Hải Phòng",
        ),
    ],
)
def test_the_citing_plans_own_tail_is_cut(printed, title):
    entitle = entitle_by(knowledge())
    assert entitle(called(printed)) == (title or "Đề án cây xanh")


def test_a_tail_that_the_plan_itself_does_not_bear_stays():
    name = "Đề án cây xanh trên địa bàn tỉnh Hà Nam"
    entitle = entitle_by(knowledge())
    assert entitle(called((name, "nhiệm vụ năm 2021"))) == name


def test_a_document_of_the_province_keeps_its_place():
    name = "Chương trình cây xanh trên địa bàn tỉnh Hà Nam"
    entitle = entitle_by(knowledge())
    assert entitle(called(name, issuer=HA_NAM)) == name


def test_the_alias_table_knows_better():
    entitle = entitle_by(knowledge())
    named = called("phê duyệt Chiến lược", code="1068/QĐ-TTg", date="2019-08-22")
    assert entitle(named) == "Chiến lược sở hữu trí tuệ đến năm 2030"
    other_year = called("Đề án cây xanh", code="1068/QĐ-TTg", date="2012-01-01")
    assert entitle(other_year) == "Đề án cây xanh"
    other_body = called("Đề án cây xanh", code="1068/QĐ-TTg", issuer=HA_NAM)
    assert entitle(other_body) == "Đề án cây xanh"
