"""What the archive keeps of a document, and how it tells documents apart."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from danchieu.domain.agency import Agency
from danchieu.domain.link import DocumentKey
from danchieu.domain.page import Page
from danchieu.store.shelf_records import Card, Doubt


@dataclass(frozen=True, slots=True)
class Naming:
    """One way in which texts tell a document apart; equal namings are one document.

    ``date`` is EDTF and ``name`` folded. ``own`` is a held document's word about
    itself. ``by_alias`` stands for a name that the alias table turned into a code.
    ``only_in`` ties a naming to one document: what it says is too little to be
    shared with others.
    """

    key: DocumentKey
    date: str | None = None
    name: str | None = None
    own: bool = False
    by_alias: bool = False
    only_in: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A document that a record speaks of, as that record describes it.

    ``naming`` is None for a name that stands for no code: no node.
    """

    naming: Naming | None
    code: str | None = None
    type: str | None = None
    issuer: Agency | None = None
    date: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """``source`` relates to ``target``: places in ``Record.named``."""

    source: int
    relation: str
    target: int
    quote: str
    page: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Record:
    """One held document: its file, its pages, its result, what it says of others.

    ``named[0]`` is the document itself, the citations follow in the order of the
    result, then what else it names. ``id`` follows from the bytes alone. Without a
    ``card`` it is not found by searching.
    """

    id: str
    file_name: str
    sha256: str
    media_type: str
    content: bytes
    kind: str
    result: str
    pages: tuple[Page, ...]
    named: tuple[Named, ...]
    claims: tuple[Claim, ...] = ()
    card: Card | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """The node that a naming means; None with the reason and what it could mean."""

    node_id: str | None
    confidence: float = 1.0
    warnings: tuple[str, ...] = ()
    reason: str | None = None
    candidates: tuple[str, ...] = ()


class Place(Protocol):
    """Decides where namings belong, whatever order they come in."""

    def __call__(
        self, namings: Sequence[Naming], touched: Collection[Naming] | None = None, /
    ) -> Mapping[Naming, Placement]:
        """Place the namings of one code: all, or those that ``touched`` ones move."""
        ...


@dataclass(frozen=True, slots=True)
class StoredNode:
    """A document of the graph, described by its own file if one is held.

    ``documents`` are the ids of the files that hold it, ``dates`` all that were
    stated for it, ``own_date`` what its own file says.
    """

    id: str
    code: str | None
    type: str | None
    issuer: Agency | None
    date: str | None
    title: str | None
    documents: tuple[str, ...]
    dates: tuple[str, ...]
    own_date: str | None


@dataclass(frozen=True, slots=True)
class CitedName:
    """A name that one document gives to another; ``citing`` is who gives it."""

    name: str
    citing: Named


@dataclass(frozen=True, slots=True)
class Untitled:
    """A document without a title of its own at hand, and what others call it."""

    code: str | None
    issuer: Agency | None
    date: str | None
    names: tuple[CitedName, ...]


Entitle = Callable[[Untitled], str | None]
"""Chooses the title of a document from what others call it, None for no title."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """The file of a held document."""

    id: str
    name: str
    sha256: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Summary:
    """One line about a held document, for lists."""

    id: str
    file_name: str
    kind: str
    code: str | None
    type: str | None
    issuer: Agency | None
    date: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Missing:
    """A node that is cited but not held, and how many documents cite it."""

    node_id: str
    cited_by: int


@dataclass(frozen=True, slots=True)
class Said:
    """What one document states of a node: ``value`` of its date, title or issuer.

    ``ordinal`` is the node's place in ``Record.named`` of that document.
    """

    node_id: str
    value: str
    document_id: str
    ordinal: int
