from danchieu.domain.link import DocumentKey
from danchieu.store import Naming
from danchieu.usecases.ties import tied_to


def naming(issuer, date, name=None, **more):
    return Naming(DocumentKey("7/kh", issuer, int(date[:4])), date, name, **more)


TOUCHED = naming("sao-mai", "2021-03-01")


def test_the_same_year_of_one_issuer_is_tied():
    same_year = naming("sao-mai", "2021-05-05")
    assert tied_to([TOUCHED], [TOUCHED, same_year]) == [TOUCHED, same_year]


def test_other_years_and_other_issuers_stay_outside():
    far = [naming("sao-mai", "2019-05-05"), naming("hoa-ban", "2021-03-02")]
    assert tied_to([TOUCHED], [TOUCHED, *far]) == [TOUCHED]


def test_an_equal_day_of_another_year_is_tied():
    misprint = naming("sao-mai", "2012-03-01")
    assert tied_to([TOUCHED], [misprint]) == [misprint]


def test_names_lead_from_year_to_year():
    held = naming("sao-mai", "2021-04-04", "trồng cây ven đường", own=True)
    older = naming("sao-mai", "2018-09-09", "trồng cây ven đường")
    assert set(tied_to([TOUCHED], [held, older])) == {held, older}


def test_an_alias_looks_at_all_of_its_code():
    alias = naming("sao-mai", "2015-05-05", by_alias=True)
    far = naming("hoa-ban", "2019-05-05")
    assert tied_to([TOUCHED], [far, alias]) == [far, alias]


def test_what_one_document_tells_too_little_of_is_tied():
    loose = [
        Naming(DocumentKey("7/kh", None, 2021), "2021", name, only_in="d")
        for name in (None, "trồng cây")
    ]
    assert tied_to(loose[:1], loose) == loose
