"""A short storm with the county killed and its database stopped: every promise is kept."""

from pathlib import Path

import pytest

from tests.bench.storm_play import Plan, play

STRIKES = 3


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_in_a_storm_with_kills_nothing_is_lost_or_twice_and_replicas_are_equal(
    database: str, tmp_path: Path
) -> None:
    outcome = play(Plan(60, 5, (30, 90), database, STRIKES), tmp_path)
    assert outcome.faults == {}
    assert outcome.changes > 60 * 30
    assert outcome.strikes.total() == STRIKES


def test_a_county_that_answers_before_its_commit_is_on_the_disk_is_caught(tmp_path: Path) -> None:
    outcome = play(Plan(60, 5, (30, 90), "postgresql", STRIKES, careless=True), tmp_path)
    assert outcome.strikes["database"] > 0
    assert outcome.faults.total() > 0
