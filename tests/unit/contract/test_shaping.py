import json
from dataclasses import replace

import pytest
from pydantic import ValidationError
from twins import Cited, Own, committee, document, span_of

from danchieu.contract import DocumentResult, to_result
from danchieu.domain.agency import Successor
from danchieu.domain.citation import RELATIONS, DescribedDocument, References
from danchieu.domain.fields import (
    Assignment,
    Event,
    Fields,
    Recipient,
    Signature,
    Target,
)
from danchieu.domain.found import DocumentWarning
from danchieu.domain.header import Header
from danchieu.domain.outline import Cell, Footnote, Node, Outline, Table
from danchieu.domain.page import Page
from danchieu.domain.signing import DigitalSignature
from danchieu.domain.text import Span
from danchieu.text import join_pages

BODY = (
    "KẾ HOẠCH chăm sóc cây xanh\n"
    "Thực hiện Quyết định số 77/QĐ-TTg ngày 03/02/2020 về trồng cây;\n"
    "1. Sở Tài chính chủ trì, trồng ít nhất 30 cây\n"
)


def tree_plan():
    own = Own(
        "12/KH-UBND",
        type="Kế hoạch",
        issuer=committee("Sao Mai"),
        date="2021-03",
        title="chăm sóc cây xanh",
    )
    cited = Cited(
        "Quyết định số 77/QĐ-TTg ngày 03/02/2020",
        "implements",
        "77/QĐ-TTg",
        date="2020-02-03",
        cue="Thực hiện",
    )
    return document(BODY, own, [cited])


def full_plan():
    plan = tree_plan()
    text = plan.text
    duty = span_of(text, "trồng ít nhất 30 cây")
    body = replace(committee("Sao Mai"), successor=Successor("s", "Mới", "2025-07-01"))
    line = span_of(text, "1. Sở Tài chính chủ trì, trồng ít nhất 30 cây")
    target = Target(
        printed=text[duty],
        metric=None,
        comparator=">=",
        min=30,
        max=None,
        unit="cây",
        percent=False,
        per=None,
        by="2021",
        span=duty,
        source="test",
        confidence=0.9,
    )
    named = span_of(text, "Sở Tài chính")
    fields = Fields(
        signatures=(Signature("An", None, ("KT. CHỦ TỊCH",), duty, 0.9, "test"),),
        recipients=(Recipient("Như trên", None, None, duty),),
        targets=(target,),
        results=(target,),
        assignments=(
            Assignment(body, "lead", text[duty], None, duty, named, "test", 0.8, "1"),
        ),
        events=(Event("2021-03-01", "Lễ trồng cây", ("Sở Tài chính",), duty),),
    )
    cell = Cell("30", duty)
    outline = Outline(
        nodes=(Node("1", "1", "clause", 1, named, line),),
        tables=(Table("Bảng", (cell,), ((cell, cell),), duty),),
    )
    warning = DocumentWarning("odd", "lạ", "odd", duty)
    described = DescribedDocument("5/KH", "Kế hoạch", None, body, None, ("1/QĐ",), duty)
    references = replace(plan.references, described=(described,))
    return replace(
        plan,
        fields=fields,
        outline=outline,
        references=references,
        warnings=(warning, warning),
    )


def test_a_fact_keeps_its_print_its_place_and_its_method():
    code = to_result(tree_plan()).header.code
    assert (code.value, code.text, code.method) == ("12/KH-UBND", "12/KH-UBND", "test")
    assert code.evidence[0].page == 1


def test_a_key_is_never_missing():
    row = json.loads(to_result(tree_plan()).model_dump_json())
    assert row["header"]["urgency"] is None
    assert row["targets"] == []
    assert set(row) == set(DocumentResult.model_fields)


def test_a_result_reads_back_as_itself():
    result = to_result(full_plan())
    assert DocumentResult.model_validate_json(result.model_dump_json()) == result


def test_the_words_that_state_a_relation_run_from_the_cue_to_the_name():
    citation = to_result(tree_plan()).citations[0]
    quote = " ".join(e.text for e in citation.relation_evidence)
    assert quote == "Thực hiện Quyết định số 77/QĐ-TTg ngày 03/02/2020"
    assert citation.mentions[0].text == "Quyết định số 77/QĐ-TTg ngày 03/02/2020"


def test_a_cue_far_away_is_quoted_apart():
    list_between = "Công văn số 1/SNV-VP; " * 50
    body = f"Căn cứ {list_between}Luật Cây xanh"
    cited = Cited("Luật Cây xanh", "based_on", name="Luật Cây xanh", cue="Căn cứ")
    citation = to_result(document(body, Own(), [cited])).citations[0]
    assert [e.text for e in citation.relation_evidence] == ["Căn cứ", "Luật Cây xanh"]


def test_an_agency_named_outside_its_task_is_evidence_too():
    assignment = to_result(full_plan()).assignments[0]
    assert [e.text for e in assignment.evidence] == [
        "trồng ít nhất 30 cây",
        "Sở Tài chính",
    ]


def test_a_successor_is_written_with_from():
    row = json.loads(to_result(full_plan()).model_dump_json())
    assert row["assignments"][0]["agency"]["successor"]["from"] == "2025-07-01"


def test_a_section_points_into_its_page():
    section = to_result(full_plan()).sections[0]
    page_text = full_plan().text.pages[0].text
    assert section.heading == "Sở Tài chính"
    assert page_text[section.start : section.end].startswith("1. Sở Tài chính")


def test_the_same_warning_is_given_once():
    assert [w.code for w in to_result(full_plan()).warnings] == ["odd"]


@pytest.mark.parametrize(
    ("origins", "expected"),
    [
        (["digital", "digital"], "digital"),
        (["ocr", "ocr"], "ocr"),
        (["digital", "ocr"], "mixed"),
    ],
)
def test_text_origin_tells_where_letters_came_from(origins, expected):
    pages = [Page(n, "chữ", origin=o) for n, o in enumerate(origins, start=1)]
    plan = replace(document("chữ", Own()), text=join_pages(pages))
    assert to_result(plan).source.text_origin == expected


def test_an_empty_page_does_not_make_a_scan_mixed():
    pages = [Page(1, "chữ", origin="ocr"), Page(2, "", origin="digital")]
    plan = replace(document("chữ", Own()), text=join_pages(pages))
    assert to_result(plan).source.text_origin == "ocr"


def test_an_unknown_key_is_refused():
    row = to_result(tree_plan()).model_dump()
    with pytest.raises(ValidationError):
        DocumentResult.model_validate(row | {"colour": "green"})


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_relation_has_a_place_in_the_contract(relation):
    body = "Luật Cây xanh"
    plan = document(body, Own(), [Cited(body, relation, name=body)])
    assert to_result(plan).citations[0].relation == relation


def test_spans_at_the_end_of_the_text_are_kept():
    plan = tree_plan()
    end = len(plan.text.value)
    warning = DocumentWarning("cut", "cụt", "cut", Span(end - 4, end))
    shown = to_result(replace(plan, warnings=(warning,))).warnings[0]
    assert shown.evidence[0].text == "cây\n"


def test_signatures_of_the_file_are_apart_from_those_on_the_page():
    signed = DigitalSignature("An", None, "2024-01-31T02:30:00+00:00", True, False)
    result = to_result(replace(tree_plan(), digital_signatures=(signed,)))
    (shown,) = result.digital_signatures
    assert (shown.signer, shown.intact, shown.covers_file) == ("An", True, False)
    assert shown.signed_at == "2024-01-31T02:30:00+00:00"
    assert result.signatures == ()


def test_a_footnote_shows_its_words_and_its_mark():
    text = join_pages([Page(1, "Theo kế hoạch¹.\n\n¹ Kế hoạch\nnăm.\n")])
    note = Footnote("¹", span_of(text, "Kế hoạch\nnăm."), (span_of(text, "hoạch¹"),))
    plan = replace(tree_plan(), text=text, outline=Outline(footnotes=(note,)))
    plan = replace(plan, header=Header(plan.header.kind), references=References())
    (shown,) = to_result(plan).footnotes
    assert (shown.mark, shown.text) == ("¹", "Kế hoạch năm.")
    assert [place.text for place in shown.anchors] == ["hoạch¹"]
    assert [place.text for place in shown.evidence] == ["Kế hoạch\nnăm."]
