import pytest
from unit.evaluation.gold_samples import answer, gold

from danchieu.evaluation import Answer, score_results


def counts(wanted, given, field):
    """Return (right, wrong, missed) of one field."""
    score = score_results([wanted], {"kh-7": given}).fields.get(field)
    return (score.right, score.wrong, score.missed) if score else None


def cited(code, **parts):
    return {"code": code, "type": "Kế hoạch", "relation": "mentions", **parts}


def test_a_wrong_value_counts_as_wrong_and_as_missed():
    given = answer(header={"place": {"value": "Kon Tum"}})
    assert counts(gold(place="Gia Lai"), given, "place") == (0, 1, 1)
    assert counts(gold(place="Gia Lai"), Answer(), "place") == (0, 0, 1)
    assert counts(gold(), given, "place") == (0, 1, 0)
    assert counts(gold(), Answer(), "place") is None


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("Tiêm chủng mở rộng năm 2024", 1),
        ("Tiêm chủng mở rộng năm 2024.", 1),
        ("Tiêm chủng", 0),
    ],
)
def test_a_title_may_differ_by_a_tenth(title, right):
    wanted = gold(title="Tiêm chủng mở rộng năm 2024")
    given = answer(header={"title": {"value": title}})
    assert counts(wanted, given, "title")[0] == right


def test_another_name_of_the_issuer_counts():
    wanted = gold(issuer="Thanh tra Sở Y tế", issuer_alt=["Thanh tra"])
    given = answer(header={"issuer": {"value": {"name": "Thanh tra"}}})
    assert counts(wanted, given, "issuer") == (1, 0, 0)


def test_news_have_no_issuer_to_score():
    wanted = gold(kind="news", issuer=None, place=None)
    given = answer(header={"place": {"value": "Kon Tum"}})
    assert counts(wanted, given, "place") is None


def test_a_number_by_pen_may_be_left_out_but_not_be_wrong():
    wanted = gold(code="7/KH-SYT", handwritten=["number"])
    other = answer(header={"code": {"value": "1/KH-SYT"}})
    assert counts(wanted, Answer(), "code") is None
    assert counts(wanted, Answer(), "code.handwritten") is None
    assert counts(wanted, other, "code.handwritten") == (0, 1, 1)


def test_a_day_by_pen_may_be_given_to_the_month():
    wanted = gold(date="2024-03-15", handwritten=["day"])
    for printed, expected in [("2024-03", None), ("2024-04-15", (0, 1, 1))]:
        given = answer(header={"issued_on": {"value": printed}})
        assert counts(wanted, given, "date.handwritten") == expected


def test_what_is_unreadable_is_not_scored():
    wanted = gold(code="7/KH-SYT", date="2024-03-15", unreadable=["number", "date"])
    assert counts(wanted, Answer(), "code") is None
    assert counts(wanted, Answer(), "date") is None


def test_a_citation_is_found_by_its_code():
    wanted = gold(citations=[cited("7/KH-SYT"), cited("8/KH-SYT")])
    given = answer(citations=[cited("07 / KH-SYT"), cited("9/KH-SYT")])
    assert counts(wanted, given, "citations") == (1, 1, 1)


STRATEGY = "Chiến lược tiêm chủng đến năm 2030"


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (cited(None, name=STRATEGY.lower()), 1),
        (cited(None, name=f"{STRATEGY} của tỉnh Kon Tum"), 1),
        (cited("5/QĐ-TTg"), 1),
        (cited(None, resolved_code="5/QĐ-TTg"), 1),
        (cited(None, name="Chiến lược tiêm chủng"), 0),
        (cited("6/QĐ-TTg", name=STRATEGY), 0),
    ],
)
def test_a_name_is_found_by_likeness_or_by_what_it_stands_for(given, right):
    wanted = gold(citations=[cited(None, name=STRATEGY, resolves_to="5/QĐ-TTg")])
    found = counts(wanted, answer(citations=[given]), "citations")
    assert found == (right, 1 - right, 1 - right)


def test_an_optional_citation_costs_nothing():
    wanted = gold(citations=[cited("7/KH-SYT", optional=True)])
    assert counts(wanted, Answer(), "citations") == (0, 0, 0)
    given = answer(citations=[cited("7/KH-SYT")])
    assert counts(wanted, given, "citations") == (1, 0, 0)


def test_beyond_the_annotated_pages_nothing_is_wrong():
    wanted = gold(citations=[], citations_scope="page 1")
    given = answer(citations=[cited("7/KH-SYT")])
    assert counts(wanted, given, "citations") == (0, 0, 0)


def test_a_list_that_was_not_annotated_is_not_scored():
    given = answer(citations=[cited("7/KH-SYT")])
    assert counts(gold(), given, "citations") is None


@pytest.mark.parametrize(("relation", "right"), [("implements", 1), ("amends", 0)])
def test_a_second_accepted_relation_counts(relation, right):
    wanted = gold(citations=[cited("7/KH-SYT", also_accepted=["implements"])])
    given = answer(citations=[cited("7/KH-SYT", relation=relation)])
    assert counts(wanted, given, "citation.relation")[0] == right


def test_details_of_a_citation_are_scored_only_where_it_was_found():
    wanted = gold(citations=[cited("7/KH-SYT", date="2024-01-02", issuer="Sở Y tế")])
    given = answer(
        citations=[cited("7/KH-SYT", date=None, issuer={"name": "Sở Y tế Kon Tum"})]
    )
    assert counts(wanted, given, "citation.date") == (0, 0, 1)
    assert counts(wanted, given, "citation.issuer") == (1, 0, 0)
    assert counts(wanted, answer(citations=[]), "citation.date") is None


def figure(text, low, high, **parts):
    return {"text": text, "min": low, "max": high, "comparator": "=", **parts}


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (figure("tiêm cho 90% trẻ em", 90, 90, percent=True), 1),
        (figure("90% trẻ em", 90, None, percent=True), 1),
        (figure("tiêm cho 90% trẻ em", 90, 90, percent=False), 0),
        (figure("tiêm cho 90% trẻ em", 95, 95, percent=True), 0),
        (figure("tiêm cho 90% trẻ em", 90, 91, percent=True), 0),
        (figure("90%", 90, 90, percent=True), 0),
    ],
)
def test_a_target_is_found_by_number_percent_and_half_its_words(given, right):
    wanted = gold(targets=[figure("tiêm cho 90% trẻ em", 90, 90, percent=True)])
    assert counts(wanted, answer(targets=[given]), "targets")[0] == right


@pytest.mark.parametrize(("by", "right"), [("2025-12", 1), ("2025", 1), ("2030", 0)])
def test_a_deadline_may_be_more_or_less_exact(by, right):
    wanted = gold(targets=[figure("hai mũi", 2, 2, by="2025")])
    given = answer(targets=[figure("hai mũi", 2, 2, by=by)])
    assert counts(wanted, given, "target.by")[0] == right


def duty(agency, task, **parts):
    return {"agency": agency, "role": "lead", "task": task, **parts}


@pytest.mark.parametrize(
    ("agency", "task", "right"),
    [
        ("Sở Y tế tỉnh Kon Tum", "tổ chức tiêm chủng cho trẻ em", 1),
        ("Trung tâm Y tế", "tổ chức tiêm chủng", 1),
        ("Sở Nội vụ", "tổ chức tiêm chủng", 0),
        ("Sở Y tế", "tổ chức hội nghị", 0),
    ],
)
def test_an_assignment_is_found_by_agency_and_most_of_its_task(agency, task, right):
    wanted = gold(
        assignments=[
            duty("Sở Y tế", "tổ chức tiêm chủng", also_agency="Trung tâm Y tế")
        ]
    )
    given = answer(assignments=[duty({"name": agency}, task)])
    assert counts(wanted, given, "assignments")[0] == right


def test_two_equal_duties_are_matched_one_to_one():
    wanted = gold(assignments=[duty("Sở Y tế", "tiêm"), duty("Sở Y tế", "tiêm")])
    given = answer(assignments=[duty("Sở Y tế", "tiêm")])
    assert counts(wanted, given, "assignments") == (1, 0, 1)


def test_a_line_of_recipients_may_differ_by_a_fifth():
    wanted = gold(recipients=["Sở Y tế (để báo cáo)", "Lưu: VT"])
    given = answer(recipients=[{"text": "Sở Y tế (để báo cáo);"}, {"text": "Như trên"}])
    assert counts(wanted, given, "recipients") == (1, 1, 1)


def test_the_first_signer_is_scored_where_the_gold_has_one():
    given = answer(signatures=[{"name": "A Văn B"}, {"name": "C"}])
    wanted = gold(signer={"name": "A Văn B"})
    assert counts(wanted, given, "signer") == (1, 0, 0)
    assert counts(gold(), given, "signer") is None
    assert counts(gold(signer=None), given, "signer") == (0, 1, 0)


def test_a_document_without_a_result_is_all_missed():
    wanted = gold(code="7/KH-SYT", citations=[cited("8/KH-SYT")])
    table = score_results([wanted], {})
    missed = {f: s.missed for f, s in table.fields.items() if s.missed}
    assert missed == {"kind": 1, "code": 1, "citations": 1}


def test_each_loss_names_document_field_gold_and_result():
    given = answer(header={"place": {"value": "Kon Tum"}}, citations=[cited("9/X-Y")])
    wanted = gold(place="Gia Lai", citations=[cited("7/KH-SYT")])
    lines = [str(loss) for loss in score_results([wanted], {"kh-7": given}).losses]
    assert lines == [
        "kh-7 place Gia Lai → Kon Tum",
        "kh-7 citations 7/KH-SYT | mentions → ∅",
        "kh-7 citations ∅ → 9/X-Y | mentions",
    ]
