"""The real command once, as a user starts it: processes, exit codes, both streams."""

import json
import os
import subprocess
import sys

import pytest

COMMAND = "from danchieu.cli import main; main()"
NOTICE = """SỞ Y TẾ CAO BẰNG
Số: 31/TB-SYT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cao Bằng, ngày 09 tháng 5 năm 2022

THÔNG BÁO
Về lịch trực cấp cứu tháng 6
"""


@pytest.fixture
def danchieu(tmp_path):
    """Return the command as a function of its arguments."""
    environment = os.environ | {
        "DANCHIEU_DATA_DIR": str(tmp_path / "data"),
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
    }

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-c", COMMAND, *map(str, arguments)],
            capture_output=True,
            check=False,
            env=environment,
        )

    return run


def test_files_are_read_in_processes_and_the_bad_one_fails_alone(danchieu, tmp_path):
    good, bad, out = tmp_path / "a.txt", tmp_path / "b.pdf", tmp_path / "out"
    good.write_text(NOTICE, "utf-8")
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
    path.write_text(NOTICE, "utf-8")
    assert danchieu("text", path).stdout.decode("utf-8") == NOTICE
