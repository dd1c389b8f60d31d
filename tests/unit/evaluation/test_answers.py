import json

import pytest

from danchieu.errors import CorpusError
from danchieu.evaluation import load_answers, read_answer


def test_facts_and_agencies_become_bare_values():
    header = {"issuer": {"value": {"name": "Sở Y tế"}}, "code": {"value": "7/KH-SYT"}}
    answer = read_answer({"header": header})
    assert (answer.header.issuer, answer.header.code) == ("Sở Y tế", "7/KH-SYT")


def test_what_is_missing_or_null_is_empty():
    answer = read_answer({"header": None, "citations": None})
    assert (answer.header.code, answer.citations, answer.targets) == (None, (), ())


def test_results_are_known_by_their_file_names(tmp_path):
    (tmp_path / "kh-7.json").write_text(json.dumps({"draft": True}), "utf-8")
    assert load_answers(tmp_path)["kh-7"].draft is True


@pytest.mark.parametrize("content", ["{", '{"citations": 4}', "[]"])
def test_a_broken_result_is_named(tmp_path, content):
    (tmp_path / "kh-7.json").write_text(content, "utf-8")
    with pytest.raises(CorpusError, match=r"kh-7\.json"):
        load_answers(tmp_path)
