"""Against the real county: a conflict is settled for all, a refused change is corrected."""

from dataclasses import dataclass, replace

import pytest
from uuid_utils.compat import uuid7

from gridapp.contract.conflicts import Choice
from gridapp.contract.households import MemberRecord
from gridapp.contract.people import Role
from gridapp.store import journal
from gridapp.usecases import people, undoing
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.sync import conflicts, refused
from tests.server.grids import VILLAGE
from tests.sync.laptops import JoinLaptop, Laptop, household, member


@dataclass
class Contested:
    """Two laptops of a village that gave one member two phone numbers."""

    first: Laptop
    second: Laptop
    person: MemberRecord

    def sync(self) -> None:
        for laptop in (self.first, self.second, self.first):
            assert laptop.sync().problem is None

    def desk(self, laptop: Laptop) -> Desk:
        who = Person("韦国平", VILLAGE, "甲村", Role.VILLAGE.value)
        return Desk(laptop.store, who, laptop.now, uuid7)

    def phones(self) -> list[str]:
        return [laptop.row("member", self.person.id).phone for laptop in (self.first, self.second)]


@pytest.fixture
def contested(grid: Laptop, joined: JoinLaptop) -> Contested:
    first, second = joined(VILLAGE, Role.VILLAGE), joined(VILLAGE, Role.VILLAGE)
    assert first.sync().problem is None
    home = household(VILLAGE)
    person = member(home, phone="1380")
    first.create("household", home)
    first.create("member", person)
    both = Contested(first, second, person)
    both.sync()
    first.change("member", person.id, phone="1381")
    second.change("member", person.id, phone="1382")
    both.sync()
    return both


def test_both_laptops_see_both_values_with_the_first_in_force(contested: Contested) -> None:
    assert contested.phones() == ["1381", "1381"]
    for laptop in (contested.first, contested.second):
        (line,) = conflicts.open_conflicts(contested.desk(laptop))
        assert conflicts.reveal(contested.desk(laptop), line.id).offered == "1382"
        assert line.offered_by == "何某"


@pytest.mark.parametrize(
    ("choice", "value", "phone"),
    [
        (Choice.STANDING, None, "1381"),
        (Choice.OFFERED, None, "1382"),
        (Choice.OTHER, "1383", "1383"),
    ],
)
def test_the_decision_of_one_holds_on_both(
    contested: Contested, choice: Choice, value: str | None, phone: str
) -> None:
    desk = contested.desk(contested.first)
    (line,) = conflicts.open_conflicts(desk)
    conflicts.settle(desk, line.id, choice, value)
    contested.sync()
    assert contested.phones() == [phone, phone]
    for laptop in (contested.first, contested.second):
        assert conflicts.open_conflicts(contested.desk(laptop)) == []
        (settled,) = conflicts.settled_conflicts(contested.desk(laptop))
        assert (settled.choice, settled.settled_by) == (choice, "韦国平")
    assert set(contested.first.states()) <= {"acknowledged", "conflict"}


def test_what_the_county_refused_is_corrected_here_and_reaches_the_other_laptop(
    contested: Contested,
) -> None:
    first, second = contested.first, contested.second
    desk = contested.desk(first)
    people.remember(desk)
    wrong = member(household(VILLAGE))
    edit = journal.create(uuid7(), "member", wrong)
    first.write(replace(edit, fields={**edit.fields, "phone": 1390}))
    contested.sync()
    assert second.row("member", wrong.id) is None
    (found,) = refused.all_refused(desk)
    assert (found.line.problem, found.wrong) == ("422.1 invalid_fields", {"phone"})
    refused.send_again(desk, found.line.change_id, {"phone": "1391"})
    contested.sync()
    assert refused.all_refused(desk) == []
    for laptop in (first, second):
        assert laptop.row("member", wrong.id).phone == "1391"


def test_a_create_that_is_refused_again_does_not_hide_what_the_county_has(
    village: Laptop, second: Laptop
) -> None:
    """The county kept the record: its delete met a change that nobody here had seen."""
    home = household(VILLAGE)
    person = member(home, phone="1380")
    village.write(
        journal.create(uuid7(), "household", home), journal.create(uuid7(), "member", person)
    )
    desk = Desk(second.store, Person("韦国平", VILLAGE, "", Role.VILLAGE.value), second.now, uuid7)
    assert (village.sync().problem, second.sync().problem) == (None, None)
    people.remember(desk)
    village.change("member", person.id, phone="1381")
    second.remove("member", person.id)
    undone = undoing.last(desk)
    assert undone is not None
    undoing.undo(desk, undone.operation_id)
    assert (village.sync().problem, second.sync().problem) == (None, None)
    (found,) = refused.all_refused(desk)
    assert found.line.problem == "409.5 record_exists"
    refused.send_again(desk, found.line.change_id)
    assert (second.sync().refused, second.totals().refused) == (1, 1)
    assert village.sync().problem is None
    assert second.row("member", person.id).phone == "1381"
    assert village.held() == second.held()
