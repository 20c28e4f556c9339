"""What an exchange takes away while somebody works on it is no bug: a code says that it is gone."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.contract.screening import Outcome
from gridapp.store.opening import StoreError, StoreFault
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.households import household_edits
from gridapp.usecases.screening import screening
from tests.server.grids import MICRO_1, MICRO_2
from tests.sync.laptops import Laptop, household, member

DAY = date(2026, 11, 12)
HOME = household(MICRO_1)
PERSON = member(HOME)

Act = Callable[[Desk, UUID], object]

ACTS: dict[str, Act] = {
    "undo": undoing.undo,
    "a cell is written": lambda desk, _: household_edits.change_member(
        desk, PERSON.id, {"note": "忙"}
    ),
    "a line is written": lambda desk, _: household_edits.change_household(
        desk, HOME.id, {"note": ""}
    ),
    "a visit is recorded": lambda desk, _: screening.record_visit(
        desk, uuid7(), HOME.id, Outcome.QUIET, DAY
    ),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_work_on_a_household_that_left_meanwhile_is_told_that_it_is_gone(
    village: Laptop, leader: Laptop, act: Act
) -> None:
    village.create("household", HOME)
    village.create("member", PERSON)
    assert (village.sync().problem, leader.sync().problem) == (None, None)
    who = Person("何某", MICRO_1, "", Role.LEADER.value)
    desk = Desk(leader.store, who, leader.now, uuid7)
    written = household_edits.change_household(desk, HOME.id, {"note": "在家"}).operation_id
    assert written is not None
    village.change("household", HOME.id, unit_id=MICRO_2)
    assert village.sync().problem is None
    leader.read()
    with pytest.raises(StoreError, match=StoreFault.GONE):
        act(desk, written)
    assert leader.sync().problem is None
    assert village.sync().problem is None
    assert village.row("household", HOME.id).note == "在家", "what was saved before is not lost"
