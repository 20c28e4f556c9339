"""What happened to households travels with them, and meets what others wrote meanwhile."""

from uuid import UUID

import pytest

from gridapp.contract.people import Role
from gridapp.usecases.desk import Desk, save
from gridapp.usecases.households import comings, family_changes, household_edits, households
from gridapp.usecases.households.comings import NewHousehold, NewMember
from gridapp.usecases.households.family_changes import Splitting
from gridapp.usecases.households.household_history import HistoryLine
from gridapp.usecases.households.life_events import regrouped
from gridapp.usecases.households.reversing import reverse
from tests.server.grids import MICRO_1, MICRO_2
from tests.sync.laptops import JoinLaptop, Laptop
from tests.sync.test_receptions_travel import desk, exchange
from tests.usecases.families import here, household, member, who

FAMILY = (NewMember("甲", sex="1"), NewMember("乙", "22", "1"), NewMember("丙", "38", "2"))
SPLIT = [("丙", "02"), ("乙", "11")]


@pytest.fixture
def desks(village: Laptop, second: Laptop) -> tuple[Desk, Desk]:
    """Two people of a village whose laptops know of the same family."""
    one = desk(village, "何某")
    new = NewHousehold(MICRO_1, "老街1号", members=FAMILY)
    comings.move_household_in(one, new, one.today())
    exchange(village, second)
    return one, desk(second, "韦某")


def home_of(one: Desk) -> UUID:
    return member(one, "甲").household_id


def split(one: Desk) -> UUID:
    home, people = home_of(one), who(one, home_of(one))
    new = Splitting((people["乙"], people["丙"]), people["丙"])
    made = family_changes.split(one, home, new, one.today(), {}).record_id
    assert made is not None
    return made


def told(one: Desk, home: UUID) -> tuple[HistoryLine, ...]:
    sheet = households.sheet(one, home)
    assert sheet is not None
    return sheet.history


def test_a_split_made_offline_and_a_late_edit_of_an_old_laptop_both_survive(
    desks: tuple[Desk, Desk], village: Laptop, second: Laptop
) -> None:
    one, other = desks
    new = split(one)
    household_edits.change_member(other, member(other, "乙").id, {"phone": "13800000001"})
    exchange(village, second, village)
    for at in desks:
        assert here(at, new) == SPLIT
        assert member(at, "乙").phone == "13800000001"
        assert here(at, home_of(at)) == [("甲", "02")]
    assert told(one, new) == told(other, new)
    assert village.totals().conflicts == second.totals().conflicts == 0


def test_what_was_sent_is_taken_back_everywhere(
    desks: tuple[Desk, Desk], village: Laptop, second: Laptop
) -> None:
    one, other = desks
    new = split(one)
    exchange(village, second)
    reverse(other, new, told(other, new)[0].act_id)
    exchange(second, village)
    for at in desks:
        assert sorted(here(at, home_of(at))) == [("丙", "38"), ("乙", "22"), ("甲", "02")]
        assert [line.holds for line in told(at, home_of(at))] == [False, False, True]
        assert [line.id for line in households.of_unit(at, MICRO_1)] == [home_of(at)]


def test_the_history_moves_with_its_household_to_another_leader(
    desks: tuple[Desk, Desk], village: Laptop, joined: JoinLaptop
) -> None:
    one, _other = desks
    first, second = joined(MICRO_1, Role.LEADER), joined(MICRO_2, Role.LEADER)
    exchange(first, second)
    home = home_of(one)
    assert len(first.ids("life_event")) == 4
    with one.store.session() as session:
        edits = regrouped(one, session, [household(one, home)], MICRO_2, one.today())
        save(one, session, "grid.moved", "甲", edits)
    exchange(village, first, second)
    assert first.ids("life_event") == set()
    assert len(second.ids("life_event")) == 5
    assert second.ids("household") == {home}
