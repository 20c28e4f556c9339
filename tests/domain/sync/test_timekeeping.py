"""A laptop's clock is called wrong when it surely is, and no longer than that."""

from datetime import UTC, datetime, timedelta

import pytest

from gridapp.domain.sync.timekeeping import Compared, ahead, compared

COUNTY = datetime(2026, 11, 23, 8, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
RIGHT = timedelta()


@pytest.mark.parametrize(
    ("off", "since", "told"),
    [
        (RIGHT, DAY, RIGHT),
        (9 * MINUTE, DAY, RIGHT),
        (-9 * MINUTE, RIGHT, RIGHT),
        (3 * DAY, RIGHT, 3 * DAY),
        (3 * DAY, 2 * DAY, 3 * DAY),
        (-3 * DAY, RIGHT, -3 * DAY),
        (-3 * DAY, DAY, -2 * DAY),  # at least
    ],
)
def test_a_clock_that_was_off_at_the_last_contact_is_wrong(
    off: timedelta, since: timedelta, told: timedelta
) -> None:
    assert ahead(Compared(COUNTY + off, COUNTY), COUNTY + off + since) == told


@pytest.mark.parametrize("off", [3 * DAY, -3 * DAY])
def test_a_clock_that_was_set_right_since_is_right_without_another_contact(off: timedelta) -> None:
    assert ahead(Compared(COUNTY + off, COUNTY), COUNTY + 20 * MINUTE) == RIGHT


def test_a_clock_that_lost_its_time_is_wrong_before_there_is_a_line_again() -> None:
    """An empty battery: the laptop wakes up years ago."""
    awake = datetime(2015, 1, 1, tzinfo=UTC)
    assert ahead(Compared(COUNTY, COUNTY), awake) == awake - COUNTY


def test_nothing_is_said_of_a_clock_before_the_county_was_heard() -> None:
    assert ahead(None, COUNTY) == RIGHT


def test_an_answer_that_was_long_under_way_says_nothing_of_the_clock() -> None:
    hour = 60 * MINUTE
    assert compared(COUNTY - hour, COUNTY, COUNTY + hour) == Compared(COUNTY, COUNTY)
    assert compared(COUNTY + DAY, COUNTY, COUNTY + DAY + hour) == Compared(COUNTY + DAY, COUNTY)
    assert compared(COUNTY - DAY - hour, COUNTY, COUNTY - DAY) == Compared(COUNTY - DAY, COUNTY)
