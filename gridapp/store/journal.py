"""The only door for a person's changes: rows, outbox and audit in one transaction."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Row, Table, bindparam, delete, insert, select, update
from sqlmodel import Session

from gridapp.contract.records import Record
from gridapp.contract.sync import Change, Op
from gridapp.domain.sync import chain
from gridapp.store import audit, meta, plain
from gridapp.store.bookkeeping import ChangeRow, OperationRow
from gridapp.store.opening import StoreError, StoreFault
from gridapp.store.tables import TABLES, Local

_WAITING = """
    SELECT record_id, fields, base_revision FROM change
    WHERE state = 'waiting' AND record_id IN ids
""".strip()

CHUNK = 500
"""Ids per question, well below SQLite's limit of parameters."""


BATCH = 2000
"""Edits that are written at once: a long operation can tell how far it is between them."""

OnProgress = Callable[[int, int], None]
"""Called with (done, total); raises to cancel."""


@dataclass(frozen=True)
class Operation:
    """One thing a person did: its id, its name for undo and for "what waits", who and when."""

    id: UUID
    what: str
    name: str
    actor: str
    at: datetime
    undoes: UUID | None = None


@dataclass(frozen=True)
class Edit:
    """A change of one record. ``fields`` holds the values that are set, as Python values."""

    change_id: UUID
    kind: str
    op: Op
    record_id: UUID
    unit_id: UUID
    fields: dict[str, Any]
    again: bool = False
    """A create that the county did not take, offered anew: the row is here already."""
    seen: int | None = None
    """The revision that the person had in sight, where a screen was filled a while ago; else that
    on which the row rests.
    """


def create(change_id: UUID, kind: str, record: Record) -> Edit:
    """The edit that brings a record into being.

    Whose id was made for it may lend it to the change too: on the line it then goes only once.
    """
    fields = {name: getattr(record, name) for name in type(record).model_fields if name != "id"}
    return Edit(change_id, kind, Op.CREATE, record.id, record.unit_id, fields)


def change(change_id: UUID, kind: str, record: Record, **fields: Any) -> Edit:
    """The edit that sets some fields of a record."""
    return Edit(change_id, kind, Op.UPDATE, record.id, record.unit_id, fields)


def remove(change_id: UUID, kind: str, record: Record) -> Edit:
    """The edit that deletes a record."""
    return Edit(change_id, kind, Op.DELETE, record.id, record.unit_id, {})


def write(
    session: Session,
    operation: Operation,
    edits: Sequence[Edit],
    on_progress: OnProgress | None = None,
) -> frozenset[str]:
    """Keep an operation; returns the kinds it changed. Raises StoreError when a record is gone.

    An operation edits each record at most once, so that its edits may be applied in bulk. What
    ``on_progress`` raises comes through, and the transaction is the caller's to roll back.
    """
    row = {
        "id": operation.id,
        "what": operation.what,
        "name": operation.name,
        "made_at": operation.at,
        "undone": False,
        "undoes": operation.undoes,
    }
    session.flush()
    session.connection().execute(insert(OperationRow), row)
    for first in range(0, len(edits), BATCH):
        if on_progress is not None:
            on_progress(first, len(edits))
        some = edits[first : first + BATCH]
        standing = _standing(session, some)
        _apply(session, some)
        _queue(session, operation, some, standing)
    audit.note(session, operation.at, operation.actor, operation.what, _audit_detail(edits))
    return frozenset(edit.kind for edit in edits)


def withdraw(session: Session, kind: str, record_id: UUID) -> None:
    """Drop a record that the county did not take, and that is given up."""
    table = _table(kind)
    here_only = (table.c.id == record_id) & (table.c.revision == 0)
    session.connection().execute(delete(table).where(here_only))
    session.expire_all()


def _standing(session: Session, edits: Sequence[Edit]) -> dict[UUID, Row[Any]]:
    """The rows as they are before an update or delete."""
    wanted = defaultdict(list)
    for edit in edits:
        if edit.op != Op.CREATE:
            wanted[edit.kind].append(edit.record_id)
    found: dict[UUID, Row[Any]] = {}
    connection = session.connection()
    for kind, ids in wanted.items():
        table = _table(kind)
        for some in chunks(ids):
            rows = connection.execute(select(table).where(table.c.id.in_(some)))
            found.update((row.id, row) for row in rows)
    if any(edit.op != Op.CREATE and edit.record_id not in found for edit in edits):
        raise StoreError(StoreFault.GONE)
    return found


def _apply(session: Session, edits: Sequence[Edit]) -> None:
    """Write the rows, in bulk: by kind, and updates also by the set of fields they touch."""
    created: dict[str, list[dict[str, Any]]] = defaultdict(list)
    updated: dict[tuple[str, frozenset[str]], list[dict[str, Any]]] = defaultdict(list)
    deleted: dict[str, list[UUID]] = defaultdict(list)
    for edit in edits:
        if edit.op == Op.CREATE and not edit.again:
            fresh = {"id": edit.record_id, "revision": 0, "extra": {}, **edit.fields}
            created[edit.kind].append(fresh)
        elif edit.op == Op.DELETE:
            deleted[edit.kind].append(edit.record_id)
        else:
            row = {"sought_id": edit.record_id, **edit.fields}
            updated[edit.kind, frozenset(edit.fields)].append(row)
    connection = session.connection()
    for kind, rows in created.items():
        connection.execute(insert(TABLES[kind]), rows)
    for (kind, names), rows in updated.items():
        table = _table(kind)
        values: dict[str, Any] = {name: bindparam(name) for name in names}
        connection.execute(
            update(table).where(table.c.id == bindparam("sought_id")).values(values), rows
        )
    for kind, ids in deleted.items():
        table = _table(kind)
        for some in chunks(ids):
            connection.execute(delete(table).where(table.c.id.in_(some)))
    session.expunge_all()


def _table(kind: str) -> Table:
    return Local.metadata.tables[str(TABLES[kind].__tablename__)]


def _queue(
    session: Session, operation: Operation, edits: Sequence[Edit], standing: dict[UUID, Row[Any]]
) -> None:
    end, head = meta.journal_end(session)
    changes = []
    waiting = _waiting(session, edits)
    for dseq, edit in enumerate(edits, end + 1):
        row = standing.get(edit.record_id)
        change = Change(
            change_id=edit.change_id,
            dseq=dseq,
            unit=edit.unit_id,
            kind=edit.kind,
            record_id=edit.record_id,
            op=edit.op.value,
            base_revision=_base(edit, row, waiting[edit.record_id]) if row else 0,
            fields={name: as_json(value) for name, value in edit.fields.items()},
        )
        changes.append(change)
    _, *heads = chain.heads(head, changes)
    rows = [
        _change_row(change, operation.id, head, _before(edit, standing.get(edit.record_id)))
        for edit, change, head in zip(edits, changes, heads, strict=True)
    ]
    if rows:
        session.connection().execute(insert(ChangeRow), rows)
        meta.set_journal_end(session, changes[-1].dseq, heads[-1])


def _waiting(session: Session, edits: Sequence[Edit]) -> defaultdict[UUID, dict[str, int]]:
    """Of the records to change: the fields that wait to be sent, and what that first rested on."""
    found: defaultdict[UUID, dict[str, int]] = defaultdict(dict)
    ids = [edit.record_id for edit in edits if edit.op != Op.CREATE]
    for id_, fields, base in plain.ask_among(session, _WAITING, ids):
        for name in msgspec.json.decode(fields):
            known = found[UUID(bytes=id_)]
            known[name] = min(base, known.get(name, base))
    return found


def _base(edit: Edit, row: Row[Any], waiting: dict[str, int]) -> int:
    """The revision that the person knew of what they set, or delete; a value of their own that
    waits hides all since.
    """
    here: int = row.revision
    known = [waiting[name] for name in waiting if name in edit.fields or edit.op == Op.DELETE]
    return min(here, *known, here if edit.seen is None else edit.seen)


def _change_row(
    change: Change, operation_id: UUID, head: str, before: dict[str, Any]
) -> dict[str, Any]:
    return {
        "dseq": change.dseq,
        "change_id": change.change_id,
        "operation_id": operation_id,
        "unit_id": change.unit,
        "kind": change.kind,
        "record_id": change.record_id,
        "op": change.op,
        "base_revision": change.base_revision,
        "fields": change.fields,
        "before": before,
        "head": head,
        "state": "waiting",
        "problem": "",
        "forget": False,
    }


def _before(edit: Edit, row: Row[Any] | None) -> dict[str, Any]:
    """The values that an edit replaces; all of them when it deletes."""
    if row is None:
        return {}
    names = edit.fields if edit.op == Op.UPDATE else _record_fields(edit.kind)
    return {name: as_json(getattr(row, name)) for name in names}


@lru_cache
def _record_fields(kind: str) -> tuple[str, ...]:
    kept = {"id", "revision", "extra"}
    return tuple(name for name in TABLES[kind].model_fields if name not in kept)


def as_json(value: Any) -> Any:
    """A value of a record as it travels."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def _audit_detail(edits: Sequence[Edit]) -> dict[str, Any]:
    """Per kind: how many, which fields; the ids when there are few. Never a value."""
    kinds: dict[str, dict[str, Any]] = {}
    for edit in edits:
        entry = kinds.setdefault(edit.kind, {"count": 0, "fields": set(), "ids": []})
        entry["count"] += 1
        entry["fields"].update(edit.fields)
        if len(edits) <= CHUNK:
            entry["ids"].append(str(edit.record_id))
    return {kind: entry | {"fields": sorted(entry["fields"])} for kind, entry in kinds.items()}


def chunks(ids: list[UUID]) -> Iterable[list[UUID]]:
    """Portions well below SQLite's limit of parameters."""
    return (ids[first : first + CHUNK] for first in range(0, len(ids), CHUNK))
