import pytest
from unit.evaluation.gold_samples import answer, gold

from danchieu.evaluation import (
    Judgement,
    reliability_by_step,
    reliability_of_sure,
    render_reliability,
    score_results,
)

JUDGEMENTS = (
    Judgement("place", 1.0, True),
    Judgement("place", 0.9, False),
    Judgement("title", 0.89, True),
    Judgement("title", 0.2, False),
)


def test_a_step_holds_its_lower_end_and_the_last_one_both():
    rows = [(r.low, r.given, r.right) for r in reliability_by_step(JUDGEMENTS)]
    assert rows == [(0.0, 1, 0), (0.8, 1, 1), (0.9, 1, 0), (0.95, 1, 1)]


def test_the_sure_values_are_counted_by_field():
    (row,) = reliability_of_sure(JUDGEMENTS)
    assert (row.name, row.given, row.share) == ("place", 2, 0.5)
    assert row.mean_confidence == pytest.approx(0.95)


def test_the_tables_as_text():
    lines = render_reliability(JUDGEMENTS).splitlines()
    assert lines[1].startswith("0.00-0.50")
    assert lines[-1].split() == ["place", "2", "1", "0.500", "0.950"]


def test_scoring_keeps_how_sure_each_given_value_was():
    header = {"place": {"value": "Kon Tum", "confidence": 0.7}}
    citation = {"code": "7/KH-UBND", "relation": "mentions", "confidence": 0.4}
    wanted = gold(place="Gia Lai", citations=[])
    read = answer(header=header, citations=[citation])
    table = score_results([wanted], {"kh-7": read})
    assert Judgement("place", 0.7, False) in table.judgements
    assert Judgement("citations", 0.4, False) in table.judgements


def test_a_value_without_a_confidence_is_not_judged():
    header = {"place": {"value": "Gia Lai"}}
    table = score_results([gold(place="Gia Lai")], {"kh-7": answer(header=header)})
    assert table.judgements == ()
