"""A laptop whose clock is wrong exchanges all the same, and its person is told."""

from datetime import timedelta

import pytest

from gridapp.server.county.county import County
from gridapp.usecases.sync import sync
from tests.server.conftest import Clock
from tests.server.grids import MICRO_1
from tests.sync.at_county import homes_at
from tests.sync.laptops import Laptop, household
from tests.sync.sticks import Stick, desk

RIGHT = timedelta()
WRONG = [timedelta(days=-7 * 365), timedelta(hours=-3), timedelta(hours=3), timedelta(days=400)]


def told(laptop: Laptop) -> timedelta:
    """By how much its person is told that the clock is ahead."""
    return sync.status(desk(laptop)).clock_ahead


def set_off(laptop: Laptop, clock: Clock, off: timedelta) -> Clock:
    """The laptop's clock is off by this from now on."""
    laptop.now = Clock(clock.now + off)
    return laptop.now


@pytest.mark.parametrize("off", WRONG)
def test_it_exchanges_and_is_told_until_it_is_set_right(
    village: Laptop, clock: Clock, county: County, off: timedelta
) -> None:
    assert told(village) == RIGHT
    clock.move(hours=1)
    wrong = set_off(village, clock, off)
    village.create("household", household(MICRO_1))
    assert village.sync().problem is None
    assert homes_at(county) == village.ids("household")
    assert told(village) == off
    wrong.now = clock.now
    assert told(village) == RIGHT


@pytest.mark.parametrize("off", WRONG)
def test_it_is_told_when_there_is_nothing_new_but_the_token_has_ended(
    village: Laptop, clock: Clock, off: timedelta
) -> None:
    clock.move(hours=5)
    set_off(village, clock, off)
    assert village.sync().problem is None
    assert told(village) == off


def test_a_clock_that_lost_its_time_is_told_without_a_line(village: Laptop, clock: Clock) -> None:
    off = timedelta(days=-4000)
    set_off(village, clock, off)
    assert told(village) == off


def test_a_slow_line_is_not_taken_for_a_wrong_clock(village: Laptop, clock: Clock) -> None:
    village.line.broken = lambda when, _: clock.move(minutes=30 if when == "after" else 0)
    village.create("household", household(MICRO_1))
    assert village.sync().problem is None
    assert told(village) == RIGHT


def test_an_answer_by_stick_tells_that_the_clock_is_behind(
    village: Laptop, clock: Clock, stick: Stick
) -> None:
    wrong = set_off(village, clock, RIGHT)
    village.create("household", household(MICRO_1))
    out = stick.out(village)
    clock.move(days=9)
    answer = stick.answer(out)
    wrong.move(days=2)
    assert stick.back(village, answer).problem is None
    assert told(village) == timedelta(days=-7)
    wrong.move(days=8)
    assert told(village) == RIGHT
