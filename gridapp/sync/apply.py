"""The only way in for a county's change: rows, stubs and ended feeds, never over unsent edits."""

import logging
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from sqlalchemy import Dialect, update
from sqlcipher3.dbapi2 import OperationalError
from sqlmodel import Session, col

from gridapp.contract.kinds import KINDS
from gridapp.contract.sync import Row, Stub
from gridapp.domain.sync.scope import Scope
from gridapp.store import forgetting, plain
from gridapp.store.files import blobs
from gridapp.store.sync import feeds
from gridapp.store.sync.feeds import Key
from gridapp.store.tables import TABLES, Conflict, Local
from gridapp.sync import outgoing

Bind = Callable[[Any], Any]

log = logging.getLogger(__name__)

Waiting = dict[Key, dict[str, Any] | None]
"""What waits to be sent, as ``feeds.waiting_values`` has it."""


def take_rows(session: Session, rows: Sequence[Row]) -> set[Key]:
    """Write the county's state of records; fields that wait to be sent keep their value here.

    A row that cannot be written is carried as it came: it holds back nothing else. Returns what
    unsent work keeps otherwise here: deleted at the county and not here, or the other way round.
    """
    waiting = feeds.waiting_values(session, ((row.kind, row.id) for row in rows))
    feeds.erase_carried(session, [(row.kind, row.id) for row in rows])
    erase_by_law(session, [(row.kind, row.id) for row in rows if row.erased])
    kept = erase(session, ((row.kind, row.id) for row in rows if row.deleted))
    there = {(row.kind, row.id) for row in rows if not row.deleted}
    kept |= {key for key in there & waiting.keys() if waiting[key] is None}
    by_kind: dict[str, list[Row]] = {}
    for row in rows:
        if not row.deleted:
            by_kind.setdefault(row.kind, []).append(row)
    for kind, some in by_kind.items():
        if kind in KINDS:
            _take(session, kind, some, waiting)
        else:
            feeds.carry(session, some)
    return kept


def _take(session: Session, kind: str, rows: Sequence[Row], waiting: Waiting) -> None:
    """Write rows of a kind; what is wrong with one of them is looked for by halves."""
    if _written(session, kind, rows, waiting):
        return
    if len(rows) == 1:
        log.warning("carried as it came: %s %s", kind, rows[0].id)
        feeds.carry(session, rows)
        return
    half = len(rows) // 2
    _take(session, kind, rows[:half], waiting)
    _take(session, kind, rows[half:], waiting)


def _written(session: Session, kind: str, rows: Sequence[Row], waiting: Waiting) -> bool:
    """Whether all rows could be written; else none of them was."""
    try:
        with plain.as_a_whole(session):
            values = [_values(row) for row in rows]
            _upsert(session, kind, _with_unsent(kind, values, waiting))
    except OperationalError:  # the disk's fault, not the rows'
        raise
    except Exception:
        return False
    return True


def take_stubs(session: Session, stubs: Sequence[Stub]) -> None:
    """Erase what has left this laptop's scope; edits of it that wait are still sent."""
    _leave(session, [(stub.kind, stub.id) for stub in stubs])


def leave(session: Session, keys: Iterable[Key]) -> set[Key]:
    """Erase what is no longer in a feed; returns those kept, as they have unsent work."""
    keys = set(keys)
    waiting = keys & feeds.waiting_values(session, keys).keys()
    _leave(session, keys - waiting)
    return waiting


def erase_by_law(session: Session, keys: Sequence[Key]) -> None:
    """Erase records, whatever waits, with every value that this laptop ever noted of them."""
    if not keys:
        return
    hashes = blobs.hashes_of(session, [id_ for _, id_ in keys])
    _erase(session, keys)
    blobs.settle(session, (one for one in hashes if blobs.named(session, one) is None))
    for some in feeds.chunks([id_ for _, id_ in keys]):
        about = update(Conflict).where(col(Conflict.record_id).in_(some))
        session.connection().execute(about.values(standing=None, offered=None))
    first = outgoing.first_waiting(session)
    if forgetting.erased(session, keys) and first is not None:
        outgoing.rewind(session, first)


def erase(session: Session, keys: Iterable[Key]) -> set[Key]:
    """Erase records that the county no longer has; returns those kept, as they have unsent work."""
    keys = set(keys)
    waiting = keys & feeds.waiting_values(session, keys).keys()
    _erase(session, keys - waiting)
    return waiting


def erase_feed(session: Session, feed: str) -> None:
    """Erase a feed that may no longer be seen; changes that wait are still sent."""
    grid, away = feeds.tree(session), UUID(feed)
    _leave(session, feeds.held(session, away, feeds.placement(session)))
    forgetting.left(session, feeds.gone(session, lambda *where: grid.feed_of(*where) == away))
    feeds.forget(session, feed)


def erase_unseen(session: Session, seen: Scope, *, shrunk: bool) -> None:
    """Erase what lies in units that may no longer be seen, but for what waits; and what was said of
    records that had been deleted there, if there is such a unit: ``shrunk`` says so.
    """
    strays = feeds.strays(session, seen)
    leave(session, strays)
    if strays or shrunk:
        forgetting.left(session, feeds.gone(session, lambda *where: not seen.sees(*where)))


def put_values(session: Session, kind: str, record_id: UUID, fields: dict[str, Any]) -> None:
    """Set some fields of a record to the county's JSON values."""
    table = TABLES[kind]
    session.execute(update(table).where(col(table.id) == record_id).values(_read(kind, fields)))


def rest_on(session: Session, kind: str, given: Sequence[tuple[int, bytes]]) -> None:
    """Records now rest on revisions of the county: (revision, id as bytes) each."""
    name = TABLES[kind].__tablename__
    statement = f"UPDATE {name} SET revision = max(revision, ?) WHERE id = ?"  # noqa: S608
    plain.do(session, statement, *given)


@cache
def _adapter(kind: str, name: str) -> TypeAdapter[Any]:
    annotation: Any = KINDS[kind].record.model_fields[name].annotation
    return TypeAdapter(annotation)


def _values(row: Row) -> dict[str, Any]:
    """The columns of a row. Raises ValidationError when this program cannot read the record."""
    record = KINDS[row.kind].record
    read = record.model_validate({**row.fields, "id": row.id, "unit_id": row.unit})
    extra = {name: value for name, value in row.fields.items() if name not in record.model_fields}
    values = {name: getattr(read, name) for name in record.model_fields}
    return {**values, "revision": row.revision, "extra": extra}


def _with_unsent(
    kind: str, rows: Iterable[dict[str, Any]], waiting: Waiting
) -> list[dict[str, Any]]:
    """The rows to write, with the values that wait; not those that wait to be deleted."""
    found = ((row, waiting.get((kind, row["id"]), {})) for row in rows)
    return [{**row, **_read(kind, unsent)} for row, unsent in found if unsent is not None]


def _read(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """JSON values as the columns of a kind take them."""
    return {name: _adapter(kind, name).validate_python(value) for name, value in fields.items()}


def _upsert(session: Session, kind: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    session.expire_all()
    statement, columns = _writing(kind, session.get_bind().dialect)
    written = ([bind(row[name]) for name, bind in columns] for row in rows)
    plain.do(session, statement, *map(tuple, written))


@cache
def _writing(kind: str, dialect: Dialect) -> tuple[str, list[tuple[str, Bind]]]:
    """Add rows of a kind, or replace all their values; how each column's is bound."""
    table = Local.metadata.tables[str(TABLES[kind].__tablename__)]
    names = [column.name for column in table.columns]
    values = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
    statement = (
        f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608
        f" ON CONFLICT (id) DO UPDATE SET {values}"
    )
    types = [(column.name, column.type.dialect_impl(dialect)) for column in table.columns]
    return statement, [(name, type_.bind_processor(dialect) or _as_it_is) for name, type_ in types]


def _as_it_is(value: Any) -> Any:
    return value


def _leave(session: Session, keys: Iterable[Key]) -> None:
    keys = list(keys)
    _erase(session, keys)
    forgetting.left(session, keys)


def _erase(session: Session, keys: Iterable[Key]) -> None:
    keys = list(keys)
    for kind, ids in feeds.by_kind(keys).items():
        if kind in TABLES:
            statement = f"DELETE FROM {TABLES[kind].__tablename__} WHERE id IN ids"  # noqa: S608
            plain.do_among(session, statement, ids)
    session.expire_all()
    feeds.erase_carried(session, keys)
