"""The metadata of a document as Nghị định 30/2020/NĐ-CP, Phụ lục VI names them."""

from lxml import etree

from danchieu.contract import DocumentResult, Fact
from danchieu.domain.edtf import is_full_date


def archive_metadata(result: DocumentResult) -> bytes:
    """Return the metadata of an outgoing document as XML.

    All names of the annex are there in its order; what the document does not tell
    (the file it is kept in, the number of copies) is empty. Values longer than the
    annex allows are cut.
    """
    header = result.header
    root = etree.Element("Document")
    date = _value(header.issued_on)
    file_code = etree.SubElement(root, "FileCode")
    for name in ("OrganId", "FileCatalog", "FileNotation"):
        _put(file_code, name, None, 20)
    _put(root, "DocOrdinal", None, 3)
    _put(root, "TypeName", _value(header.type), 100)
    _put(root, "CodeNumber", _value(header.number), 11)
    _put(root, "CodeNotation", _value(header.symbol), 30)
    _put(root, "IssuedDate", date if is_full_date(date) else None, 10)
    _put(root, "OrganName", header.issuer.value.name if header.issuer else None, 200)
    _put(root, "Subject", _value(header.title), 500)
    _put(root, "Language", "Tiếng Việt", 30)
    _put(root, "PageAmount", str(result.source.page_count), 3)
    _put(root, "Description", None, 500)
    for signature in result.signatures:
        signer = etree.SubElement(root, "SignerInfo")
        _put(signer, "Position", signature.title, 100)
        _put(signer, "FullName", signature.name, 50)
    for recipient in result.recipients:
        to = etree.SubElement(root, "To")
        _put(to, "OrganId", None, 13)
        agency = recipient.agency
        _put(to, "OrganName", agency.name if agency else recipient.text, 200)
    for name, length in (("Priority", 1), ("IssuedAmount", 3), ("DueDate", 10)):
        _put(root, name, None, length)
    return bytes(
        etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
    )


def _value(fact: Fact | None) -> str | None:
    return fact.value if fact else None


def _put(parent: etree._Element, name: str, value: str | None, length: int) -> None:
    printable = "".join(c for c in value or "" if c.isprintable() or c.isspace())
    etree.SubElement(parent, name).text = " ".join(printable.split())[:length] or None
