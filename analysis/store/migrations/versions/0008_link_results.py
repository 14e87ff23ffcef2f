"""What became of asking the links of a revision."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "link_result",
        sa.Column("place", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("link", sa.Text, nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("status", sa.Integer),
        sa.Column("moved_to", sa.Text),
        sa.Column("reason", sa.String(20), nullable=False),
        sa.Column("time", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("place", name="pk_link_result"),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name="fk_link_result_revision_revision"),
    )
