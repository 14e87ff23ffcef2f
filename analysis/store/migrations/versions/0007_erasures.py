"""Revisions that were withdrawn and whose bytes may still be in the database's files."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "erasure",
        sa.Column("revision", sa.Integer, autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_erasure"),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name="fk_erasure_revision_revision"),
    )
