"""Periods follow each other without a gap, and are called as in the county."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.periods import Period, PeriodError, PeriodFault
from gridapp.domain.reports.weeks import Week, WeekError

DAYS = st.dates(date(1999, 1, 1), date(2060, 12, 31))


@given(st.sampled_from(ReportPeriod), DAYS, st.integers(0, 6))
def test_periods_follow_each_other_day_by_day(kind: ReportPeriod, day: date, weekday: int) -> None:
    period = Period.of(kind, day, weekday)
    assert period.first <= day <= period.last
    assert period.next().first == period.last + timedelta(days=1)
    assert period.previous().last == period.first - timedelta(days=1)
    assert period.next().previous() == period == period.previous().next()
    assert period.a_year_before().kind == kind
    if kind != ReportPeriod.OTHER and weekday == 0:
        assert Period.parse(str(period)) == period


@given(DAYS)
def test_a_week_from_monday_is_that_of_the_calendar(day: date) -> None:
    week = Week.of(day)
    period = Period.of_week(day)
    assert period == Period.of_week(week)
    assert period.issue == (week.year, week.number)
    assert str(period) == str(week)


def test_a_week_may_begin_on_another_day() -> None:
    period = Period.of_week(date(2026, 11, 22), first_weekday=5)
    assert (period.first, period.last) == (date(2026, 11, 21), date(2026, 11, 27))
    assert period.issue == (2026, 47)
    assert Period.parse("2026-W47", first_weekday=5) != Period.parse("2026-W47")


@pytest.mark.parametrize(
    ("text", "first", "last", "issue"),
    [
        ("2026-W47", date(2026, 11, 16), date(2026, 11, 22), (2026, 47)),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28), (2026, 2)),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), (2026, 4)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), (2026, 0)),
        ("2026-11-03..2026-11-20", date(2026, 11, 3), date(2026, 11, 20), (2026, 0)),
    ],
)
def test_a_period_is_written_as_people_write_it(
    text: str, first: date, last: date, issue: tuple[int, int]
) -> None:
    period = Period.parse(text)
    assert (period.first, period.last, period.issue, str(period)) == (first, last, issue, text)


@pytest.mark.parametrize("text", ["", "2026-13", "2026-Q5", "26", "2026-11-03", "x..y"])
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(PeriodError) as refused:
        Period.parse(text)
    assert refused.value.code == PeriodFault.MALFORMED


def test_a_period_that_ends_before_it_begins_and_a_week_that_is_none_are_refused() -> None:
    with pytest.raises(PeriodError) as refused:
        Period.parse("2026-11-20..2026-11-03")
    assert refused.value.code == PeriodFault.ENDS_BEFORE_START
    with pytest.raises(WeekError):
        Period.parse("2025-W53")


def test_last_year_of_a_leap_day_is_the_day_before() -> None:
    period = Period.between(date(2028, 2, 29), date(2028, 3, 1)).a_year_before()
    assert (period.first, period.last) == (date(2027, 2, 28), date(2027, 3, 1))
    assert Period.parse("2028-02").a_year_before() == Period.parse("2027-02")
    assert Period.parse("2026-W47").a_year_before().first == date(2025, 11, 17)
