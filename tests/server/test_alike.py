"""New visits that are judged by the first of their unit fare as if each had been judged alone."""

from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection

from gridapp.contract.sync import Change, ChangeResult, Op
from gridapp.server.access import devices
from gridapp.server.database.county import County
from gridapp.server.exchange import alike, gather, grid
from gridapp.server.exchange.batch import Judge
from gridapp.server.exchange.bench import Bench
from tests.server.conftest import Clock
from tests.server.grids import MICRO_1, MICRO_2, OTHER_MICRO
from tests.server.laptops import Laptop, fresh_id, household

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

BATCHES = 300
ROUND = fresh_id()


def visit(unit: UUID, home: UUID, **other: Any) -> dict[str, Any]:
    return {
        "unit_id": str(unit),
        "round_id": str(ROUND),
        "household_id": str(home),
        "outcome": "quiet",
        "visited_on": "2026-11-16",
        "recorded_at": "2026-11-16T08:00:00+00:00",
        "visitor": "韦国平",
        "note": "",
    } | other


def test_a_batch_of_visits_fares_as_each_of_them_alone(
    county: County, village: Laptop, clock: Clock
) -> None:
    homes = _homes(village)
    old = village.change(Op.CREATE, "visit", fresh_id(), MICRO_1, **visit(MICRO_1, homes[0]))
    village.push(old)
    for seed in range(BATCHES):
        changes = _batch(Random(seed), village, homes, old.record_id)
        with county.reading() as connection:
            judges = [_judge(connection, village, changes, clock) for _ in range(2)]
        together = alike.decide(judges[0], changes)
        each = [judges[1].decide(change) for change in changes]
        assert together == each, seed
        assert _state(judges[0].bench) == _state(judges[1].bench), seed


def test_most_of_a_sound_batch_is_not_judged_one_by_one(
    county: County, village: Laptop, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = _homes(village)
    made = [visit(MICRO_1, homes[0], note=str(number)) for number in range(20)]
    changes = [village.change(Op.CREATE, "visit", fresh_id(), MICRO_1, **one) for one in made]
    judged: list[Change] = []
    decide = Judge.decide

    def counted(judge: Judge, change: Change) -> ChangeResult:
        judged.append(change)
        return decide(judge, change)

    monkeypatch.setattr(Judge, "decide", counted)
    with county.reading() as connection:
        alike.decide(_judge(connection, village, changes, clock), changes)
    assert judged == changes[:1]


def _homes(village: Laptop) -> list[UUID]:
    """One household in each of two micro-grids, one that has moved on, one nobody knows."""
    first, second, gone = fresh_id(), fresh_id(), fresh_id()
    made = [(first, MICRO_1), (second, MICRO_2), (gone, MICRO_1)]
    village.push(
        *[village.change(Op.CREATE, "household", id_, unit, **household()) for id_, unit in made]
    )
    village.push(
        village.change(Op.UPDATE, "household", gone, MICRO_2, unit_id=str(MICRO_2), base=1)
    )
    return [first, second, gone, fresh_id()]


def _batch(random: Random, village: Laptop, homes: list[UUID], known: UUID) -> list[Change]:
    """Visits, mostly sound; in some batches a few are odd in one way."""
    way = random.randrange(25)
    changes: list[Change] = []
    for _ in range(random.randrange(1, 9)):
        unit = random.choice([MICRO_1, MICRO_1, MICRO_2])
        home = random.choice(homes) if way == 0 else homes[unit == MICRO_2]
        change = village.change(Op.CREATE, "visit", fresh_id(), unit, **visit(unit, home))
        if random.random() < 0.4:
            _make_odd(way, change, known, changes)
        changes.append(change)
    return changes


def _make_odd(way: int, change: Change, known: UUID, before: list[Change]) -> None:
    fields = change.fields
    ways: list[Any] = [
        lambda: None,
        lambda: fields.update(unit_id=str(OTHER_MICRO)),
        lambda: setattr(change, "unit", OTHER_MICRO),
        lambda: (setattr(change, "unit", OTHER_MICRO), fields.update(unit_id=str(OTHER_MICRO))),
        lambda: fields.update(unit_id=str(change.unit).upper()),
        lambda: fields.update(unit_id="nowhere"),
        lambda: fields.pop("unit_id"),
        lambda: fields.update(household_id="nobody"),
        lambda: fields.update(household_id=fields["household_id"].upper()),
        lambda: fields.pop("household_id"),
        lambda: fields.update(visited_on="some day"),
        lambda: fields.update(visitor=7),
        lambda: fields.update(dispute_id=str(fresh_id())),
        lambda: fields.update(id=str(change.record_id)),
        lambda: fields.update(mood="of a newer program"),
        lambda: setattr(change, "op", Op.UPDATE.value),
        lambda: setattr(change, "op", Op.SET_ASIDE.value),
        lambda: setattr(change, "op", "of a newer program"),
        lambda: setattr(change, "kind", "member"),
        lambda: setattr(change, "kind", "of a newer program"),
        lambda: setattr(change, "record_id", known),
        lambda: setattr(change, "record_id", before[0].record_id if before else known),
    ]
    ways[way % len(ways)]()


def _judge(connection: Connection, village: Laptop, changes: list[Change], clock: Clock) -> Judge:
    sender = devices.known(connection, village.id)
    return gather.judge(connection, grid.load(connection), sender, changes, clock.now)


def _state(bench: Bench) -> tuple[Any, ...]:
    return bench.records, list(bench.touched.items()), bench.left, bench.to_lock()
