"""Conflicts are records that the county makes; what was noted here before comes again with them."""

import sqlalchemy as sa
from alembic import op

from gridapp.contract import columns

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Replace the table."""
    op.drop_table("conflict")
    op.create_table(
        "conflict",
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("household_id", columns.IdBytes(length=16), nullable=True),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("standing", sa.JSON(), nullable=False),
        sa.Column("offered", sa.JSON(), nullable=False),
        sa.Column("standing_by", sa.String(), nullable=False),
        sa.Column("offered_by", sa.String(), nullable=False),
        sa.Column("offered_at", columns.UtcMoment(length=32), nullable=False),
        sa.Column("settled_at", columns.UtcMoment(length=32), nullable=True),
        sa.Column("settled_by", sa.String(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_conflict_unit_id", "conflict", ["unit_id"])
    op.create_index("ix_conflict_record_id", "conflict", ["record_id"])
