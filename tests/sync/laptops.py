"""A laptop with a real encrypted store, and a line to the county that can break."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx2
from nacl.utils import random
from sqlmodel import col, select
from starlette.testclient import TestClient
from uuid_utils.compat import uuid7

from gridapp.contract.disputes import DisputeRecord
from gridapp.contract.grids import UnitRecord
from gridapp.contract.households import HouseholdRecord, MemberRecord
from gridapp.contract.people import Role
from gridapp.contract.records import Record
from gridapp.store import journal, meta
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.journal import Edit, Operation
from gridapp.store.opening import Store
from gridapp.store.sync import outbox
from gridapp.store.tables import TABLES
from gridapp.sync import engine, enrol, pull
from gridapp.sync.county import County
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import Progress
from gridapp.sync.pull import Reading
from tests import stores

ADDRESS = "http://127.0.0.1:1"
"""Nobody is there; the test's client stands for the line."""


def _whole(when: str, path: str) -> None:
    """A line that holds."""


class Line(httpx2.Client):
    """The real server in-process, behind a line. ``broken`` decides what becomes of a request.

    It is called with "before" and "after" the server has worked; if it raises, the line breaks.
    """

    def __init__(self, server: TestClient) -> None:
        super().__init__(transport=httpx2.BaseTransport())  # never used: no certificates to read
        self._server = server
        self.broken: Callable[[str, str], None] = _whole
        self.sent: list[tuple[str, bytes]] = []

    @contextmanager
    def stream(self, method: str, url: Any, **kept: Any) -> Iterator[httpx2.Response]:
        content = b"".join(kept.pop("content") or ())
        self.sent.append((str(url), content))
        self.broken("before", str(url))
        response = self._server.request(method, url, content=content, **kept)
        self.broken("after", str(url))
        yield response


def breaking(when: str, path: str, times: int = 1, whole: int = 0) -> Callable[[str, str], None]:
    """Break the line so many times, before or after the server worked on a path; the first
    ``whole`` requests there come through.
    """
    numbers = itertools.count()

    def broken(now: str, where: str) -> None:
        if now == when and where.endswith(path) and whole <= next(numbers) < whole + times:
            raise httpx2.ReadError("the line broke")

    return broken


@dataclass
class Laptop:
    """What a person's laptop is, without its windows."""

    store: Store
    line: Line
    now: Any
    progress: list[Progress] = field(default_factory=list)

    def county(self) -> County:
        return enrol.county_of(self.store, self.now, self.line)

    def join(self, code: str) -> None:
        """Enrol a fresh device with a code."""
        device = enrol.new_device(uuid7(), random)
        enrolment = enrol.enrol(
            County(ADDRESS, None, self.now, client=self.line), ADDRESS, code, "何某", device
        )
        with self.store.session() as session:
            enrol.keep(session, enrolment)
            meta.put(session, "person", {"name": "何某"})

    def sync(self) -> SyncResult:
        """One cycle."""
        return engine.sync_once(self.store, self.county(), self.now, self.progress.append)

    def read(self) -> None:
        """Take in what is new, and send nothing, as when a batch under way is answered."""
        with self.store.session() as session:
            device = UUID(meta.get(session, "device")["id"])
            ask = pull.request(session, device, Reading(), 500)
        reply = self.county().pull(ask)
        with self.store.session() as session:
            pull.take_reply(session, reply, ask.cursors, Reading())

    def write(self, *edits: Edit, name: str = "试") -> list[UUID]:
        """Save edits as one operation; the ids of their changes."""
        operation = Operation(uuid7(), "test", name, "何某", self.now())
        with self.store.session() as session:
            journal.write(session, operation, edits)
        return [edit.change_id for edit in edits]

    def create(self, kind: str, record: Record) -> UUID:
        """Save a new record."""
        self.write(journal.create(uuid7(), kind, record))
        return record.id

    def change(self, kind: str, record_id: UUID, **fields: Any) -> None:
        """Change a record as it stands here."""
        self.write(journal.change(uuid7(), kind, self.row(kind, record_id), **fields))

    def remove(self, kind: str, record_id: UUID) -> None:
        """Delete a record."""
        self.write(journal.remove(uuid7(), kind, self.row(kind, record_id)))

    def row(self, kind: str, record_id: UUID) -> Any:
        """A record as it stands here; None when it does not."""
        with self.store.session() as session:
            return session.get(TABLES[kind], record_id)

    def ids(self, kind: str) -> set[UUID]:
        """All records of a kind that this laptop holds."""
        with self.store.session() as session:
            return set(session.exec(select(TABLES[kind].id)))

    def held(self) -> dict[str, list[dict[str, Any]]]:
        """Everything that this laptop holds."""
        with self.store.session() as session:
            return {
                kind: [row.model_dump() for row in session.exec(select(t).order_by(col(t.id)))]
                for kind, t in TABLES.items()
            }

    def states(self) -> list[str]:
        """What became of each change, in order."""
        with self.store.session() as session:
            return list(session.exec(select(ChangeRow.state).order_by(col(ChangeRow.dseq))))

    def totals(self) -> outbox.Totals:
        with self.store.session() as session:
            return outbox.totals(session)


def opened(path: Path, server: TestClient, now: Any) -> Laptop:
    """A laptop with the store at ``path``, or with an empty one."""
    return Laptop(stores.opened(path), Line(server), now)


def unit(id_: UUID, level: str, parent: UUID | None, name: str, code: str) -> UnitRecord:
    return UnitRecord(id=id_, unit_id=id_, parent_id=parent, level=level, name=name, code=code)


def household(unit_id: UUID, **fields: Any) -> HouseholdRecord:
    return HouseholdRecord(id=uuid7(), unit_id=unit_id, number="01", address="老街1号", **fields)


def member(home: HouseholdRecord, **fields: Any) -> MemberRecord:
    return MemberRecord(
        id=uuid7(), unit_id=home.unit_id, household_id=home.id, **{"name": "何某", **fields}
    )


def dispute(unit_id: UUID) -> DisputeRecord:
    return DisputeRecord(
        id=uuid7(),
        unit_id=unit_id,
        number="永2026-0001",
        title="水沟改道",
        category="0201",
        registered_on=date(2026, 11, 16),
        due_on=date(2027, 1, 15),
    )


JoinLaptop = Callable[[UUID, Role], Laptop]
