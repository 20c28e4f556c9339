"""Who comes and goes is dated; a household ends with the last who leaves it."""

from datetime import date, timedelta

import pytest

from gridapp.contract.households import LifeEventKind, Residence
from gridapp.domain.households.life_events import LifeFault
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.households import comings, goings, households
from gridapp.usecases.households.comings import NewHousehold, NewMember
from tests.desks import TODAY
from tests.usecases.families import (
    LONG_AGO,
    here,
    household,
    member,
    micro_grids,
    settle,
    three_generations,
    who,
)


def test_a_household_that_moves_in_comes_last_in_the_walk_and_its_first_leads_it(
    desk: Desk,
) -> None:
    unit = micro_grids(desk)[0]
    home = settle(desk, "龙大山 20 1 1950", "覃月英 12 2 1952")
    assert here(desk, home) == [("龙大山", "02"), ("覃月英", "12")]
    assert household(desk, home).walk_order == 19
    assert household(desk, home).since == LONG_AGO
    assert households.of_unit(desk, unit)[-1].head == "龙大山"


def test_what_the_number_says_of_sex_and_birthday_is_filled_in(desk: Desk) -> None:
    home = settle(desk, "龙大山 02 1 1950")
    new = NewMember("龙小凤", "30", citizen_number="45032620030507002x")
    comings.move_in(desk, home, new, TODAY)
    one = member(desk, "龙小凤")
    assert (one.sex, one.born_on, one.since) == ("2", date(2003, 5, 7), TODAY)
    assert one.citizen_number == "45032620030507002X"


def test_a_child_is_born_on_the_day_and_comes_last(desk: Desk) -> None:
    home = three_generations(desk)
    comings.birth(desk, home, NewMember("龙子涵", "42", "2"), TODAY - timedelta(days=3))
    assert here(desk, home)[-1] == ("龙子涵", "42")
    assert member(desk, "龙子涵").born_on == TODAY - timedelta(days=3)


def test_who_has_left_or_died_comes_last_and_is_no_head_in_the_list(desk: Desk) -> None:
    home = three_generations(desk)
    goings.death(desk, home, who(desk, home)["龙大山"], TODAY)
    goings.move_out(desk, home, [who(desk, home)["龙子轩"]], TODAY)
    assert [name for name, _ in here(desk, home)] == ["覃月英", "龙小山", "韦小妹"]
    sheet = households.sheet(desk, home)
    assert sheet is not None
    assert sheet.findings == ("household.no_head",)
    assert [line.head for line in households.of_unit(desk, sheet.unit_id)][-1] == "覃月英"
    assert households.of_unit(desk, sheet.unit_id)[-1].members == 3


def test_a_household_ends_the_day_before_the_last_of_it_leaves(desk: Desk) -> None:
    home = settle(desk, "龙大山 02 1 1950", "覃月英 12 2 1952")
    people = who(desk, home)
    goings.death(desk, home, people["龙大山"], TODAY - timedelta(days=9))
    goings.move_out(desk, home, [people["覃月英"]], TODAY)
    assert household(desk, home).until == TODAY - timedelta(days=1)
    assert home not in {line.id for line in households.of_unit(desk, micro_grids(desk)[0])}


def test_a_household_leaves_as_a_whole_and_comes_back_to_the_end_of_the_walk(desk: Desk) -> None:
    unit = micro_grids(desk)[0]
    home = households.of_unit(desk, unit)[0].id
    goings.move_household_out(desk, home, TODAY - timedelta(days=9))
    assert len(households.of_unit(desk, unit)) == 17
    comings.move_household_back(desk, home, TODAY)
    assert households.of_unit(desk, unit)[-1].id == home
    sheet = households.sheet(desk, home)
    assert sheet is not None
    kinds = [line.kind for line in sheet.history]
    assert kinds == [LifeEventKind.RETURNED, LifeEventKind.MOVED_OUT]


def test_who_moved_away_comes_back_and_who_died_does_not(desk: Desk) -> None:
    home = three_generations(desk)
    people = who(desk, home)
    goings.move_out(desk, home, [people["龙子轩"]], TODAY)
    comings.move_back(desk, home, [people["龙子轩"]], TODAY)
    assert member(desk, "龙子轩").residence == Residence.PRESENT
    goings.death(desk, home, people["龙大山"], TODAY)
    with pytest.raises(RejectedError) as caught:
        comings.move_back(desk, home, [people["龙大山"]], TODAY)
    assert caught.value.faults == (LifeFault.NOT_GONE,)


def test_no_act_lies_in_the_future_before_its_subject_or_before_a_later_one(desk: Desk) -> None:
    home = three_generations(desk)
    child = who(desk, home)["龙子轩"]
    cases = {
        TODAY + timedelta(days=1): LifeFault.IN_FUTURE,
        LONG_AGO - timedelta(days=1): LifeFault.BEFORE_SINCE,
        TODAY - timedelta(days=20): LifeFault.BEFORE_LATER,
    }
    goings.move_out(desk, home, [child], TODAY - timedelta(days=10))
    comings.move_back(desk, home, [child], TODAY - timedelta(days=5))
    for day, fault in cases.items():
        with pytest.raises(RejectedError) as caught:
            goings.move_out(desk, home, [child], day)
        assert fault in caught.value.faults


def test_nobody_is_born_into_a_household_before_it_came(desk: Desk) -> None:
    home = three_generations(desk)
    with pytest.raises(RejectedError) as caught:
        comings.birth(desk, home, NewMember("龙子涵", "42"), LONG_AGO - timedelta(days=1))
    assert caught.value.faults == (LifeFault.BEFORE_SINCE,)


def test_a_nameless_person_and_an_empty_household_are_refused(desk: Desk) -> None:
    home = three_generations(desk)
    with pytest.raises(RejectedError) as caught:
        comings.birth(desk, home, NewMember(" ", "41"), TODAY)
    assert caught.value.faults == (LifeFault.NAME_MISSING,)
    with pytest.raises(RejectedError) as caught:
        comings.move_household_in(desk, NewHousehold(micro_grids(desk)[0], "坪岭9号"), TODAY)
    assert caught.value.faults == (LifeFault.NOBODY_CHOSEN,)


def test_an_act_is_one_operation_and_undone_as_one(desk: Desk) -> None:
    home = three_generations(desk)
    before = here(desk, home)
    changed = goings.move_household_out(desk, home, TODAY)
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert here(desk, home) == before
    assert household(desk, home).until is None
