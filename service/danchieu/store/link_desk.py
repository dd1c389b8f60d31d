"""The archive's door for what people decide on links."""

from danchieu.store import deciding
from danchieu.store.engine import Database
from danchieu.store.link_records import Anchor, LinkDecision
from danchieu.store.placing import place_codes
from danchieu.store.records import Place


class LinkDesk:
    """Decisions on links; the graph follows at once, and after every loading."""

    def __init__(self, database: Database, place: Place) -> None:
        self._database = database
        self._place = place

    def decide(self, decision: LinkDecision) -> int:
        """Keep the decision and move what it is about; return its number."""
        with self._database.writing() as connection:
            number = deciding.add_decision(connection, decision)
            place_codes(connection, _codes(decision), self._place)
            return number

    def undo(self, number: int, *, who: str, when: str) -> LinkDecision | None:
        """Undo the decision and move back what it is about; None without one."""
        with self._database.writing() as connection:
            undone = deciding.undo_decision(connection, number, who=who, when=when)
            if undone is not None:
                place_codes(connection, _codes(undone), self._place)
            return undone

    def latest(self, limit: int = 50) -> tuple[LinkDecision, ...]:
        """Return the latest decisions, the newest first, undone ones too."""
        with self._database.reading() as connection:
            return deciding.read_decisions(connection, limit)

    def standing_in(self, document_id: str) -> tuple[LinkDecision, ...]:
        """Return the standing decisions that begin in a document, as they were made."""
        with self._database.reading() as connection:
            return deciding.read_standing_in(connection, document_id)

    def anchors_in(self, document_id: str, code: str) -> tuple[Anchor, ...]:
        """Return the anchors of this folded code in a document; mostly one."""
        with self._database.reading() as connection:
            return deciding.anchors_in(connection, document_id, code)

    def anchor_of_document(self, document_id: str) -> Anchor | None:
        """Return the anchor of a held document itself."""
        with self._database.reading() as connection:
            return deciding.anchor_of_document(connection, document_id)

    def anchor_of_node(self, node_id: str) -> Anchor | None:
        """Return an anchor of a node of the graph."""
        with self._database.reading() as connection:
            return deciding.anchor_of_node(connection, node_id)

    def node_at(self, anchor: Anchor) -> str | None:
        """Return the node that is meant there now."""
        with self._database.reading() as connection:
            return deciding.node_at(connection, anchor)


def _codes(decision: LinkDecision) -> set[str]:
    """Return the codes to place anew; the same whether the decision stands or not."""
    both = (decision.one, decision.other)
    return {anchor.code for anchor in both if anchor is not None}
