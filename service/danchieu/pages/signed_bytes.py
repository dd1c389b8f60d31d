"""Whether the bytes under a signature are those that were signed."""

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from asn1crypto.cms import SignedData, SignerInfo
    from asn1crypto.core import Asn1Value
    from asn1crypto.x509 import Certificate
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

_DIGESTS = ("sha1", "sha224", "sha256", "sha384", "sha512")
_BLANK = b" \t\r\n\0"


@dataclass(frozen=True, slots=True)
class SignedBytes:
    """A file, which bytes of it are signed, and the signature (CMS, DER).

    ``ranges`` are ``start, length, start, length``; ``time`` is a PDF date or "".
    """

    content: bytes
    ranges: tuple[int, ...]
    cms: bytes
    time: str

    @property
    def is_whole(self) -> bool:
        """Say whether the ranges leave out the signature's own place and no more."""
        if not self.ranges:
            return False
        start, length, after, rest = self.ranges
        end = start + length
        if (
            start != 0
            or not 0 < end < after
            or not 0 <= rest <= len(self.content) - after
        ):
            return False
        left_out = self.content[end:after].strip(_BLANK)
        held = re.sub(rb"[\s<>]", b"", left_out).lower()
        return left_out[:1] == b"<" and self.cms.hex().encode() == held

    @property
    def covers_file(self) -> bool:
        """Say whether nothing but blanks follows what is signed."""
        if not self.ranges:
            return False
        end = self.ranges[2] + self.ranges[3]
        return end <= len(self.content) and not self.content[end:].strip(_BLANK)

    def digest(self, name: str) -> bytes:
        """Return the digest of the signed bytes."""
        start, length, after, rest = self.ranges
        hashed = hashlib.new(name, self.content[start : start + length])
        hashed.update(self.content[after : after + rest])
        return hashed.digest()


def is_intact(
    signed: SignedBytes, data: "SignedData", certificate: "Certificate | None"
) -> bool | None:
    """Say whether the signature fits the bytes; None when it cannot be checked.

    Nothing is said about whom the certificate belongs to.
    """
    signer = data["signer_infos"][0]
    algorithm = signer["digest_algorithm"]["algorithm"].native
    enclosed = data["encap_content_info"]["content"].native is not None
    if algorithm not in _DIGESTS or certificate is None or enclosed:
        return None
    if not signed.is_whole:
        return False
    digest = signed.digest(algorithm)
    if signer["signed_attrs"]:
        stated = attribute(signer, "signed_attrs", "message_digest")
        if stated is None or stated.native != digest:
            return False
        signed_part = signer["signed_attrs"].untag().dump()
        digest = hashlib.new(algorithm, signed_part).digest()
    return _fits(certificate, signer, algorithm, digest)


def attribute(signer: "SignerInfo", group: str, name: str) -> "Asn1Value | None":
    """Return the first value of an attribute of the signer; None without it."""
    for given in signer[group] or ():
        if given["type"].native == name and len(given["values"]):
            return given["values"][0]
    return None


def _fits(
    certificate: "Certificate", signer: "SignerInfo", algorithm: str, digest: bytes
) -> bool | None:
    from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric.utils import Prehashed

    hashed = Prehashed(getattr(hashes, algorithm.upper())())
    try:
        return _verify(certificate, signer, digest, hashed)
    except InvalidSignature:
        return False
    except UnsupportedAlgorithm:
        return None


def _verify(
    certificate: "Certificate", signer: "SignerInfo", digest: bytes, hashed: "Prehashed"
) -> bool | None:
    """Check with the key of the certificate; None for keys of other kinds.

    Raises:
        InvalidSignature: the signature is of something else.
    """
    from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    key = load_der_public_key(certificate.public_key.dump())
    signature = signer["signature"].native
    with_salt = signer["signature_algorithm"]["algorithm"].native == "rsassa_pss"
    if isinstance(key, rsa.RSAPublicKey) and not with_salt:
        key.verify(signature, digest, padding.PKCS1v15(), hashed)
        return True
    if isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, digest, ec.ECDSA(hashed))
        return True
    return None
