"""Revisions and their contents."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "revision",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("published", sa.DateTime(timezone=True), nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("parent", sa.Integer),
        sa.Column("restores", sa.Integer),
        sa.Column("withdrawn", sa.DateTime(timezone=True)),
        sa.Column("tables", sa.JSON, nullable=False),
        sa.Column("files", sa.JSON, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_revision"),
        sa.ForeignKeyConstraint(["parent"], ["revision.number"], name="fk_revision_parent_revision"),
        sa.ForeignKeyConstraint(["restores"], ["revision.number"], name="fk_revision_restores_revision"),
    )
    op.create_table(
        "content",
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("revision", "sha256", name="pk_content"),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name="fk_content_revision_revision"),
    )
