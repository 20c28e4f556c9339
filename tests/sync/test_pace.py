"""How much goes at once follows what the line carried the last time."""

from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from sqlmodel import Session

from gridapp.contract.people import Role
from gridapp.contract.sync import MAX_BODY_BYTES, MOST_CHANGES
from gridapp.sync import pace
from gridapp.sync.pace import Pace
from tests import stores
from tests.server.grids import MICRO_1, VILLAGE
from tests.sync.laptops import JoinLaptop, Laptop, household


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    store = stores.opened(tmp_path / "laptop.db")
    with store.session() as session:
        yield session
    store.close()


def test_a_batch_that_took_a_third_of_its_time_is_followed_by_one_three_times_as_large(
    session: Session,
) -> None:
    pace.sent(session, 500, 20_000, pace.SENDING / 3)
    assert pace.of(session) == Pace(changes=1_500, size=60_000, rows=500)


def test_a_small_body_on_a_far_line_slows_nothing_down(session: Session) -> None:
    pace.sent(session, 3, 200, pace.SENDING * 2)
    pace.received(session, 3, pace.READING * 2)
    assert pace.of(session) == Pace()


def test_a_full_batch_that_took_too_long_is_followed_by_a_smaller_one(session: Session) -> None:
    pace.sent(session, 500, 48_000, pace.SENDING * 4)
    pace.received(session, 500, pace.READING * 2)
    assert pace.of(session) == Pace(changes=125, size=12_000, rows=250)


def test_a_fast_line_takes_as_much_as_the_county_does_and_no_more(session: Session) -> None:
    pace.sent(session, 500, 20_000, 0.05)
    pace.received(session, 500, 0.05)
    assert pace.of(session) == Pace(MOST_CHANGES, MAX_BODY_BYTES, pace.MOST_ROWS)


def test_a_line_that_answers_at_once_is_sent_much_from_the_beginning(session: Session) -> None:
    pace.received(session, 3, pace.SWIFT)
    assert pace.of(session).changes == Pace().changes
    pace.received(session, 3, pace.SWIFT / 2)
    assert (pace.of(session).changes, pace.of(session).size) == (MOST_CHANGES, MAX_BODY_BYTES)
    pace.broke(session, reading=False)
    pace.received(session, 3, pace.SWIFT / 2)
    assert pace.of(session).changes == MOST_CHANGES / 2, "as it was found to be"


def test_a_clock_that_was_set_back_meanwhile_does_no_harm(session: Session) -> None:
    pace.sent(session, 500, 20_000, -86_400)
    assert pace.of(session).changes == MOST_CHANGES


def test_each_time_the_line_breaks_half_as_much_goes_but_never_nothing(session: Session) -> None:
    pace.broke(session, reading=False)
    assert pace.of(session) == Pace(250, 24_000, 500)
    pace.broke(session, reading=True)
    assert pace.of(session).rows == 250
    for _ in range(20):
        pace.broke(session, reading=False)
        pace.broke(session, reading=True)
    least = Pace(pace.FEWEST_CHANGES, pace.FEWEST_BYTES, pace.FEWEST_ROWS)
    assert pace.of(session) == least


@pytest.mark.parametrize(
    ("fault", "times"), [(httpx2.ConnectError("no line"), 1), (httpx2.ReadError("it broke"), 2)]
)
def test_a_day_without_a_line_does_not_make_batches_small(
    grid: Laptop, joined: JoinLaptop, fault: Exception, times: int
) -> None:
    village = joined(VILLAGE, Role.VILLAGE)
    assert village.sync().problem is None

    def broken(when: str, path: str) -> None:
        if path.endswith("/push"):
            raise fault

    village.create("household", household(MICRO_1))
    village.line.broken = broken
    with village.store.session() as session:
        before = pace.of(session)
    assert village.sync().problem == "sync.offline"
    with village.store.session() as session:
        assert pace.of(session).changes == before.changes // times
