"""A real encrypted database per test, and edits to fill it with."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from gridapp.contract.screening import VisitRecord
from gridapp.store import journal
from gridapp.store.journal import Edit, Operation
from gridapp.store.opening import Store, open_store

KEY = bytes(range(32))
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
UNIT = UUID(int=7)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "store.db", KEY)
    yield opened
    opened.close()


def operation(what: str = "visit.quiet", undoes: UUID | None = None) -> Operation:
    return Operation(uuid7(), what, "王建军", "王桂英", NOW, undoes)


def visit(outcome: str = "quiet", note: str = "") -> VisitRecord:
    return VisitRecord(
        id=uuid7(),
        unit_id=UNIT,
        round_id=UUID(int=1),
        household_id=UUID(int=2),
        outcome=outcome,
        visited_on=date(2026, 11, 22),
        recorded_at=NOW,
        note=note,
    )


def created(record: VisitRecord) -> Edit:
    return journal.create(uuid7(), "visit", record)
