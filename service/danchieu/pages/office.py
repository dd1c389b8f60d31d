"""doc, rtf and odt files: LibreOffice makes a docx of them, which we read."""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import DocumentError, TimeLimitError, UnsupportedFormatError
from danchieu.pages.reading import PagesRead
from danchieu.pages.word_document import read_word_document

_PROGRAMS = ("soffice", "libreoffice")
_LONGEST = 120.0


def read_office(source: SourceFile, suffix: str, limits: Limits) -> PagesRead:
    """Read an old office file through LibreOffice, in a profile of its own.

    Raises:
        UnsupportedFormatError: LibreOffice is not installed.
        TimeLimitError: the conversion took too long and was stopped.
        DocumentError: LibreOffice cannot read the file.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnsupportedFormatError(
            f"{source.name}: {suffix} files need LibreOffice; install the package "
            "libreoffice-writer-nogui, or save the file as docx or PDF"
        )
    with tempfile.TemporaryDirectory(prefix="danchieu-office-") as folder:
        content = _convert(program, source, suffix, Path(folder), limits)
    return read_word_document(replace(source, content=content), limits)


def _convert(
    program: str, source: SourceFile, suffix: str, folder: Path, limits: Limits
) -> bytes:
    given = folder / f"given{suffix}"
    given.write_bytes(source.content)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder / "made"),
        str(given),
    ]
    _run(source, command, min(limits.seconds, _LONGEST))
    made = folder / "made" / "given.docx"
    if not made.is_file():
        raise DocumentError(
            f"{source.name}: LibreOffice cannot read it (damaged, or it needs a "
            "password); save it as docx or PDF"
        )
    return made.read_bytes()


def _run(source: SourceFile, command: list[str], seconds: float) -> None:
    """Run a program in a group of its own, and stop the group after ``seconds``."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired as error:
        raise TimeLimitError(
            f"{source.name}: LibreOffice took longer than {seconds:.0f} s; "
            "save it as docx or PDF"
        ) from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
