"""One laptop, and the person at it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.kinds import KINDS, Merge
from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from gridapp.store import journal, undo
from gridapp.store.journal import Edit, Operation
from gridapp.store.opening import Store
from gridapp.store.sync import outbox
from gridapp.store.undo import UndoError
from gridapp.sync import engine, sums
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import Progress
from tests.sync.simulation import sight
from tests.sync.simulation.ledger import Ledger, Saved
from tests.sync.simulation.line import Line
from tests.sync.simulation.memory import Crash, Image, Memory

NOWHERE = Path(":memory:")
MENDED: list[str] = []
"""Feeds whose sum differed from the county's, so that they were read anew."""

_compare = sums.compare


def _watched(session: Session) -> list[str]:
    """The real comparison, overheard."""
    differing = _compare(session)
    MENDED.extend(differing)
    return differing


sums.compare = _watched


class _Kept(Store):
    """A store that has no file in which erased bytes could stay."""

    def scrub(self) -> None:
        """Nothing to do."""


@dataclass
class Laptop:
    """A store, a line and a person with a ``role`` in a ``unit``.

    ``history``: the changes whose saving was seen here, in order.
    """

    name: str
    unit: UUID
    role: Role
    memory: Memory
    line: Line
    now: Callable[[], datetime]
    random_bytes: Callable[[int], bytes]
    history: list[UUID] = field(default_factory=list)
    images: list[tuple[Image, list[UUID]]] = field(default_factory=list)
    """Images of the disc, each with the history then."""
    readable: bool = True
    """Whether the county lets it read; a revoked device only hands in."""

    def __post_init__(self) -> None:
        self.restart()

    def restart(self) -> None:
        """Start the program anew on what is on the disc."""
        self.memory.revive()
        self.store = _Kept(self.memory.engine, NOWHERE)

    def save(self, operation: Operation, ledger: Ledger, *edits: Edit) -> bool:
        """Save edits as one operation; whether the person saw it end well."""
        seen = [self._guarded(edit) for edit in edits]
        try:
            with self.store.session() as session:
                journal.write(session, operation, edits)
        except Crash:
            self.restart()
            return False
        finally:
            self.memory.crash_after(None)
        self.history += ledger.keep(
            _saved(edit, self.name, before) for edit, before in zip(edits, seen, strict=True)
        )
        return True

    def _guarded(self, edit: Edit) -> dict[str, Any]:
        """The values of guarded fields that the person sees, and replaces."""
        names = [name for name in edit.fields if is_guarded(edit.kind, name)]
        if edit.op != Op.UPDATE or not names:
            return {}
        question = f"SELECT {', '.join(names)} FROM {edit.kind} WHERE id = ?"  # noqa: S608
        [row] = self.memory.rows(question, edit.record_id.bytes)
        return {
            name: sight.plain(edit.kind, name, value)
            for name, value in zip(names, row, strict=True)
        }

    def undo(self, id_: UUID, change_ids: list[UUID], ledger: Ledger) -> bool:
        """Take the last operation back, if none of it was sent; whether there was such a one."""
        with self.store.session() as session:
            last = outbox.last_undoable(session)
            if last is None:
                return False
            undoing = Operation(id_, "undo", "", self.name, self.now(), undoes=last.id)
            try:
                undo.take_back(session, undoing, change_ids)
            except UndoError:
                return False
        rows = self.memory.rows(
            "SELECT change_id, kind, record_id, op, fields, before FROM change"
            " WHERE operation_id = ? ORDER BY dseq",
            id_.bytes,
        )
        self.history += ledger.keep(_undone(self.name, *row) for row in rows)
        return True

    def sync(self) -> SyncResult | None:
        """One exchange; None when the laptop died over it."""
        try:
            return engine.sync_once(
                self.store, self.line, self.now, unwatched, random_bytes=self.random_bytes
            )
        except Crash:
            self.restart()
            return None
        finally:
            self.memory.crash_after(None)

    def device(self) -> UUID:
        """Its device at the county."""
        [(device,)] = self.memory.rows("SELECT value FROM meta WHERE key = 'device'")
        return UUID(json.loads(device)["id"])

    def changes(self, *states: str) -> set[UUID]:
        """The changes in its journal that are in one of these states."""
        rows = self.memory.rows("SELECT change_id, state FROM change")
        return {UUID(bytes=change_id) for change_id, state in rows if state in states}

    def some(self, kind: str) -> list[tuple[UUID, UUID]]:
        """The records of a kind in sight here: id and unit, in a fixed order."""
        rows = self.memory.rows(f"SELECT id, unit_id FROM {kind} ORDER BY id")  # noqa: S608
        return [(UUID(bytes=id_), UUID(bytes=unit)) for id_, unit in rows]


def _saved(edit: Edit, by: str, seen: dict[str, Any]) -> Saved:
    fields = {name: plain(value) for name, value in edit.fields.items()}
    return Saved(edit.change_id, edit.kind, edit.record_id, str(edit.op), fields, by, seen)


def _undone(
    by: str, change: bytes, kind: str, record: bytes, op: str, fields: str, before: str
) -> Saved:
    replaced = json.loads(before) if op == Op.UPDATE else {}
    seen = {name: replaced[name] for name in replaced if is_guarded(kind, name)}
    return Saved(UUID(bytes=change), kind, UUID(bytes=record), op, json.loads(fields), by, seen)


def is_guarded(kind: str, name: str) -> bool:
    """Whether nobody may replace a value of this field that he has not seen."""
    return KINDS[kind].merge_of(name) is Merge.GUARDED


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def unwatched(progress: Progress) -> None:
    """Nobody watches the bar."""
