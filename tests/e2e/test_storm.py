"""A short storm with the county killed and its database stopped: every promise is kept."""

import sys
from pathlib import Path

import pytest

from tests.bench.storm import Outcome, Plan, play

CARELESS = Path(__file__).with_name("careless_county.py")
STRIKES = 4


def storm(folder: Path, database: str, *county: str) -> Outcome:
    serve = (sys.executable, *county, "serve")
    return play(Plan(60, 5, (50, 150), database, STRIKES, serve=serve), folder)


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_in_a_storm_with_kills_nothing_is_lost_or_twice_and_replicas_are_equal(
    database: str, tmp_path: Path
) -> None:
    outcome = storm(tmp_path, database, "-m", "gridapp.server")
    assert outcome.faults == {}
    assert outcome.changes > 60 * 50
    assert outcome.strikes.total() == STRIKES


def test_a_county_that_answers_before_it_commits_is_caught(tmp_path: Path) -> None:
    outcome = storm(tmp_path, "sqlite", str(CARELESS))
    assert outcome.faults.total() > 0
