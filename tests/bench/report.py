"""Measures a county's weekly figures over 500,000 visits and 20,000 cases, in one run.

    python -m tests.bench.report [--visits 500000] [--repeats 5]

Prints JSON: milliseconds of a week's draft for the county, a township and a village, and how many
times those of the floor, which is bare SQL for the households visited and the cases open in the
week on the same encrypted store in the same run. Goal: the county's draft, after a signed week too,
in about 150 ms, a township's and a village's in 60. On a busy machine compare ``cpu_ms``.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

from sqlmodel import Session, insert
from uuid_utils.compat import uuid7

from gridapp.contract.grids import Level, division_id
from gridapp.contract.people import Role
from gridapp.domain.reports.late import Closing
from gridapp.domain.reports.periods import Period
from gridapp.store import plain
from gridapp.store.opening import open_store
from gridapp.store.tables import CaseEvent, Dispute
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.reports import weekly
from tests.bench.cases import a_case, measure, story

TOWNSHIPS, VILLAGES, MICRO, HOUSEHOLDS = 9, 99, 1770, 20
CASES, TODAY = 20_000, date(2026, 11, 22)
WEEK = Period.of_week(TODAY)
NOW = datetime(2026, 11, 22, 2, tzinfo=UTC)
ROUND_DAYS = 26
"""So long a round takes to reach every household of the county."""
OUTCOMES = ("quiet",) * 18 + ("absent", "dispute")
COUNTY = division_id("450326")
DAY = timedelta(days=1)

Row = dict[str, Any]

FLOOR = """
    SELECT (SELECT count(DISTINCT household_id) FROM visit WHERE round_id IN (
            SELECT id FROM round WHERE starts_on <= '2026-11-22' AND ends_on >= '2026-11-16')),
        (SELECT count(*) FROM dispute WHERE registered_on <= '2026-11-22'
            AND (concluded_on IS NULL OR concluded_on >= '2026-11-16'))
"""


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visits", type=int, default=500_000)
    parser.add_argument("--repeats", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk, units = county(Path(folder), given.visits)
        found = {name: measure(work, given.repeats) for name, work in works(desk, units).items()}
        desk.store.close()
    floor = found["floor"]["cpu_ms"]
    for taken in found.values():
        taken["times_floor"] = round(taken["cpu_ms"] / floor, 1)
    json.dump(found, sys.stdout, indent=1)


def works(desk: Desk, units: dict[str, UUID]) -> dict[str, Callable[[], object]]:
    """What is measured, by name; ``signed``: after the report of the week before."""
    before = weekly.draw_up(desk, COUNTY, WEEK.previous()).closing

    def drawn(unit: UUID, closing: Closing | None = None) -> Callable[[], object]:
        return lambda: weekly.draw_up(desk, unit, WEEK, closing)

    drafts = {name: drawn(unit) for name, unit in units.items()}
    return {"floor": lambda: asked(desk), **drafts, "county_signed": drawn(COUNTY, before)}


def asked(desk: Desk) -> object:
    """The floor: one question."""
    with desk.store.session() as session:
        return plain.ask(session, FLOOR)


def county(folder: Path, visits: int) -> tuple[Desk, dict[str, UUID]]:
    """The desk of the county, written past the journal, and whose reports are drawn up."""
    person = Person("韦国平", COUNTY, "永福县", Role.COUNTY.value)
    desk = Desk(open_store(folder / "county.db", bytes(32)), person, lambda: NOW, uuid7)
    random = Random(6)
    tree = list(units())
    micro = [one["id"] for one in tree if one["level"] == Level.MICRO]
    homes = [home(unit, place) for unit in micro for place in range(HOUSEHOLDS)]
    with desk.store.session() as session:
        put(session, "unit", tree)
        put(session, "household", homes)
        put_visits(session, random, homes, visits)
        put_cases(session, random, micro)
    by_level = {one["level"]: UUID(bytes=one["id"]) for one in reversed(tree)}
    return desk, {level: by_level[level] for level in (Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE)}


def units() -> Iterator[Row]:
    """County, townships, villages, micro-grids."""
    yield _unit(COUNTY.bytes, None, Level.COUNTY, "永福县")
    towns = [_unit(uuid7().bytes, COUNTY.bytes, Level.TOWNSHIP, f"乡{n}") for n in range(TOWNSHIPS)]
    villages = [
        _unit(uuid7().bytes, towns[n % TOWNSHIPS]["id"], Level.VILLAGE, f"村{n}")
        for n in range(VILLAGES)
    ]
    yield from towns
    yield from villages
    for n in range(MICRO):
        yield _unit(uuid7().bytes, villages[n % VILLAGES]["id"], Level.MICRO, f"微{n}")


def _unit(id_: bytes, parent: bytes | None, level: str, name: str) -> Row:
    own = {"parent_id": parent, "level": level, "name": name, "code": "", "group_name": ""}
    return {"id": id_, "unit_id": id_, **_kept(), **own, "place": 0, "contact": ""}


def home(unit: bytes, place: int) -> Row:
    """A household of a micro-grid."""
    own = {"number": "", "group_name": "", "address": "", "walk_order": place, "note": ""}
    return {"id": uuid7().bytes, "unit_id": unit, **_kept(), **own}


def put_visits(session: Session, random: Random, homes: list[Row], visits: int) -> None:
    """Rounds back to back, the running one last, each with a visit of every household."""
    number = -(-visits // len(homes))
    for back in reversed(range(number)):
        starts = TODAY - timedelta(days=ROUND_DAYS * (back + 1) - 8)
        walk = {"kind": "routine", "name": f"第{number - back}轮", "opened_by": "韦国平"}
        days = {"starts_on": f"{starts}", "ends_on": f"{starts + (ROUND_DAYS - 1) * DAY}"}
        round_id = uuid7().bytes
        one = {"id": round_id, "unit_id": COUNTY.bytes, **_kept(), **walk, **days}
        put(session, "round", [one])
        called = homes[: visits - back * len(homes)] if back == number - 1 else homes
        put(session, "visit", [_visit(random, at, round_id, starts) for at in called])


def _visit(random: Random, at: Row, round_id: bytes, starts: date) -> Row:
    day = min(TODAY, starts + random.randrange(ROUND_DAYS) * DAY)
    seen = {"outcome": random.choice(OUTCOMES), "visited_on": f"{day}"}
    when = {"recorded_at": f"{day}T01:00:00.000000+00:00", "visitor": "王桂英", "note": ""}
    own = {"round_id": round_id, "household_id": at["id"], **seen, **when}
    return {"id": uuid7().bytes, "unit_id": at["unit_id"], **_kept(), **own}


def put_cases(session: Session, random: Random, micro: list[bytes]) -> None:
    """A year's cases, all over the county."""
    cases = [
        {**a_case(random, number), "unit_id": UUID(bytes=random.choice(micro))}
        for number in range(CASES)
    ]
    session.execute(insert(Dispute), cases)
    session.execute(insert(CaseEvent), [step for case in cases for step in story(case)])


def put(session: Session, table: str, rows: list[Row]) -> None:
    """Write rows of one shape."""
    names, marks = ", ".join(rows[0]), ", ".join("?" * len(rows[0]))
    statement = f"INSERT INTO {table} ({names}) VALUES ({marks})"  # noqa: S608
    plain.do(session, statement, *(tuple(row.values()) for row in rows))


def _kept() -> Row:
    return {"revision": 0, "extra": "{}"}


if __name__ == "__main__":
    main()
