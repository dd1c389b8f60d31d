import pytest
from unit.evaluation.gold_samples import own

from danchieu.evaluation import GoldDocument
from danchieu.evaluation.evidence_check import find_mismatches

TEXT = """Số: 7 /KH- SYT
Kon Tum, ngày 5 tháng 3 năm 2024

KẾ HOẠCH
Tiêm chủng
năm 2024

Thực hiện Công văn số 15/UBND-
VX ngày 08/011/2023 của UBND tỉnh.

| TT | Việc | Chủ trì |
| 1 | Tiêm nhắc lại | Trung tâm Y tế |
"""


def wrong_keys(**parts):
    gold = GoldDocument.model_validate(own(**parts))
    return [mismatch.key for mismatch in find_mismatches(gold, TEXT)]


def header(**values):
    return {"header": own()["header"] | values}


@pytest.mark.parametrize(
    "values",
    [
        {"code": "7/KH-SYT", "number": "7", "symbol": "KH-SYT"},
        {"title": "Tiêm chủng năm 2024", "type": "Kế hoạch", "place": "Kon Tum"},
        {"issued_on": "2024-03-05"},
        {"issued_on": "2023-11-08"},
        {"issued_on": "2024-03"},
    ],
)
def test_printed_values_are_found(values):
    assert wrong_keys(**header(**values)) == []


@pytest.mark.parametrize(
    "values",
    [
        {"code": "8/KH-SYT"},
        {"title": "tiêm chủng năm 2024"},
        {"place": "Gia Lai"},
        {"issued_on": "2024-03-15"},
        {"issued_on": "2024-11"},
    ],
)
def test_what_is_not_printed_is_told_by_key(values):
    (key,) = values
    assert wrong_keys(**header(**values)) == [f"header.{key}"]


def cited(**parts):
    keys = ("code", "type", "date", "issuer", "name", "resolved_code")
    return dict.fromkeys(keys) | {"relation": "mentions", "pinpoints": []} | parts


def test_a_code_cut_by_a_line_break_is_found():
    assert wrong_keys(citations=[cited(code="15/UBND-VX", date="2023-11-08")]) == []
    assert wrong_keys(citations=[cited(code="15/UBND-KT")]) == ["citations.0.code"]


def duty(agency, task):
    return {"agency": agency, "role": "lead", "task": task, "deadline": None}


def test_tasks_stand_in_table_cells_and_agencies_in_short_forms():
    duties = [duty("Trung tâm Y tế", "Tiêm nhắc lại"), duty("Ủy ban nhân dân tỉnh", "")]
    assert wrong_keys(assignments=duties) == []
    wrong = [duty("Sở Y tế", "Tiêm bổ sung")]
    assert wrong_keys(assignments=wrong) == [
        "assignments.0.agency",
        "assignments.0.task",
    ]


def test_the_type_of_a_letter_need_not_be_printed():
    gold = own()["header"] | {"type": "Công văn"}
    document = GoldDocument.model_validate(own(header=gold))
    assert find_mismatches(document, "Số: 7/KH-SYT\nTiêm chủng\nnăm 2024\n") == []


def test_headings_columns_and_events_must_be_printed():
    section = {"label": "I", "heading": "MỤC TIÊU"}
    table = {"header": ["TT", "Hạn"], "rows": 1}
    event = {"date": "2024-05-06", "text": "Hội nghị"}
    assert wrong_keys(sections=[section], tables=[table], events=[event]) == [
        "sections.0",
        "tables.0.header",
        "events.0.text",
        "events.0.date",
    ]
