"""The regions whose rows a signed-in editor may edit."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; who is signed in already keeps all rows, and a server that does not know it yet gives all."""
    op.add_column("sign_in", sa.Column("regions", sa.Text, nullable=False, server_default=""))
