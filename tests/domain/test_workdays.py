"""Working days follow the official calendar, with make-up days; unknown years are estimated."""

from datetime import date

from gridapp.domain.workdays import Calendar, DayException, Pause, count_calendar
from gridapp.host import workdays

OFFICIAL = Calendar({day: DayException(works, name) for day, works, name in workdays.exceptions()})


def test_a_make_up_saturday_works_and_a_holiday_monday_does_not() -> None:
    assert OFFICIAL.works(date(2026, 10, 10)), "调休 Saturday after the National Day week"
    assert not OFFICIAL.works(date(2026, 10, 5))
    assert OFFICIAL.works(date(2026, 11, 20))
    assert not OFFICIAL.works(date(2026, 11, 21))


def test_five_working_days_across_national_day_2026() -> None:
    # Counted by hand: 29, 30 September; 8, 9, 10 October (a make-up Saturday).
    found = OFFICIAL.count_working(date(2026, 9, 28), 5)
    assert found.limit == date(2026, 10, 10)
    assert found.pauses == (Pause(date(2026, 10, 1), date(2026, 10, 7), "国庆节"),)
    assert not found.estimated


def test_a_weekend_is_a_pause_without_a_name() -> None:
    found = OFFICIAL.count_working(date(2026, 11, 20), 1)
    assert (found.limit, found.pauses) == (
        date(2026, 11, 23),
        (Pause(date(2026, 11, 21), date(2026, 11, 22), ""),),
    )


def test_a_year_without_a_calendar_is_counted_monday_to_friday_and_says_so() -> None:
    assert not OFFICIAL.knows(2031)
    assert OFFICIAL.count_working(date(2030, 12, 31), 1).estimated
    assert not OFFICIAL.count_working(date(2026, 12, 30), 1).estimated


def test_calendar_days_count_every_day() -> None:
    assert count_calendar(date(2026, 11, 2), 60).limit == date(2027, 1, 1)
