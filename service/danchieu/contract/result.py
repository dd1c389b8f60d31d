"""The result of reading one document."""

from __future__ import annotations

from typing import Literal

from danchieu.contract.duties import Assignment, Event, Recipient, Signature, Target
from danchieu.contract.parts import AgencyFact, Evidence, Fact, Shape, Warning
from danchieu.contract.references import Citation, DescribedDocument, StatedRelation

SCHEMA_VERSION: Literal["1"] = "1"


class Source(Shape):
    """The file that was read; ``text_origin`` says whether letters came from OCR."""

    file_name: str
    sha256: str
    media_type: str
    byte_size: int
    page_count: int
    text_origin: Literal["digital", "ocr", "mixed"]


class Versions(Shape):
    """What made this result; ``rules`` is null where the rules carry no version."""

    package: str
    rules: str | None = None


class Kind(Fact):
    """Which sort of page this is."""

    value: Literal["administrative", "legal", "news", "other"]


class Header(Shape):
    """The facts of the head; null where blank, absent or not readable."""

    type: Fact | None = None
    number: Fact | None = None
    symbol: Fact | None = None
    code: Fact | None = None
    issuer: AgencyFact | None = None
    parent_issuer: AgencyFact | None = None
    place: Fact | None = None
    issued_on: Fact | None = None
    title: Fact | None = None
    urgency: Fact | None = None
    secrecy: Fact | None = None


class Section(Shape):
    """A numbered part, from ``start`` on ``page`` to ``end`` on ``end_page``."""

    label: str
    heading: str
    level: int
    page: int
    start: int
    end: int
    end_page: int
    children: tuple[Section, ...] = ()


class Table(Shape):
    """A table; ``header`` is empty when there is no row of column names."""

    page: int
    caption: str | None = None
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Footnote(Shape):
    """A note; ``anchors`` are the words that bear its mark, empty when not sure."""

    mark: str
    text: str
    evidence: tuple[Evidence, ...] = ()
    anchors: tuple[Evidence, ...] = ()


class DigitalSignature(Shape):
    """A signature that the file carries; no word on whether its names are true.

    ``signed_at`` is UTC. ``intact``: the signed bytes are unchanged since then, null
    when that cannot be checked. ``covers_file`` is false when something was added to
    the file afterwards, as a later signature does.
    """

    signer: str | None = None
    organisation: str | None = None
    signed_at: str | None = None
    intact: bool | None = None
    covers_file: bool


class DocumentResult(Shape):
    """Everything read from one document, each value with its place on the page."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    versions: Versions
    source: Source
    kind: Kind
    draft: bool = False
    header: Header
    signatures: tuple[Signature, ...] = ()
    digital_signatures: tuple[DigitalSignature, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    citations: tuple[Citation, ...] = ()
    targets: tuple[Target, ...] = ()
    results: tuple[Target, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    stated_relations: tuple[StatedRelation, ...] = ()
    described_documents: tuple[DescribedDocument, ...] = ()
    events: tuple[Event, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    warnings: tuple[Warning, ...] = ()


class StoredResult(DocumentResult):
    """The same for a document of the archive; ``id`` is its address there."""

    id: str
