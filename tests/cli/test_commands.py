import json

import pytest

from danchieu import __version__
from danchieu.contract import result_schema

RULE = """patterns:
- id: header.number
  source: Nghị định 30/2020/NĐ-CP
  pattern: 'Số: (?P<number>\\d+)'
  must_match:
  - {text: 'Số: 12', groups: {number: '12'}}
  must_not_match:
  - Số phận
"""


def test_version_names_package_and_schema(danchieu):
    assert danchieu("version").out == f"danchieu {__version__}\nschema 1\n"


def test_schema_is_the_one_of_the_contract(danchieu):
    assert json.loads(danchieu("schema").out) == result_schema()


def test_rules_of_the_repository_are_good(danchieu):
    assert danchieu("rules", "check").code == 0


@pytest.fixture
def rules(tmp_path, monkeypatch):
    folder = tmp_path / "rules"
    for name in ("header", "gazetteers"):
        (folder / name).mkdir(parents=True)
    monkeypatch.setenv("DANCHIEU_RULES_DIR", str(folder))
    return folder


def test_a_rule_whose_example_fails_is_told(danchieu, rules):
    (rules / "header" / "a.yaml").write_text(RULE.replace("Số: 12", "Số 12"), "utf-8")
    ended = danchieu("--lang", "en", "rules", "check")
    assert ended.code == 1
    assert "bad-rule" in ended.err
    assert "header.number" in ended.err


def test_tidy_brings_a_file_into_form(danchieu, rules):
    path = rules / "header" / "a.yaml"
    decomposed = RULE.replace("ố", "o\u0302\u0301")
    path.write_bytes(("\n\n" + decomposed.replace("\n", "  \r\n")).encode())
    danchieu("rules", "tidy")
    assert path.read_text("utf-8") == RULE
    assert danchieu("rules", "tidy").out == ""


def test_corpora_of_the_repository_are_good(danchieu):
    assert danchieu("corpora", "check").code == 0


def test_a_folder_without_corpora_is_wrong_usage(danchieu, tmp_path):
    assert danchieu("corpora", "check", tmp_path).code == 2


def test_serve_refuses_other_hosts(danchieu):
    ended = danchieu("serve", "--host", "0.0.0.0")
    assert ended.code == 2
    assert "DANCHIEU_HOST" in ended.err


@pytest.mark.parametrize("form", ["pdf", "docx", "scan"])
def test_render_writes_the_form_that_was_asked(danchieu, tmp_path, form):
    text = tmp_path / "a.txt"
    text.write_text("SỞ Y TẾ\nSố: 12/TB-SYT\n\nTHÔNG BÁO\nVề lịch trực\n", "utf-8")
    out = tmp_path / "out.file"
    ended = danchieu("render", text, "--form", form, "--out", out)
    assert ended.code == 0
    assert out.read_bytes().startswith({"docx": b"PK"}.get(form, b"%PDF"))


def test_render_names_the_damages_it_knows(danchieu, tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("THÔNG BÁO\n", "utf-8")
    ended = danchieu("render", text, "--form", "scan", "--damage", "coffee")
    assert ended.code == 2
    assert "light" in ended.err


def test_render_of_no_text_fails(danchieu, tmp_path):
    assert danchieu("render", tmp_path / "none.txt").code == 1


def test_score_counts_by_field(danchieu, tmp_path):
    gold, results = tmp_path / "gold", tmp_path / "results"
    for folder in (gold, results):
        folder.mkdir()
    row = {"id": "a", "kind": "administrative", "type": "Kế hoạch"}
    (gold / "a.json").write_text(json.dumps(row), "utf-8")
    fact = {"value": "Quyết định"}
    result = {"kind": {"value": "administrative"}, "header": {"type": fact}}
    (results / "a.json").write_text(json.dumps(result), "utf-8")
    assert json.loads(danchieu("score", gold, results, "--json").out)
    lost = danchieu("score", gold, results, "--errors", "type").out
    assert "Kế hoạch → Quyết định" in lost


def test_compare_names_what_a_later_reading_gains_and_loses(danchieu, tmp_path):
    for name, value in (("before", "Quyết định"), ("after", "Kế hoạch")):
        (tmp_path / name).mkdir()
        result = {"header": {"type": {"value": value}}}
        (tmp_path / name / "a.json").write_text(json.dumps(result), "utf-8")
    folders = (tmp_path / "before", tmp_path / "after")
    assert danchieu("compare", *folders).out.splitlines() == [
        "gained: a type: Kế hoạch",
        "lost: a type: Quyết định",
    ]
    assert "Không có thay đổi" in danchieu("compare", folders[0], folders[0]).out


def test_compare_needs_results(danchieu, tmp_path):
    ended = danchieu("compare", tmp_path, tmp_path)
    assert (ended.code, "no results" in ended.err or "kết quả" in ended.err) == (
        1,
        True,
    )


def test_the_language_may_stand_in_the_settings_file(danchieu, tmp_path, monkeypatch):
    (tmp_path / "danchieu.toml").write_text('lang = "en"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    assert "patterns" in danchieu("rules", "check").out
    assert "mẫu" in danchieu("--lang", "vi", "rules", "check").out
