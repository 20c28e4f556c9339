"""What another laptop did is not taken for seen before a person can see it here."""

from datetime import date
from uuid import UUID

import pytest
from uuid_utils.compat import uuid7

from gridapp.contract.disputes import Side
from gridapp.contract.people import Role
from gridapp.store.disputes.disputes import Case
from gridapp.sync import pace
from gridapp.sync.pace import Pace
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute, NewParty
from gridapp.usecases.grids import grid_units, grids
from gridapp.usecases.households import household_edits
from tests.server.grids import MICRO_1, UNITS, VILLAGE
from tests.sync.laptops import Laptop, breaking, household, member

DAY = date(2026, 11, 12)


@pytest.fixture
def both(village: Laptop, second: Laptop) -> UUID:
    """A member without a phone number, on two laptops."""
    home = household(MICRO_1)
    person = member(home, phone="")
    village.create("household", home)
    village.create("member", person)
    village.sync()
    second.sync()
    return person.id


@pytest.fixture
def merged(village: Laptop, second: Laptop, both: UUID, monkeypatch: pytest.MonkeyPatch) -> UUID:
    """A member that both changed; the village has the verdict, and not yet the other's values.

    They come with a later row of the pull, before which the line breaks.
    """
    second.create("household", household(MICRO_1))
    second.change("member", both, phone="13800000001", place=7)
    assert second.sync().problem is None
    monkeypatch.setattr(pace, "of", lambda _: Pace(rows=1))
    village.change("member", both, note="在家")
    village.line.broken = breaking("before", "/pull")
    assert village.sync().problem == "sync.offline"
    assert village.states()[-1] == "acknowledged"
    assert village.row("member", both).place == 0
    return both


def test_what_was_merged_comes_even_if_the_record_is_changed_again(
    village: Laptop, merged: UUID
) -> None:
    village.change("member", merged, note="不在家")
    assert village.sync().problem is None
    row = village.row("member", merged)
    assert (row.phone, row.place, row.note) == ("13800000001", 7, "不在家")


def test_a_guarded_value_that_has_not_come_yet_is_not_overwritten(
    village: Laptop, merged: UUID
) -> None:
    village.change("member", merged, phone="13800000002")
    assert village.sync().problem is None
    assert village.row("member", merged).phone == "13800000001"
    assert village.totals().conflicts == 1


@pytest.mark.parametrize("then", ["13800000003", ""], ids=["another value", "as it was before"])
def test_a_guarded_value_that_a_waiting_one_covers_is_not_overwritten_by_the_next(
    village: Laptop, second: Laptop, both: UUID, then: str
) -> None:
    second.change("member", both, phone="13800000001")
    assert second.sync().problem is None
    village.change("member", both, phone="13800000002")
    village.read()
    assert village.row("member", both).phone == "13800000002"
    village.change("member", both, phone=then)
    assert village.sync().problem is None
    assert village.row("member", both).phone == "13800000001"
    assert village.totals().conflicts == 2
    assert second.sync().problem is None
    assert village.held() == second.held()


def test_a_delete_does_not_take_along_what_a_waiting_value_covers(
    village: Laptop, second: Laptop, both: UUID
) -> None:
    second.change("member", both, phone="13800000001")
    assert second.sync().problem is None
    village.change("member", both, phone="13800000002")
    village.read()
    village.remove("member", both)
    assert village.sync().problem is None
    assert village.row("member", both).phone == "13800000001"
    assert second.sync().problem is None
    assert village.held() == second.held()


def test_a_waiting_value_covers_nothing_while_the_county_has_the_one_that_was_seen(
    village: Laptop, second: Laptop, both: UUID
) -> None:
    second.change("member", both, note="在家", name="何东")
    assert second.sync().problem is None
    village.change("member", both, phone="13800000002")
    village.read()
    village.change("member", both, name="何冬")
    assert village.sync().problem is None
    assert village.row("member", both).name == "何冬"
    assert village.totals().conflicts == 0


def desk_of(laptop: Laptop) -> Desk:
    return Desk(laptop.store, Person("何某", VILLAGE, "", Role.VILLAGE.value), laptop.now, uuid7)


def test_what_came_while_a_cell_was_being_written_is_not_overwritten(
    village: Laptop, second: Laptop, both: UUID
) -> None:
    in_sight = village.row("member", both).revision
    second.change("member", both, phone="13800000001")
    assert second.sync().problem is None
    assert village.sync().problem is None
    for typed in ("13800000002", "13800000003"):
        household_edits.change_member(desk_of(village), both, {"phone": typed}, in_sight)
        in_sight = village.row("member", both).revision  # what was typed hides what came
    assert village.sync().problem is None
    assert village.row("member", both).phone == "13800000001"
    assert village.totals().conflicts == 2
    assert second.sync().problem is None
    assert village.held() == second.held()


@pytest.fixture
def case(village: Laptop, second: Laptop) -> Case:
    """A case with a party, as the village has it in sight; the other has changed it since."""
    new = NewDispute(
        "水沟改道", "0201", "", DAY, parties=(NewParty(Side.FIRST, "黄某", "13800000001"),)
    )
    id_ = disputes.register(desk_of(village), VILLAGE, new).record_id
    assert id_ is not None
    assert (village.sync().problem, second.sync().problem) == (None, None)
    seen, theirs = (disputes.case(desk_of(one), id_) for one in (village, second))
    assert seen is not None
    assert theirs is not None
    (party,) = theirs.parties
    kept = NewParty(Side.FIRST, party.name, "13800000002", id=party.id)
    come = NewParty(Side.SECOND, "李某")
    disputes.set_parties(desk_of(second), theirs, [kept, come])
    disputes.set_amounts(desk_of(second), theirs.dispute, 100_00, None, None)
    assert (second.sync().problem, village.sync().problem) == (None, None)
    return seen


def test_a_form_of_parties_changes_only_what_the_person_changed_in_it(
    village: Laptop, case: Case
) -> None:
    (party,) = case.parties
    shown = NewParty(Side.FIRST, "黄永福", party.phone, id=party.id)
    disputes.set_parties(desk_of(village), case, [shown])
    assert village.sync().problem is None
    after = disputes.case(desk_of(village), case.dispute.id)
    assert after is not None
    assert [(one.name, one.phone) for one in after.parties] == [
        ("黄永福", "13800000002"),
        ("李某", ""),
    ]
    assert village.totals().conflicts == 0


def test_a_phone_that_came_while_the_form_was_open_is_not_overwritten(
    village: Laptop, case: Case
) -> None:
    (party,) = case.parties
    typed = NewParty(Side.FIRST, party.name, "13800000003", id=party.id)
    disputes.set_parties(desk_of(village), case, [typed])
    assert village.sync().problem is None
    assert village.row("party", party.id).phone == "13800000002"
    assert village.totals().conflicts == 1


def test_sums_that_came_while_the_form_was_open_are_not_overwritten(
    village: Laptop, case: Case
) -> None:
    disputes.set_amounts(desk_of(village), case.dispute, None, None, None, 3)
    assert village.sync().problem is None
    assert village.row("dispute", case.dispute.id).amount_claimed == 100_00
    assert village.totals().conflicts == 0
    disputes.set_amounts(desk_of(village), case.dispute, 50_00, None, None, 3)
    assert village.sync().problem is None
    assert village.row("dispute", case.dispute.id).amount_claimed == 100_00
    assert village.totals().conflicts == 1


def test_a_name_of_a_unit_that_came_while_the_form_was_open_is_not_overwritten(
    village: Laptop, second: Laptop
) -> None:
    desk, name = desk_of(village), UNITS[MICRO_1][2]
    (seen,) = (line for line in grids.view(desk).lines if line.id == MICRO_1)
    second.change("unit", MICRO_1, name="东头")
    assert (second.sync().problem, village.sync().problem) == (None, None)
    grid_units.edit(desk, seen, name, "", 2)
    assert village.sync().problem is None
    assert village.row("unit", MICRO_1).name == "东头"
    assert village.totals().conflicts == 0
    grid_units.edit(desk, seen, "西头", "", 2)
    assert village.sync().problem is None
    assert village.row("unit", MICRO_1).name == "东头"
    assert village.totals().conflicts == 1
