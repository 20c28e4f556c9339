"""Conflicts on a desk, as the county makes them and a pull brings them."""

from typing import Any
from uuid import UUID

from sqlalchemy import update
from sqlmodel import col, select

from gridapp.contract.conflicts import ConflictRecord
from gridapp.store import journal
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.journal import Operation
from gridapp.usecases.desk import Desk


def put_conflict(desk: Desk, kind: str, record: Any, field: str, offered: Any) -> UUID:
    """As the county makes one; it came with a pull, so that none of it waits to be sent."""
    with desk.store.session() as session:
        standing = record.model_dump(mode="json")[field]
        conflict = ConflictRecord(
            id=desk.new_id(),
            unit_id=record.unit_id,
            kind=kind,
            record_id=record.id,
            field=field,
            standing=standing,
            offered=offered,
            standing_by="王桂英",
            offered_by="韦国平",
            offered_at=desk.now(),
        )
        made = Operation(desk.new_id(), "conflict", "", "", desk.now())
        journal.write(session, made, [journal.create(desk.new_id(), "conflict", conflict)])
        session.execute(
            update(ChangeRow)
            .where(col(ChangeRow.operation_id) == made.id)
            .values(batch_id=desk.new_id(), state="acknowledged")
        )
    return conflict.id


def one(desk: Desk, table: Any, **known: Any) -> Any:
    """The first row with these values."""
    with desk.store.session() as session:
        return session.exec(select(table).filter_by(**known)).first()
