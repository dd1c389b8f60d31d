import json

from unit.evaluation.gold_samples import answer, gold

from danchieu.evaluation import (
    compare_folders,
    compare_tables,
    losses_of,
    render_comparison,
    render_table,
    score_results,
    table_as_json,
)

WANTED = gold(place="Gia Lai", type="Kế hoạch")


def table(**values):
    header = {key: {"value": value} for key, value in values.items()}
    return score_results([WANTED], {"kh-7": answer(header=header)})


def test_the_table_has_one_line_per_field():
    lines = render_table(table(place="Gia Lai")).splitlines()
    assert lines[0] == "1 documents"
    assert "place  n=    1  P=1.000  R=1.000  F1=1.000" in lines
    assert "type   n=    1  P=    -  R=0.000  F1=0.000" in lines


def test_the_json_has_counts_and_ratios():
    fields = table_as_json(table(place="Kon Tum"))["fields"]
    assert fields["place"]["wrong"] == fields["place"]["missed"] == 1
    assert fields["place"]["f1"] == 0.0


def test_the_losses_of_one_field():
    losses = losses_of(table(place="Kon Tum"), "place")
    assert losses == ["kh-7 place Gia Lai → Kon Tum"]


def test_a_change_is_told_as_gains_and_losses():
    change = compare_tables(table(place="Gia Lai"), table(type="Kế hoạch"))
    assert render_comparison(change).splitlines() == [
        "gained: kh-7 type Kế hoạch → ∅",
        "lost: kh-7 place Gia Lai → ∅",
    ]


def test_wrong_in_another_way_is_neither():
    change = compare_tables(table(place="Kon Tum"), table(place="Đà Lạt"))
    assert render_comparison(change) == "nothing gained, nothing lost"


def test_two_folders_of_results_are_compared(tmp_path):
    for name, place in (("before", "Kon Tum"), ("after", "Gia Lai")):
        (tmp_path / name).mkdir()
        result = {"header": {"place": {"value": place}}}
        (tmp_path / name / "kh-7.json").write_text(json.dumps(result), "utf-8")
    change = compare_folders([WANTED], tmp_path / "before", tmp_path / "after")
    assert [loss.field for loss in change.gained] == ["place"]
    assert change.lost == ()
