"""A place for records that this program cannot read."""

import sqlalchemy as sa
from alembic import op

from gridapp.contract import columns

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create it."""
    op.create_table(
        "carried",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id"),
        sqlite_with_rowid=False,
    )
