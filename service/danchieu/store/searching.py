"""Full-text search over fields and pages, with and without diacritics."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    delete,
    func,
    literal,
    or_,
    select,
    text,
)
from sqlalchemy.sql.elements import ColumnElement, TextClause

from danchieu.phrases.folding import fold, strip_marks
from danchieu.store.bulk import insert_rows
from danchieu.store.chunking import chunks
from danchieu.store.shelf_records import Card, Found, Query
from danchieu.store.tables import CARDS, DOCUMENTS, NAMINGS, PAGES

FACETS = ("type", "issuer", "province", "year", "signer", "kind")
_MOST_OF_A_FACET = 70
_LONGEST_INDEXED = 600_000
"""PostgreSQL refuses a document of more than a megabyte of words."""
_WORD = re.compile(r"\w+")
_SCORES = {
    "sqlite": (
        "SELECT rowid AS id, -bm25(search_text, 8.0, 1.0, 0.0) AS score "
        "FROM search_text WHERE search_text MATCH :all"
    ),
    "postgresql": (
        "SELECT id, ts_rank_cd(plain, q) AS score "
        "FROM search_text, plainto_tsquery('simple', :all) q WHERE plain @@ q"
    ),
}
_PHRASES = {
    "sqlite": "SELECT rowid FROM search_text WHERE search_text MATCH :{name}",
    "postgresql": (
        "SELECT id FROM search_text "
        "WHERE {column} @@ phraseto_tsquery('simple', :{name})"
    ),
}


_INSERTS = {
    "sqlite": (
        "INSERT INTO search_text (rowid, fields, body, marked) "
        "VALUES (:id, :fields, :body, :marked)"
    ),
    "postgresql": (
        "INSERT INTO search_text (id, plain, marked) VALUES (:id, "
        "setweight(to_tsvector('simple', :fields), 'A') || "
        "to_tsvector('simple', :body), to_tsvector('simple', :marked))"
    ),
}
_CARD = ("document_id", *FACETS)


def save_cards(
    connection: Connection, cards: Mapping[str, tuple[Card, Iterable[str]]]
) -> None:
    """Make documents searchable by their cards and the texts of their pages."""
    forget_cards(connection, cards)
    rows = (
        (document_id, *(getattr(card, name) for name in FACETS))
        for document_id, (card, _) in cards.items()
    )
    insert_rows(connection, CARDS, _CARD, rows)
    statement = text(_INSERTS[connection.dialect.name])
    for chunk in chunks(cards):
        query = select(CARDS.c.id, CARDS.c.document_id).where(
            CARDS.c.document_id.in_(chunk)
        )
        texts = [
            {"id": row.id, **_indexed(*cards[row.document_id])}
            for row in connection.execute(query)
        ]
        if connection.dialect.name == "postgresql":
            texts = [_as_words(row) for row in texts]
        if texts:
            connection.execute(statement, texts)


def _indexed(card: Card, pages: Iterable[str]) -> dict[str, object]:
    body = "\n".join(pages)[:_LONGEST_INDEXED]
    return {
        "fields": strip_marks(card.fields),
        "body": strip_marks(body),
        "marked": fold(f"{card.fields}\n{body}"),
    }


def _as_words(row: Mapping[str, object]) -> dict[str, object]:
    words = {name: " ".join(_words(str(row[name]))) for name in row if name != "id"}
    return {**words, "id": row["id"]}


def forget_cards(connection: Connection, document_ids: Iterable[str]) -> None:
    """Take the documents out of search."""
    column = "id" if connection.dialect.name == "postgresql" else "rowid"
    forgotten = text(f"DELETE FROM search_text WHERE {column} = :id")
    for chunk in chunks(document_ids):
        query = select(CARDS.c.id).where(CARDS.c.document_id.in_(chunk))
        known = list(connection.scalars(query))
        if known:
            connection.execute(forgotten, [{"id": number} for number in known])
            connection.execute(delete(CARDS).where(CARDS.c.id.in_(known)))


def read_uncarded(connection: Connection, limit: int) -> tuple[str, ...]:
    """Return documents that search does not know yet."""
    query = (
        select(DOCUMENTS.c.id)
        .outerjoin(CARDS, CARDS.c.document_id == DOCUMENTS.c.id)
        .where(CARDS.c.id.is_(None))
        .limit(limit)
    )
    return tuple(connection.scalars(query))


def read_nodes_with_number(
    connection: Connection, number: str, limit: int
) -> tuple[str, ...]:
    """Return nodes whose folded code begins with the number: ``1068/…``, ``57-…``."""
    query = (
        select(NAMINGS.c.node_id)
        .where(
            NAMINGS.c.node_id.is_not(None),
            or_(*(NAMINGS.c.code.like(f"{number}{mark}%") for mark in "/-")),
        )
        .distinct()
        .order_by(NAMINGS.c.node_id)
        .limit(limit)
    )
    return tuple(connection.scalars(query))


def read_page_texts(
    connection: Connection, document_ids: Sequence[str]
) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """Return number and text of every page of the documents."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for chunk in chunks(document_ids):
        query = (
            select(PAGES.c.document_id, PAGES.c.number, PAGES.c.text)
            .where(PAGES.c.document_id.in_(chunk))
            .order_by(PAGES.c.document_id, PAGES.c.number)
        )
        for row in connection.execute(query):
            before = found.get(row.document_id, ())
            found[row.document_id] = (*before, (row.number, row.text))
    return found


def search(connection: Connection, query: Query, limit: int, offset: int) -> Found:
    """Return documents with all words: exact accents first, then the phrase."""
    hits = _hits(connection, query)
    if hits is None:
        return Found((), 0, {})
    found, order, parameters = hits
    ids = connection.scalars(
        found.with_only_columns(CARDS.c.document_id)
        .order_by(*order, CARDS.c.id.desc())
        .limit(limit)
        .offset(offset),
        parameters,
    )
    counted = found.with_only_columns(func.count())
    total = connection.scalar(counted, parameters) or 0
    facets = {name: _counts(connection, found, name, parameters) for name in FACETS}
    return Found(tuple(ids), total, facets)


_Hits = tuple[Select[Any], list[ColumnElement[Any]], dict[str, str]]


def _hits(connection: Connection, query: Query) -> _Hits | None:
    """Return the documents that fit and their order; None for words without letters."""
    found = select(CARDS.c.id)
    for name, values in query.facets:
        column = CARDS.c[name]
        typed = [int(v) for v in values if v.isdigit()] if name == "year" else values
        found = found.where(column.in_(typed))
    if not query.words.strip():
        return found, [], {}
    plain, marked = _words(strip_marks(query.words)), _words(fold(query.words))
    if not plain:
        return None
    dialect = connection.dialect.name
    scores = text(_SCORES[dialect]).columns(CARDS.c.id, CARDS.c.id.label("score"))
    hits = scores.subquery("hits")
    found = found.join_from(CARDS, hits, hits.c.id == CARDS.c.id)
    order: list[ColumnElement[Any]] = [
        CARDS.c.id.in_(_phrase(dialect, "exact", "marked")).desc(),
        CARDS.c.id.in_(_phrase(dialect, "phrase", "plain")).desc(),
        hits.c.score.desc(),
    ]
    return found, order, _parameters(dialect, plain, marked)


def _words(folded: str) -> list[str]:
    return _WORD.findall(folded.replace("_", " "))


def _phrase(dialect: str, name: str, column: str) -> TextClause:
    return text("(" + _PHRASES[dialect].format(name=name, column=column) + ")")


def _parameters(dialect: str, plain: list[str], marked: list[str]) -> dict[str, str]:
    if dialect == "postgresql":
        together = {"all": " ".join(plain), "phrase": " ".join(plain)}
        return {**together, "exact": " ".join(marked)}
    return {
        "all": "{fields body} : (" + " AND ".join(f'"{w}"' for w in plain) + ")",
        "phrase": '{fields body} : "' + " ".join(plain) + '"',
        "exact": 'marked : "' + " ".join(marked) + '"',
    }


def _counts(
    connection: Connection, found: Select[Any], name: str, parameters: dict[str, str]
) -> tuple[tuple[str, int], ...]:
    column, count = CARDS.c[name], func.count().label("count")
    order = [column.desc()] if name == "year" else [count.desc(), column]
    query = (
        found.with_only_columns(column, count)
        .where(column.is_not(None), literal(True))
        .group_by(column)
        .order_by(*order)
        .limit(_MOST_OF_A_FACET)
    )
    rows = connection.execute(query, parameters)
    return tuple((str(row[0]), row[1]) for row in rows)
