"""The first tables: documents with their pages, namings, and edges."""

import sqlalchemy as sa
from alembic import op

revision = "v0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make all tables of an empty database."""
    _make_documents()
    _make_namings()
    _make_named()
    _make_edges()


def _make_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("sequence", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sequence"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "pages",
        sa.Column("document_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("width", sa.Float(), nullable=False),
        sa.Column("height", sa.Float(), nullable=False),
        sa.Column("origin", sa.String(16), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "number"),
    )


def _make_namings() -> None:
    op.create_table(
        "namings",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text()),
        sa.Column("year", sa.Integer()),
        sa.Column("date", sa.String(32)),
        sa.Column("name", sa.Text()),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("by_alias", sa.Boolean(), nullable=False),
        sa.Column("only_in", sa.String(64)),
        sa.Column("node_id", sa.String(64)),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("candidates", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("fingerprint"),
    )
    op.create_index("ix_namings_code", "namings", ["code", "node_id"])
    op.create_index("ix_namings_node", "namings", ["node_id"])


def _make_named() -> None:
    op.create_table(
        "named",
        sa.Column("document_id", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("naming_id", sa.Integer()),
        sa.Column("code", sa.Text()),
        sa.Column("type", sa.Text()),
        sa.Column("issuer", sa.Text()),
        sa.Column("date", sa.String(32)),
        sa.Column("title", sa.Text()),
        sa.ForeignKeyConstraint(["naming_id"], ["namings.id"]),
        sa.PrimaryKeyConstraint("document_id", "ordinal"),
    )
    op.create_index("ix_named_naming", "named", ["naming_id", "document_id", "ordinal"])


def _make_edges() -> None:
    op.create_table(
        "edges",
        sa.Column("document_id", sa.String(64), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source_naming", sa.Integer(), nullable=False),
        sa.Column("target_naming", sa.Integer(), nullable=False),
        sa.Column("source_node", sa.String(64)),
        sa.Column("target_node", sa.String(64)),
        sa.Column("relation", sa.String(32), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["source_naming"], ["namings.id"]),
        sa.ForeignKeyConstraint(["target_naming"], ["namings.id"]),
        sa.PrimaryKeyConstraint("document_id", "ordinal"),
    )
    op.create_index(
        "ix_edges_into", "edges", ["target_node", "relation", "source_node"]
    )
    op.create_index(
        "ix_edges_from", "edges", ["source_node", "relation", "target_node"]
    )
    op.create_index("ix_edges_source_naming", "edges", ["source_naming"])
    op.create_index("ix_edges_target_naming", "edges", ["target_naming"])
