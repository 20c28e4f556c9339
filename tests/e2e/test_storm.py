"""A short storm with the county killed and its database stopped: every promise is kept."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.storm_play import Plan, play

STRIKES = 3


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not pytest's own: another test run of root closes that to PostgreSQL, which starts anew."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_in_a_storm_with_kills_nothing_is_lost_or_twice_and_replicas_are_equal(
    database: str, folder: Path
) -> None:
    outcome = play(Plan(60, 5, (30, 90), database, STRIKES), folder)
    assert outcome.faults == {}
    assert outcome.changes > 60 * 30
    assert outcome.strikes.total() == STRIKES


def test_a_county_that_answers_before_its_commit_is_on_the_disk_is_caught(folder: Path) -> None:
    outcome = play(Plan(60, 5, (30, 90), "postgresql", STRIKES, careless=True), folder)
    assert outcome.strikes["database"] > 0
    assert outcome.faults.total() > 0
