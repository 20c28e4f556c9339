"""Runs seeds of the simulation, or tells one of them as a story. Exit 1: a promise was broken."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import islice

from tests.sync.simulation import bed
from tests.sync.simulation.faults import FAULTS, switched_on
from tests.sync.simulation.run import Outcome, run

PORTION = 100
"""Seeds that a process takes at a time."""

TOLD = 10
"""Failing seeds of which the broken promises are printed."""


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; returns the exit code."""
    asked = _parser().parse_args(arguments)
    if asked.list_faults:
        print("\n".join(FAULTS))
        return 0
    if asked.seed is not None:
        return _tell(asked.seed, asked.fault)
    return _run_range(asked.seeds, asked.jobs, asked.fault)


def failing(seeds: range, fault: str | None = None) -> list[Outcome]:
    """The runs of these seeds that broke a promise."""
    _ready()
    with switched_on(fault):
        outcomes = (run(seed) for seed in seeds)
        return [outcome for outcome in outcomes if outcome.broken]


@cache
def _ready() -> None:
    """Once a process: what is there by now lives as long, and is not looked through for garbage."""
    bed.prepared()
    gc.collect()
    gc.freeze()


def _tell(seed: int, fault: str | None) -> int:
    with switched_on(fault):
        outcome = run(seed)
    print("\n".join(outcome.story))
    print("\n".join(outcome.broken) or "every promise holds")
    return 1 if outcome.broken else 0


def _run_range(seeds: range, jobs: int, fault: str | None) -> int:
    started, bad = time.monotonic(), []
    portions = [seeds[first : first + PORTION] for first in range(0, len(seeds), PORTION)]
    for done, found in enumerate(_portions_run(portions, jobs, fault), 1):
        for outcome in islice(found, max(TOLD - len(bad), 0)):
            print(f"seed {outcome.seed}: {outcome.broken[0]}", flush=True)
        bad += [outcome.seed for outcome in found]
        if done % 10 == 0:
            rate = min(done * PORTION, len(seeds)) / (time.monotonic() - started)
            print(f"{done * PORTION} seeds, {rate:.1f} a second", file=sys.stderr, flush=True)
    took = time.monotonic() - started
    print(f"{len(seeds)} seeds in {took:.0f} s, {len(bad)} broke a promise")
    if bad:
        print(f"first failing seed: {min(bad)}")
    return 1 if bad else 0


def _portions_run(portions: list[range], jobs: int, fault: str | None) -> Iterator[list[Outcome]]:
    work = partial(failing, fault=fault)
    if jobs == 1:
        yield from map(work, portions)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(work, portions)


def _range(text: str) -> range:
    first, _, end = text.partition(":")
    return range(int(first), int(end))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.sync.simulation", description=__doc__)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--seeds", type=_range, metavar="A:B", help="run A, A+1 … B-1")
    what.add_argument("--seed", type=int, metavar="N", help="tell the run of one seed")
    what.add_argument("--list-faults", action="store_true", help="the faults, one name a line")
    parser.add_argument("--fault", choices=list(FAULTS), metavar="NAME", help="switch one on")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    return parser


if __name__ == "__main__":
    sys.exit(main())
