"""A week is an ISO week, Monday to Sunday, and says what is wrong with one that is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.domain.reports.weeks import Week, WeekError, WeekFault


def test_a_week_runs_from_monday_to_sunday() -> None:
    week = Week.parse("2026-W47")
    assert (week.first, week.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert (week.year, week.number, str(week)) == (2026, 47, "2026-W47")


def test_a_week_of_the_turn_of_the_year_belongs_to_the_year_of_its_thursday() -> None:
    assert Week.of(date(2027, 1, 3)) == Week(2026, 53)
    assert Week.of(date(2024, 12, 30)) == Week(2025, 1)


def test_weeks_follow_each_other_over_the_turn_of_the_year() -> None:
    assert Week(2026, 53).next() == Week(2027, 1)
    assert Week(2025, 1).previous() == Week(2024, 52)


@pytest.mark.parametrize(
    "text",
    ["", "2026W47", "2026-47", "2026-W4", "26-W47", "2026-w47", "2026-W47-1", "2026-W４７", "W47"],
)
def test_a_text_that_is_no_week_is_malformed(text: str) -> None:
    with pytest.raises(WeekError) as refused:
        Week.parse(text)
    assert refused.value.code == WeekFault.MALFORMED


@pytest.mark.parametrize("text", ["2025-W53", "2026-W00", "2026-W54", "0000-W01", "9999-W52"])
def test_a_week_that_its_year_lacks_is_named_as_such(text: str) -> None:
    with pytest.raises(WeekError) as refused:
        Week.parse(text)
    assert refused.value.code == WeekFault.NO_SUCH_WEEK


def test_spaces_around_a_typed_week_do_no_harm() -> None:
    assert Week.parse(" 2026-W47\n") == Week(2026, 47)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_lies_in_its_week_and_the_weeks_leave_no_gap(day: date) -> None:
    week = Week.of(day)
    assert week.first <= day <= week.last
    assert (week.last - week.first).days == 6
    assert (week.next().first - week.last).days == 1
    assert week.next().previous() == week
    assert Week.parse(str(week)) == week
    assert week < week.next()
