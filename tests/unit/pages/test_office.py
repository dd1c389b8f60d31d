"""Old office files through LibreOffice: found or not, slow, broken."""

import shutil
import stat
import time

import pytest

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import DocumentError, TimeLimitError, UnsupportedFormatError
from danchieu.pages import read_pages

RTF = SourceFile("a.doc", "0", "application/rtf", rb"{\rtf1 S\u7889\'3f: 7/KH}")


def program(folder, script):
    path = folder / "soffice"
    path.write_text("#!/bin/sh\n" + script)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def test_without_libreoffice_the_error_names_the_package(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnsupportedFormatError, match="libreoffice-writer"):
        read_pages(RTF, Limits(), None)


def test_a_conversion_that_hangs_is_stopped_with_its_children(monkeypatch, tmp_path):
    program(tmp_path, "/bin/sleep 60 & /bin/sleep 60\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    began = time.monotonic()
    with pytest.raises(TimeLimitError):
        read_pages(RTF, Limits(seconds=0.3), None)
    assert time.monotonic() - began < 10


def test_a_conversion_that_makes_nothing_is_a_document_error(monkeypatch, tmp_path):
    program(tmp_path, "exit 0\n")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(DocumentError):
        read_pages(RTF, Limits(), None)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_reads_rtf_with_libreoffice():
    assert read_pages(RTF, Limits(), None).pages[0].text == "Số: 7/KH\n"
