"""Conflicts are records; erasure, quarantine and shared histories; replies are packed."""

import sqlalchemy as sa
from alembic import op

from gridapp.contract import columns

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Change the tables. Replies to whole batches go: the journal has the answer to each change."""
    op.drop_table("conflict")
    op.drop_table("applied_batch")
    op.create_table(
        "applied_batch",
        sa.Column("device_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("batch_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("body_sha", sa.String(length=64), nullable=False),
        sa.Column("response", sa.LargeBinary(), nullable=False),
        sa.Column("applied_at", columns.UtcMoment(length=32), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "batch_id"),
    )
    op.drop_index("ix_record_household_id", "record")
    with op.batch_alter_table("record") as record:
        record.alter_column("household_id", new_column_name="follows")
        record.add_column(
            sa.Column("erased", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.create_index("ix_record_follows", "record", ["follows"])
    op.create_table(
        "quarantine",
        sa.Column("change_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("device_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("record_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("change", sa.LargeBinary(), nullable=False),
        sa.Column("fault", sa.String(length=80), nullable=False),
        sa.Column("at", columns.UtcMoment(length=32), nullable=False),
        sa.PrimaryKeyConstraint("change_id"),
    )
    op.create_index("ix_quarantine_record_id", "quarantine", ["record_id"])
    op.create_table(
        "shared_history",
        sa.Column("device_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("former_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("dseq", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "former_id"),
    )
