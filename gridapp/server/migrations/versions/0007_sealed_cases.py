"""Which case a record belongs to, and who alone sees it while the case is sealed."""

import hashlib
import json
from collections import Counter, defaultdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from gridapp.contract import columns

revision = "0007"
down_revision = "0006"

OPEN_KINDS = {"unit", "round", "post", "rule", "calendar_day"}

record = sa.table(
    "record",
    sa.column("kind", sa.String),
    sa.column("id", columns.IdBytes),
    sa.column("feed", columns.IdBytes),
    sa.column("unit_id", columns.IdBytes),
    sa.column("revision", sa.Integer),
    sa.column("deleted", sa.Boolean),
    sa.column("fields", sa.Text),
    sa.column("case_id", columns.IdBytes),
    sa.column("readers", sa.Text),
)


def upgrade() -> None:
    """Add the columns, fill them in, and sum anew what each feed holds."""
    for column in (
        sa.Column("case_id", columns.IdBytes(length=16), nullable=True),
        sa.Column("readers", sa.Text(), nullable=False, server_default=""),
    ):
        op.add_column("record", column)
    op.add_column("stub", sa.Column("readers", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_record_case_id", "record", ["case_id"])
    _name_cases()
    _sum_anew()


def _name_cases() -> None:
    """Give every record of a case its case, and those of a sealed one its readers."""
    cases: dict[UUID, UUID] = {}
    sealed: dict[UUID, list[str]] = {}
    accused: defaultdict[UUID, set[str]] = defaultdict(set)
    contested: dict[UUID, UUID] = {}
    of_cases = record.c.kind.in_(["dispute", "conflict"]) | record.c.fields.contains('"dispute_id"')
    rows = op.get_bind().execute(
        sa.select(record.c.kind, record.c.id, record.c.fields).where(of_cases)
    )
    for kind, id_, text in rows.all():
        fields = json.loads(text)
        if kind == "conflict":
            if fields.get("record_id"):
                contested[id_] = UUID(fields["record_id"])
            continue
        case = id_ if kind == "dispute" else _id(fields.get("dispute_id"))
        if case is not None:
            cases[id_] = case
        if kind == "dispute" and fields.get("sealed"):
            sealed[id_] = fields.get("handlers") or []
        if kind == "party" and case is not None and fields.get("role") == "accused":
            accused[case].add(fields.get("name", ""))
    cases |= {id_: cases[about] for id_, about in contested.items() if about in cases}
    readers = {case: _readers(named, accused[case]) for case, named in sealed.items()}
    written = [
        {"of": id_, "case": case, "seen_by": readers.get(case, "")} for id_, case in cases.items()
    ]
    if written:
        op.get_bind().execute(
            sa.update(record)
            .where(record.c.id == sa.bindparam("of"))
            .values(case_id=sa.bindparam("case"), readers=sa.bindparam("seen_by")),
            written,
        )


def _id(text: Any) -> UUID | None:
    try:
        return UUID(text) if text else None
    except (ValueError, TypeError, AttributeError):
        return None


def _readers(handlers: list[str], accused: set[str]) -> str:
    found = set()
    for handler in handlers:
        name, _, unit = handler.rpartition("@")
        where = _id(unit)
        if where is not None and name.strip() not in accused:
            said = f"{name.strip()}@{where.hex}".encode()
            found.add(hashlib.sha256(said).hexdigest()[:32])
    return " ".join(sorted(found)) or "-"


def _sum_anew() -> None:
    op.drop_table("feed_total")
    table = op.create_table(
        "feed_total",
        sa.Column("feed", columns.IdBytes(length=16), nullable=False),
        sa.Column("unit_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("readers", sa.Text(), nullable=False, server_default=""),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("feed", "unit_id", "open", "readers"),
    )
    c = record.c
    rows = op.get_bind().execute(
        sa.select(c.kind, c.id, c.feed, c.unit_id, c.revision, c.readers)
        .where(c.deleted.is_(False))
        .execution_options(yield_per=5000)
    )
    counts: Counter[tuple[Any, ...]] = Counter()
    sums: Counter[tuple[Any, ...]] = Counter()
    for kind, record_id, feed, unit, number, readers in rows:
        part = (feed, unit, kind in OPEN_KINDS, readers)
        counts[part] += 1
        hashed = hashlib.sha256(record_id.bytes + number.to_bytes(8, "big")).digest()
        sums[part] += int.from_bytes(hashed[:8], "big")
    names = ("feed", "unit_id", "open", "readers", "count", "digest")
    totals = [
        dict(zip(names, (*part, count, f"{sums[part] % (1 << 64):016x}"), strict=True))
        for part, count in counts.items()
    ]
    if totals:
        op.bulk_insert(table, totals)
