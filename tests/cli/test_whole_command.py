"""The real command once, as a user starts it: processes, exit codes, both streams."""

import json

import pytest
from whole_command import NOTICE, whole_command


@pytest.fixture
def danchieu(tmp_path):
    """Return the command as a function of its arguments."""
    return whole_command(tmp_path / "data", LC_ALL="C", PYTHONUTF8="0")


def test_files_are_read_in_processes_and_the_bad_one_fails_alone(danchieu, tmp_path):
    good, bad, out = tmp_path / "a.txt", tmp_path / "b.pdf", tmp_path / "out"
    good.write_text(NOTICE.format(31), "utf-8")
    bad.write_bytes(b"MZ" + bytes(range(256)))
    ended = danchieu("extract", good, bad, "--out", out)
    assert ended.returncode == 1
    assert ended.stdout == b""
    [line] = ended.stderr.decode("utf-8").splitlines()
    assert line.startswith(f"{bad}: unsupported-format: Loại tệp này")
    result = json.loads((out / "a.json").read_text("utf-8"))
    assert result["header"]["code"]["value"] == "31/TB-SYT"


def test_vietnamese_is_written_as_utf8_whatever_the_locale(danchieu, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(NOTICE.format(31), "utf-8")
    assert danchieu("text", path).stdout.decode("utf-8") == NOTICE.format(31)
