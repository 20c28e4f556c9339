"""A round: one mark per household, nothing invented, paper entered later."""

from datetime import UTC, date, datetime, timedelta

import pytest
from uuid_utils.compat import uuid7

from gridapp.contract.people import Role
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.domain.screening.screening import VisitFault
from gridapp.domain.screening.walking import Door, WalkBy, ordered
from gridapp.store import journal
from gridapp.store.screening import RoundLine
from gridapp.store.tables import Household
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, Person, RejectedError, save
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.screening import screening, walking
from tests.desks import TODAY, VILLAGE_ID, MakeDesk

DAY = timedelta(days=1)


@pytest.fixture
def running(desk: Desk) -> RoundLine:
    (line,) = screening.running_rounds(desk)
    return line


def grid(desk: Desk, running: RoundLine) -> screening.GridChoice:
    return screening.grids_to_walk(desk, running.id)[0]


def test_a_round_starts_with_every_household_unmarked(desk: Desk, running: RoundLine) -> None:
    lines = screening.walk(desk, running.id, grid(desk, running).unit_id)
    assert [line.place for line in lines] == list(range(1, 19))
    assert {line.outcome for line in lines} == {None}
    assert {line.last_seen_on for line in lines} == {date(2026, 10, 15)}


def test_absent_households_wait_for_a_second_call(desk: Desk, running: RoundLine) -> None:
    lines = screening.walk(desk, running.id, grid(desk, running).unit_id)
    for line, outcome in zip(lines, [Outcome.QUIET, Outcome.ABSENT], strict=False):
        screening.record_visit(desk, running.id, line.household_id, outcome, TODAY)
    found = screening.progress(desk, running)
    assert (found.due, found.done, found.absent) == (36, 1, 1)


def test_the_latest_visit_of_a_round_counts(desk: Desk, running: RoundLine) -> None:
    line = screening.walk(desk, running.id, grid(desk, running).unit_id)[0]
    for outcome in (Outcome.ABSENT, Outcome.QUIET):
        screening.record_visit(desk, running.id, line.household_id, outcome, TODAY)
    again = screening.walk(desk, running.id, grid(desk, running).unit_id)[0]
    assert again.outcome == Outcome.QUIET


def test_a_visit_outside_the_round_or_in_the_future_is_named(
    desk: Desk, running: RoundLine
) -> None:
    line = screening.walk(desk, running.id, grid(desk, running).unit_id)[0]
    for day, fault in (
        (date(2026, 11, 15), VisitFault.BEFORE_ROUND),
        (date(2026, 11, 23), VisitFault.IN_FUTURE),
    ):
        with pytest.raises(RejectedError) as caught:
            screening.record_visit(desk, running.id, line.household_id, Outcome.QUIET, day)
        assert caught.value.faults == (fault,)


def test_paper_of_last_week_keeps_both_days(desk: Desk, running: RoundLine) -> None:
    line = screening.walk(desk, running.id, grid(desk, running).unit_id)[0]
    day = date(2026, 11, 17)
    screening.record_visit(desk, running.id, line.household_id, Outcome.QUIET, day)
    again = screening.walk(desk, running.id, grid(desk, running).unit_id)[0]
    assert again.last_seen_on == day


def test_undo_of_a_mark_leaves_the_household_as_it_was(desk: Desk, running: RoundLine) -> None:
    unit = grid(desk, running).unit_id
    before = screening.walk(desk, running.id, unit)
    changed = screening.record_visit(
        desk, running.id, before[0].household_id, Outcome.ABSENT, TODAY
    )
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert screening.walk(desk, running.id, unit) == before


def test_a_dispute_at_the_door_is_one_operation_with_its_visit(
    desk: Desk, running: RoundLine
) -> None:
    line = screening.walk(desk, running.id, grid(desk, running).unit_id)[0]
    new = NewDispute("韦国平与邻居水沟纠纷", "0201", "积水进屋", TODAY)
    changed = screening.record_dispute(desk, running.id, line.household_id, TODAY, new)
    card = screening.card(desk, line.household_id)
    assert card is not None
    assert [title for _, _, title in card.open_cases] == [new.title]
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert changed.record_id is not None
    assert disputes.case(desk, changed.record_id) is None


def test_the_card_shows_phones_masked(desk: Desk, running: RoundLine) -> None:
    line = screening.walk(desk, running.id, grid(desk, running).unit_id)[0]
    card = screening.card(desk, line.household_id)
    assert card is not None
    assert card.members[0].phone == "138****5678"


def test_the_walk_can_be_put_in_another_order(desk: Desk, running: RoundLine) -> None:
    unit = grid(desk, running).unit_id
    ids = [line.household_id for line in screening.walk(desk, running.id, unit)]
    wanted = [ids[-1], *ids[:-1]]
    walking.reorder(desk, unit, wanted)
    assert [line.household_id for line in screening.walk(desk, running.id, unit)] == wanted


def test_by_address_the_tenth_house_comes_after_the_second(desk: Desk, running: RoundLine) -> None:
    unit = grid(desk, running).unit_id
    before = [line.household_id for line in screening.walk(desk, running.id, unit)]
    walking.reorder(desk, unit, before[::-1])
    changed = walking.order_by(desk, running.id, unit, WalkBy.ADDRESS)
    walk = screening.walk(desk, running.id, unit)
    assert [line.address for line in walk] == [f"坪岭1组{n}号" for n in range(1, 19)]
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert [line.household_id for line in screening.walk(desk, running.id, unit)] == before[::-1]


def test_the_round_before_gives_the_order_in_which_its_doors_were_called_on(
    desk: Desk, running: RoundLine
) -> None:
    unit = grid(desk, running).unit_id
    (past,) = [line for line in screening.all_rounds(desk) if line.id != running.id]
    before = [line.household_id for line in screening.walk(desk, running.id, unit)]
    walking.reorder(desk, unit, [before[3], *before[:3], *before[4:]])
    assert past.starts_on < running.starts_on
    walking.order_by(desk, running.id, unit, WalkBy.LAST_ROUND)
    assert [line.household_id for line in screening.walk(desk, running.id, unit)] == before


def test_who_was_not_called_on_in_the_round_before_is_walked_last() -> None:
    first, second, third = (uuid7() for _ in range(3))
    at = datetime(2026, 10, 15, tzinfo=UTC)
    doors = [Door(first, "", None), Door(second, "", at + DAY), Door(third, "", at)]
    assert ordered(doors, WalkBy.LAST_ROUND) == [third, second, first]


def test_a_household_that_is_gone_is_not_walked(desk: Desk, running: RoundLine) -> None:
    unit = grid(desk, running).unit_id
    gone = screening.walk(desk, running.id, unit)[4].household_id
    with desk.store.session() as session:
        left = journal.change(
            desk.new_id(), "household", session.get_one(Household, gone), until=TODAY
        )
        save(desk, session, "household.left", "", [left])
    walk = screening.walk(desk, running.id, unit)
    assert gone not in [line.household_id for line in walk]
    assert [line.place for line in walk] == list(range(1, 18))
    assert screening.progress(desk, running).due == 35


def test_a_leader_walks_rounds_and_does_not_open_them(make_desk: MakeDesk) -> None:
    leader = Person("王桂英", VILLAGE_ID, "坪岭1-1", Role.LEADER.value)
    assert not screening.may_open_round(make_desk(leader))
    assert screening.may_open_round(make_desk())


def test_paper_comes_from_rounds_that_ended_within_31_days(desk: Desk) -> None:
    for name, last in (("31 days", date(2026, 10, 22)), ("32 days", date(2026, 10, 21))):
        screening.open_round(desk, VILLAGE_ID, RoundKind.ROUTINE, name, date(2026, 10, 1), last)
    assert {line.name for line in screening.rounds_of_paper(desk)} == {"10月常态排查", "31 days"}


def test_after_a_micro_grid_comes_the_next_that_has_an_unvisited_household(
    desk: Desk, running: RoundLine
) -> None:
    both = first, second = screening.grids_to_walk(desk, running.id)
    assert screening.next_to_walk(desk, running.id, both, first.unit_id) == second
    assert screening.next_to_walk(desk, running.id, both, second.unit_id) == first
    for line in screening.walk(desk, running.id, second.unit_id):
        screening.record_visit(desk, running.id, line.household_id, Outcome.ABSENT, TODAY)
    assert screening.next_to_walk(desk, running.id, both, first.unit_id) is None
