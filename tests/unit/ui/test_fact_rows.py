from dataclasses import replace

import pytest
from twins import Cited, Own, document

from danchieu.contract import Warning, to_result
from danchieu.domain.signing import DigitalSignature
from danchieu.ui.fact_rows import groups_of


@pytest.mark.parametrize(
    ("intact", "told"),
    [
        (True, "không thay đổi từ khi ký"),
        (False, "đã thay đổi sau khi ký"),
        (None, "không kiểm tra được"),
    ],
)
def test_digital_signatures_have_a_section_of_their_own(intact, told):
    signed = DigitalSignature(
        "Lò Văn Mai", "Sở Y tế", "2024-01-31T02:30:00+00:00", intact, True
    )
    plan = document("KẾ HOẠCH\n", Own("12/KH-UBND"), [])
    result = to_result(replace(plan, digital_signatures=(signed,)))
    (group,) = [g for g in groups_of(result) if g.key == "digital_signatures"]
    assert group.rows[0].value == "Lò Văn Mai"
    assert group.rows[0].cells == ("Sở Y tế", "09:30 31/01/2024", told)


@pytest.mark.parametrize(
    ("kind", "missed"),
    [
        ("administrative", ["header.code", "header.issuer", "header.issued_on"]),
        ("news", []),
    ],
)
def test_a_page_of_news_lacks_no_number_issuer_and_day(kind, missed):
    result = to_result(document("KẾ HOẠCH\n", Own("12/KH-UBND"), []))
    blank = {"code": None, "issuer": None, "issued_on": None}
    of_kind = result.model_copy(
        update={
            "kind": result.kind.model_copy(update={"value": kind}),
            "header": result.header.model_copy(update=blank),
        }
    )
    rows = [row for group in groups_of(of_kind) for row in group.rows]
    absent = [row.key for row in rows if row.absent]
    assert [key for key in absent if key != "header.title"] == missed


def test_without_signatures_the_section_is_not_there():
    result = to_result(document("KẾ HOẠCH\n", Own("12/KH-UBND"), []))
    assert "digital_signatures" not in [g.key for g in groups_of(result)]


def test_a_remark_that_stands_twice_is_told_once_where_it_is_printed():
    cites = document("Căn cứ 5/QĐ-BYT", Own("12/KH-UBND"), [Cited("5/QĐ-BYT")])
    read = to_result(cites)
    odd = Warning(code="two-dates", message="Hai ngày.", message_en="Two dates.")
    cited = read.citations[0].model_copy(update={"warnings": (odd,)})
    result = read.model_copy(update={"warnings": (odd,), "citations": (cited,)})
    (group,) = [g for g in groups_of(result) if g.key == "warnings"]
    told = [(row.value, row.evidence) for row in group.rows]
    assert told == [("Hai ngày.", cited.mentions[:1])]
