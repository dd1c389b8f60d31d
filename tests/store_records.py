"""Small records for the archive's tests."""

from collections.abc import Mapping, Sequence

from danchieu.domain.agency import Agency
from danchieu.domain.link import DocumentKey
from danchieu.domain.page import Page
from danchieu.store import Named, Naming, Placement, Record, Untitled

MINISTRY = Agency("bo-cay", "Bộ Cây xanh", "ministry")


def place_by_key(
    namings: Sequence[Naming], touched: object = None
) -> Mapping[Naming, Placement]:
    return {n: Placement(f"n:{n.key.code}:{n.key.year}") for n in namings}


def first_name(untitled: Untitled) -> str | None:
    return next((c.name for c in untitled.names), None)


def record(name: str) -> Record:
    """Return a plan of the ministry that cites nothing."""
    naming = Naming(DocumentKey(name, "bo-cay", 2021), own=True)
    own = Named(naming, name, "Kế hoạch", MINISTRY, "2021-02-03", "T")
    return Record(
        id=f"id-{name}",
        file_name="a.txt",
        sha256=f"{name:0<64}",
        media_type="text/plain",
        content=name.encode(),
        kind="administrative",
        result="{}",
        pages=(Page(1, f"trang của {name}"),),
        named=(own,),
    )
