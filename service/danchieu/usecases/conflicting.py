"""Where texts do not agree on a document: its date, its title, its issuer."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from rapidfuzz.fuzz import partial_ratio, ratio

from danchieu.contract import DocumentResult, Evidence, Warning
from danchieu.contract.questions import Conflict, ConflictingValue
from danchieu.phrases.folding import fold
from danchieu.store import Said, StoredNode
from danchieu.usecases.describing import Known, known_of
from danchieu.usecases.graph_store import GraphStore
from danchieu.usecases.remarks import two_dates
from danchieu.usecases.showing import show_result

_NOTHING_IN_COMMON, _SAME_NAME = 55.0, 85.0
_WORDS_OF_A_TITLE = 6


def conflicts(store: GraphStore, *, limit: int = 200) -> tuple[Conflict, ...]:
    """Return what does not agree; of each kind at most ``limit`` documents are tried.

    Dates conflict where none contains the other, titles where they share next to
    nothing, issuers where one document seems to have two, or where two documents of
    one code, day and title may be one.
    """
    with store.snapshot() as now:
        return _conflicts(now, limit)


def _conflicts(store: GraphStore, limit: int) -> tuple[Conflict, ...]:
    dates, titles, issuers = (
        store.differing(column, limit) for column in ("date", "title", "issuer")
    )
    said = (*dates, *titles, *issuers)
    pairs = store.same_day(limit)
    known = known_of(
        store,
        (),
        nodes={*(s.node_id for s in said), *(n for pair in pairs for n in pair)},
        stated_by={s.document_id for s in said},
    )
    witness = _Witness(store, known)
    return (
        *_two_dates(dates, witness),
        *_two_titles(titles, witness),
        *_two_issuers(issuers, witness),
        *_one_document_of_two(pairs, known),
    )


class _Witness:
    """Shows where a value stands in the document that states it."""

    def __init__(self, store: GraphStore, known: Known) -> None:
        self.known = known
        self._store = store
        self._results: dict[str, DocumentResult] = {}

    def conflict(
        self, kind: str, said: Sequence[Said], values: Sequence[str], note: Warning
    ) -> Conflict:
        """Return the conflict of these values, each where it is stated first."""
        return Conflict.model_validate(
            {
                "kind": kind,
                "documents": (self.known.document(said[0].node_id),),
                "values": [
                    self._value(s, value, kind)
                    for s, value in zip(said, values, strict=True)
                ],
                "note": note,
            }
        )

    def _value(self, said: Said, value: str, kind: str) -> ConflictingValue:
        return ConflictingValue(
            value=value,
            stated_by=said.document_id,
            stated_in=self.known.stated_in(said.document_id),
            evidence=self._evidence(said, kind),
        )

    def _evidence(self, said: Said, kind: str) -> tuple[Evidence, ...]:
        result = self._result(said.document_id)
        if said.ordinal == 0:
            header = result.header
            fact = {
                "two-dates": header.issued_on,
                "two-titles": header.title,
                "two-issuers": header.issuer,
            }[kind]
            return fact.evidence[:1] if fact else ()
        cited = result.citations[said.ordinal - 1 : said.ordinal]
        return cited[0].mentions[:1] if cited else ()

    def _result(self, document_id: str) -> DocumentResult:
        if document_id not in self._results:
            self._results[document_id] = show_result(self._store, document_id)
        return self._results[document_id]


def _by_node(said: Iterable[Said]) -> Iterator[list[Said]]:
    for _, group in groupby(said, key=attrgetter("node_id")):
        yield list(group)


def _two_dates(said: Iterable[Said], witness: _Witness) -> Iterator[Conflict]:
    for group in _by_node(said):
        dates = [s.value for s in group]
        fullest = [
            s
            for s in group
            if not any(d != s.value and d.startswith(s.value) for d in dates)
        ]
        note = two_dates(witness.known.nodes[group[0].node_id])
        if len(fullest) > 1 and note is not None:
            values = [s.value for s in fullest]
            yield witness.conflict("two-dates", fullest, values, note)


def _two_titles(said: Iterable[Said], witness: _Witness) -> Iterator[Conflict]:
    for group in _by_node(said):
        titles = [s for s in group if len(s.value.split()) >= _WORDS_OF_A_TITLE]
        kept = titles[:1]
        for one in titles[1:]:
            if all(_nothing_in_common(one.value, k.value) for k in kept):
                kept.append(one)
        if len(kept) > 1:
            node = witness.known.nodes[kept[0].node_id]
            values = [" ".join(s.value.split()) for s in kept]
            yield witness.conflict("two-titles", kept, values, _note_on_titles(node))


def _nothing_in_common(one: str, other: str) -> bool:
    return partial_ratio(fold(one), fold(other)) < _NOTHING_IN_COMMON


def _two_issuers(said: Iterable[Said], witness: _Witness) -> Iterator[Conflict]:
    for group in _by_node(said):
        bodies = {_body(s.value): s for s in reversed(group)}
        if len(bodies) > 1:
            found = list(bodies.values())
            values = [json.loads(s.value)["name"] for s in found]
            node = witness.known.nodes[found[0].node_id]
            note = _note_on_issuers(node.code or "")
            yield witness.conflict("two-issuers", found, values, note)


def _body(issuer: str) -> str:
    """Return the body without its head, its parts and the year of a merger."""
    plain: str = json.loads(issuer)["id"]
    return plain.partition("#")[0].partition("/")[0].partition("@")[0]


def _one_document_of_two(
    pairs: Iterable[Sequence[str]], known: Known
) -> Iterator[Conflict]:
    for pair in pairs:
        nodes = [known.nodes[n] for n in pair if n in known.nodes]
        alike = [n for n in nodes if any(_same_title(n, o) for o in nodes)]
        if len(alike) > 1:
            yield Conflict(
                kind="two-issuers",
                documents=known.documents(n.id for n in alike),
                values=(),
                note=_note_on_issuers(alike[0].code or ""),
            )


def _same_title(one: StoredNode, other: StoredNode) -> bool:
    if one is other or not one.title or not other.title:
        return False
    return ratio(fold(one.title), fold(other.title)) >= _SAME_NAME


def _note_on_titles(node: StoredNode) -> Warning:
    return Warning(
        code="two-titles",
        message=(
            f"Văn bản {node.code} được gọi bằng các tên rất khác nhau; hãy đối chiếu "
            "với bản gốc."
        ),
        message_en=f"{node.code} goes by very different names; compare the original.",
    )


def _note_on_issuers(code: str) -> Warning:
    return Warning(
        code="two-issuers",
        message=(
            f"Văn bản {code} được ghi là của các cơ quan khác nhau; hãy đối chiếu với "
            "bản gốc."
        ),
        message_en=f"{code} is given to different issuers; compare the original.",
    )
