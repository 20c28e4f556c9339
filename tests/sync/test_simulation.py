"""Chance schedules keep every promise; each fault put in on purpose is seen."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.sync.simulation.__main__ import failing
from tests.sync.simulation.faults import FAULTS
from tests.sync.simulation.run import run
from tests.sync.simulation.seeds import SHOWN_BY

SEEDS = 2000
PORTION = 100
"""A process takes a second to be ready; a portion must be well within the time of a test."""

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("first", range(0, SEEDS, PORTION))
def test_every_promise_holds_through_cuts_crashes_clones_and_restores(first: int) -> None:
    """In a process of its own: a large test process makes it four times slower."""
    seeds = ("--seeds", f"{first}:{first + PORTION}", "--jobs", "1")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.sync.simulation", *seeds],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_each_fault_has_seeds_that_show_it() -> None:
    assert SHOWN_BY.keys() == FAULTS.keys()
    assert all(SHOWN_BY.values())


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_put_in_is_seen(fault: str) -> None:
    for seed in SHOWN_BY[fault]:
        assert failing(range(seed, seed + 1)) == []
        assert failing(range(seed, seed + 1), fault) != []


def test_a_seed_always_gives_the_same_run() -> None:
    assert run(7) == run(7)
