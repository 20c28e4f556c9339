"""Questions about conflicts: two values for one field, open and settled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast
from uuid import UUID

from pydantic import ValidationError
from sqlmodel import Session, col, select

from gridapp.store import subjects, values
from gridapp.store.subjects import Subject
from gridapp.store.tables import TABLES, Conflict, RecordRow


@dataclass(frozen=True)
class ConflictLine:
    """A conflict in the words of a person; values as Python values, as JSON where unreadable."""

    id: UUID
    kind: str
    record_id: UUID
    subject: Subject
    field: str
    standing: Any
    """What the record holds now: somebody may have written it again since the conflict."""
    offered: Any
    standing_by: str
    offered_by: str
    offered_at: datetime
    names: dict[UUID, str]
    """What the values mean where they are ids."""
    present: bool
    """Whether the record is on this laptop and this program knows the field."""
    settled_at: datetime | None
    settled_by: str
    choice: str


def still_open(session: Session, limit: int = 200) -> list[ConflictLine]:
    """Those that wait for a decision, the oldest first."""
    query = select(Conflict).where(col(Conflict.settled_at).is_(None))
    rows = session.exec(query.order_by(col(Conflict.offered_at), col(Conflict.id)).limit(limit))
    return _lines(session, rows.all())


def settled(session: Session, limit: int = 200) -> list[ConflictLine]:
    """Those that somebody decided, the newest decision first."""
    query = select(Conflict).where(col(Conflict.settled_at).is_not(None))
    rows = session.exec(query.order_by(col(Conflict.settled_at).desc()).limit(limit))
    return _lines(session, rows.all())


def line(session: Session, conflict: Conflict) -> ConflictLine:
    """One conflict."""
    row = record_of(session, conflict)
    standing = _read(conflict, conflict.standing)
    if row is not None and conflict.settled_at is None:
        standing = getattr(row, conflict.field)
    offered = _read(conflict, conflict.offered)
    ids = [value for value in (standing, offered) if isinstance(value, UUID)]
    return ConflictLine(
        id=conflict.id,
        kind=conflict.kind,
        record_id=conflict.record_id,
        subject=subjects.of(
            session, conflict.kind, conflict.record_id, {"unit_id": conflict.unit_id}
        ),
        field=conflict.field,
        standing=standing,
        offered=offered,
        standing_by=conflict.standing_by,
        offered_by=conflict.offered_by,
        offered_at=conflict.offered_at,
        names={value: subjects.name_of(session, value) for value in ids},
        present=row is not None,
        settled_at=conflict.settled_at,
        settled_by=conflict.settled_by,
        choice=conflict.choice,
    )


def record_of(session: Session, conflict: Conflict) -> RecordRow | None:
    """The contested record, if it is on this laptop and this program knows the field."""
    table = TABLES.get(conflict.kind)
    if table is None or conflict.field not in table.model_fields:
        return None
    return cast(RecordRow | None, session.get(table, conflict.record_id))


def _lines(session: Session, rows: Sequence[Conflict]) -> list[ConflictLine]:
    return [line(session, row) for row in rows]


def _read(conflict: Conflict, value: Any) -> Any:
    table = TABLES.get(conflict.kind)
    if table is None or conflict.field not in table.model_fields:
        return value
    try:
        return values.read(conflict.kind, {conflict.field: value})[conflict.field]
    except ValidationError:
        return value
