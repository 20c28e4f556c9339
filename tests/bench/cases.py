"""Measures the ledger and Today with a county's year: 20,000 cases and 10,000 tasks, in one run.

    python tests/bench/cases.py [--repeats 5]

Prints JSON: milliseconds, and how many times those of the floor, which is bare SQL for the same
cases on the same encrypted store in the same run. Goal: each under 100 ms. No garbage is
collected meanwhile: the desktop does so by a clock, not where a question is answered.
"""

import argparse
import gc
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter, process_time
from typing import Any
from uuid import UUID

from sqlmodel import insert
from uuid_utils.compat import uuid7

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import EventKind, State
from gridapp.contract.grids import division_id
from gridapp.contract.people import Role
from gridapp.host.divisions import Division
from gridapp.store import plain
from gridapp.store.disputes.disputes import Shelf, SortBy
from gridapp.store.opening import open_store
from gridapp.store.tables import Agreement, CaseEvent, Dispute, Party, Task
from gridapp.usecases import today
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.disputes import disputes
from gridapp.usecases.grids import grids

CASES, TASKS, YEAR_DAYS = 20_000, 10_000, 325
TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
KEY = bytes(32)
COUNTY = Division("450326", "永福县", "")
PATH = [Division("450326100", "永福镇", ""), Division("450326100200", "坪岭村", "")]
UNIT = division_id("450326")
ME = "韦国平"
PEOPLE = (ME, "唐调解", "莫主任", "秦干事", "王桂英", "李春兰", "覃秀英", "廖永祥")
DAY = timedelta(days=1)

Row = dict[str, Any]


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as folder:
        desk = county(Path(folder))
        found = {name: measure(work, repeats) for name, work in works(desk).items()}
        desk.store.close()
    floors = {name: found[name] for name in ("floor_page", "floor_today")}
    for name, taken in found.items():
        floor = floors["floor_today" if "today" in name else "floor_page"]
        found[name] = {**taken, "times_floor": round(taken["best_ms"] / floor["best_ms"], 1)}
    json.dump(found, sys.stdout, indent=1)


def works(desk: Desk) -> dict[str, Callable[[], object]]:
    """What is measured, by name."""
    newest = (SortBy.REGISTERED, True)

    def opened(shelf: Shelf, sort: tuple[SortBy, bool]) -> Callable[[], object]:
        def work() -> object:
            order = disputes.ledger_ids(desk, shelf, sort)
            return disputes.ledger_lines(desk, order[:100]), disputes.shelf_counts(desk)

        return work

    return {
        "floor_page": lambda: asked(desk, "SELECT id FROM dispute ORDER BY registered_on DESC"),
        "floor_today": lambda: asked(
            desk,
            "SELECT id, number, title, due_on FROM dispute WHERE state IN ('registered', 'handled')"
            " AND due_on <= '2026-11-29' ORDER BY due_on",
        ),
        **{f"ledger_{shelf}": opened(shelf, newest) for shelf in Shelf},
        **{f"ledger_by_{by}": opened(Shelf.ALL, (by, False)) for by in SortBy},
        "today": lambda: today.agenda(desk),
    }


def asked(desk: Desk, question: str) -> object:
    """The floor: the driver's tuples."""
    with desk.store.session() as session:
        return plain.ask(session, question)


def measure(work: Callable[[], object], repeats: int) -> Row:
    """Milliseconds of the usual run, of the least disturbed one, and of the processor alone, which
    a busy machine lengthens less; the first run only warms up.
    """
    work()
    taken, cpu = [], []
    gc.disable()
    for _ in range(repeats):
        started, worked = perf_counter(), process_time()
        work()
        taken.append((perf_counter() - started) * 1000)
        cpu.append((process_time() - worked) * 1000)
    gc.enable()
    return {
        "ms": round(median(taken), 1),
        "best_ms": round(min(taken), 1),
        "cpu_ms": round(min(cpu), 1),
    }


def county(folder: Path) -> Desk:
    """The desk of the county with a year's cases, written past the journal."""
    person = Person(ME, UNIT, COUNTY.name, Role.COUNTY.value)
    desk = Desk(open_store(folder / "county.db", KEY), person, lambda: NOW, uuid7)
    grids.set_up(desk, COUNTY, PATH, PATH[-1].code)
    random = Random(4)
    cases = [a_case(random, number) for number in range(CASES)]
    open_ones = [case for case in cases if case["state"] not in {"concluded", "struck_off"}]
    tasks = [a_task(random, number, random.choice(open_ones)) for number in range(TASKS)]
    with desk.store.session() as session:
        session.execute(insert(Dispute), cases)
        session.execute(insert(Party), [row for case in cases for row in parties(case)])
        session.execute(insert(CaseEvent), [row for case in cases for row in story(case)])
        session.execute(insert(Task), tasks)
        session.execute(insert(Agreement), [agreement(case) for case in cases[::10]])
    return desk


def a_case(random: Random, number: int) -> Row:
    """A case of the year; of the older ones only few are still open."""
    day = TODAY - random.randrange(YEAR_DAYS) * DAY
    age = (TODAY - day).days
    over = random.random() < (0.97 if age > 70 else age / 90)
    state = random.choice([State.CONCLUDED, *[State.STRUCK_OFF] * 8]) if over else _open(random)
    accepted = None if state == State.REGISTERED else day + 3 * DAY
    concluded = min(TODAY, day + 40 * DAY) if over else None
    return {
        "id": uuid7(),
        "unit_id": UNIT,
        "number": f"2026-001-{number:05d}",
        "title": f"第{number}号：{random.choice(PEOPLE)}与{random.choice(PEOPLE)}的纠纷",
        "category": random.choice(["0201", "0804", "0902"]),
        "state": state.value,
        "registered_on": day,
        "accepted_on": accepted,
        "due_on": day + 60 * DAY,
        "concluded_on": concluded,
        "registered_by": ME,
        "handler": random.choice(PEOPLE),
        "handlers": [],
        "conclusion": "substantive" if over else None,
    }


def _open(random: Random) -> State:
    return random.choice([State.REGISTERED, State.ACCEPTED, State.HANDLED, State.HANDLED])


def parties(case: Row) -> Iterator[Row]:
    """Two people."""
    for side, name in (("first", "黄永福"), ("second", "李春兰")):
        yield {"id": uuid7(), **_of(case), "side": side, "name": name}


def story(case: Row) -> Iterator[Row]:
    """Its timeline: five to seven entries."""
    day = case["registered_on"]
    kinds = [(EventKind.REGISTERED, 0), (EventKind.FEEDBACK, 5)]
    if case["accepted_on"]:
        kinds[1:1] = [(EventKind.ACCEPTED, 3), (EventKind.HANDLED, 8), (EventKind.HANDLED, 20)]
    if case["concluded_on"]:
        kinds += [(EventKind.CONCLUDED, 40), (EventKind.FOLLOWED_UP, 41)]
    for kind, after in kinds:
        yield {
            "id": uuid7(),
            **_of(case),
            "kind": kind.value,
            "happened_on": min(TODAY, day + after * DAY),
            "recorded_at": NOW,
            "actor": case["handler"],
            "text": "现场查看，双方说明了情况。",
            "data": {"stage": "acceptance"} if kind == EventKind.FEEDBACK else {},
        }


def a_task(random: Random, number: int, case: Row) -> Row:
    """A task of an open case: most are done, one in five is still owed."""
    kind = random.choice([TaskKind.WHISTLE, TaskKind.PLAN_STEP, TaskKind.INSTALMENT])
    asked = TODAY - random.randrange(60) * DAY
    return {
        "id": uuid7(),
        **_of(case),
        "kind": kind.value,
        "title": f"任务{number}",
        "owner": random.choice(PEOPLE),
        "asked_on": asked,
        "due_on": asked + random.randrange(3, 90) * DAY,
        "signed_on": asked if number % 3 else None,
        "done_on": None if number % 5 == 0 else asked,
        "amount": 100_00 if kind == TaskKind.INSTALMENT else None,
    }


def agreement(case: Row) -> Row:
    """An oral agreement, most of them kept long ago."""
    day = case["registered_on"]
    kept = day + 30 * DAY if day < TODAY - 60 * DAY else None
    row = {"id": uuid7(), **_of(case), "agreed_on": day, "effective_on": day}
    return {**row, "perform_until": day + 30 * DAY, "performed_on": kept}


def _of(case: Row) -> dict[str, UUID]:
    return {"unit_id": UNIT, "dispute_id": case["id"]}


if __name__ == "__main__":
    main()
