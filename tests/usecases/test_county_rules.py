"""What a county sets holds at once, can be taken back, and never goes against the law."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from gridapp.contract.casework import TaskKind
from gridapp.contract.people import Role
from gridapp.domain.disputes.clocks import Clock
from gridapp.domain.disputes.letters import Numbering
from gridapp.domain.holidays import NoticeDay, read_notice
from gridapp.domain.measures import Measure, OwnClock, RuleFault, measures, number_faults
from gridapp.domain.reports.chasing import Hour
from gridapp.domain.reports.periods import Period
from gridapp.store.disputes.disputes import Shelf
from gridapp.usecases import calendar, county_rules, undoing
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import casework, disputes, stalls
from gridapp.usecases.reports import chasing, weekly

HOTLINE = OwnClock("本县12345热线办理规定", 7, False, ("registered",), ("answered",))


@pytest.fixture
def township(desk: Desk) -> Desk:
    return replace(desk, person=replace(desk.person, role=Role.TOWNSHIP.value))


def measure(desk: Desk, code: str) -> Measure:
    return next(one for one in county_rules.in_force(desk).measures if one.code == code)


def refused(error: pytest.ExceptionInfo[RejectedError]) -> Sequence[str]:
    return error.value.faults


def test_a_shorter_clock_holds_at_once_and_is_undone(township: Desk) -> None:
    handle = measure(township, "clock.handle")
    changed = county_rules.set_measure(township, handle, 30)
    clocks = {rule.code: rule for rule in calendar.clock_rules(township)}
    assert (clocks[Clock.HANDLE].days, measure(township, "clock.handle").changed) == (30, True)
    assert changed.operation_id is not None
    undoing.undo(township, changed.operation_id)
    assert not measure(township, "clock.handle").changed
    county_rules.set_measure(township, handle, 20, working=True)
    county_rules.set_measure(township, handle, handle.usual, working=handle.usual_working)
    assert not measure(township, "clock.handle").changed


def test_no_county_gives_itself_more_time_than_the_law(township: Desk) -> None:
    with pytest.raises(RejectedError) as error:
        county_rules.set_measure(township, measure(township, "clock.notice"), 20)
    assert refused(error) == (RuleFault.AGAINST_LAW,)
    known = {one.code: one for one in measures({})}
    assert number_faults(known["clock.notice"], 12, working=True) == [RuleFault.AGAINST_LAW]
    assert number_faults(known["clock.notice"], 10, working=True) == []
    assert number_faults(known["clock.ask_review"], 20) == [RuleFault.AGAINST_LAW]
    assert number_faults(known["clock.ask_review"], 60) == []
    assert number_faults(known["stall.half_time"], 101) == [RuleFault.PERCENT_WRONG]
    assert number_faults(known["letter.reply"], 0) == [RuleFault.DAYS_WRONG]


def test_a_village_sees_the_rules_and_sets_none(desk: Desk) -> None:
    assert not county_rules.in_force(desk).may_set
    with pytest.raises(RejectedError) as error:
        county_rules.add_clock(desk, HOTLINE)
    assert refused(error) == (RuleFault.MAY_NOT,)


def test_a_clock_of_its_own_runs_and_can_be_removed(township: Desk) -> None:
    with pytest.raises(RejectedError) as error:
        county_rules.add_clock(township, OwnClock(" ", 0, False, (), ()))
    assert len(refused(error)) == 3
    county_rules.add_clock(township, HOTLINE)
    (own,) = [one for one in county_rules.in_force(township).measures if one.source == HOTLINE.name]
    late = disputes.ledger(township, Shelf.OVERDUE)[0].id
    found = disputes.case(township, late)
    assert found is not None
    assert own.code in {face.rule.code for face in disputes.clocks(township, found)}
    county_rules.set_measure(township, own, own.value, on=False)
    assert own.code not in {face.rule.code for face in disputes.clocks(township, found)}


def test_a_trigger_is_switched_off_and_on(township: Desk) -> None:
    half = measure(township, "stall.half_time")
    assert stalls.stalled(township)
    county_rules.set_measure(township, half, half.value, on=False)
    assert not stalls.stalled(township)
    county_rules.set_measure(township, half, 40)
    assert measure(township, "stall.half_time").value == 40


def test_letters_take_the_form_of_the_county(township: Desk) -> None:
    usual = county_rules.in_force(township).numbering
    unit, other = township.person.unit_id, UUID(int=7)
    same = {unit: "永", other: "永"}
    with pytest.raises(RejectedError) as error:
        county_rules.set_numbering(township, replace(usual, form="永工函〔{year}〕号", units=same))
    assert refused(error) == (RuleFault.FORMAT_WRONG, RuleFault.UNIT_WORD_TWICE)
    marks = {**usual.marks, TaskKind.REMINDER_LETTER: "醒"}
    wanted = Numbering("{unit}信{mark}〔{year}〕{number}号", marks, {unit: "坪岭"})
    county_rules.set_numbering(township, wanted)
    assert county_rules.in_force(township).numbering == wanted
    late = disputes.ledger(township, Shelf.OVERDUE)[0].id
    draft = casework.draft_letter(township, late, TaskKind.REMINDER_LETTER)
    assert draft.number == "坪岭信醒〔2026〕1号"
    talk = casework.draft_letter(township, late, TaskKind.TALK)
    assert talk.number == "坪岭信谈〔2026〕1号"
    elsewhere = replace(township, person=replace(township.person, unit_id=other))
    draft = casework.draft_letter(elsewhere, late, TaskKind.REMINDER_LETTER)
    assert draft.number == "坪信醒〔2026〕1号", "the first character of its name"


def test_days_of_the_notice_are_counted_at_once(township: Desk) -> None:
    notice = read_notice("元旦：1月1日至3日放假。1月4日上班。", 2028)
    county_rules.set_days(township, notice)
    with township.store.session() as session:
        known = calendar.of_county(session)
    assert known.count_working(date(2027, 12, 31), 1).limit == date(2028, 1, 4)
    assert county_rules.in_force(township).days == notice


def test_a_day_is_taken_out_and_what_stood_before_it_stands_again(township: Desk) -> None:
    above = replace(township, person=replace(township.person, unit_id=UUID(int=7)))
    first = date(2028, 1, 3)
    county_rules.set_days(above, [NoticeDay(first, True, "县里补班")])
    county_rules.set_days(township, read_notice("元旦：1月1日至3日放假。", 2028))
    assert [one.day.day for one in county_rules.in_force(township).own_days] == [1, 2, 3]
    changed = county_rules.remove_day(township, first)
    with township.store.session() as session:
        assert calendar.of_county(session).works(first)
    assert [one.day.day for one in county_rules.in_force(township).own_days] == [1, 2]
    with pytest.raises(RejectedError) as error:
        county_rules.remove_day(township, first)
    assert refused(error) == (RuleFault.NOT_OUR_DAY,)
    assert changed.operation_id is not None
    undoing.undo(township, changed.operation_id)
    assert len(county_rules.in_force(township).own_days) == 3


def test_due_days_move_only_when_asked_and_as_one_operation(township: Desk) -> None:
    before = {one.id: one.due_on for one in disputes.ledger(township, Shelf.ALL)}
    assert county_rules.recount(township).operation_id is None
    county_rules.set_measure(township, measure(township, "clock.handle"), 30)
    assert before == {one.id: one.due_on for one in disputes.ledger(township, Shelf.ALL)}
    changed = county_rules.recount(township)
    after = {one.id: one.due_on for one in disputes.ledger(township, Shelf.ALL)}
    moved = [id_ for id_ in before if after[id_] != before[id_]]
    assert len(moved) == 3
    assert all(before[id_] - after[id_] == timedelta(days=30) for id_ in moved)
    assert changed.operation_id is not None
    undoing.undo(township, changed.operation_id)
    assert before == {one.id: one.due_on for one in disputes.ledger(township, Shelf.ALL)}


def test_a_county_says_what_is_prominent_and_with_which_day_a_week_begins(township: Desk) -> None:
    people, weekday = (
        measure(township, code) for code in ("prominent.people", "report.first_weekday")
    )
    assert (people.value, weekday.value, weekly.first_weekday(township)) == (10, 1, 0)
    with pytest.raises(RejectedError) as error:
        county_rules.set_measure(township, weekday, 8)
    assert refused(error) == (RuleFault.WEEKDAY_WRONG,)
    county_rules.set_measure(township, weekday, 6)
    county_rules.set_measure(township, people, 5)
    assert (measure(township, "prominent.people").value, weekly.first_weekday(township)) == (5, 5)


def test_a_county_says_until_when_reports_are_due(township: Desk) -> None:
    for code, number in (("weekday", 4), ("hour", 12), ("days", 5)):
        county_rules.set_measure(township, measure(township, f"report.due_{code}"), number)
    with pytest.raises(RejectedError) as error:
        county_rules.set_measure(township, measure(township, "report.due_hour"), 24)
    assert refused(error) == (RuleFault.HOUR_WRONG,)
    unit = township.person.unit_id
    week, month = (Period.parse(text) for text in ("2026-W47", "2026-11"))
    assert chasing.standings(township, unit, week).due == Hour(date(2026, 11, 19), 12)
    assert chasing.standings(township, unit, month).due == Hour(date(2026, 12, 5), 12)
