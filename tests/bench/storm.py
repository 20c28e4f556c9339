"""Plays the laptops of a county that all come back on the line, and checks every promise.

    python -m tests.bench.storm --laptops 2000 --seconds 600 --changes 50:500
        --database sqlite|postgresql [--workers 2] [--kill] [--burst]

A real county process on a real database serves laptops that push, send twice, are cut off, do not
hear the answer, and pull. With ``--kill`` the county is killed and PostgreSQL stopped at random
moments, and started again. The checker knows acknowledgements and pulled views, nothing else.
Exit 1 when a promise is broken. The laptops share the machine with the county.
"""

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter

from tests.bench.storm_check import faults_of
from tests.bench.storm_county import SERVE, CountyProcess, Database
from tests.bench.storm_founding import PAIR, found
from tests.bench.storm_laptop import Laptop, PromiseBroken
from tests.bench.storm_line import Meter
from tests.bench.storm_session import Session

BAD_LUCK = 0.05
BURST, STRIKES = 10, 10
AT_ONCE = 16
"""Laptops that read at the same time when all is quiet."""


@dataclass(frozen=True)
class Plan:
    """A storm. ``changes`` of each laptop: from, to. ``strikes``: how often something is killed."""

    laptops: int
    seconds: float
    changes: tuple[int, int]
    database: str
    strikes: int = 0
    seed: int = 1
    serve: Sequence[str] = SERVE


@dataclass
class Outcome:
    """What came of it."""

    meter: Meter = field(default_factory=Meter)
    changes: int = 0
    took: float = 0.0
    memory: int = 0
    strikes: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    """Broken promises, each in words."""

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Note a broken promise, and let the others go on."""
        try:
            yield
        except PromiseBroken as broken:
            self.faults[str(broken)] += 1


def play(plan: Plan, folder: Path) -> Outcome:
    """The storm, in an empty folder."""
    database = Database(folder, plan.database)
    try:
        laptops = found(folder / "county", database.url, plan.laptops)
        return asyncio.run(_play(plan, folder, database, laptops))
    finally:
        database.close()


async def _play(plan: Plan, folder: Path, database: Database, laptops: list[Laptop]) -> Outcome:
    outcome, random, over = Outcome(), Random(plan.seed), asyncio.Event()
    county = CountyProcess(folder, database.url, plan.serve)
    await county.start()
    try:
        async with asyncio.TaskGroup() as beside:
            beside.create_task(_watch(county, over))
            beside.create_task(_strike(plan, county, database, outcome, over))
            started = perf_counter()
            async with asyncio.TaskGroup() as storm:
                for laptop in laptops:
                    storm.create_task(_come_back(plan, laptop, county, outcome, random))
            outcome.took = perf_counter() - started
            over.set()
        await county.kill()
        await county.start()
        if not outcome.faults:
            await _check(laptops, county, random, outcome)
    finally:
        await county.kill()
    outcome.memory = county.most_memory
    return outcome


async def _come_back(
    plan: Plan, laptop: Laptop, county: CountyProcess, outcome: Outcome, random: Random
) -> None:
    """One laptop, at its moment, until all its work is acknowledged and all news is read."""
    await asyncio.sleep(random.uniform(0, plan.seconds))
    laptop.work(random.randint(*plan.changes), random)
    outcome.changes += len(laptop.waiting)
    session = Session(laptop, county.port, outcome.meter, random, BAD_LUCK)
    with outcome.noting():
        await session.exchange()


async def _strike(
    plan: Plan, county: CountyProcess, database: Database, outcome: Outcome, over: asyncio.Event
) -> None:
    """Kill the county or stop its database now and then; both come back each time."""
    random = Random(plan.seed)
    for _ in range(plan.strikes):
        if await _within(random.uniform(0.5, 1) * plan.seconds / plan.strikes, over):
            return
        what = random.choice(("county", "database") if database.url else ("county",))
        outcome.strikes[what] += 1
        if what == "database":
            await asyncio.to_thread(database.stop_at_once)
        else:
            await county.kill()
            await county.start()


async def _watch(county: CountyProcess, over: asyncio.Event) -> None:
    """Note the county's memory."""
    while not await _within(0.5, over):
        county.measure()


async def _within(seconds: float, over: asyncio.Event) -> bool:
    """Whether it is over before so many seconds have passed."""
    with suppress(TimeoutError):
        await asyncio.wait_for(over.wait(), seconds)
    return over.is_set()


async def _check(
    laptops: list[Laptop], county: CountyProcess, random: Random, outcome: Outcome
) -> None:
    """When all is quiet: every laptop reads the last news, then everything from the start."""
    for first in range(0, len(laptops), AT_ONCE):
        some = laptops[first : first + AT_ONCE]
        sessions = [Session(laptop, county.port, Meter(), random) for laptop in some]
        with outcome.noting():
            await asyncio.gather(*(session.exchange() for session in sessions))
            views = await asyncio.gather(*(session.view() for session in sessions))
            for at in range(0, len(some), PAIR):
                outcome.faults += faults_of(some[at : at + PAIR], views[at : at + PAIR])


def report(plan: Plan, outcome: Outcome) -> str:
    """The figures of a storm."""
    meter = outcome.meter
    refused = meter.statuses[429] + meter.statuses[503]
    failed = sum(n for status, n in meter.statuses.items() if status >= 500) - meter.statuses[503]
    p50, p95, p99 = (1000 * meter.percentile(share) for share in (0.50, 0.95, 0.99))
    lines = [
        f"{plan.laptops} laptops within {plan.seconds:.0f} s, {plan.database}",
        f"{outcome.changes} changes, {outcome.changes / outcome.took:.0f}/s; all done"
        f" {max(0.0, outcome.took - plan.seconds):.1f} s after the last came back",
        f"{len(meter.seconds)} requests answered: p50 {p50:.0f}, p95 {p95:.0f}, p99 {p99:.0f} ms",
        f"asked to come again (429, 503): {refused}; failed (other 5xx): {failed};"
        f" broken lines: {meter.broken}",
        f"the county took at most {outcome.memory / 1e6:.0f} MB; struck: {dict(outcome.strikes)}",
        f"broken promises: {dict(outcome.faults) or 'none'}",
    ]
    return "\n".join(lines)


def main() -> None:
    """Play one storm and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--laptops", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--changes", default="50:500", help="of each laptop, from:to")
    parser.add_argument("--database", choices=["sqlite", "postgresql"], default="postgresql")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--kill", action="store_true", help=f"strike {STRIKES} times")
    parser.add_argument("--burst", action="store_true", help="all in a tenth of the seconds")
    given = parser.parse_args()
    fewest, _, most = given.changes.partition(":")
    workers = ("--workers", str(given.workers)) if given.workers > 1 else ()
    plan = Plan(
        laptops=given.laptops,
        seconds=given.seconds / BURST if given.burst else given.seconds,
        changes=(int(fewest), int(most or fewest)),
        database=given.database,
        strikes=STRIKES if given.kill else 0,
        serve=(*SERVE, *workers),
    )
    with tempfile.TemporaryDirectory() as folder:
        outcome = play(plan, Path(folder))
    print(report(plan, outcome))
    sys.exit(1 if outcome.faults else 0)


if __name__ == "__main__":
    main()
