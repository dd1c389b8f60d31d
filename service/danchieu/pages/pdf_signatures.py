"""The digital signatures of a PDF, as its dictionaries hold them."""

import ctypes
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from danchieu.domain.signing import DigitalSignature
from danchieu.pages.digital_signature import read_signature
from danchieu.pages.signed_bytes import SignedBytes

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_MOST = 50
_LARGEST = 1 << 20
_RANGES = 4
_HEADER_WITHIN = 1024
_TIMESTAMP = "ETSI.RFC3161"


def read_signatures(
    document: "PdfDocument", content: bytes
) -> tuple[DigitalSignature, ...]:
    """Return the signatures of an open document in the order of its form fields.

    Time stamps of archives are left out: nobody signs with them.
    """
    import pypdfium2.raw as pdfium

    content = content[max(content.find(b"%PDF", 0, _HEADER_WITHIN), 0) :]
    count = pdfium.FPDF_GetSignatureCount(document)
    found = []
    for index in range(min(max(count, 0), _MOST)):
        item = pdfium.FPDF_GetSignatureObject(document, index)
        kind = _ascii(pdfium.FPDFSignatureObj_GetSubFilter, item)
        if kind == _TIMESTAMP:
            continue
        signed = SignedBytes(
            content,
            tuple(_numbers(pdfium.FPDFSignatureObj_GetByteRange, item)),
            _bytes(pdfium.FPDFSignatureObj_GetContents, item),
            _ascii(pdfium.FPDFSignatureObj_GetTime, item),
        )
        found.append(read_signature(signed))
    return tuple(found)


_Getter = Callable[[Any, Any, int], int]


def _bytes(getter: _Getter, item: object) -> bytes:
    length = getter(item, None, 0)
    if not 0 < length <= _LARGEST:
        return b""
    buffer = ctypes.create_string_buffer(length)
    getter(item, buffer, length)
    return buffer.raw


def _ascii(getter: _Getter, item: object) -> str:
    return _bytes(getter, item).rstrip(b"\0").decode("ascii", "replace")


def _numbers(getter: _Getter, item: object) -> list[int]:
    if getter(item, None, 0) != _RANGES:
        return []
    numbers = (ctypes.c_int * _RANGES)()
    getter(item, numbers, _RANGES)
    return list(numbers)
