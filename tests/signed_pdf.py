"""Signs a PDF with a certificate made for the test."""

from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import NameOID

_ROOM = 8192


@cache
def _key(kind):
    if kind == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _certificate(kind, signer, organisation):
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, signer)]
    if organisation:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation))
    name, now = x509.Name(parts), datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(_key(kind).public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(_key(kind), hashes.SHA256())
    )


def sign_pdf(pdf, signer, organisation=None, *, kind="rsa", attributes=True):
    """Return ``pdf``, a file of one revision, with a signature field added.

    Only for files whose first object number after the last is free and whose catalog
    has no form, as ReportLab writes them.
    """
    root = pdf.index(b"/Root ") + len(b"/Root ")
    root_id = int(pdf[root : pdf.index(b" ", root)])
    catalog = _object(pdf, root_id)
    size = pdf.rindex(b"/Size ") + len(b"/Size ")
    free = int(pdf[size:].split()[0].split(b"/")[0].strip(b">"))
    field = (
        f"{free} 0 obj\n<< /Type /Annot /Subtype /Widget /FT /Sig /T (S) "
        f"/Rect [0 0 0 0] /V {free + 1} 0 R >>\nendobj\n"
    ).encode()
    value = (
        f"{free + 1} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite "
        "/SubFilter /adbe.pkcs7.detached /M (D:20240131093000+07'00') "
        "/ByteRange [0 0000000000 0000000000 0000000000] /Contents <"
    ).encode()
    value += b"0" * (2 * _ROOM) + b"> >>\nendobj\n"
    form = f"<< /AcroForm << /SigFlags 3 /Fields [{free} 0 R] >> ".encode()
    changed = f"{root_id} 0 obj\n".encode() + catalog.replace(b"<<", form, 1)
    return _fill(
        _append(pdf, {root_id: changed, free: field, free + 1: value}, free + 2),
        lambda content: _cms(content, kind, (signer, organisation), attributes),
    )


def _object(pdf, number):
    start = pdf.index(f"\n{number} 0 obj".encode()) + len(f"\n{number} 0 obj\n")
    return pdf[start : pdf.index(b"endobj", start)] + b"endobj\n"


def _append(pdf, objects, size):
    out, places = pdf, {}
    for number, printed in objects.items():
        places[number] = len(out)
        out += printed
    start = len(out)
    out += b"xref\n"
    for number, place in sorted(places.items()):
        out += f"{number} 1\n{place:010} 00000 n \n".encode()
    before = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    root = min(objects)
    out += f"trailer << /Size {size} /Root {root} 0 R /Prev {before} >>\n".encode()
    return out + f"startxref\n{start}\n%%EOF\n".encode()


def _fill(pdf, sign):
    start = pdf.rindex(b"/Contents <") + len(b"/Contents ")
    end = start + 2 * _ROOM + 2
    ranges = f"[0 {start:010} {end:010} {len(pdf) - end:010}]".encode()
    blank = b"[0 0000000000 0000000000 0000000000]"
    pdf = pdf.replace(blank, ranges)
    cms = sign(pdf[:start] + pdf[end:]).hex().encode()
    held = b"<" + cms.ljust(2 * _ROOM, b"0") + b">"
    return pdf[:start] + held + pdf[end:]


def _cms(content, kind, names, attributes):
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    if not attributes:
        options.append(pkcs7.PKCS7Options.NoAttributes)
    certificate = _certificate(kind, *names)
    builder = pkcs7.PKCS7SignatureBuilder().set_data(content)
    signer = builder.add_signer(certificate, _key(kind), hashes.SHA256())
    return signer.sign(Encoding.DER, options)
