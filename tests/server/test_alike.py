"""New visits that are taken in together leave what they would if each were judged alone."""

from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, select

from gridapp.contract import wire
from gridapp.contract.alike import AlikeResults
from gridapp.contract.sync import Change, ChangeResult, Op, PushRequest
from gridapp.server.county.county import County
from gridapp.server.database.tables import metadata
from gridapp.server.exchange import alike
from gridapp.server.exchange.batch import Judge
from gridapp.server.exchange.push import push
from tests.server.conftest import Clock
from tests.server.grids import MICRO_1, MICRO_2, OTHER_MICRO
from tests.server.laptops import Laptop, fresh_id, household

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

BATCHES = 100
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


def test_a_batch_of_visits_leaves_what_it_would_if_each_were_judged_alone(
    county: County, village: Laptop, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = _homes(village)
    old = village.change(Op.CREATE, "visit", fresh_id(), MICRO_1, **visit(MICRO_1, homes[0]))
    village.push(old)
    number, head, at_once = village.dseq, village.head, 0
    with county.writing() as connection:
        for seed in range(BATCHES):
            village.dseq, village.head = number, head
            request = village.request(*_batch(Random(seed), village, homes, old.record_id))
            together = _left_by(connection, request, clock)
            at_once += together.pop("at once")
            with monkeypatch.context() as one_by_one:
                one_by_one.setattr(alike, "fresh", lambda *_: None)
                each = _left_by(connection, request, clock)
            assert not each.pop("at once")
            assert together == each, seed
    assert at_once > BATCHES // 10


def test_most_of_a_sound_batch_is_not_judged_one_by_one(
    village: Laptop, monkeypatch: pytest.MonkeyPatch
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
    village.push(*changes)
    assert judged == changes[:1]


def _left_by(connection: Connection, request: PushRequest, clock: Clock) -> dict[str, Any]:
    """What a batch leaves in every table, and its answers. It is taken back."""
    body = wire.pack_push(request)
    connection.exec_driver_sql("SAVEPOINT before")
    reply = push(connection, wire.unpack_push(body), body, clock.now)
    left: dict[str, Any] = {
        name: sorted(map(repr, connection.execute(select(table))))
        for name, table in metadata.tables.items()
    }
    left["answers"] = wire.pack_push_reply(reply)
    left["at once"] = isinstance(reply.results, AlikeResults)
    connection.exec_driver_sql("ROLLBACK TO before")
    return left


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
