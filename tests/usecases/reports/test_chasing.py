"""A township sees which villages have reported, and how fresh their data is."""

from dataclasses import replace
from datetime import UTC, datetime

from gridapp.contract.people import Role
from gridapp.contract.screening import Outcome
from gridapp.domain.reports.chasing import Standing
from gridapp.domain.reports.periods import Period
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.reports import chasing, frozen_reports
from gridapp.usecases.reports.chasing import Newest, UnitStanding
from gridapp.usecases.screening import screening
from tests.desks import TODAY, TOWNSHIP, TOWNSHIP_ID, VILLAGE_ID

WEEK = Period.parse("2026-W47")
CLERK = Person("莫审核", TOWNSHIP_ID, TOWNSHIP.name, Role.TOWNSHIP.value)


def village(desk: Desk, period: Period = WEEK) -> UnitStanding:
    """How the village stands, seen from the township."""
    found = chasing.standings(replace(desk, person=CLERK), TOWNSHIP_ID, period)
    (one,) = (unit for unit in found.units if unit.unit_id == VILLAGE_ID)
    return one


def test_a_village_is_late_on_sunday_then_waits_then_has_reported_nil(desk: Desk) -> None:
    assert village(desk).standing == Standing.LATE  # it is Sunday
    assert village(desk, WEEK.next()).standing == Standing.MISSING
    report = frozen_reports.draw_up(desk, VILLAGE_ID, WEEK)
    handed = frozen_reports.hand_in(desk, report).record_id
    assert handed is not None
    assert village(desk).standing == Standing.WAITING
    township = replace(desk, person=CLERK)
    frozen_reports.send_back(township, handed, "漏报两户")
    assert village(desk).standing == Standing.RETURNED
    again = frozen_reports.hand_in(desk, report).record_id
    assert again is not None
    frozen_reports.sign(township, again)
    found = village(desk)
    assert (found.standing, found.report and found.report.number) == (Standing.NIL, "2026-47")


def test_a_report_that_is_issued_anew_is_reported_until_the_new_one_is_signed(desk: Desk) -> None:
    report = frozen_reports.draw_up(desk, VILLAGE_ID, WEEK)
    first = frozen_reports.hand_in(desk, report).record_id
    assert first is not None
    frozen_reports.sign(replace(desk, person=CLERK), first)
    frozen_reports.hand_in(desk, report)
    assert village(desk).standing == Standing.NIL


def test_the_newest_thing_of_a_unit_is_named_with_its_moment(desk: Desk) -> None:
    (running,) = screening.running_rounds(desk)
    grid = screening.grids_to_walk(desk, running.id)[0].unit_id
    home = screening.walk(desk, running.id, grid)[0].household_id
    at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    screening.record_visit(replace(desk, now=lambda: at), running.id, home, Outcome.QUIET, TODAY)
    found = village(desk)
    assert (found.newest, found.newest_at) == (Newest.VISIT, at)
    later = replace(desk, now=lambda: at.replace(hour=10))
    frozen_reports.hand_in(later, frozen_reports.draw_up(later, VILLAGE_ID, WEEK))
    assert village(desk).newest == Newest.REPORT


def test_only_who_others_report_to_sees_this(desk: Desk) -> None:
    assert chasing.reporting_units(desk) == []
    units = chasing.reporting_units(replace(desk, person=CLERK))
    assert [unit.name for unit in units] == ["永福镇"]
