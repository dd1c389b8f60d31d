import pytest
from factories import knowledge

from danchieu.usecases.places import Places


@pytest.fixture(scope="module")
def places():
    return Places(knowledge().gazetteers)


@pytest.mark.parametrize(
    ("agency", "province", "date", "expected"),
    [
        ("vn:ubnd:son-la", "Sơn La", "2021-03-14", ("ubnd", "son-la", True)),
        ("vn:ubnd:son-la#chu-tich", "Sơn La", None, ("ubnd", "son-la", True)),
        ("vn:ubnd:bac-ninh", "Bắc Ninh", "2022-01-01", ("ubnd", "bac-ninh", True)),
        ("vn:ubnd:bac-ninh", "Bắc Ninh", "2025-07-01", ("ubnd", "bac-ninh@2025", True)),
        ("vn:ubnd:bac-ninh@2025", "Bắc Ninh", None, ("ubnd", "bac-ninh@2025", True)),
        ("vn:ubnd:bac-ninh@2025", "Bắc Ninh", "2025", ("ubnd", "bac-ninh@2025", True)),
        ("vn:ubnd:huyen-x", "Sơn La", "2020-01-01", ("ubnd", "son-la", False)),
        ("vn:ubnd:huyen-x", None, "2020-01-01", ("ubnd", None, False)),
        ("vn:bo-y-te", None, "2020-01-01", ("bo-y-te", None, False)),
        (
            "vn:tinh-uy:lang-son/ban-thuong-vu",
            "Lạng Sơn",
            "2021-05-24",
            ("tinh-uy", "lang-son", True),
        ),
    ],
)
def test_a_body_stands_in_the_province_of_its_day(
    places, agency, province, date, expected
):
    place = places.of(agency, province, date)
    assert (place.body, place.province, place.provincial) == expected


def test_a_name_means_the_province_of_every_time(places):
    assert places.named("Bắc Ninh") == {"bac-ninh", "bac-ninh@2025"}
    assert places.named("tỉnh bắc giang") == {"bac-giang"}
    assert places.named("TP. Mây") == frozenset()


def test_forerunners_are_followed_over_several_steps(places):
    assert set(places.forerunners("bac-ninh@2025")) == {"bac-ninh", "bac-giang"}
    assert "ha-tay" in places.forerunners("ha-noi")
    assert places.forerunners("son-la") == ()


def test_each_province_of_before_went_into_one_of_today(places):
    before = {u.id for u in places.provinces_on("2025-06-30")}
    today = places.provinces_on("2025-07-01")
    assert (len(before), len(today)) == (63, 34)
    covered = [f for u in today for f in (u.id, *u.came_from) if f in before]
    assert sorted(covered) == sorted(before)


def test_ministries_of_a_day(places):
    today = {u.id: u for u in places.ministries_on("2025-03-01")}
    assert len(today) == 17
    assert "bo-giao-thong-van-tai" in today["bo-xay-dung"].came_from
    assert len(places.ministries_on("2025-02-28")) == 22


def test_a_kind_of_department_has_forerunners_too(places):
    kinds = places.local_kind("Sở KH&CN")
    assert kinds >= {"so-khoa-hoc-va-cong-nghe", "so-thong-tin-va-truyen-thong"}
    assert places.kind_on(kinds, "2026-01-01").id == "so-khoa-hoc-va-cong-nghe"
    assert places.local_kind("Sở Mây") == frozenset()
