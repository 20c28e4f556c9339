"""Importing a roster: all or nothing, micro-grids formed on the way, undone in one step."""

from itertools import pairwise

import pytest

from gridapp.contract.grids import Level
from gridapp.store import journal
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import Forming
from gridapp.usecases.households import households
from gridapp.usecases.rosters import rosters
from tests.desks import VILLAGE_ID, MakeDesk, roster


class _CancelledError(Exception):
    pass


def watch(done: int, total: int) -> None:
    assert 0 <= done <= total


def counts(desk: Desk) -> tuple[int, int, int]:
    view = grids.view(desk)
    village = next(line for line in view.lines if line.id == VILLAGE_ID)
    return village.households, village.members, view.tally.micro


def test_an_import_brings_every_household_and_forms_micro_grids_from_the_groups(
    make_desk: MakeDesk,
) -> None:
    desk = make_desk(filled=False)
    done = rosters.import_roster(desk, roster(), VILLAGE_ID, Forming.BY_GROUP, watch)
    assert (done.households, done.members, done.micro_grids, done.skipped) == (36, 108, 2, 0)
    assert counts(desk) == (36, 108, 2)
    lines = [line for line in grids.view(desk).lines if line.level == Level.MICRO]
    assert [line.name for line in lines] == ["坪岭1-1", "坪岭2-1"]
    walk = households.of_unit(desk, lines[0].id)
    assert [line.walk_order for line in walk] == list(range(1, 19))


def test_a_cancelled_import_leaves_nothing(make_desk: MakeDesk) -> None:
    desk = make_desk(filled=False)

    def cancel(done: int, total: int) -> None:
        if done > total // 3:
            raise _CancelledError

    with pytest.raises(_CancelledError):
        rosters.import_roster(desk, roster(), VILLAGE_ID, Forming.BY_GROUP, cancel)
    assert counts(desk) == (0, 0, 0)


def test_it_tells_how_far_it_is_in_small_steps_until_it_is_done(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "BATCH", 20)
    desk, told = make_desk(filled=False), [0]
    done = rosters.import_roster(
        desk, roster(), VILLAGE_ID, Forming.BY_GROUP, lambda n, total: told.append(100 * n // total)
    )
    assert told == sorted(told)
    assert told[-1] == 100
    assert max(b - a for a, b in pairwise(told)) <= 12
    assert done.changed.operation_id is not None
    told[:] = [0]
    undoing.undo(desk, done.changed.operation_id, lambda n, total: told.append(100 * n // total))
    assert told == sorted(told)
    assert len(told) >= 10


def test_a_cancelled_undo_leaves_the_import_whole(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "BATCH", 20)
    desk = make_desk(filled=False)
    done = rosters.import_roster(desk, roster(), VILLAGE_ID, Forming.BY_GROUP, watch)
    assert done.changed.operation_id is not None

    def cancel(done: int, total: int) -> None:
        if done > 0.8 * total:
            raise _CancelledError

    with pytest.raises(_CancelledError):
        undoing.undo(desk, done.changed.operation_id, cancel)
    assert counts(desk) == (36, 108, 2)
    undoing.undo(desk, done.changed.operation_id)
    assert counts(desk) == (0, 0, 0)


def test_the_same_roster_again_brings_nothing_twice(desk: Desk) -> None:
    before = counts(desk)
    done = rosters.import_roster(desk, roster(), VILLAGE_ID, Forming.BY_GROUP, watch)
    assert (done.households, done.skipped) == (0, 36)
    assert counts(desk) == before


def test_a_whole_import_is_undone_in_one_step(make_desk: MakeDesk) -> None:
    desk = make_desk(filled=False)
    done = rosters.import_roster(desk, roster(), VILLAGE_ID, Forming.EVENLY, watch)
    assert done.changed.operation_id is not None
    undoing.undo(desk, done.changed.operation_id)
    assert counts(desk) == (0, 0, 0)
