"""The power fails at the county: every change that it had answered is there, with its record."""

import shutil
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import Connection, select
from sqlalchemy.exc import DatabaseError

from gridapp.contract.wire import pack_push
from gridapp.server.county import opening
from gridapp.server.county.county import County
from gridapp.server.county.opening import open_county
from gridapp.server.database import tables
from gridapp.server.exchange.push import push
from tests.bench.storm_founding import found
from tests.store.disk import Event, Shown, after_cuts
from tests.store.recorder import recording

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="records through symbols that only the Linux wheel exports"
)

CHANGES, BATCH = 400, 4
CUTS = 120
NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)


class Left(Enum):
    """What the county has after the cut."""

    ALL = "all that was answered"
    NOT_ALL = "less than was answered"
    HALF_A_BATCH = "a change without its record"
    DAMAGE = "a file that cannot be read"


def opened(folder: Path) -> County:
    return open_county(lambda: NOW, folder)


def record(folder: Path) -> list[Event]:
    """A laptop's batches, each shown as answered when its transaction has ended."""
    with recording(folder) as disk:
        laptop = found(folder, None, 1)[0]
        laptop.work(CHANGES, Random(1))
        county = opened(folder)
        while laptop.waiting:
            request = laptop.batch(BATCH)
            with county.writing() as connection:
                push(connection, request, pack_push(request), NOW)
            for change in request.changes:
                disk.show(change.change_id)
            laptop.done_with(request.changes)
        county.close()
    return disk.events


def found_again(folder: Path, shown: set[object]) -> Left:
    """Open the county as its command line does, and look for everything that was answered."""
    try:
        county = opened(folder)
    except DatabaseError:
        return Left.DAMAGE
    try:
        with county.reading() as connection:
            return _found(connection, shown)
    except DatabaseError:
        return Left.DAMAGE
    finally:
        county.close()


def _found(connection: Connection, shown: set[object]) -> Left:
    if connection.exec_driver_sql("PRAGMA quick_check").scalar() != "ok":
        return Left.DAMAGE
    journal, record = tables.journal.c, tables.record.c
    changes = dict(connection.execute(select(journal.change_id, journal.record_id)).all())
    if not shown <= changes.keys():
        return Left.NOT_ALL
    records = set(connection.execute(select(record.id)).scalars())
    return Left.ALL if set(changes.values()) <= records else Left.HALF_A_BATCH


def cuts(events: Sequence[Event], folder: Path, number: int) -> Counter[Left]:
    """What is left after so many cuts, each at any moment after the first answer."""
    first = next(n for n, event in enumerate(events) if isinstance(event, Shown))
    left: Counter[Left] = Counter()
    for after, shown in after_cuts(events, folder, number, first):
        shutil.copy(folder / opening.KEY, after)
        left[found_again(after, shown)] += 1
    return left


def test_no_cut_of_the_power_loses_what_the_county_has_answered(tmp_path: Path) -> None:
    events = record(tmp_path)
    assert sum(isinstance(event, Shown) for event in events) == CHANGES
    assert cuts(events, tmp_path, CUTS) == {Left.ALL: CUTS}


@pytest.mark.parametrize("level", ["NORMAL", "OFF"])
def test_a_county_that_syncs_too_little_is_caught(
    level: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pragmas = [
        pragma.replace("synchronous = FULL", f"synchronous = {level}") for pragma in opening.PRAGMAS
    ]
    monkeypatch.setattr(opening, "PRAGMAS", pragmas)
    assert cuts(record(tmp_path), tmp_path, CUTS // 4)[Left.ALL] < CUTS // 4
