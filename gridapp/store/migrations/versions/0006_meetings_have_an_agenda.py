"""A meeting keeps the cases that it discusses, in their order."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Meetings that are there already have discussed nothing by name."""
    op.add_column("meeting", sa.Column("agenda", sa.JSON(), nullable=False, server_default="[]"))
