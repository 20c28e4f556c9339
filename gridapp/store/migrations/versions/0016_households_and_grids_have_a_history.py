"""What happened to households is dated, units and stand-ins have their time, reports are kept."""

import sqlalchemy as sa
from alembic import op

from gridapp.contract import columns

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """Everything known so far has been so from the beginning."""
    for table, names in {
        "unit": ("since", "until"),
        "household": ("since", "until"),
        "member": ("since",),
    }.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.Date(), nullable=True))
    stands_in: sa.Column[bool] = sa.Column(
        "stands_in", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("post", stands_in)
    _life_events()
    _reports()


def _life_events() -> None:
    op.create_table(
        "life_event",
        *_kept(),
        sa.Column("household_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("subject_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("act_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", columns.UtcMoment(length=32), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.Column("reverses", columns.IdBytes(length=16), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    for name in ("unit_id", "household_id", "subject_id"):
        op.create_index(f"ix_life_event_{name}", "life_event", [name])


def _reports() -> None:
    op.create_table(
        "report",
        *_kept(),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("submitted_by", sa.String(), nullable=False),
        sa.Column("submitted_at", columns.UtcMoment(length=32), nullable=False),
        sa.Column("returned_for", sa.String(), nullable=False),
        sa.Column("signed_by", sa.String(), nullable=False),
        sa.Column("signed_at", columns.UtcMoment(length=32), nullable=True),
        sa.Column("replaces", columns.IdBytes(length=16), nullable=True),
        sa.Column("nil", sa.Boolean(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    for name in ("unit_id", "first"):
        op.create_index(f"ix_report_{name}", "report", [name])


def _kept() -> list[sa.Column[object]]:
    return [
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("extra", sa.JSON(), nullable=False),
        sa.Column("id", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
    ]
