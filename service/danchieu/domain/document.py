"""One document as read: what every stage found, together."""

from dataclasses import dataclass

from danchieu.domain.citation import References
from danchieu.domain.fields import Fields
from danchieu.domain.found import DocumentWarning
from danchieu.domain.header import Header
from danchieu.domain.outline import Outline
from danchieu.domain.page import SourceFile
from danchieu.domain.signing import DigitalSignature
from danchieu.domain.text import Text


@dataclass(frozen=True, slots=True)
class Document:
    """The value that grows along the chain, complete."""

    source: SourceFile
    text: Text
    outline: Outline
    header: Header
    fields: Fields
    references: References
    warnings: tuple[DocumentWarning, ...] = ()
    digital_signatures: tuple[DigitalSignature, ...] = ()
