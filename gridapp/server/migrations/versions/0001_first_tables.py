"""The first tables of the county."""

import sqlalchemy as sa
from alembic import op

from gridapp.contract import columns

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "applied_batch",
        sa.Column("device_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("batch_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("body_sha", sa.String(length=64), nullable=False),
        sa.Column("response", sa.Text(), nullable=False),
        sa.Column("applied_at", columns.UtcMoment(length=32), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "batch_id"),
    )
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("at", columns.UtcMoment(length=32), nullable=False),
        sa.Column("device_id", columns.IdBytes(length=16), nullable=True),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq"),
    )
    op.create_table(
        "device",
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("sign_key", sa.String(length=64), nullable=False),
        sa.Column("box_key", sa.String(length=64), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("last_dseq", sa.Integer(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("enrolled_at", columns.UtcMoment(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_table(
        "enrolment_code",
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("expires_at", columns.UtcMoment(length=32), nullable=False),
        sa.Column("device_id", columns.IdBytes(length=16), nullable=True),
        sa.PrimaryKeyConstraint("code_hash"),
    )
    op.create_table(
        "feed_counter",
        sa.Column("feed", columns.IdBytes(length=16), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("feed"),
    )
    op.create_table(
        "feed_head",
        sa.Column("feed", columns.IdBytes(length=16), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("chain", sa.String(length=64), nullable=False),
        sa.Column("at", columns.UtcMoment(length=32), nullable=False),
        sa.PrimaryKeyConstraint("feed", "seq"),
    )
    op.create_table(
        "journal",
        sa.Column("change_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("device_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("dseq", sa.Integer(), nullable=False),
        sa.Column("body_sha", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("record_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("op", sa.String(length=10), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("at", columns.UtcMoment(length=32), nullable=False),
        sa.PrimaryKeyConstraint("change_id"),
        sa.UniqueConstraint("device_id", "dseq"),
    )
    op.create_index(op.f("ix_journal_record_id"), "journal", ["record_id"], unique=False)
    op.create_table(
        "record",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("feed", columns.IdBytes(length=16), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("household_id", columns.IdBytes(length=16), nullable=True),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("field_revisions", sa.Text(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("origin", columns.IdBytes(length=16), nullable=True),
        sa.PrimaryKeyConstraint("kind", "id"),
    )
    op.create_index("ix_record_feed", "record", ["feed", "seq"], unique=True)
    op.create_index(op.f("ix_record_household_id"), "record", ["household_id"], unique=False)
    op.create_index(op.f("ix_record_unit_id"), "record", ["unit_id"], unique=False)
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "stub",
        sa.Column("feed", columns.IdBytes(length=16), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("from_unit", columns.IdBytes(length=16), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("at", columns.UtcMoment(length=32), nullable=False),
        sa.PrimaryKeyConstraint("feed", "seq"),
    )
    op.create_index(op.f("ix_stub_id"), "stub", ["id"], unique=False)
    op.create_table(
        "unit_node",
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("parent_id", columns.IdBytes(length=16), nullable=True),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "conflict",
        sa.Column("change_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("field", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("record_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("standing", sa.Text(), nullable=False),
        sa.Column("offered", sa.Text(), nullable=False),
        sa.Column("offered_by", columns.IdBytes(length=16), nullable=False),
        sa.Column("at", columns.UtcMoment(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["change_id"],
            ["journal.change_id"],
        ),
        sa.PrimaryKeyConstraint("change_id", "field"),
    )
    op.create_index(op.f("ix_conflict_record_id"), "conflict", ["record_id"], unique=False)
    op.create_table(
        "device_grant",
        sa.Column("device_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("ended", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"],
            ["device.id"],
        ),
        sa.PrimaryKeyConstraint("device_id", "unit_id"),
    )
