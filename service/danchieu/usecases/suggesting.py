"""From a number or a name to the documents that may be meant."""

import re
from collections.abc import Iterable

from danchieu.contract import TracedDocument
from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import strip_marks
from danchieu.rules.knowledge import Knowledge
from danchieu.store import Query
from danchieu.usecases.describing import known_of
from danchieu.usecases.store import Store

MOST = 12
_NUMBER = re.compile(r"\d{1,6}[a-zđ]?")
_SHORTEST_NAME = 6


def suggest(store: Store, asked: str, knowledge: Knowledge) -> list[TracedDocument]:
    """Return the documents of the graph that ``asked`` may mean, the likeliest first.

    A bare number means codes that begin with it. Words mean the documents that the
    alias table calls so, then held documents of which they are found.
    """
    nodes: list[str] = []
    if _NUMBER.fullmatch(fold_code(asked)):
        nodes += store.shelf.nodes_with_number(fold_code(asked), MOST)
    else:
        for code in _aliased(asked, knowledge):
            nodes += store.nodes_of_code(fold_code(code))
        nodes += _searched(store, asked)
    known = known_of(store, (), nodes=nodes)
    return [known.document(node) for node in dict.fromkeys(nodes)][:MOST]


def _aliased(asked: str, knowledge: Knowledge) -> Iterable[str]:
    plain = strip_marks(asked)
    if len(plain) < _SHORTEST_NAME:
        return ()
    aliases = knowledge.gazetteers.aliases
    called = (a for a in aliases if any(plain in strip_marks(n) for n in a.names))
    return dict.fromkeys(alias.code for alias in called)


def _searched(store: Store, asked: str) -> Iterable[str]:
    found = store.shelf.search(Query(asked), limit=MOST)
    for document_id in found.ids:
        own = store.placements(document_id)[:1]
        if own and own[0] is not None and own[0].node_id is not None:
            yield own[0].node_id
