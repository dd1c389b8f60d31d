import json

import pytest
from unit.evaluation.gold_samples import flat, own

from danchieu.errors import CorpusError
from danchieu.evaluation import load_gold, load_golds


def written(folder, content):
    path = folder / "kh-7.json"
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_our_shape_is_read(tmp_path):
    recipients = [{"text": "Lưu: VT"}]
    gold = load_gold(written(tmp_path, own(recipients=recipients)))
    assert (gold.form, gold.recipients[0].text) == ("own", "Lưu: VT")


def test_the_flat_form_gives_the_same_type(tmp_path):
    content = flat(
        code="7/KH-SYT",
        date="2024-03",
        parent="UBND tỉnh",
        signer={"name": "A Văn B", "title": "GIÁM ĐỐC", "authority": "TM. X; KT. Y"},
        recipients=["Lưu: VT"],
        issuer_alt="Thanh tra",
    )
    gold = load_gold(written(tmp_path, content))
    assert gold.form == "flat"
    assert gold.header.issued_on == "2024-03"
    assert gold.header.parent_issuer == "UBND tỉnh"
    assert gold.header.issuer_alt == ("Thanh tra",)
    assert gold.signatures[0].authority == ("TM. X", "KT. Y")


def test_a_list_that_a_flat_file_leaves_out_was_not_annotated(tmp_path):
    gold = load_gold(written(tmp_path, flat(targets=[], citations_scope="page 1")))
    assert (gold.targets, gold.assignments) == ((), None)
    assert not gold.is_whole("citations")
    assert gold.is_whole("targets")


@pytest.mark.parametrize(
    ("printed", "deadline"),
    [
        ("hằng năm, trước ngày 10/11 (--11-10)", "--11-10"),
        ("2025-06", "2025-06"),
        ("Thường xuyên", None),
    ],
)
def test_the_date_of_a_flat_deadline_is_taken_out(tmp_path, printed, deadline):
    task = {"agency": "X", "role": "lead", "task": "làm", "deadline": printed}
    gold = load_gold(written(tmp_path, flat(assignments=[task])))
    assert gold.assignments[0].deadline == deadline


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"kind": "letter"}, "kind"),
        ({"targets": [{"text": "x"}]}, "targets.0."),
        ({"recipients": None}, "recipients"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_wrong_file_is_refused_by_file_and_key(tmp_path, change, named):
    path = written(tmp_path, own(**change))
    with pytest.raises(CorpusError, match=named) as caught:
        load_gold(path)
    assert "kh-7.json" in str(caught.value)


def test_a_missing_key_is_refused(tmp_path):
    content = own()
    del content["results"]
    with pytest.raises(CorpusError, match="results"):
        load_gold(written(tmp_path, content))


@pytest.mark.parametrize("content", ["{", "[]"])
def test_what_is_no_json_object_is_refused(tmp_path, content):
    path = tmp_path / "kh-7.json"
    path.write_text(content, "utf-8")
    with pytest.raises(CorpusError, match=r"kh-7\.json"):
        load_gold(path)


def test_a_folder_without_gold_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="no gold"):
        load_golds(tmp_path)
