"""The only way in for a county's change: rows, stubs and ended feeds, never over unsent edits."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import bindparam, delete, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from gridapp.contract.kinds import KINDS
from gridapp.contract.sync import Row, Stub
from gridapp.store import feeds
from gridapp.store.feeds import Key
from gridapp.store.tables import TABLES, Local, RecordRow


def take_rows(session: Session, rows: Sequence[Row]) -> None:
    """Write the county's state of records; fields that wait to be sent keep their value here."""
    waiting = feeds.waiting_fields(session, ((row.kind, row.id) for row in rows))
    erase(session, ((row.kind, row.id) for row in rows if row.deleted))
    known: dict[str, list[dict[str, Any]]] = {}
    unknown = []
    for row in rows:
        if row.deleted:
            continue
        values = _values(row)
        if values is None:
            unknown.append(row)
        else:
            known.setdefault(row.kind, []).append(values)
    for kind, all_values in known.items():
        _upsert(session, kind, _with_unsent(session, kind, all_values, waiting))
    feeds.carry(session, unknown)


def take_stubs(session: Session, stubs: Sequence[Stub]) -> None:
    """Erase what has left this laptop's scope; edits of it that wait are still sent."""
    _erase(session, [(stub.kind, stub.id) for stub in stubs])


def erase(session: Session, keys: Iterable[Key]) -> set[Key]:
    """Erase records that the county no longer has; returns those kept, as they have unsent work."""
    keys = set(keys)
    waiting = keys & feeds.waiting_fields(session, keys).keys()
    _erase(session, keys - waiting)
    return waiting


def erase_feed(session: Session, feed: str) -> None:
    """Erase a feed that may no longer be seen; changes that wait are still sent."""
    _erase(session, feeds.held(session, UUID(feed), feeds.placement(session)))
    feeds.forget(session, feed)


def put_values(session: Session, kind: str, record_id: UUID, fields: dict[str, Any]) -> None:
    """Set some fields of a record to the county's JSON values."""
    table = TABLES[kind]
    values = {name: _adapter(kind, name).validate_python(v) for name, v in fields.items()}
    session.execute(update(table).where(col(table.id) == record_id).values(values))


def rest_on(session: Session, kind: str, given: Sequence[dict[str, Any]]) -> None:
    """Records now rest on revisions of the county: ``{"record": id, "given": revision}`` each."""
    table = Local.metadata.tables[str(TABLES[kind].__tablename__)]
    statement = (
        update(table)
        .where(table.c.id == bindparam("record"), table.c.revision < bindparam("given"))
        .values(revision=bindparam("given"))
    )
    session.connection().execute(statement, list(given))


@cache
def _adapter(kind: str, name: str) -> TypeAdapter[Any]:
    annotation: Any = KINDS[kind].record.model_fields[name].annotation
    return TypeAdapter(annotation)


def _values(row: Row) -> dict[str, Any] | None:
    """The columns of a row; None when this program cannot read the record."""
    if row.kind not in KINDS:
        return None
    record = KINDS[row.kind].record
    try:
        read = record.model_validate({**row.fields, "id": row.id, "unit_id": row.unit})
    except ValidationError:
        return None
    extra = {name: value for name, value in row.fields.items() if name not in record.model_fields}
    values = {name: getattr(read, name) for name in record.model_fields}
    return {**values, "revision": row.revision, "extra": extra}


def _with_unsent(
    session: Session,
    kind: str,
    rows: list[dict[str, Any]],
    waiting: dict[Key, set[str]],
) -> list[dict[str, Any]]:
    """The rows to write: fields that wait as they are here; not those that wait to be deleted."""
    unsent = {row["id"]: waiting[(kind, row["id"])] for row in rows if (kind, row["id"]) in waiting}
    if not unsent:
        return rows
    table = TABLES[kind]
    here: dict[UUID, RecordRow] = {}
    for some in feeds.chunks(list(unsent)):
        found: Any = session.exec(select(table).where(col(table.id).in_(some)))
        here.update({row.id: row for row in found})
    return [
        {**row, **{name: getattr(here[row["id"]], name) for name in unsent.get(row["id"], ())}}
        for row in rows
        if row["id"] not in unsent or row["id"] in here
    ]


def _upsert(session: Session, kind: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    session.expire_all()
    statement = insert(TABLES[kind])
    values = {name: statement.excluded[name] for name in rows[0] if name != "id"}
    session.connection().execute(
        statement.on_conflict_do_update(index_elements=["id"], set_=values), rows
    )
    feeds.erase_carried(session, [(kind, row["id"]) for row in rows])


def _erase(session: Session, keys: Iterable[Key]) -> None:
    keys = list(keys)
    for kind, ids in feeds.by_kind(keys).items():
        if kind in TABLES:
            table = TABLES[kind]
            for some in feeds.chunks(ids):
                session.execute(delete(table).where(col(table.id).in_(some)))
    feeds.erase_carried(session, keys)
