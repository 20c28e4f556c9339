"""An agreement says which sum is owed by it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Of agreements that are there already no sum is known."""
    op.add_column("agreement", sa.Column("amount", sa.Integer(), nullable=True))
