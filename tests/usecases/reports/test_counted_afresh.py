"""What a report asks by indexes is what one counts row by row, whatever was entered in what order.

Visits are entered late, twice and after a household has moved or left; cases go in and out, are
sealed and lie elsewhere; rounds of county, township and village run beside each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import Session, col, delete, insert, update

from gridapp.contract.disputes import Conclusion, EventKind, State
from gridapp.contract.grids import Level
from gridapp.contract.screening import Outcome
from gridapp.domain.reports.covering import Coverage, Tally, coverage
from gridapp.domain.reports.metrics import CaseLine, Flow, balance_moves, case_flow
from gridapp.domain.reports.periods import Period
from gridapp.domain.screening.screening import REACHED
from gridapp.store.disputes.disputes import Shelf
from gridapp.store.tables import CaseEvent, Dispute, Household, Round, Unit, Visit
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from gridapp.usecases.reports import weekly
from tests.desks import TODAY, VILLAGE_ID, MakeDesk

WEEK = Period.of_week(TODAY)
COUNTY, *TOWNSHIPS = (UUID(int=n) for n in range(1, 4))
VILLAGES = {UUID(int=10 + n): TOWNSHIPS[n % 2] for n in range(4)}
MICRO = {UUID(int=20 + n): list(VILLAGES)[n % 4] for n in range(9)}
PARENTS: dict[UUID, UUID | None] = {COUNTY: None, **dict.fromkeys(TOWNSHIPS, COUNTY)}
PARENTS |= VILLAGES | MICRO
LEVELS = {
    COUNTY: Level.COUNTY,
    **dict.fromkeys(TOWNSHIPS, Level.TOWNSHIP),
    **dict.fromkeys(VILLAGES, Level.VILLAGE),
    **dict.fromkeys(MICRO, Level.MICRO),
}
NAMES = {unit: f"单位{number}" for number, unit in enumerate(PARENTS)}


Row = dict[str, Any]


@dataclass
class Rows:
    """What is in the store, to be counted row by row."""

    homes: list[Row]
    rounds: list[Row]
    visits: list[Row]
    cases: list[Row]
    steps: list[Row]


def above(unit: UUID | None) -> Iterable[UUID]:
    while unit is not None:
        yield unit
        unit = PARENTS[unit]


def day(random: Random, first: int = -60, last: int = 4) -> date:
    return TODAY + timedelta(days=random.randint(first, last))


def made(random: Random) -> Rows:
    rows = Rows([], [], [], [], [])
    ids = iter(UUID(int=number) for number in range(1000, 10**6))
    units = list(PARENTS)

    def perhaps() -> date | None:
        return day(random, -15) if random.random() < 0.2 else None

    for _ in range(40):
        unit = random.choice([*MICRO, *MICRO, *VILLAGES])
        home = {"id": next(ids), "unit_id": unit, "since": perhaps(), "until": perhaps()}
        rows.homes.append(home)
    for _ in range(5):
        starts = day(random, -30)
        days = {"starts_on": starts, "ends_on": starts + timedelta(days=random.randint(0, 30))}
        rows.rounds.append({"id": next(ids), "unit_id": random.choice(units), **days})
    for _ in range(150):
        home, walk = random.choice(rows.homes), random.choice(rows.rounds)
        at = datetime(2026, 11, random.randint(1, 22), tzinfo=UTC) + timedelta(
            seconds=len(rows.visits)
        )
        seen = {"outcome": random.choice(list(Outcome)), "visited_on": day(random, -30)}
        told = {"household_id": home["id"], "round_id": walk["id"], "recorded_at": at}
        rows.visits.append({"id": next(ids), "unit_id": random.choice([*MICRO]), **told, **seen})
    for _ in range(60):
        case = {"id": next(ids), "unit_id": random.choice(units), "sealed": random.random() < 0.1}
        rows.cases.append(case)
        steps: list[tuple[EventKind, date, Conclusion | None]] = [
            (EventKind.REGISTERED, day(random), None)
        ]
        for _ in range(random.randint(0, 3)):
            how = random.choice(list(Conclusion))
            steps.append((EventKind.CONCLUDED, day(random), how))
            steps.append((EventKind.REOPENED, day(random), None))
        del steps[random.randint(1, len(steps)) :]
        random.shuffle(steps)
        for number, (kind, happened, why) in enumerate(steps):
            when = datetime(2026, 11, 22, tzinfo=UTC) + timedelta(seconds=number)
            step = {"id": next(ids), "unit_id": case["unit_id"], "dispute_id": case["id"]}
            what = {"kind": kind, "happened_on": happened, "conclusion": why}
            rows.steps.append({**step, **what, "recorded_at": when})
        ended = [happened for kind, happened, _ in steps if kind == EventKind.CONCLUDED]
        case["registered_on"] = min(happened for _, happened, _ in steps)
        case["concluded_on"] = max(ended) if ended and random.random() < 0.7 else None
        case["due_on"] = day(random, -20, 20)
    return rows


def put(session: Session, rows: Rows) -> None:
    for table in (CaseEvent, Dispute, Visit, Round, Household, Unit):
        session.execute(delete(table))
    units = [
        {
            "id": unit,
            "unit_id": unit,
            "parent_id": above,
            "level": LEVELS[unit],
            "name": NAMES[unit],
        }
        for unit, above in PARENTS.items()
    ]
    session.execute(insert(Unit), units)
    session.execute(insert(Household), rows.homes)
    walk = {"kind": "routine", "name": "轮次"}
    session.execute(insert(Round), [{**walk, **one} for one in rows.rounds])
    session.execute(insert(Visit), rows.visits)
    words = {"number": "", "title": "", "category": "0201", "state": State.HANDLED}
    session.execute(insert(Dispute), [{**words, **one} for one in rows.cases])
    session.execute(insert(CaseEvent), [{"actor": "", "text": "", **one} for one in rows.steps])


def covered(rows: Rows, unit: UUID) -> Coverage:
    """Household by household; in the report of a village by its micro-grids, else by village."""
    parts: dict[UUID, list[Tally]] = {village: [] for village in VILLAGES}
    if unit in VILLAGES:
        parts = {part: [] for part in PARENTS if unit in above(part)}
    parts = {part: tallies for part, tallies in parts.items() if unit in above(part)}
    for home in rows.homes:
        part = next((one for one in above(home["unit_id"]) if one in parts), None)
        if part is not None:
            parts[part] += _tally(rows, home)
    inside = (
        coverage(sum(part in above(micro) for micro in MICRO), tallies)
        for part, tallies in parts.items()
        if unit not in VILLAGES or part != unit
    )
    own = (coverage(0, parts[unit]),) if unit in VILLAGES else ()
    return sum((*inside, *own), Coverage())


def _tally(rows: Rows, home: Row) -> Iterable[Tally]:
    over = list(above(home["unit_id"]))
    ran = [
        walk["id"]
        for walk in rows.rounds
        if walk["unit_id"] in over
        and walk["starts_on"] <= WEEK.last
        and walk["ends_on"] >= WEEK.first
    ]
    since, until = home["since"] or date.min, home["until"] or date.max
    if not ran or not since <= WEEK.last <= until:
        return
    latest: dict[UUID, Row] = {}
    for seen in sorted(rows.visits, key=lambda one: one["recorded_at"]):
        here = seen["household_id"] == home["id"] and seen["round_id"] in ran
        if here and seen["visited_on"] <= WEEK.last:
            latest[seen["round_id"]] = seen
    reached = [one["outcome"] for one in latest.values() if one["outcome"] in REACHED]
    yield Tally(1, bool(latest), bool(reached), Outcome.DISPUTE in reached)


def balanced(rows: Rows, unit: UUID) -> Flow:
    """Case by case, whenever it was."""
    found = Flow()
    for case in rows.cases:
        if unit in above(case["unit_id"]) and not case["sealed"]:
            steps = [one for one in rows.steps if one["dispute_id"] == case["id"]]
            told = sorted(steps, key=lambda one: one["recorded_at"])
            moves = balance_moves((s["kind"], s["happened_on"], s["conclusion"]) for s in told)
            line = CaseLine(case["id"], unit, unit, "0201", case["due_on"], moves)
            found += case_flow(line, WEEK.first, WEEK.last, TODAY)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_what_a_report_asks_is_what_one_counts_row_by_row(make_desk: MakeDesk, seed: int) -> None:
    desk: Desk = make_desk(filled=False)
    rows = made(Random(seed))
    with desk.store.session() as session:
        put(session, rows)
    for unit in (COUNTY, *TOWNSHIPS, *VILLAGES):
        report = weekly.draw_up(desk, unit, WEEK)
        told = {one.name: getattr(report.flow[-1], one.name).value for one in fields(Flow)}
        assert Flow(**told) == balanced(rows, unit)
        assert report.coverage[-1].coverage == covered(rows, unit)


def test_what_a_signed_report_left_is_carried_however_long_ago_it_proves_to_have_ended(
    desk: Desk,
) -> None:
    case = disputes.ledger(desk, Shelf.OVERDUE)[0].id
    long_ago, ended = TODAY - timedelta(days=220), TODAY - timedelta(days=200)
    with desk.store.session() as session:
        row = session.get_one(Dispute, case)
        row.registered_on = long_ago
        steps = update(CaseEvent).where(col(CaseEvent.dispute_id) == case)
        session.execute(steps.values(happened_on=long_ago))
        session.add(row)
    closing = weekly.draw_up(desk, VILLAGE_ID, WEEK.previous()).closing
    assert case in closing.open[VILLAGE_ID]
    with desk.store.session() as session:
        row = session.get_one(Dispute, case)
        row.concluded_on = ended
        session.add(row)
        step = {"id": desk.new_id(), "unit_id": row.unit_id, "dispute_id": case, "actor": ""}
        what = {"kind": EventKind.CONCLUDED, "happened_on": ended, "recorded_at": desk.now()}
        session.execute(insert(CaseEvent), [{**step, **what, "conclusion": "substantive"}])
    total = weekly.draw_up(desk, VILLAGE_ID, WEEK, closing).flow[-1]
    assert set(total.carried.cases) == closing.open[VILLAGE_ID]
    assert total.late_concluded.cases == (case,)
    assert total.resolved.cases == (case,), "and how it ended is known"
    assert case not in total.open.cases
