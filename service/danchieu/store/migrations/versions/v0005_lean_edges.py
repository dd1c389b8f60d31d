"""Edges without what costs at every loading; namings found by issuer and by date."""

import sqlalchemy as sa
from alembic import op

revision = "v0005"
down_revision = "v0004"
branch_labels = None
depends_on = None

_INTO = ("target_node", "relation", "source_node")
_FROM = ("source_node", "relation", "target_node")


def upgrade() -> None:
    """Part edges from namings: the documents that use a naming lead to its edges."""
    for side in ("source", "target"):
        op.drop_index(f"ix_edges_{side}_naming", "edges")
    if op.get_bind().dialect.name == "postgresql":
        for side in ("source", "target"):
            op.drop_constraint(f"edges_{side}_naming_fkey", "edges", type_="foreignkey")
    else:
        _make_edges_anew()
    op.drop_index("ix_namings_code", "namings")
    op.create_index("ix_namings_code", "namings", ["code", "date", "node_id"])
    op.create_index("ix_namings_issuer", "namings", ["code", "issuer"])


def _make_edges_anew() -> None:
    """Copy the table: SQLite cannot drop a reference."""
    op.rename_table("edges", "edges_before")
    op.drop_index("ix_edges_into", "edges_before")
    op.drop_index("ix_edges_from", "edges_before")
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
        sa.PrimaryKeyConstraint("document_id", "ordinal"),
    )
    op.execute("INSERT INTO edges SELECT * FROM edges_before")
    op.drop_table("edges_before")
    op.create_index("ix_edges_into", "edges", _INTO)
    op.create_index("ix_edges_from", "edges", _FROM)
