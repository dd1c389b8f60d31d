"""The XML parts of a docx file, read with care for hostile ones."""

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import DocumentError, TooLargeError

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts that carry text or numbering; None where the file has none."""

    document: "_Element"
    numbering: "_Element | None"
    styles: "_Element | None"
    footnotes: "_Element | None"


def w(name: str) -> str:
    """Return the full name of a WordprocessingML element or attribute."""
    return _NAMESPACE + name


def open_parts(source: SourceFile, limits: Limits) -> WordParts:
    """Unpack and parse the parts.

    Raises:
        DocumentError: the archive or its XML is damaged.
        TooLargeError: a part unpacks to more than ``limits`` allow.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(source.content)) as archive:
            document = _parse(source, archive, "document", limits)
            if document is None:
                raise DocumentError(f"{source.name}: has no text part; save it again")
            return WordParts(
                document,
                *(
                    _parse(source, archive, name, limits)
                    for name in ("numbering", "styles", "footnotes")
                ),
            )
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError) as error:
        raise _damaged(source, error) from error
    except (NotImplementedError, RuntimeError, ValueError) as error:
        raise _damaged(source, error) from error


def _parse(
    source: SourceFile, archive: zipfile.ZipFile, name: str, limits: Limits
) -> "_Element | None":
    from lxml import etree

    try:
        with archive.open(f"word/{name}.xml") as member:
            content = member.read(limits.max_decoded_bytes + 1)
    except KeyError:
        return None
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]
        raise _damaged(source, error) from error
    if len(content) > limits.max_decoded_bytes:
        raise TooLargeError(f"{source.name}: {name}.xml is beyond the limit; split it")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, recover=False
    )
    try:
        root: _Element = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise _damaged(source, error) from error
    return root


def _damaged(source: SourceFile, error: Exception) -> DocumentError:
    return DocumentError(
        f"{source.name}: the Word file is damaged ({error}); save and send it again"
    )
