import csv
import json

import openpyxl
import pytest
from whole_command import NOTICE, whole_command

_EVERYTHING = {"DANCHIEU_LOG_LEVEL": "debug"}


@pytest.fixture
def whole(tmp_path):
    """Return the real command: DBOS, worker processes and all."""
    settings = {"DANCHIEU_WORKERS": "1", "DANCHIEU_LANG": "en", **_EVERYTHING}
    return whole_command(tmp_path / "data", text=True, **settings)


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    for number in (31, 32):
        (folder / f"{number}.txt").write_text(NOTICE.format(number), "utf-8")
    (folder / "again.txt").write_text(NOTICE.format(31), "utf-8")
    (folder / "bad.pdf").write_bytes(b"MZ" + bytes(range(256)))
    return folder


def test_a_night_from_the_folder_to_the_report(whole, files, tmp_path):
    ended = whole("batch", files, "--out", tmp_path / "all.jsonl")
    assert ended.returncode == 1, ended.stderr
    assert "2 documents, 2 pages, 1 failed" in ended.stdout
    rows = [json.loads(line) for line in (tmp_path / "all.jsonl").open("rb")]
    assert len(rows) == 3
    assert rows[0]["header"]["code"]["value"] == "31/TB-SYT"

    logged = (tmp_path / "data/logs/batch.jsonl").read_text("utf-8")
    assert '"event": "read"' in logged
    assert not [w for w in ("TB-SYT", "Sở Y tế", "31.txt") if w in logged]

    [row] = json.loads(whole("status", "--json").stdout)
    assert row["failures"] == {"unsupported-format": 1}
    assert (row["files"], row["duplicates"], row["state"]) == (4, 1, "walked")

    for suffix in ("csv", "xlsx", "html"):
        assert whole("report", files, "--out", tmp_path / f"r.{suffix}").returncode == 0
    with (tmp_path / "r.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    assert [line[1] for line in table[1:]] == ["done", "done", "done", "failed"]
    assert table[-1][2] == "unsupported-format"
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx").active
    assert sheet["E2"].value == "31/TB-SYT"
    assert "32/TB-SYT" in (tmp_path / "r.html").read_text("utf-8")

    assert "1 documents will" in whole("retry", "--reason", "unsupported-format").stdout
    assert whole("worker", "--until-idle").returncode == 0
    assert whole("fsck").returncode == 0
    again = whole("reprocess", "--changed-rules")
    assert again.stdout.startswith("0 documents were read by old rules")
    backup = tmp_path / "backup"
    assert whole("backup", backup).stdout.startswith("2 files")
    assert whole("restore", backup).returncode == 1
    _check_restored(backup, files, tmp_path)
    (kept,) = [p for p in (tmp_path / "data/files").glob("*/*") if _holds(p, "31/TB")]
    kept.write_bytes(b"rotten")
    looked = whole("fsck")
    assert (looked.returncode, looked.stdout.split(":")[0]) == (1, "file-damaged")


def _check_restored(backup, files, tmp_path):
    """What comes back is whole, says the same, and has nothing to read again."""
    other = whole_command(tmp_path / "other", text=True, DANCHIEU_LANG="en")
    assert other("restore", backup).stdout.startswith("2 files")
    assert other("fsck").stdout == "Looked at 2 documents, 0 damaged.\n"
    again = other("batch", files, "--out", tmp_path / "again.jsonl")
    assert "2 documents, 2 pages, 1 failed" in again.stdout
    assert '"event": "read"' not in (tmp_path / "other/logs/batch.jsonl").read_text()
    both = [(tmp_path / f"{name}.jsonl").read_bytes() for name in ("all", "again")]
    assert both[0] == both[1]


def _holds(path, words):
    return words in path.read_text("utf-8")


def test_status_without_batches_says_so(danchieu):
    assert danchieu("status").out == "Chưa có đợt đọc nào.\n"


@pytest.mark.parametrize("command", ["report", "cancel"])
def test_a_batch_that_is_not_there_is_told(danchieu, command):
    ended = danchieu(command, "none")
    assert (ended.code, "not-found" in ended.err) == (1, True)


def test_a_report_has_only_the_forms_that_it_can_write(danchieu):
    assert danchieu("report", "--out", "x.doc").code == 2


def test_a_key_is_shown_once_and_can_be_ended(danchieu):
    assert danchieu("keys", "add", "văn thư").out.startswith("dc_")
    assert danchieu("keys", "add", "văn thư").code == 1
    assert "còn hiệu lực" in danchieu("keys", "list").out
    assert danchieu("keys", "revoke", "văn thư").code == 0
    assert "thu hồi" in danchieu("keys", "list").out
    assert danchieu("keys", "revoke", "văn thư").code == 1
