import pytest
from unit.evaluation.gold_samples import own

from danchieu.evaluation import GoldDocument, read_answer, score_results


def counts(wanted, given, field):
    gold = GoldDocument.model_validate(own(**wanted))
    score = score_results([gold], {"kh-7": read_answer(given)}).fields.get(field)
    return (score.right, score.wrong, score.missed) if score else None


def section(label, heading, *children):
    return {"label": label, "heading": heading, "children": list(children)}


def test_a_section_is_found_at_any_depth_by_label_and_heading():
    wanted = {
        "sections": [
            {"label": "I", "heading": "MỤC TIÊU"},
            {"label": "II.1", "heading": "Trạm Y tế"},
            {"label": "II.2", "heading": "Nhà trường"},
        ]
    }
    given = {
        "sections": [
            section("I", "MỤC TIÊU", section("I.1", "Tiêm đủ mũi cho trẻ.")),
            section("II", "PHÂN CÔNG", section("II.1", "Trạm Y tế")),
        ]
    }
    assert counts(wanted, given, "sections") == (2, 0, 1)


@pytest.mark.parametrize(
    ("header", "rows", "tables", "right_rows"),
    [
        (["TT", "Việc", "Hạn"], 2, (1, 0, 0), (1, 0, 0)),
        (["TT", "Việc", "Hạn"], 1, (1, 0, 0), (0, 1, 1)),
        (["TT", "Việc"], 2, (0, 1, 1), None),
    ],
)
def test_a_table_is_known_by_its_columns_and_scored_by_its_rows(
    header, rows, tables, right_rows
):
    wanted = {"tables": [{"header": ["TT", "Việc", "Hạn"], "rows": 2}]}
    given = {"tables": [{"header": header, "rows": [header] * rows}]}
    assert counts(wanted, given, "tables") == tables
    assert counts(wanted, given, "table.rows") == right_rows


def test_an_event_needs_its_day_and_half_of_its_words():
    held = {"date": "2024-05-06", "text": "Hội nghị tổng kết tiêm chủng"}
    for given, right in [
        (held, 1),
        (held | {"date": "2024-05-07"}, 0),
        (held | {"text": "Lễ khai giảng"}, 0),
    ]:
        found = counts({"events": [held]}, {"events": [given]}, "events")
        assert found[0] == right


def test_what_the_gold_does_not_annotate_is_not_scored():
    given = {"sections": [section("I", "MỤC TIÊU")], "events": [{"text": "Họp"}]}
    for field in ("sections", "tables", "events"):
        assert counts({}, given, field) is None
