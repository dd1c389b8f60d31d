"""The tables of the archive; migrations make the same ones."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData()

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(64), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False),
    Column("file_name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("result", Text, nullable=False),
)

PAGES = Table(
    "pages",
    METADATA,
    Column("document_id", String(64), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("text", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("width", Float, nullable=False),
    Column("height", Float, nullable=False),
    Column("origin", String(16), nullable=False),
)

NAMINGS = Table(
    "namings",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("fingerprint", String(64), nullable=False, unique=True),
    Column("code", Text, nullable=False),
    Column("issuer", Text),
    Column("year", Integer),
    Column("date", String(32)),
    Column("name", Text),
    Column("own", Boolean, nullable=False),
    Column("by_alias", Boolean, nullable=False),
    Column("only_in", String(64)),
    Column("node_id", String(64)),
    Column("confidence", Float, nullable=False),
    Column("warnings", Text, nullable=False),
    Column("reason", Text),
    Column("candidates", Text, nullable=False),
    Index("ix_namings_code", "code", "date", "node_id"),
    Index("ix_namings_issuer", "code", "issuer"),
    Index("ix_namings_node", "node_id"),
)

NAMED = Table(
    "named",
    METADATA,
    Column("document_id", String(64), primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("naming_id", Integer, ForeignKey("namings.id")),
    Column("code", Text),
    Column("type", Text),
    Column("issuer", Text),
    Column("date", String(32)),
    Column("title", Text),
    Index("ix_named_naming", "naming_id", "document_id", "ordinal"),
)

DESCRIPTION = (
    NAMED.c.code,
    NAMED.c.type,
    NAMED.c.issuer,
    NAMED.c.date,
    NAMED.c.title,
)
"""How a document describes one that it names, or itself."""

EDGES = Table(  # whose edges use a naming is found through NAMED, which has an index
    "edges",
    METADATA,
    Column("document_id", String(64), primary_key=True),
    Column("ordinal", Integer, primary_key=True, autoincrement=False),
    Column("source_naming", Integer, nullable=False),
    Column("target_naming", Integer, nullable=False),
    Column("source_node", String(64)),
    Column("target_node", String(64)),
    Column("relation", String(32), nullable=False),
    Column("quote", Text, nullable=False),
    Column("page", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Index("ix_edges_into", "target_node", "relation", "source_node"),
    Index("ix_edges_from", "source_node", "relation", "target_node"),
)

CARDS = Table(
    "search_cards",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document_id", String(64), nullable=False, unique=True),
    Column("type", Text),
    Column("issuer", Text),
    Column("province", Text),
    Column("year", Integer),
    Column("signer", Text),
    Column("kind", String(32), nullable=False),
    Index("ix_search_cards_issuer", "issuer"),
    Index("ix_search_cards_province", "province"),
)

DOUBTS = Table(
    "doubts",
    METADATA,
    Column("document_id", String(64), primary_key=True),
    Column("key", String(120), primary_key=True),
    Column("field", String(40), nullable=False),
    Column("value", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("page", Integer, nullable=False),
    Index("ix_doubts_confidence", "confidence", "document_id"),
)

CORRECTIONS = Table(
    "corrections",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document_id", String(64), nullable=False),
    Column("key", String(120), nullable=False),
    Column("action", String(16), nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("evidence", Text),
    Column("who", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("undone_by", Text),
    Column("undone_at", String(32)),
    Index("ix_corrections_document", "document_id", "key"),
)

LINK_DECISIONS = Table(
    "link_decisions",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(16), nullable=False),
    Column("one_document", String(64), nullable=False, index=True),
    Column("one_code", Text, nullable=False, index=True),
    Column("one_fingerprint", String(64), nullable=False),
    Column("other_document", String(64), index=True),
    Column("other_code", Text, index=True),
    Column("other_fingerprint", String(64)),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("undone_by", Text),
    Column("undone_at", String(32)),
)

SAVED_SEARCHES = Table(
    "saved_searches",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", Text, nullable=False, unique=True),
    Column("query", Text, nullable=False),
)
