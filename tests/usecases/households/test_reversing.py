"""What had not happened is taken back, also when it was sent; not when something rests on it."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from gridapp.contract.households import LifeEventKind
from gridapp.contract.screening import Outcome
from gridapp.domain.households.life_events import LifeFault
from gridapp.usecases.desk import Changed, Desk, RejectedError, save
from gridapp.usecases.households import (
    comings,
    duplicates,
    family_changes,
    goings,
    household_edits,
    households,
)
from gridapp.usecases.households.comings import NewMember
from gridapp.usecases.households.family_changes import Splitting
from gridapp.usecases.households.life_events import regrouped
from gridapp.usecases.households.reversing import reverse
from gridapp.usecases.screening import screening
from tests.desks import TODAY
from tests.usecases.families import (
    everything,
    here,
    household,
    micro_grids,
    settle,
    three_generations,
    who,
)

SONS = ("龙小山", "韦小妹", "龙子轩")


def last_act(desk: Desk, home: UUID) -> UUID:
    sheet = households.sheet(desk, home)
    assert sheet is not None
    return sheet.history[0].act_id


def leave(desk: Desk, home: UUID) -> Changed:
    return goings.move_household_out(desk, home, TODAY)


def die(desk: Desk, home: UUID) -> Changed:
    return goings.death(desk, home, who(desk, home)["龙大山"], TODAY)


def lead(desk: Desk, home: UUID) -> Changed:
    return family_changes.change_head(desk, home, who(desk, home)["龙小山"], TODAY, {})


def split(desk: Desk, home: UUID) -> Changed:
    people = who(desk, home)
    going = Splitting(tuple(people[name] for name in SONS), people["龙小山"])
    return family_changes.split(desk, home, going, TODAY, {})


def merge(desk: Desk, home: UUID) -> Changed:
    other = households.of_unit(desk, micro_grids(desk)[1])[0].id
    return family_changes.merge(desk, home, other, "97", TODAY, {})


def join(desk: Desk, home: UUID) -> Changed:
    other = households.of_unit(desk, micro_grids(desk)[1])[0].id
    one = next(iter(who(desk, other).values()))
    return family_changes.join(desk, home, one, "97", TODAY)


def unite(desk: Desk, home: UUID) -> Changed:
    other = households.of_unit(desk, micro_grids(desk)[1])[0].id
    one = next(iter(who(desk, other).values()))
    return duplicates.merge(desk, who(desk, home)["龙大山"], one, set())


def bear(desk: Desk, home: UUID) -> Changed:
    return comings.birth(desk, home, NewMember("龙子涵", "42"), TODAY)


def regroup(desk: Desk, home: UUID) -> Changed:
    with desk.store.session() as session:
        edits = regrouped(desk, session, [household(desk, home)], micro_grids(desk)[1], TODAY)
        return save(desk, session, "grid.moved", "龙大山", edits)


@pytest.mark.parametrize("act", [leave, die, lead, split, merge, join, unite, bear, regroup])
def test_everybody_is_again_where_and_what_they_were(
    desk: Desk, act: Callable[[Desk, UUID], Changed]
) -> None:
    home = three_generations(desk)
    before, people = everything(desk), here(desk, home)
    act(desk, home)
    assert everything(desk) != before
    reverse(desk, home, last_act(desk, home))
    after = everything(desk)
    assert {id_: after[id_] for id_ in before} == before
    assert sorted(here(desk, home)) == sorted(people)
    assert here(desk, home)[0] == people[0]
    made = after.keys() - before.keys()
    assert all(household(desk, id_).until == TODAY - timedelta(days=1) for id_ in made)


def test_a_reversal_stands_in_the_history_and_is_not_reversed_again(desk: Desk) -> None:
    home = three_generations(desk)
    die(desk, home)
    act = last_act(desk, home)
    reverse(desk, home, act, "弄错了人")
    sheet = households.sheet(desk, home)
    assert sheet is not None
    first, second, _moved_in = sheet.history
    assert (first.kind, first.note, first.holds) == (LifeEventKind.REVERSED, "弄错了人", False)
    assert (second.kind, second.names, second.holds) == (LifeEventKind.DIED, "龙大山", False)
    for id_ in (act, first.act_id):
        with pytest.raises(RejectedError) as caught:
            reverse(desk, home, id_)
        assert caught.value.faults == (LifeFault.REVERSED_ALREADY,)


def test_what_a_later_act_has_changed_again_is_not_put_back(desk: Desk) -> None:
    home = three_generations(desk)
    child = who(desk, home)["龙子轩"]
    goings.move_out(desk, home, [child], TODAY - timedelta(days=2))
    left = last_act(desk, home)
    comings.move_back(desk, home, [child], TODAY)
    assert refused(desk, home, left) == (LifeFault.BUILT_ON,)


def test_what_was_put_right_since_is_not_lost(desk: Desk) -> None:
    home = three_generations(desk)
    lead(desk, home)
    fields = {"relation": "27"}
    household_edits.change_member(desk, who(desk, home)["龙子轩"], fields)
    assert refused(desk, home, last_act(desk, home)) == (LifeFault.CHANGED_SINCE,)


def test_a_household_that_was_visited_or_grew_is_not_taken_back(desk: Desk) -> None:
    home = three_generations(desk)
    new = split(desk, home).record_id
    assert new is not None
    bear(desk, new)
    grown = last_act(desk, new)
    act = last_act(desk, home)
    assert refused(desk, home, act) == (LifeFault.BUILT_ON,)
    reverse(desk, new, grown)
    running = screening.running_rounds(desk)[0]
    screening.record_visit(desk, running.id, new, Outcome.QUIET, TODAY)
    assert refused(desk, home, act) == (LifeFault.BUILT_ON,)


def test_nobody_goes_back_to_a_household_that_has_ended(desk: Desk) -> None:
    home, other = three_generations(desk), settle(desk, "韦老爹 02 1 1950", "韦小弟 20 1 1980")
    family_changes.join(desk, home, who(desk, other)["韦小弟"], "97", TODAY)
    act = last_act(desk, home)
    goings.move_household_out(desk, other, TODAY)
    assert refused(desk, home, act) == (LifeFault.BUILT_ON,)


def refused(desk: Desk, home: UUID, act: UUID) -> tuple[object, ...]:
    with pytest.raises(RejectedError) as caught:
        reverse(desk, home, act)
    return caught.value.faults
