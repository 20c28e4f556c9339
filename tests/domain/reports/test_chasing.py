"""Who has reported, who is late: judged by the hour that the county has set."""

from dataclasses import dataclass
from datetime import date

import pytest

from gridapp.domain.reports.chasing import (
    DUE_DAYS,
    DUE_HOUR,
    DUE_WEEKDAY,
    Hour,
    Standing,
    due_at,
    standing,
)
from gridapp.domain.reports.periods import Period

WEEK = Period.parse("2026-W47")
FRIDAY = Hour(date(2026, 11, 20), 17)


@dataclass(frozen=True)
class Report:
    nil: bool = False
    signed: bool = False
    returned_for: str = ""


def test_a_weeks_report_is_due_on_friday_at_five_unless_the_county_says_otherwise() -> None:
    assert due_at(WEEK, {}) == FRIDAY
    thursday_noon = {DUE_WEEKDAY: {"weekday": 4}, DUE_HOUR: {"hour": 12}}
    assert due_at(WEEK, thursday_noon) == Hour(date(2026, 11, 19), 12)
    assert due_at(WEEK, {DUE_WEEKDAY: {"weekday": 9}, DUE_HOUR: None}) == FRIDAY
    assert due_at(Period.parse("2026-11"), {}) == Hour(date(2026, 12, 3), 17)
    assert due_at(Period.parse("2026-11"), {DUE_DAYS: {"days": 5}}) == Hour(date(2026, 12, 5), 17)


def test_a_week_that_begins_on_another_day_is_due_on_its_own_friday() -> None:
    sunday_on = Period.of_week(date(2026, 11, 22), 6)
    assert due_at(sunday_on, {}) == Hour(date(2026, 11, 27), 17)


@pytest.mark.parametrize(
    ("report", "in_time", "afterwards"),
    [
        (None, Standing.MISSING, Standing.LATE),
        (Report(), Standing.WAITING, Standing.WAITING),
        (Report(returned_for="漏报"), Standing.RETURNED, Standing.RETURNED),
        (Report(signed=True), Standing.REPORTED, Standing.REPORTED),
        (Report(signed=True, nil=True), Standing.NIL, Standing.NIL),
    ],
)
def test_a_unit_is_late_when_the_hour_has_passed_and_nothing_was_handed_in(
    report: Report | None, in_time: Standing, afterwards: Standing
) -> None:
    assert standing(report, FRIDAY, Hour(date(2026, 11, 20), 16)) == in_time
    assert standing(report, FRIDAY, FRIDAY) == afterwards
