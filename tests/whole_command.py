"""The real command as a user starts it, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

NOTICE = """SỞ Y TẾ CAO BẰNG
Số: {}/TB-SYT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Cao Bằng, ngày 09 tháng 5 năm 2022

THÔNG BÁO
Về lịch trực cấp cứu tháng 6
"""


def whole_command(
    data: Path, *, text: bool = False, **environment: str
) -> Callable[..., subprocess.CompletedProcess]:
    """Return the command as a function of its arguments; ``data`` is its archive.

    Its streams come back as bytes, or as letters with ``text``.
    """
    given = os.environ | {"DANCHIEU_DATA_DIR": str(data)} | environment
    command = [sys.executable, "-c", "from danchieu.cli import main; main()"]

    def run(*arguments: object) -> subprocess.CompletedProcess:
        return subprocess.run(
            [*command, *map(str, arguments)],
            capture_output=True,
            text=text,
            check=False,
            env=given,
        )

    return run
