import json
import zipfile

import pytest
from fake_edge import PLAN

from danchieu.cli.extract import output_names


@pytest.fixture
def plan(tmp_path):
    path = tmp_path / "kế hoạch.txt"
    path.write_text(PLAN, "utf-8")
    return path


def test_one_file_prints_its_json(danchieu, plan):
    ended = danchieu("extract", plan)
    assert (ended.code, ended.err) == (0, "")
    result = json.loads(ended.out)
    assert result["schema_version"] == "1"
    assert result["source"]["file_name"] == "kế hoạch.txt"


def test_in_process_gives_the_same(danchieu, plan):
    in_process = danchieu("extract", plan, "--in-process").out
    assert in_process == danchieu("extract", plan).out


def test_several_files_are_written_to_the_folder(danchieu, plan, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(PLAN, "utf-8")
    out = tmp_path / "new" / "results"
    ended = danchieu("extract", plan, other, "--out", out)
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert sorted(p.name for p in out.iterdir()) == ["kế hoạch.json", "other.json"]
    assert json.loads((out / "other.json").read_text("utf-8"))["draft"] is False


def test_a_failure_is_one_line_and_the_others_are_written(danchieu, plan, tmp_path):
    empty, missing = tmp_path / "empty.pdf", tmp_path / "missing.pdf"
    empty.write_bytes(b"")
    out = tmp_path / "out"
    ended = danchieu("extract", empty, plan, missing, "--out", out)
    assert ended.code == 1
    first, second = ended.err.splitlines()
    assert first.startswith(f"{empty}: empty-file: Tệp rỗng")
    assert second.startswith(f"{missing}: not-found: ")
    assert [p.name for p in out.iterdir()] == ["kế hoạch.json"]


def test_a_fault_of_the_program_ends_only_its_file(danchieu, plan, tmp_path):
    faulty = tmp_path / "a.txt"
    faulty.write_bytes(b"faulty")
    ended = danchieu("extract", faulty, plan, "--out", tmp_path / "out")
    assert ended.code == 1
    assert ended.err.startswith(f"{faulty}: internal-error: ")
    assert (tmp_path / "out" / "kế hoạch.json").is_file()


def test_a_zip_gives_its_documents_and_one_line_for_a_bad_one(danchieu, tmp_path):
    packed = tmp_path / "kho.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("năm 2024/kế hoạch.txt", PLAN)
        archive.writestr("../trên.txt", PLAN)
    ended = danchieu("extract", packed, "--out", tmp_path / "out")
    assert ended.code == 1
    assert ended.err.startswith(f"{packed}!/../trên.txt: unreadable-document: ")
    [made] = (tmp_path / "out").iterdir()
    result = json.loads(made.read_text("utf-8"))
    assert result["source"]["file_name"] == "kho.zip/năm 2024/kế hoạch.txt"


def test_folders_are_walked(danchieu, plan, tmp_path):
    inner = tmp_path / "folder" / "inner"
    inner.mkdir(parents=True)
    (inner / "one.txt").write_text(PLAN, "utf-8")
    (inner / "one.json").write_text("{}", "utf-8")
    (tmp_path / "folder" / ".hidden.txt").write_text(PLAN, "utf-8")
    out = tmp_path / "out"
    assert danchieu("extract", tmp_path / "folder", "--out", out).code == 0
    assert [p.name for p in out.iterdir()] == ["one.json"]


def test_messages_are_english_when_asked(danchieu, tmp_path):
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    ended = danchieu("--lang", "en", "extract", empty)
    assert ended.err == f"{empty}: empty-file: empty; take another file\n"


def test_a_folder_that_cannot_be_written_is_one_line(danchieu, plan):
    ended = danchieu("extract", plan, "--out", "/proc/nowhere")
    assert ended.code == 1
    [line] = ended.err.splitlines()
    assert line.startswith("danchieu: system-error: ")
    assert "/proc/nowhere" in line


def test_too_large_is_refused_before_reading(danchieu, plan, monkeypatch):
    monkeypatch.setenv("DANCHIEU_MAX_BYTES", "10")
    ended = danchieu("extract", plan)
    assert ended.code == 1
    assert ": too-large: " in ended.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "{plan}", "{plan}2"],
        ["extract", "{empty}"],
        ["extract", "{plan}", "--out", "{plan}"],
        ["extract", "{plan}", "--workers", "0"],
        ["extract", "{plan}", "--colour"],
        ["no-such-command"],
        ["--lang", "fr", "version"],
    ],
)
def test_wrong_usage_is_2(danchieu, plan, tmp_path, arguments):
    empty = tmp_path / "nothing"
    empty.mkdir()
    given = [a.format(plan=plan, empty=empty) for a in arguments]
    assert danchieu(*given).code == 2


def test_a_wrong_setting_is_2_and_names_it(danchieu, plan, monkeypatch):
    monkeypatch.setenv("DANCHIEU_WORKERS", "many")
    ended = danchieu("extract", plan)
    assert ended.code == 2
    assert "DANCHIEU_WORKERS" in ended.err


def test_names_are_stems_and_longer_only_where_they_meet(tmp_path):
    a, b, c = tmp_path / "x.pdf", tmp_path / "x.txt", tmp_path / "in" / "x.txt"
    assert output_names([a, b, c]) == {a: "x", b: "x.txt", c: "x.txt-2"}
