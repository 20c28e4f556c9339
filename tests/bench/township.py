"""A township's store, and a whole county's, on the encrypted store, for what is measured there."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random
from uuid import UUID

from sqlmodel import insert
from uuid_utils.compat import uuid7

from gridapp.contract.grids import Level, PostKind, division_id
from gridapp.contract.people import Role
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.store.opening import open_store
from gridapp.store.tables import CaseEvent, Dispute, Party, Post, Round, Task, Unit, Visit
from gridapp.usecases.desk import Desk, Person
from tests.bench.cases import COUNTY, KEY, NOW, TODAY, UNIT, Row, a_case, a_task, parties, story
from tests.bench.search import home, members, put

TOWNSHIP = division_id("450326100")
SEEN = 0.4
"""Of the households in the running round."""


@dataclass(frozen=True)
class Size:
    """How large an area is."""

    townships: int
    villages: int
    micro: int
    dedicated: int
    households: int
    cases: int


SIZES = {
    "township": Size(1, 20, 660, 12, 12_000, 400),
    "county": Size(9, 99, 1770, 106, 35_000, 4_000),
}


def desk_of(file: Path, area: str) -> Desk:
    """Somebody of the township, or of the county, at their store."""
    whole = area == "county"
    role = Role.COUNTY if whole else Role.TOWNSHIP
    unit, name = (UNIT, COUNTY.name) if whole else (TOWNSHIP, "永福镇")
    return Desk(open_store(file, KEY), Person("韦国平", unit, name, role.value), lambda: NOW, uuid7)


def found(file: Path, area: str) -> None:
    """Write an area past the journal: its tree, its people, a running round and its cases."""
    size, random, desk = SIZES[area], Random(11), desk_of(file, area)
    units = tree(size)
    micro = [unit["id"] for unit in units if unit["level"] == Level.MICRO]
    places = sorted(range(size.households), key=lambda number: number % len(micro))
    homes = [
        {
            **home(random, place // len(micro) + 1),
            "unit_id": micro[number % len(micro)].bytes,
            "walk_order": number // len(micro) + 1,
        }
        for place, number in enumerate(places)
    ]
    people = [{**one, "unit_id": at["unit_id"]} for at in homes for one in members(random, at)]
    cases = [a_case(random, number) for number in range(size.cases)]
    unsettled = [case for case in cases if case["state"] not in {"concluded", "struck_off"}]
    walk_round = round_of(desk.person.unit_id)
    with desk.store.session() as session:
        session.execute(insert(Unit), units)
        put(session, "household", homes)
        put(session, "member", people)
        session.execute(insert(Post), [leader(unit) for unit in micro[::2]])
        session.execute(insert(Round), [walk_round])
        session.execute(insert(Visit), visits(random, walk_round["id"], homes))
        session.execute(insert(Dispute), cases)
        session.execute(insert(Party), [row for case in cases for row in parties(case)])
        session.execute(insert(CaseEvent), [row for case in cases for row in story(case)])
        session.execute(insert(Task), [a_task(random, n, c) for n, c in enumerate(unsettled)])
    desk.store.close()


def tree(size: Size) -> list[Row]:
    """County, townships, villages, micro-grids, dedicated grids: spread evenly."""
    top = _unit(UNIT, None, Level.COUNTY, COUNTY.name, 1)
    towns = [
        _unit(TOWNSHIP if n == 0 else uuid7(), UNIT, Level.TOWNSHIP, f"{n + 1}号镇", n)
        for n in range(size.townships)
    ]
    units, villages = [top, *towns], list[Row]()
    for level, into, above, count in (
        (Level.VILLAGE, villages, towns, size.villages),
        (Level.MICRO, units, villages, size.micro),
        (Level.DEDICATED, units, towns, size.dedicated),
    ):
        for number in range(count):
            parent = above[number * len(above) // count]
            into.append(_unit(uuid7(), parent["id"], level, f"{level.value}{number}", number))
    return [*units, *villages]


def _unit(id_: UUID, parent: UUID | None, level: Level, name: str, place: int) -> Row:
    row = {"id": id_, "unit_id": id_, "parent_id": parent, "level": level.value}
    return {**row, "name": name, "place": place}


def leader(unit: UUID) -> Row:
    """Somebody who leads a micro-grid."""
    row = {"id": uuid7(), "unit_id": unit, "kind": PostKind.MICRO_LEADER.value}
    return {**row, "holder": "廖永祥", "identity": "elder", "since": TODAY - timedelta(days=300)}


def round_of(unit: UUID) -> Row:
    """A round that runs."""
    days = {"starts_on": TODAY - timedelta(days=9), "ends_on": TODAY + timedelta(days=5)}
    return {"id": uuid7(), "unit_id": unit, "kind": RoundKind.ROUTINE, "name": "11月排查", **days}


def visits(random: Random, round_id: UUID, homes: list[Row]) -> list[Row]:
    """Some of the households have been seen."""
    return [
        {
            "id": uuid7(),
            "unit_id": UUID(bytes=at["unit_id"]),
            "round_id": round_id,
            "household_id": UUID(bytes=at["id"]),
            "outcome": random.choice([*[Outcome.QUIET] * 9, Outcome.ABSENT]).value,
            "visited_on": TODAY - timedelta(days=random.randrange(9)),
            "recorded_at": NOW,
        }
        for at in homes
        if random.random() < SEEN
    ]
