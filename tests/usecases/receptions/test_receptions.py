"""Receptions: a year's roster that keeps to the calendar, a log that counts nobody by name."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from gridapp.contract.receptions import Rhythm
from gridapp.domain.receptions.receptions import ReceptionFault, Turnout
from gridapp.domain.receptions.rhythms import Pattern
from gridapp.domain.reports.weeks import Week
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.usecases import calendar, undoing
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.disputes import disputes
from gridapp.usecases.disputes.disputes import NewDispute
from gridapp.usecases.receptions import duty_rosters, receptions
from gridapp.usecases.receptions.duty_rosters import Plan
from gridapp.usecases.receptions.receptions import Duty, Outcome
from gridapp.usecases.reports import weekly
from tests.desks import TODAY, VILLAGE_ID, arranged

YEAR = date(2026, 1, 1), date(2026, 12, 31)
LEADERS = (("韦国平", "党支部书记"), ("  ", "空行"), ("覃秀英", "村委会副主任"))
PLAN = Plan(LEADERS, Pattern(Rhythm.WEEKLY, (0,)), *YEAR, "村便民服务站", "9:00—11:30", "06")
RAISED = NewDispute("排水沟争议", "0201", "接访时反映。", date(2026, 11, 20))


def hold(desk: Desk, groups: int, people: int, on: date = date(2026, 11, 20)) -> ReceptionLine:
    made = arranged(desk, Duty("韦国平", on, "书记", "村委会"))
    receptions.hold(desk, made, Outcome(on, groups, people, "当场答复。"))
    return next(line for line in receptions.between(desk, on, on) if line.id == made.id)


def faults_of(caught: pytest.ExceptionInfo[RejectedError]) -> set[str]:
    return set(caught.value.faults)


def test_a_year_is_planned_at_once_leaders_take_turns_on_working_days(desk: Desk) -> None:
    changed = duty_rosters.plan_year(desk, VILLAGE_ID, PLAN)
    lines = receptions.between(desk, *YEAR, VILLAGE_ID)
    with desk.store.session() as session:
        known = calendar.of_county(session)
    assert len(lines) > 45
    assert all(line.day.weekday() == 0 and known.works(line.day) for line in lines)
    assert [line.leader for line in lines[:3]] == ["韦国平", "覃秀英", "韦国平"]
    assert all(line.planned and line.field == "06" for line in lines)
    assert changed.operation_id is not None
    undoing.undo(desk, changed.operation_id)
    assert receptions.between(desk, *YEAR, VILLAGE_ID) == ()


def test_days_that_the_roster_has_are_not_planned_twice(desk: Desk) -> None:
    half = Plan(LEADERS, PLAN.pattern, YEAR[0], date(2026, 6, 30))
    duty_rosters.plan_year(desk, VILLAGE_ID, half)
    before = receptions.between(desk, *YEAR)
    duty_rosters.plan_year(desk, VILLAGE_ID, PLAN)
    after = receptions.between(desk, *YEAR)
    assert after[: len(before)] == before
    assert len({line.day for line in after}) == len(after) > len(before)
    with pytest.raises(RejectedError) as caught:
        duty_rosters.plan_year(desk, VILLAGE_ID, PLAN)
    assert faults_of(caught) == {ReceptionFault.ALL_PLANNED}


def test_a_plan_tells_all_that_is_wrong_and_which_year_is_estimated(desk: Desk) -> None:
    for plan, fault in (
        (Plan((), PLAN.pattern, *YEAR), {ReceptionFault.LEADER_MISSING}),
        (Plan(LEADERS, PLAN.pattern, *reversed(YEAR)), {ReceptionFault.ENDS_BEFORE_START}),
        (Plan(LEADERS, Pattern(Rhythm.WEEKLY, ()), *YEAR), {ReceptionFault.NO_DUTY_DAY}),
    ):
        with pytest.raises(RejectedError) as caught:
            duty_rosters.plan_year(desk, VILLAGE_ID, plan)
        assert faults_of(caught) == fault
    assert duty_rosters.is_estimated(desk, 2030)
    assert not duty_rosters.is_estimated(desk, 2026)


def test_a_reception_is_changed_logged_and_then_stays_in_the_log(desk: Desk) -> None:
    made = arranged(desk, Duty("韦国平", date(2026, 11, 20)))
    receptions.change(desk, made, Duty("覃秀英", date(2026, 11, 19), place="坪岭1组"))
    (line,) = receptions.between(desk, date(2026, 11, 19), TODAY)
    assert (line.leader, line.place, line.planned, line.held_on) == (
        "覃秀英",
        "坪岭1组",
        False,
        None,
    )
    receptions.hold(desk, line, Outcome(date(2026, 11, 20), 3, 12, "当场答复2批。"))
    (held,) = receptions.between(desk, date(2026, 11, 20), TODAY)
    assert (held.day, held.groups, held.people) == (date(2026, 11, 20), 3, 12)
    with pytest.raises(RejectedError) as caught:
        receptions.remove(desk, [line.id])
    assert faults_of(caught) == {ReceptionFault.ALREADY_HELD}


def test_a_log_that_cannot_be_is_refused_with_every_reason(desk: Desk) -> None:
    made = arranged(desk, Duty("韦国平", TODAY))
    with pytest.raises(RejectedError) as caught:
        receptions.hold(desk, made, Outcome(date(2026, 11, 23), 4, 3, ""))
    assert faults_of(caught) == {
        ReceptionFault.IN_FUTURE,
        ReceptionFault.FEWER_PEOPLE_THAN_GROUPS,
        ReceptionFault.RESULT_MISSING,
    }
    with pytest.raises(RejectedError) as caught:
        receptions.arrange(desk, VILLAGE_ID, Duty("", TODAY))
    assert faults_of(caught) == {ReceptionFault.LEADER_MISSING}
    receptions.hold(desk, made, Outcome(TODAY, 0, 0, ""))  # nobody came


def test_the_golden_turnout_comes_out_of_single_receptions() -> None:
    golden = [Turnout(1, 3, 9)] * 280 + [Turnout(1, 3, 40)] * 4
    assert sum(golden, Turnout()) == Turnout(284, 852, 2680)


def test_a_matter_raised_at_a_reception_becomes_a_case_in_one_step(desk: Desk) -> None:
    planned = receptions.arrange(desk, VILLAGE_ID, Duty("韦国平", TODAY)).record_id
    assert planned is not None
    with pytest.raises(RejectedError) as caught:
        receptions.raise_matter(desk, planned, VILLAGE_ID, RAISED)
    assert faults_of(caught) == {ReceptionFault.NOT_HELD}
    held = hold(desk, 3, 12)
    made = receptions.raise_matter(desk, held.id, VILLAGE_ID, RAISED)
    (line,) = receptions.cases(desk, [held.id])
    assert line.id == made.record_id
    found = disputes.case(desk, line.id)
    assert found is not None
    assert (found.dispute.source, found.dispute.reception_id) == ("visitors", held.id)
    (after,) = receptions.between(desk, held.day, held.day)
    assert after.cases == 1


def test_a_sealed_case_is_neither_listed_nor_counted_at_its_reception(desk: Desk) -> None:
    held = hold(desk, 1, 2)
    made = receptions.raise_matter(desk, held.id, VILLAGE_ID, RAISED)
    assert made.record_id is not None
    disputes.seal(desk, made.record_id, [f"韦国平@{VILLAGE_ID}"], "涉及举报。")
    assert receptions.cases(desk, [held.id]) == []
    (line,) = receptions.between(desk, held.day, held.day)
    assert line.cases == 0


def test_the_weekly_report_tells_of_this_weeks_receptions_only(desk: Desk) -> None:
    hold(desk, 2, 5, date(2026, 11, 16))
    hold(desk, 1, 7, date(2026, 11, 20))
    hold(desk, 9, 9, date(2026, 11, 13))
    receptions.arrange(desk, VILLAGE_ID, Duty("韦国平", date(2026, 11, 18)))
    report = weekly.draw_up(desk, VILLAGE_ID, Week(2026, 47))
    assert [row.day for row in report.receptions] == ["11月16日", "11月20日", ""]
    assert report.receptions[-1].turnout == Turnout(2, 3, 12)


def test_the_roster_is_written_as_a_workbook_with_numbered_days(desk: Desk, tmp_path: Path) -> None:
    duty_rosters.plan_year(desk, VILLAGE_ID, PLAN)
    lines = receptions.between(desk, *YEAR, VILLAGE_ID)
    made = duty_rosters.roster(desk, "坪岭村", "2026年", lines)
    path = duty_rosters.write_excel(desk, made, tmp_path / "roster.xlsx")
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][0] == "坪岭村领导接访安排表"
    assert rows[3][:5] == ["序号", "日期", "星期", "接访领导", "职务"]
    assert rows[4][:6] == ["1", "1月5日", "周一", "韦国平", "党支部书记", "村便民服务站"]
    assert rows[4][7] == "土地承包确权"
    assert len(rows) == 4 + len(lines)
