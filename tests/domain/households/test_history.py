"""The roster of any day is what stood on that day: checked against random lives of households."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest

from gridapp.contract.households import LifeEventKind, LifeEventRecord, Residence
from gridapp.domain.grids.tree_history import HouseholdSpan, UnitSpan
from gridapp.domain.households.history import GONE, MemberNow, fields_at, roster, standing

START = date(2026, 1, 1)
DAYS = 40
Snapshot = dict[UUID, tuple[UUID, frozenset[tuple[UUID, str]]]]
"""Household → its unit and its people with their relations."""


@dataclass
class Village:
    """Lives by the same rules as the use cases and remembers each evening how it stood."""

    random: Random
    households: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    members: dict[UUID, dict[str, Any]] = field(default_factory=dict)
    events: list[LifeEventRecord] = field(default_factory=list)
    made: int = 100
    day: date = START

    def id(self) -> UUID:
        self.made += 1
        return UUID(int=self.made)

    def set(self, rows: dict[UUID, dict[str, Any]], id_: UUID, act: UUID, **fields: Any) -> None:
        before = {name: rows[id_][name] for name in fields}
        rows[id_] |= fields
        self.tell(id_, act, before, fields)

    def tell(self, subject: UUID, act: UUID, before: dict[str, Any], after: dict[str, Any]) -> None:
        number = self.id()
        self.events.append(
            LifeEventRecord(
                id=number,
                unit_id=number,
                household_id=subject,
                subject_id=subject,
                act_id=act,
                kind=LifeEventKind.SPLIT,
                happened_on=self.day,
                recorded_at=datetime(2026, 3, 1, tzinfo=UTC) + timedelta(seconds=number.int),
                before=travelled(before),
                after=travelled(after),
            )
        )

    def bring(self, unit: UUID) -> UUID:
        home = self.id()
        self.households[home] = {"unit_id": unit, "since": self.day, "until": None}
        self.tell(home, home, {}, {"unit_id": unit})
        return home

    def standing(self) -> list[UUID]:
        return [id_ for id_, home in self.households.items() if home["until"] is None]

    def people(self, home: UUID) -> list[UUID]:
        return [
            id_
            for id_, one in self.members.items()
            if one["household_id"] == home and one["residence"] not in GONE
        ]

    def snapshot(self) -> Snapshot:
        return {
            home: (
                self.households[home]["unit_id"],
                frozenset((one, self.members[one]["relation"]) for one in self.people(home)),
            )
            for home in self.standing()
        }


def travelled(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value if value is None or isinstance(value, str) else str(value)
        for name, value in fields.items()
    }


def move(village: Village) -> None:
    home = village.random.choice(village.standing())
    village.set(village.households, home, village.id(), unit_id=village.random.choice(UNITS))


def split(village: Village) -> None:
    home = village.random.choice(village.standing())
    new, act = village.bring(village.households[home]["unit_id"]), village.id()
    for one in village.people(home)[1:]:
        relation = village.random.choice(("02", "20", "97"))
        village.set(village.members, one, act, household_id=new, relation=relation)


def merge(village: Village) -> None:
    kept, *others = village.random.sample(village.standing(), min(2, len(village.standing())))
    for dropped in others:
        act = village.id()
        for one in village.people(dropped):
            village.set(village.members, one, act, household_id=kept, relation="97")
        until = village.day - timedelta(days=1)
        village.set(village.households, dropped, act, until=until)


def die(village: Village) -> None:
    people = village.people(village.random.choice(village.standing()))
    for one in people[:1]:
        village.set(village.members, one, village.id(), residence=Residence.DEAD.value)


def born(village: Village) -> None:
    one, home = village.id(), village.random.choice(village.standing())
    facts = {"household_id": home, "relation": "20", "residence": Residence.PRESENT.value}
    village.members[one] = {**facts, "since": village.day}
    village.tell(one, one, {}, facts)


def away(village: Village) -> None:
    """The household leaves, or another comes back on the same day or later."""
    gone = [id_ for id_, home in village.households.items() if home["until"] is not None]
    if gone and village.random.random() < 0.5:
        home = village.random.choice(gone)
        village.set(village.households, home, village.id(), until=None)
    elif len(village.standing()) > 2:
        home = village.random.choice(village.standing())
        until = village.day - timedelta(days=1)
        village.set(village.households, home, village.id(), until=until)


ACTS: tuple[Callable[[Village], None], ...] = (move, split, merge, die, born, away)
UNITS = [UUID(int=number) for number in (1, 2, 3)]


def founded(random: Random) -> Village:
    village = Village(random)
    for _ in range(5):
        home = village.id()
        village.households[home] = {"unit_id": UNITS[0], "since": None, "until": None}
        for place in range(random.randint(1, 4)):
            village.members[village.id()] = {
                "household_id": home,
                "relation": "02" if place == 0 else "20",
                "residence": Residence.PRESENT.value,
                "since": None,
            }
    return village


def told(village: Village, day: date, units: list[UnitSpan]) -> Snapshot:
    homes = [
        HouseholdSpan(id_, home["unit_id"], home["since"], home["until"])
        for id_, home in village.households.items()
    ]
    people = [
        MemberNow(id_, one["household_id"], one["relation"], one["residence"], one["since"])
        for id_, one in village.members.items()
    ]
    found = roster(homes, people, units, village.events, day)
    return {
        home.id: (home.unit_id, frozenset((one.id, one.relation) for one in home.members))
        for home in found
    }


@pytest.mark.parametrize("seed", range(12))
def test_the_roster_of_any_day_is_what_stood_on_the_evening_of_that_day(seed: int) -> None:
    village = founded(Random(seed))
    evenings: dict[date, Snapshot] = {START - timedelta(days=1): village.snapshot()}
    for _ in range(DAYS):
        for _ in range(village.random.randint(0, 2)):
            village.random.choice(ACTS)(village)
        evenings[village.day] = village.snapshot()
        village.day += timedelta(days=1)
    village.random.shuffle(village.events)
    units = [UnitSpan(unit, None, None, None) for unit in UNITS]
    assert {day: told(village, day, units) for day in evenings} == evenings


def test_what_was_reversed_is_left_out_with_its_reversal() -> None:
    village = founded(Random(1))
    one = next(iter(village.members))
    village.set(village.members, one, village.id(), residence="moved")
    (event,) = village.events
    reversal = event.model_copy(
        update={"id": village.id(), "kind": LifeEventKind.REVERSED, "reverses": event.id}
    )
    assert standing([reversal, event]) == []


def test_a_later_correction_holds_from_the_event_on_that_set_the_field() -> None:
    village = founded(Random(1))
    one = next(iter(village.members))
    village.day = START + timedelta(days=9)
    village.set(village.members, one, village.id(), relation="97")
    current = {**village.members[one], "relation": "93"}
    events = standing(village.events)
    assert fields_at(current, events, village.day)["relation"] == "93"
    assert fields_at(current, events, START)["relation"] == "02"


def test_a_household_of_a_unit_that_does_not_stand_is_with_the_nearest_above_that_does() -> None:
    village = founded(Random(2))
    above, low = UUID(int=9), UNITS[0]
    formed, dissolved = START + timedelta(days=10), START + timedelta(days=20)
    units = [UnitSpan(above, None, None, None), UnitSpan(low, above, formed, dissolved)]
    for day, unit in ((START, above), (formed, low), (dissolved, low), (date(2027, 1, 1), above)):
        assert {place for place, _people in told(village, day, units).values()} == {unit}
