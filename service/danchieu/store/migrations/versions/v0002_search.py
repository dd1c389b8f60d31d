"""Search over text and fields, the queue of doubts, and people's corrections."""

import sqlalchemy as sa
from alembic import op

revision = "v0002"
down_revision = "v0001"
branch_labels = None
depends_on = None

_SQLITE = (
    "CREATE VIRTUAL TABLE search_text USING fts5("
    "fields, body, marked, tokenize = 'unicode61 remove_diacritics 0')",
)
_POSTGRES = (
    "CREATE TABLE search_text (id integer PRIMARY KEY, "
    "plain tsvector NOT NULL, marked tsvector NOT NULL)",
    "CREATE INDEX ix_search_text_plain ON search_text USING gin (plain)",
    "CREATE INDEX ix_search_text_marked ON search_text USING gin (marked)",
)


def upgrade() -> None:
    """Make the tables; the program fills them for documents held before."""
    _make_cards()
    _make_doubts()
    _make_corrections()
    postgres = op.get_bind().dialect.name == "postgresql"
    for statement in _POSTGRES if postgres else _SQLITE:
        op.execute(statement)


def _make_cards() -> None:
    op.create_table(
        "search_cards",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document_id", sa.String(64), nullable=False),
        sa.Column("type", sa.Text()),
        sa.Column("issuer", sa.Text()),
        sa.Column("province", sa.Text()),
        sa.Column("year", sa.Integer()),
        sa.Column("signer", sa.Text()),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("document_id"),
    )
    op.create_index("ix_search_cards_issuer", "search_cards", ["issuer"])
    op.create_index("ix_search_cards_province", "search_cards", ["province"])
    op.create_table(
        "saved_searches",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("name"),
    )


def _make_doubts() -> None:
    op.create_table(
        "doubts",
        sa.Column("document_id", sa.String(64), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("field", sa.String(40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "key"),
    )
    op.create_index("ix_doubts_confidence", "doubts", ["confidence", "document_id"])


def _make_corrections() -> None:
    op.create_table(
        "corrections",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("document_id", sa.String(64), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("old", sa.Text()),
        sa.Column("new", sa.Text()),
        sa.Column("evidence", sa.Text()),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("undone_by", sa.Text()),
        sa.Column("undone_at", sa.String(32)),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_corrections_document", "corrections", ["document_id", "key"])
