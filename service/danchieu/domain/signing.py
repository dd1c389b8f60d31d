"""A digital signature that a file carries, apart from what is printed on its pages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DigitalSignature:
    """Who signed the file and when, as the signature itself claims.

    ``signer`` and ``organisation`` are the names in the certificate; nobody asked
    the authority that issued it whether they are true. ``signed_at`` is ISO 8601 in
    UTC; it is no date of the document. ``intact``: the signed bytes are unchanged
    since; None when that cannot be checked. ``covers_file``: nothing was added behind
    them (a later signature adds something, too).
    """

    signer: str | None
    organisation: str | None
    signed_at: str | None
    intact: bool | None
    covers_file: bool
