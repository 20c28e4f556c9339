"""The journal keeps whole batches, packed; narrow rows find a change in them."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa
from alembic import op

from gridapp.contract import SCHEMA, columns, wire
from gridapp.contract.sync import Change, ChangeResult, PushRequest

revision = "0008"
down_revision = "0007"

MOST = 500
"""Changes of a batch that is made of old rows."""

journal = sa.table(
    "journal",
    sa.column("change_id", columns.IdBytes),
    sa.column("device_id", columns.IdBytes),
    sa.column("dseq", sa.Integer),
    sa.column("kind", sa.String),
    sa.column("record_id", columns.IdBytes),
    sa.column("op", sa.String),
    sa.column("fields", sa.Text),
    sa.column("result", sa.Text),
    sa.column("at", columns.UtcMoment),
)


def upgrade() -> None:
    """Change the tables. Replies to whole batches go: the journal has the answer to each change."""
    old = op.get_bind().execute(sa.select(journal).order_by(journal.c.device_id, journal.c.dseq))
    rows = old.mappings().all()
    op.drop_table("applied_batch")
    op.drop_table("journal")
    batch, places, forgotten = _tables()
    for number, some in enumerate(_runs(rows), 1):
        op.bulk_insert(batch, [_batch(number, some)])
        op.bulk_insert(places, [_place(number, place, row) for place, row in enumerate(some)])
        said = [{"change_id": row["change_id"], "said_sha": ""} for row in some]
        op.bulk_insert(forgotten, said)
    _let_postgresql_go_on()
    _change_indexes()


def _tables() -> list[sa.Table]:
    batch = op.create_table(
        "batch",
        sa.Column("number", sa.Integer(), nullable=False, autoincrement=True),
        sa.Column("device_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("batch_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("first_dseq", sa.Integer(), nullable=False),
        sa.Column("last_dseq", sa.Integer(), nullable=False),
        sa.Column("at", columns.UtcMoment(length=32), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("device_id", "batch_id"),
    )
    places = op.create_table(
        "journal",
        sa.Column("change_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("record_id", columns.IdBytes(length=16), nullable=True),
        sa.PrimaryKeyConstraint("change_id"),
        sqlite_with_rowid=False,
    )
    _index_of_those_that_have_it("journal", "record_id")
    forgotten = op.create_table(
        "forgotten_change",
        sa.Column("change_id", columns.IdBytes(length=16), nullable=False),
        sa.Column("said_sha", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("change_id"),
    )
    return [batch, places, forgotten]


def _index_of_those_that_have_it(table: str, column: str) -> None:
    there = sa.text(f"{column} IS NOT NULL")
    name = f"ix_{table}_{column}"
    op.create_index(name, table, [column], sqlite_where=there, postgresql_where=there)


def _change_indexes() -> None:
    op.drop_index("ix_record_feed", "record")
    op.create_index("ix_record_feed", "record", ["feed", "seq", "origin"])
    for column in ("follows", "case_id"):
        op.drop_index(f"ix_record_{column}", "record")
        _index_of_those_that_have_it("record", column)


def _runs(rows: Any) -> Iterator[list[Any]]:
    """The changes of each device, in pieces of numbers that follow one another."""
    for _, mine in groupby(enumerate(rows), lambda at: (at[1]["device_id"], at[1]["dseq"] - at[0])):
        run = [row for _, row in mine]
        yield from (run[first : first + MOST] for first in range(0, len(run), MOST))


def _batch(number: int, rows: list[Any]) -> dict[str, Any]:
    """Unit and base revision of a change were not kept: what it said is not known for certain."""
    changes, results = [], []
    for row in rows:
        names = row["kind"], row["record_id"], row["op"]
        unknown = UUID(int=0)
        fields, kept = json.loads(row["fields"]), json.loads(row["result"])
        changes.append(Change(row["change_id"], row["dseq"], unknown, *names, 0, fields))
        kept["change_id"] = row["change_id"]
        results.append(msgspec.convert(kept, ChangeResult))
    device, name = rows[0]["device_id"], rows[0]["change_id"]
    return {
        "number": number,
        "device_id": device,
        "batch_id": name,
        "head": "",
        "first_dseq": rows[0]["dseq"],
        "last_dseq": rows[-1]["dseq"],
        "at": rows[-1]["at"],
        "body": wire.pack_push(PushRequest(name, device, SCHEMA, "", changes)),
        "answers": wire.pack_answers(results),
    }


def _place(number: int, place: int, row: Any) -> dict[str, Any]:
    other = None if row["record_id"] == row["change_id"] else row["record_id"]
    return {"change_id": row["change_id"], "batch": number, "place": place, "record_id": other}


def _let_postgresql_go_on() -> None:
    if op.get_bind().dialect.name == "postgresql":
        following = "(SELECT coalesce(max(number), 0) + 1 FROM batch)"
        sequence = "pg_get_serial_sequence('batch', 'number')"
        op.execute(f"SELECT setval({sequence}, {following}, false)")
