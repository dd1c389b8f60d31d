"""What search and the queue of doubts should know of a document."""

from collections.abc import Iterable

from danchieu.contract import DocumentResult
from danchieu.store import Card, Doubt
from danchieu.usecases.read_facts import facts_of
from danchieu.usecases.store import Store
from danchieu.wording import date_in_words

DOUBTFUL = 0.7
"""Below this confidence a value is queued for a person."""
_AT_ONCE = 200


def card_of(result: DocumentResult) -> Card:
    """Return what search knows of the document beside its text."""
    head = result.header
    issuer = head.issuer.value if head.issuer else None
    day = head.issued_on.value if head.issued_on else None
    year = day[:4] if day else ""
    signers = [s.name for s in result.signatures if s.name]
    return Card(
        kind=result.kind.value,
        type=head.type.value if head.type else None,
        issuer=issuer.name if issuer else None,
        province=issuer.province if issuer else None,
        year=int(year) if year.isdigit() else None,
        signer=signers[0] if signers else None,
        fields="\n".join(_fields(result, signers, day)),
    )


def _fields(
    result: DocumentResult, signers: Iterable[str], day: str | None
) -> Iterable[str]:
    head = result.header
    for fact in (head.code, head.title, head.type, head.place):
        if fact is not None:
            yield fact.value
    for body in (head.issuer, head.parent_issuer):
        if body is not None:
            after = body.value.successor
            yield from (body.value.name, body.value.province or "")
            yield after.name if after else ""
    yield from signers
    yield from (date_in_words(day), day or "", result.source.file_name)


def doubts_of(result: DocumentResult) -> tuple[Doubt, ...]:
    """Return the values that a person should look at."""
    return tuple(
        Doubt(fact.key, fact.field, fact.value, fact.confidence, fact.page)
        for fact in facts_of(result)
        if fact.confidence < DOUBTFUL
    )


def put_on_shelf(store: Store, document_id: str, result: DocumentResult) -> None:
    """Make search and queue follow ``result``."""
    pages = store.shelf.page_texts([document_id]).get(document_id, ())
    text = "\n".join(text for _, text in pages)
    store.shelf.put(document_id, card_of(result), doubts_of(result), text=text)


def put_missing_on_shelf(store: Store) -> int:
    """Make documents searchable that an earlier version kept; return how many."""
    done = 0
    while ids := store.shelf.uncarded(_AT_ONCE):
        for document_id in ids:
            result = DocumentResult.model_validate_json(store.result(document_id))
            put_on_shelf(store, document_id, result)
        done += len(ids)
    return done
