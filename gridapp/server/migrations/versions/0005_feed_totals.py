"""What each feed holds by unit: count and digest."""

import hashlib
from collections import Counter

import sqlalchemy as sa
from alembic import op

from gridapp.contract import columns

revision = "0005"
down_revision = "0004"

OPEN_KINDS = {"unit", "round", "post"}


def upgrade() -> None:
    """Add the table and sum the records that are there."""
    table = op.create_table(
        "feed_total",
        sa.Column("feed", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("feed", "unit_id", "open"),
    )
    record = sa.table(
        "record",
        sa.column("kind", sa.String),
        sa.column("id", columns.IdBytes),
        sa.column("feed", columns.IdBytes),
        sa.column("unit_id", columns.IdBytes),
        sa.column("revision", sa.Integer),
        sa.column("deleted", sa.Boolean),
    )
    rows = op.get_bind().execute(
        sa.select(record.c.kind, record.c.id, record.c.feed, record.c.unit_id, record.c.revision)
        .where(record.c.deleted.is_(False))
        .execution_options(yield_per=5000)
    )
    counts: Counter[tuple[object, object, bool]] = Counter()
    sums: Counter[tuple[object, object, bool]] = Counter()
    for kind, record_id, feed, unit, number in rows:
        part = (feed, unit, kind in OPEN_KINDS)
        counts[part] += 1
        hashed = hashlib.sha256(record_id.bytes + number.to_bytes(8, "big")).digest()
        sums[part] += int.from_bytes(hashed[:8], "big")
    totals = [
        {
            "feed": feed,
            "unit_id": unit,
            "open": openly,
            "count": count,
            "digest": f"{sums[(feed, unit, openly)] % (1 << 64):016x}",
        }
        for (feed, unit, openly), count in counts.items()
    ]
    if totals:
        op.bulk_insert(table, totals)
