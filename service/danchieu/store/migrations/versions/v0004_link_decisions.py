"""What people decided on links: same, not the same, link, no link."""

import sqlalchemy as sa
from alembic import op

revision = "v0004"
down_revision = "v0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of decisions on links."""
    op.create_table(
        "link_decisions",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("one_document", sa.String(64), nullable=False),
        sa.Column("one_code", sa.Text(), nullable=False),
        sa.Column("one_fingerprint", sa.String(64), nullable=False),
        sa.Column("other_document", sa.String(64)),
        sa.Column("other_code", sa.Text()),
        sa.Column("other_fingerprint", sa.String(64)),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("undone_by", sa.Text()),
        sa.Column("undone_at", sa.String(32)),
        sa.PrimaryKeyConstraint("id"),
    )
    for side in ("one", "other"):
        for column in ("document", "code"):
            name = f"{side}_{column}"
            op.create_index(f"ix_link_decisions_{name}", "link_decisions", [name])
