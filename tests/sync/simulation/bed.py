"""Databases prepared once for all runs of a process: a small county, its laptops enrolled."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from uuid import UUID

from gridapp.contract import SCHEMA
from gridapp.contract.enrolment import EnrolRequest
from gridapp.contract.grids import UnitRecord
from gridapp.contract.households import HouseholdRecord, MemberRecord
from gridapp.contract.people import Role
from gridapp.contract.records import Record
from gridapp.contract.screening import RoundRecord
from gridapp.store import journal, meta, migrations
from gridapp.store.journal import Operation
from gridapp.store.opening import begin_at_once
from gridapp.sync import enrol
from tests.server.grids import (
    COUNTY,
    MICRO_1,
    MICRO_2,
    OTHER_MICRO,
    OTHER_VILLAGE,
    TOWNSHIP,
    UNITS,
    VILLAGE,
)
from tests.sync.simulation.county import CountySide
from tests.sync.simulation.laptop import Laptop
from tests.sync.simulation.ledger import Ledger
from tests.sync.simulation.line import Line
from tests.sync.simulation.memory import Image, Memory

START = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
ADDRESS = "http://127.0.0.1:1"
ROUND = UUID(int=0x301)
NEWER = UUID(int=0x401)
"""The device of the newer laptop."""

CAST = {
    "county": (COUNTY, Role.COUNTY),
    "township": (TOWNSHIP, Role.TOWNSHIP),
    "village": (VILLAGE, Role.VILLAGE),
    "other village": (OTHER_VILLAGE, Role.VILLAGE),
    "leader 1": (MICRO_1, Role.LEADER),
    "leader 2": (MICRO_2, Role.LEADER),
}
"""Who may take part; each run takes some of them."""

SPARE = 2
"""Laptops beyond the cast: clones and newcomers."""


@dataclass
class Clock:
    """One clock for all, moved by hand."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@dataclass(frozen=True)
class Bed:
    """Memories with their engines, and the images from which every run starts."""

    clock: Clock
    county: CountySide
    county_image: Image
    memories: list[Memory]
    images: list[Image]
    blank: Image
    """An empty laptop."""


@cache
def prepared() -> Bed:
    """Set up the county and every laptop of the cast by the real enrolment and exchange."""
    clock = Clock()
    county = CountySide(Memory(), clock)
    blank = _blank()
    memories = [_laptop_memory(blank) for _ in range(len(CAST) + SPARE)]
    random, ledger = Random("bed"), Ledger()
    laptops = []
    for memory, (name, (unit, role)) in zip(memories, CAST.items(), strict=False):
        line = Line(county, ledger, random, lambda _: None)
        laptops.append(Laptop(name, unit, role, memory, line, clock, random.randbytes))
        join(laptops[-1], county.code(unit, role), fresh_id(random), random)
    _let_newer_in(county)
    _found(laptops[0], ledger, random)
    for laptop in laptops * 2:
        result = laptop.sync()
        assert result is not None and result.problem is None, result
    images = [memory.image() for memory in memories[: len(CAST)]]
    return Bed(clock, county, county.memory.image(), memories, images, blank.image())


def join(laptop: Laptop, code: str, device: UUID, random: Random) -> None:
    """Enrol a laptop; raises a fault of the line."""
    new = enrol.new_device(device, random.randbytes)
    done = enrol.enrol(laptop.line, ADDRESS, code, laptop.name, new)
    with laptop.store.session() as session:
        enrol.keep(session, done)


def _let_newer_in(county: CountySide) -> None:
    county.enrol(
        EnrolRequest(
            code=county.code(VILLAGE, Role.VILLAGE),
            device=NEWER,
            sign_key="00" * 32,
            box_key="00" * 32,
            person="newer",
            schema_version=SCHEMA,
        )
    )


def join_again(laptop: Laptop, code: str) -> None:
    """Enrol the device that the laptop already is, at a county that does not know it any more."""
    with laptop.store.session() as session:
        kept = meta.get(session, "device")
    keys = bytes.fromhex(kept["sign_key"]), bytes.fromhex(kept["box_key"])
    device = enrol.NewDevice(UUID(kept["id"]), *keys)
    done = enrol.enrol(laptop.line, ADDRESS, code, laptop.name, device)
    with laptop.store.session() as session:
        enrol.keep(session, done)


def fresh_id(random: Random) -> UUID:
    """An id as a laptop makes it, but by the run's own chance."""
    return UUID(int=random.getrandbits(128), version=4)


def _blank() -> Memory:
    """A laptop on which the program has just been installed."""
    memory = Memory()
    with memory.engine.connect() as connection:
        migrations.upgrade(connection)
    return memory


def _laptop_memory(blank: Memory) -> Memory:
    memory = Memory(blank)
    begin_at_once(memory.engine)
    return memory


def _found(laptop: Laptop, ledger: Ledger, random: Random) -> None:
    """The county's laptop brings in the tree, a round of visits and the first households."""
    units = [
        UnitRecord(id=id_, unit_id=id_, parent_id=parent, level=level, name=name, code=code)
        for id_, (level, parent, name, code) in UNITS.items()
    ]
    days = {"starts_on": date(2026, 11, 1), "ends_on": date(2026, 11, 30)}
    walk = RoundRecord(id=ROUND, unit_id=COUNTY, kind="routine", name="<round>", **days)
    records: list[tuple[str, Record]] = [("unit", unit) for unit in units] + [("round", walk)]
    for number, unit in enumerate((MICRO_1, MICRO_1, MICRO_2, VILLAGE, OTHER_MICRO)):
        home = HouseholdRecord(id=fresh_id(random), unit_id=unit, address=f"<home {number}>")
        person = MemberRecord(
            id=fresh_id(random), unit_id=unit, household_id=home.id, name=f"<member {number}>"
        )
        records += [("household", home), ("member", person)]
    edits = [journal.create(fresh_id(random), kind, record) for kind, record in records]
    operation = Operation(fresh_id(random), "founded", "", laptop.name, START)
    assert laptop.save(operation, ledger, *edits)
