"""The power fails at any moment: what was shown as saved is there, whole, in a sound file."""

import sys
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError
from sqlmodel import select

from gridapp.store import audit, journal, opening
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.opening import Store, StoreError, open_store, quick_check
from gridapp.store.tables import Visit
from tests.store.conftest import KEY, created, operation, visit
from tests.store.disk import Event, Shown, after_cuts
from tests.store.recorder import recording

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="records through symbols that only the Linux wheel exports"
)

SAVES = (250, 50)
"""Saves before the program is closed and after it is opened again; the log is folded in thrice."""

CUTS = 250


class Left(Enum):
    """What a person finds after the cut."""

    ALL = "all that was shown as saved"
    NOT_ALL = "less than was shown as saved"
    HALF_A_SAVE = "a record without its place in the journal, or the reverse"
    DAMAGE = "a file that cannot be read"


def record(folder: Path) -> list[Event]:
    """A person's visits in a new store, one save each, shown as saved when the store says so."""
    with recording(folder) as disk:
        for saves in SAVES:
            store = open_store(folder / "store.db", KEY)
            for _ in range(saves):
                made = visit()
                with store.session() as session:
                    journal.write(session, operation(), [created(made)])
                disk.show(made.id)
            store.close()
    return disk.events


def found(folder: Path, shown: set[object]) -> Left:
    """Open the store as the program does, and look for everything that was shown."""
    try:
        store = open_store(folder / "store.db", KEY)
    except StoreError:
        return Left.DAMAGE
    try:
        return _found(store, shown)
    except DatabaseError:
        return Left.DAMAGE
    finally:
        store.close()


def _found(store: Store, shown: set[object]) -> Left:
    if not quick_check(store):
        return Left.DAMAGE
    with store.session() as session:
        visits = set(session.exec(select(Visit.id)))
        changed = set(session.exec(select(ChangeRow.record_id)))
        sound = audit.first_break(session) is None
    if not shown <= visits:
        return Left.NOT_ALL
    return Left.ALL if visits == changed and sound else Left.HALF_A_SAVE


def cuts(events: Sequence[Event], folder: Path, number: int) -> Counter[Left]:
    """What is left after so many cuts."""
    return Counter(found(after, shown) for after, shown in after_cuts(events, folder, number))


def test_no_cut_of_the_power_loses_what_was_shown_as_saved(tmp_path: Path) -> None:
    events = record(tmp_path)
    assert sum(isinstance(event, Shown) for event in events) == sum(SAVES)
    assert cuts(events, tmp_path, CUTS) == {Left.ALL: CUTS}


@pytest.mark.parametrize("level", ["NORMAL", "OFF"])
def test_a_store_that_syncs_too_little_is_caught(
    level: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    careless = [
        pragma.replace("synchronous = FULL", f"synchronous = {level}") for pragma in opening.PRAGMAS
    ]
    monkeypatch.setattr(opening, "PRAGMAS", careless)
    assert cuts(record(tmp_path), tmp_path, CUTS // 10)[Left.NOT_ALL] > 0
