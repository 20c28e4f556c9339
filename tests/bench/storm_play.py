"""One storm from its founding to its end: laptops come back, things are struck, all is checked."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter, process_time

import psutil

from tests.bench.storm_check import faults_of
from tests.bench.storm_county import SERVE, CountyProcess, Database, Usage
from tests.bench.storm_founding import PAIR, found
from tests.bench.storm_laptop import Laptop, PromiseBroken
from tests.bench.storm_line import Meter
from tests.bench.storm_session import Session

BAD_LUCK = 0.05
AT_ONCE = 16
"""Laptops that read at the same time when all is quiet."""


@dataclass(frozen=True)
class Plan:
    """A storm. ``changes`` of each laptop: from, to. ``strikes``: how often something is killed.

    ``careless``: the database answers before anything is on the disk, for the checker to find.
    """

    laptops: int
    seconds: float
    changes: tuple[int, int]
    database: str
    strikes: int = 0
    careless: bool = False
    seed: int = 1
    serve: Sequence[str] = SERVE


@dataclass
class Outcome:
    """What came of it."""

    meter: Meter = field(default_factory=Meter)
    changes: int = 0
    took: float = 0.0
    county: Usage = field(default_factory=Usage)
    database: Usage = field(default_factory=Usage)
    own_seconds: float = 0.0
    """Of the processor, taken by the laptops."""
    all_seconds: float = 0.0
    """Of all processors, taken by whatever ran on this machine."""
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

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Measure how long it takes, and how much of the processors."""
        started, own, everybody = perf_counter(), process_time(), _busy()
        yield
        self.took = perf_counter() - started
        self.own_seconds = process_time() - own
        self.all_seconds = _busy() - everybody


def play(plan: Plan, folder: Path) -> Outcome:
    """The storm, in an empty folder."""
    database = Database(folder, plan.database)
    try:
        laptops = found(folder / "county", database.url, plan.laptops)
        if plan.careless:
            database.be_careless()
        return asyncio.run(_play(plan, folder, database, laptops))
    finally:
        database.close()


async def _play(plan: Plan, folder: Path, database: Database, laptops: list[Laptop]) -> Outcome:
    random, over = Random(plan.seed), asyncio.Event()
    county = CountyProcess(folder, database.url, plan.serve)
    outcome = Outcome(county=county.usage, database=database.usage)
    await county.start()
    try:
        async with asyncio.TaskGroup() as beside:
            beside.create_task(_watch(county, database, over))
            beside.create_task(_strike(plan, county, database, outcome, over))
            with outcome.timed():
                async with asyncio.TaskGroup() as storm:
                    for laptop in laptops:
                        storm.create_task(_come_back(plan, laptop, county, outcome, random))
            over.set()
        await county.kill()
        await county.start()
        if not outcome.faults:
            await _check(laptops, county, random, outcome)
    finally:
        await county.kill()
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


async def _watch(county: CountyProcess, database: Database, over: asyncio.Event) -> None:
    """Note what county and database take."""
    while not await _within(0.5, over):
        county.measure()
        database.measure()


def _busy() -> float:
    """Processor seconds of everything on this machine so far."""
    times = psutil.cpu_times()
    return float(times.user + times.system)


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
