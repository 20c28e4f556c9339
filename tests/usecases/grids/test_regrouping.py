"""Households are regrouped by a plan that is looked at first, dated, done and taken back as one."""

from datetime import date, timedelta

import pytest

from gridapp.contract.disputes import Side
from gridapp.contract.grids import Level
from gridapp.contract.screening import Outcome
from gridapp.domain.grids.grids import Size
from gridapp.domain.grids.regrouping import Fate, RegroupFault
from gridapp.store.grids.grids import UnitLine
from gridapp.usecases import undoing
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes.disputes import NewDispute, NewParty
from gridapp.usecases.grids import (
    grid_board,
    grid_checks,
    grid_units,
    grids,
    posts,
    regroup_plans,
    regrouping,
)
from gridapp.usecases.grids.grid_checks import Check
from gridapp.usecases.households import households
from gridapp.usecases.reports import report_area
from gridapp.usecases.screening import screening
from tests.desks import TODAY, VILLAGE_ID

DAY = TODAY - timedelta(days=3)
BEFORE = DAY - timedelta(days=1)


def micro(desk: Desk, day: date | None = None) -> list[UnitLine]:
    return [line for line in grids.view(desk, day).lines if line.level == Level.MICRO]


def walk(desk: Desk, unit: UnitLine) -> list[str]:
    (grid,) = grid_board.micro_grids(desk, unit.id)
    return [line.head for line in grid.households]


def test_a_merge_is_seen_before_it_is_done(desk: Desk) -> None:
    first, second = micro(desk)
    household = grid_board.micro_grids(desk, second.id)[0].households[0]
    party = (NewParty(Side.FIRST, "罗天佑"),)
    new = NewDispute("罗天佑家水沟纠纷", "0201", "", TODAY, "screening", party)
    (running,) = screening.running_rounds(desk)
    screening.record_dispute(desk, running.id, household.id, TODAY, new)
    seen = regrouping.preview(desk, regroup_plans.merge(desk, first.id, [second.id], DAY))
    assert (seen.households, seen.people, seen.open_cases, seen.faults) == (18, 54, 1, ())
    stays, goes = seen.grids
    assert (stays.before, stays.after, stays.size, stays.leaders) == (
        18,
        36,
        Size.LARGE,
        ("王桂英",),
    )
    assert (goes.after, goes.fate, goes.size) == (0, Fate.DISSOLVED, None)
    assert [line.households for line in micro(desk)] == [18, 18], "nothing is done yet"


def test_a_merge_takes_members_along_and_ends_grid_and_post_the_day_before(desk: Desk) -> None:
    first, second = micro(desk)
    heads = walk(desk, second) + walk(desk, first)
    regrouping.carry_out(desk, regroup_plans.merge(desk, second.id, [first.id], DAY))
    (left,) = micro(desk)
    assert (left.id, left.households, left.members) == (second.id, 36, 108)
    assert walk(desk, left) == heads
    (post,) = posts.history(desk, first.id)
    assert (post.holder, post.until) == ("王桂英", BEFORE)
    assert [line.households for line in micro(desk, BEFORE)] == [18, 18]
    assert [line.households for line in micro(desk, DAY)] == [36]


def test_a_regrouping_is_one_operation_that_is_undone_as_one(desk: Desk) -> None:
    first, second = micro(desk)
    done = regrouping.carry_out(desk, regroup_plans.merge(desk, first.id, [second.id], DAY))
    last = undoing.last(desk)
    assert last is not None
    assert (last.operation_id, last.what) == (done.operation_id, "grid.merged")
    undoing.undo(desk, last.operation_id)
    assert [line.households for line in micro(desk)] == [18, 18]
    assert regrouping.past(desk, VILLAGE_ID) == []


def test_a_household_is_moved_and_who_stays_is_numbered_anew(desk: Desk) -> None:
    first, second = micro(desk)
    grid = grid_board.micro_grids(desk, first.id)[0].households
    plan = regroup_plans.move(desk, {second.id: [grid[4].id]}, DAY)
    assert plan.name == f"{grid[4].head} → {second.name}"
    regrouping.carry_out(desk, plan)
    left, came = (grid_board.micro_grids(desk, unit.id)[0].households for unit in (first, second))
    assert [line.walk_order for line in left] == list(range(1, 18))
    assert (came[-1].id, came[-1].walk_order) == (grid[4].id, 19)
    sheet = households.sheet(desk, grid[4].id)
    assert sheet is not None
    assert sheet.unit_name == second.name


def test_a_household_keeps_its_mark_of_the_round_in_the_grid_it_comes_into(desk: Desk) -> None:
    first, second = micro(desk)
    household = grid_board.micro_grids(desk, first.id)[0].households[0]
    (running,) = screening.running_rounds(desk)
    screening.record_visit(desk, running.id, household.id, Outcome.QUIET, TODAY)
    regrouping.carry_out(desk, regroup_plans.move(desk, {second.id: [household.id]}, TODAY))
    last = screening.walk(desk, running.id, second.id)[-1]
    assert (last.household_id, last.outcome, last.last_seen_on) == (household.id, "quiet", TODAY)


def test_a_split_keeps_the_walk_and_the_first_part_its_leader(desk: Desk) -> None:
    first, _second = micro(desk)
    heads = walk(desk, first)
    regrouping.carry_out(desk, regroup_plans.split(desk, first.id, 3, DAY))
    parts = [line for line in micro(desk) if line.name.startswith("坪岭1-")]
    assert [line.name for line in parts] == ["坪岭1-1", "坪岭1-2", "坪岭1-3"]
    assert [head for part in parts for head in walk(desk, part)] == heads
    assert [part.leader for part in parts] == ["王桂英", "", ""]


def test_what_was_merged_is_put_back_later_with_its_leader(desk: Desk) -> None:
    first, second = micro(desk)
    heads = walk(desk, first)
    regrouping.carry_out(desk, regroup_plans.merge(desk, second.id, [first.id], DAY))
    (past,) = regrouping.past(desk, VILLAGE_ID)
    assert (past.households, past.into) == (18, (second.name,))
    regrouping.carry_out(desk, regroup_plans.put_back(desk, past.act_id, TODAY))
    assert [line.households for line in micro(desk)] == [18, 18]
    assert walk(desk, first) == heads
    assert [(p.holder, p.since, p.until) for p in posts.history(desk, first.id)] == [
        ("王桂英", TODAY, None),
        ("王桂英", date(2026, 1, 1), BEFORE),
    ]


def test_what_was_split_is_put_back_and_the_new_grid_is_dissolved(desk: Desk) -> None:
    first, _second = micro(desk)
    regrouping.carry_out(desk, regroup_plans.split(desk, first.id, 2, DAY))
    (past,) = regrouping.past(desk, VILLAGE_ID)
    regrouping.carry_out(desk, regroup_plans.put_back(desk, past.act_id, TODAY))
    assert [line.households for line in micro(desk)] == [18, 18]
    assert [line.households for line in micro(desk, DAY)] == [9, 18, 9]


@pytest.mark.parametrize(
    ("day", "fault"),
    [
        (TODAY + timedelta(days=1), RegroupFault.IN_FUTURE),
        (DAY - timedelta(days=9), RegroupFault.BEFORE_LAST_MOVE),
    ],
)
def test_days_on_which_it_cannot_have_been_are_refused(
    desk: Desk, day: date, fault: RegroupFault
) -> None:
    first, second = micro(desk)
    regrouping.carry_out(desk, regroup_plans.merge(desk, first.id, [second.id], DAY))
    plan = regroup_plans.dissolve(desk, first.id, day)
    assert fault in regrouping.preview(desk, plan).faults
    with pytest.raises(RejectedError):
        regrouping.carry_out(desk, plan)
    assert [line.households for line in micro(desk)] == [36]


def test_wishes_that_come_to_nothing_say_why(desk: Desk) -> None:
    first, _second = micro(desk)
    plans = (
        regroup_plans.merge(desk, first.id, [first.id], TODAY),
        regroup_plans.split(desk, first.id, 19, TODAY),
        regroup_plans.move(desk, {}, TODAY),
    )
    assert [regrouping.preview(desk, plan).faults for plan in plans] == [
        (RegroupFault.FEW_GRIDS,),
        (RegroupFault.PARTS_WRONG,),
        (RegroupFault.NOTHING_MOVES,),
    ]


def test_micro_grids_of_a_large_grid_are_still_those_of_the_village(desk: Desk) -> None:
    first, second = micro(desk)
    done = grid_units.add_large(desk, VILLAGE_ID, "坪岭东片", [first.id], DAY)
    assert {grid.id for grid in grid_board.micro_grids(desk, VILLAGE_ID)} == {first.id, second.id}
    tally = grids.view(desk).tally
    assert (tally.large, tally.micro, tally.total) == (1, 2, 6)
    assert micro(desk)[0].parent_id == done.record_id
    assert {line.parent_id for line in micro(desk, BEFORE)} == {VILLAGE_ID}
    assert done.record_id is not None
    grid_units.dissolve(desk, done.record_id, TODAY)
    assert {line.parent_id for line in micro(desk)} == {VILLAGE_ID}
    assert grids.view(desk, DAY).tally.large == 1


def test_a_report_of_a_village_has_its_micro_grids_as_lines_whatever_large_grid_they_lie_in(
    desk: Desk,
) -> None:
    first, second = micro(desk)
    grid_units.add_large(desk, VILLAGE_ID, "坪岭东片", [first.id], DAY)
    with desk.store.session() as session:
        area = report_area.area(session, VILLAGE_ID)
    assert {id_ for id_, _name in area.lines(TODAY, ())} == {first.id, second.id}
    assert area.line_of[first.id] == first.id


def test_a_unit_is_renamed_and_put_in_another_place(desk: Desk) -> None:
    first, second = micro(desk)
    grid_units.edit(desk, second, "坪岭西头", "", 1)
    assert [line.name for line in micro(desk)] == ["坪岭西头", first.name]
    with pytest.raises(RejectedError):
        grid_units.edit(desk, first, "坪岭西头", "", 1)


def test_every_finding_has_its_place(desk: Desk) -> None:
    first, second = micro(desk)
    regrouping.carry_out(desk, regroup_plans.dissolve(desk, first.id, TODAY))
    view = grids.view(desk)
    found = grid_checks.of_tree(view)
    assert [(one.check, one.unit_id, one.number) for one in found] == [
        (Check.LOOSE, VILLAGE_ID, 18),
        (Check.VACANT, second.id, 18),
    ]
    regrouping.carry_out(desk, regroup_plans.split(desk, second.id, 2, TODAY))
    small = [one.number for one in grid_checks.of_tree(grids.view(desk)) if one.check == "outside"]
    assert small == [9, 9]
