"""What a digital signature says: who signed, for whom and when."""

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from danchieu.domain.signing import DigitalSignature
from danchieu.pages.signed_bytes import SignedBytes, attribute, is_intact

if TYPE_CHECKING:
    from asn1crypto.cms import SignedData, SignerInfo
    from asn1crypto.x509 import Certificate

_PDF_TIME = re.compile(
    r"D:(?P<at>\d{14})(?:Z|(?P<sign>[+-])(?P<hours>\d\d)'?(?P<minutes>\d\d)?)?"
)


def read_signature(signed: SignedBytes) -> DigitalSignature:
    """Return what the signature says; None for each thing that cannot be read."""
    try:
        return _read(signed)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        at = _pdf_time(signed.time)
        return DigitalSignature(None, None, at, None, signed.covers_file)


def _read(signed: SignedBytes) -> DigitalSignature:
    from asn1crypto.cms import ContentInfo

    data = ContentInfo.load(signed.cms)["content"]
    signer = data["signer_infos"][0]
    certificate = _certificate(data, signer)
    names = certificate.subject.native if certificate else {}
    return DigitalSignature(
        _name(names.get("common_name")),
        _name(names.get("organization_name")),
        _time(signer) or _pdf_time(signed.time),
        is_intact(signed, data, certificate),
        signed.covers_file,
    )


def _certificate(data: "SignedData", signer: "SignerInfo") -> "Certificate | None":
    """Return the certificate that the signer names."""
    wanted = signer["sid"]
    for choice in data["certificates"]:
        if choice.name != "certificate":
            continue
        held = choice.chosen
        if wanted.name == "issuer_and_serial_number":
            same = (
                held.serial_number == wanted.chosen["serial_number"].native
                and held.issuer == wanted.chosen["issuer"]
            )
        else:
            same = held.key_identifier == wanted.native
        if same:
            return held
    return None


def _name(value: object) -> str | None:
    """Return one name; a certificate may give several."""
    first = value[0] if isinstance(value, list) and value else value
    return " ".join(first.split()) or None if isinstance(first, str) else None


def _time(signer: "SignerInfo") -> str | None:
    """Return when it was signed: by the time stamp, else by the signer's clock."""
    from asn1crypto.tsp import TSTInfo

    stamp = attribute(signer, "unsigned_attrs", "signature_time_stamp_token")
    if stamp is not None:
        inner = stamp["content"]["encap_content_info"]["content"].contents
        return _iso(TSTInfo.load(inner)["gen_time"].native)
    at = attribute(signer, "signed_attrs", "signing_time")
    return _iso(at.native) if at is not None else None


def _pdf_time(value: str) -> str | None:
    """Read "D:20240131093000+07'00'"; without a zone nothing is certain: None."""
    match = _PDF_TIME.match(value)
    if match is None or match.end() == match.end("at"):
        return None
    shift = timedelta(
        hours=int(match["hours"] or 0), minutes=int(match["minutes"] or 0)
    )
    try:
        zone = timezone(-shift if match["sign"] == "-" else shift)
        at = datetime.strptime(match["at"], "%Y%m%d%H%M%S").replace(tzinfo=zone)
    except ValueError:
        return None
    return _iso(at)


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
