"""Days that come back: weekly ones leave holidays out, others move to the next working day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from gridapp.contract.receptions import Rhythm
from gridapp.domain.receptions.rhythms import Pattern, days, following
from gridapp.domain.workdays import Calendar, DayException
from gridapp.host import workdays

CHINA = Calendar({day: DayException(works, name) for day, works, name in workdays.exceptions()})
YEAR = date(2026, 1, 1), date(2026, 12, 31)


def test_a_weekly_duty_leaves_out_the_days_off_of_the_official_calendar() -> None:
    found = days(Pattern(Rhythm.WEEKLY, (0,)), *YEAR, CHINA)
    mondays = [date(2026, 1, 5) + timedelta(weeks=n) for n in range(52)]
    assert found == [day for day in mondays if CHINA.works(day)]
    assert date(2026, 2, 16) not in found, "the eve of Spring Festival"


def test_a_duty_on_a_make_up_saturday_is_kept() -> None:
    saturdays = days(Pattern(Rhythm.WEEKLY, (5,)), *YEAR, CHINA)
    assert saturdays
    assert all(CHINA.works(day) for day in saturdays)


def test_a_monthly_duty_on_a_holiday_moves_to_the_next_working_day() -> None:
    found = days(Pattern(Rhythm.MONTHLY, (1,)), *YEAR, CHINA)
    assert len(found) == 12
    assert date(2026, 10, 8) in found, "1 October is a holiday until the 7th"
    assert date(2026, 3, 2) in found, "1 March 2026 is a Sunday"


def test_a_month_without_that_day_takes_its_last() -> None:
    found = days(Pattern(Rhythm.MONTHLY, (31,)), date(2026, 6, 1), date(2026, 6, 30), CHINA)
    assert found == [date(2026, 6, 30)]


def test_a_quarterly_duty_comes_four_times_a_year() -> None:
    found = days(Pattern(Rhythm.QUARTERLY, (15,)), *YEAR, CHINA)
    assert [day.month for day in found] == [1, 4, 7, 10]


def test_a_duty_without_a_rhythm_has_no_days() -> None:
    assert days(Pattern(Rhythm.ONCE, (1,)), *YEAR, CHINA) == []


@settings(max_examples=100)
@given(
    rhythm=st.sampled_from([Rhythm.WEEKLY, Rhythm.MONTHLY, Rhythm.QUARTERLY]),
    on=st.lists(st.integers(0, 31), min_size=1, max_size=4),
    first=st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    long=st.integers(0, 400),
)
def test_every_duty_is_a_working_day_within_the_plan_and_stands_once(
    rhythm: Rhythm, on: list[int], first: date, long: int
) -> None:
    wanted = tuple(day for day in on if rhythm == Rhythm.WEEKLY or day)
    last = first + timedelta(days=long)
    found = days(Pattern(rhythm, wanted), first, last, CHINA)
    assert found == sorted(set(found))
    assert all(first <= day <= last and CHINA.works(day) for day in found)


def test_the_next_meeting_keeps_to_the_rhythm_and_to_working_days() -> None:
    assert following(date(2026, 11, 20), Rhythm.WEEKLY, CHINA) == date(2026, 11, 27)
    assert following(date(2026, 9, 24), Rhythm.WEEKLY, CHINA) == date(2026, 10, 8)
    assert following(date(2026, 1, 30), Rhythm.MONTHLY, CHINA) == date(2026, 2, 28)
    assert following(date(2026, 11, 30), Rhythm.QUARTERLY, CHINA) == date(2027, 3, 1)
    assert following(date(2026, 11, 20), Rhythm.ONCE, CHINA) is None
    assert following(date(2026, 11, 20), "of a newer program", CHINA) is None
