"""The forms of the words of a revision, for the search."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; revisions that are there have no forms, and their words are looked up when they are searched."""
    op.create_table(
        "word_forms",
        sa.Column("revision", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("revision", name="pk_word_forms"),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name="fk_word_forms_revision_revision"),
    )
