from datetime import UTC, datetime, timedelta

import pytest
from signed_pdf import sign_pdf

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.pages import read_pages
from danchieu.rendering import render_text

NAMES = ("Lò Văn Mai", "Sở Y tế tỉnh Lai Châu")


@pytest.fixture(scope="module")
def sheet():
    return render_text("SỞ Y TẾ\nSố: 12/SYT-NVY\n\nNội dung.\n", "pdf")


def signatures(pdf):
    source = SourceFile("a.pdf", "0" * 64, "application/pdf", pdf)
    return read_pages(source, Limits(), None).signatures


def test_a_file_without_signatures_has_none(sheet):
    assert signatures(sheet) == ()


@pytest.mark.parametrize("kind", ["rsa", "ec"])
@pytest.mark.parametrize("attributes", [True, False])
def test_a_signature_says_who_signed_for_whom(sheet, kind, attributes):
    (found,) = signatures(sign_pdf(sheet, *NAMES, kind=kind, attributes=attributes))
    assert (found.signer, found.organisation) == NAMES
    assert (found.intact, found.covers_file) == (True, True)


def test_the_signers_clock_is_told_in_utc(sheet):
    (found,) = signatures(sign_pdf(sheet, *NAMES))
    at = datetime.fromisoformat(found.signed_at)
    assert at.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=5)


def test_without_a_signed_time_the_files_own_counts(sheet):
    (found,) = signatures(sign_pdf(sheet, *NAMES, attributes=False))
    assert found.signed_at == "2024-01-31T02:30:00+00:00"


def test_a_changed_byte_is_noticed(sheet):
    signed = sign_pdf(sheet, *NAMES)
    at = signed.index(b"%PDF-1.") + len(b"%PDF-1.")
    (found,) = signatures(signed[:at] + b"6" + signed[at + 1 :])
    assert found.intact is False
    assert found.signer == NAMES[0]


def test_what_is_added_later_is_told(sheet):
    signed = sign_pdf(sheet, *NAMES)
    (found,) = signatures(signed + b"% more\nstartxref\n0\n%%EOF\n")
    assert (found.intact, found.covers_file) == (True, False)


def test_bytes_before_the_file_change_nothing(sheet):
    (found,) = signatures(b"\n\n\n" + sign_pdf(sheet, *NAMES))
    assert found.intact is True


def test_a_range_that_leaves_out_more_than_the_signature_is_not_intact(sheet):
    signed = sign_pdf(sheet, *NAMES)
    at = signed.index(b"/ByteRange [0 ") + len(b"/ByteRange [0 ")
    shorter = f"{int(signed[at : at + 10]) - 20:010}".encode()
    (found,) = signatures(signed[:at] + shorter + signed[at + 10 :])
    assert found.intact is False


def test_a_signature_that_cannot_be_read_is_told_without_names(sheet):
    signed = sign_pdf(sheet, *NAMES)
    at = signed.index(b"/Contents <30") + len(b"/Contents <")
    (found,) = signatures(signed[:at] + b"ff" + signed[at + 2 :])
    assert (found.signer, found.organisation, found.intact) == (None, None, None)
    assert found.signed_at == "2024-01-31T02:30:00+00:00"


def test_a_certificate_without_organisation_gives_none(sheet):
    (found,) = signatures(sign_pdf(sheet, "Lò Văn Mai"))
    assert found.organisation is None
