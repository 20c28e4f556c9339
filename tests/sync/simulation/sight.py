"""What the county holds and what a laptop holds, read past the code under test."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from msgspec import to_builtins
from sqlalchemy import JSON

from gridapp.contract import wire
from gridapp.contract.kinds import KINDS
from gridapp.contract.people import Grant
from gridapp.domain.sync.scope import Scope, Tree, UnitNode, scope_of
from gridapp.store.tables import TABLES
from tests.server.unpacking import unpacked
from tests.sync.simulation.memory import Memory

Key = tuple[str, UUID]

_IDS_AND_HASHES = re.compile(rb"\xc4\x10.{16}|\xc4\x20.{32}", re.DOTALL)
"""As they are packed. A short word may stand in them by chance."""


@dataclass(frozen=True)
class Held:
    """A record as somebody holds it. ``fields`` has ``unit_id`` and never ``id``."""

    revision: int
    fields: dict[str, Any]
    deleted: bool = False
    erased: bool = False


@dataclass(frozen=True)
class Judged:
    """A change in the county's journal, in the order in which the county took it in."""

    change_id: UUID
    kind: str
    record_id: UUID
    op: str
    fields: dict[str, Any]
    result: dict[str, Any]


class CountySight:
    """One look at the county's database."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    @cached_property
    def records(self) -> dict[Key, Held]:
        """Every record, the deleted ones too."""
        rows = self._memory.rows("SELECT kind, id, revision, fields, deleted, erased FROM record")
        return {
            (kind, _id(id_)): Held(revision, json.loads(fields), bool(deleted), bool(erased))
            for kind, id_, revision, fields, deleted, erased in rows
        }

    @cached_property
    def tree(self) -> Tree:
        """The grid tree."""
        rows = self._memory.rows("SELECT id, parent_id, level FROM unit_node")
        return Tree({_id(i): UnitNode(_id(p) if p else None, level) for i, p, level in rows})

    @cached_property
    def journal(self) -> list[Judged]:
        """Every change that was judged."""
        rows = self._memory.rows("SELECT number, body, answers FROM batch")
        batches = {number: _judged(body, answers) for number, body, answers in rows}
        places = self._memory.rows("SELECT batch, place FROM journal ORDER BY batch, place")
        return [batches[number][place] for number, place in places]

    def status(self, device: UUID) -> str | None:
        """Whether the county knows the device, and lets it read."""
        rows = self._memory.rows("SELECT status FROM device WHERE id = ?", device.bytes)
        return rows[0][0] if rows else None

    def scope(self, device: UUID) -> Scope:
        """What the device's grants show."""
        rows = self._memory.rows(
            "SELECT unit_id, role FROM device_grant WHERE device_id = ? AND NOT ended", device.bytes
        )
        return scope_of([Grant(_id(unit), role) for unit, role in rows], self.tree)

    def shown(self, device: UUID) -> dict[Key, Held]:
        """The records that the device should hold."""
        return {
            key: held
            for key, held in self.records.items()
            if not held.deleted and self.sees(device, key)
        }

    def sees(self, device: UUID, key: Key) -> bool:
        """Whether a record is in the device's area, and of no case sealed for others."""
        unit = UUID(self.records[key].fields["unit_id"])
        return self._scopes[device].sees(key[0], unit) and self._reads(device, key)

    @cached_property
    def _scopes(self) -> dict[UUID, Scope]:
        devices = self._memory.rows("SELECT id FROM device")
        return {_id(id_): self.scope(_id(id_)) for (id_,) in devices}

    @cached_property
    def _persons(self) -> dict[UUID, set[str]]:
        """Each device's person with the units granted, as the handlers of a case are named."""
        rows = self._memory.rows(
            "SELECT g.device_id, d.person, g.unit_id FROM device_grant AS g"
            " JOIN device AS d ON d.id = g.device_id WHERE NOT g.ended"
        )
        found: dict[UUID, set[str]] = {}
        for device, person, unit in rows:
            found.setdefault(_id(device), set()).add(f"{person}@{_id(unit)}")
        return found

    def _reads(self, device: UUID, key: Key) -> bool:
        case = self.records.get(("dispute", self._case_of(key)))
        if case is None or not case.fields.get("sealed"):
            return True
        return not self._persons.get(device, set()).isdisjoint(case.fields["handlers"])

    def _case_of(self, key: Key) -> UUID:
        """The case that a record is or belongs to; else an id that no case has."""
        kind, id_ = key
        fields = self.records[key].fields
        if kind == "conflict" and "record_id" in fields:
            kind, id_ = fields["kind"], UUID(fields["record_id"])
            fields = self.records[(kind, id_)].fields
        return UUID(fields["dispute_id"]) if "dispute_id" in fields else id_


def _judged(body: bytes, answers: bytes) -> list[Judged]:
    changes = wire.unpack_push(body).changes
    results = wire.unpack_answers(answers, [change.change_id for change in changes])
    return [
        Judged(one.change_id, one.kind, one.record_id, one.op, one.fields, to_builtins(result))
        for one, result in zip(changes, results, strict=True)
    ]


_looks: WeakKeyDictionary[Memory, tuple[object, dict[Key, Held]]] = WeakKeyDictionary()


def on_laptop(memory: Memory) -> dict[Key, Held]:
    """Every record on a laptop, also those that it cannot read; looked up once for each state."""
    state, found = _looks.get(memory, (None, {}))
    if state != memory.state:
        found = _on_laptop(memory)
        _looks[memory] = memory.state, found
    return found


def _on_laptop(memory: Memory) -> dict[Key, Held]:
    found: dict[Key, Held] = {}
    for kind in KINDS:
        names = list(TABLES[kind].model_fields)
        question = f"SELECT {', '.join(names)} FROM {kind}"  # noqa: S608 - our own names
        for row in memory.rows(question):
            values = dict(zip(names, row, strict=True))
            id_, revision = _id(values.pop("id")), values.pop("revision")
            extra = json.loads(values.pop("extra"))
            fields = {name: plain(kind, name, value) for name, value in values.items()}
            found[(kind, id_)] = Held(revision, {**fields, **extra})
    for kind, id_, unit, revision, fields in memory.rows(
        "SELECT kind, id, unit_id, revision, fields FROM carried"
    ):
        whole = {**json.loads(fields), "unit_id": str(_id(unit))}
        found[(kind, _id(id_))] = Held(revision, whole)
    return found


def beside_records(memory: Memory) -> Iterator[tuple[str, str]]:
    """Text on a laptop's disc that is neither a record nor what was done here itself."""
    for table in ("draft", "meta", "audit"):
        for row in memory.rows(f"SELECT * FROM {table}"):  # noqa: S608 - our own table names
            yield table, str(row)
    for change_id, before in memory.rows("SELECT change_id, before FROM change"):
        yield f"journal {_id(change_id).hex[:4]} before", before


def everything(memory: Memory, tables: Iterable[str]) -> str:
    """All text in these tables, and in what is packed in them."""
    rows = (row for name in tables for row in memory.rows(f"SELECT * FROM {name}"))  # noqa: S608
    return "".join(_text(unpacked(value)) for row in rows for value in row)


def _text(value: Any) -> str:
    if not isinstance(value, bytes):
        return str(value)
    return _IDS_AND_HASHES.sub(b"", value).decode(errors="replace")


def differ(shown: Held, held: Held) -> list[str]:
    """The fields in which a laptop's record is not the county's."""
    return [
        name
        for name, value in shown.fields.items()
        if name not in held.fields or _moment(held.fields[name]) != _moment(value)
    ]


def plain(kind: str, name: str, value: Any) -> Any:
    """A value of a laptop's table, as a change says it."""
    if isinstance(value, bytes):
        return str(_id(value))
    return json.loads(value) if value is not None and name in _written_as_json(kind) else value


@cache
def _written_as_json(kind: str) -> set[str]:
    """The columns of a laptop's table whose values are written as JSON."""
    columns = TABLES[kind].metadata.tables[kind].c
    return {column.name for column in columns if isinstance(column.type, JSON)}


def _moment(value: Any) -> Any:
    """Moments are equal however they are written."""
    if isinstance(value, str) and len(value) >= 19 and value[10:11] == "T":
        return datetime.fromisoformat(value)
    return value


def _id(value: bytes) -> UUID:
    return UUID(bytes=value)
