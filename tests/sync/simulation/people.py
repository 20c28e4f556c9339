"""What persons do: write down, change, move and delete what is in sight on their laptop."""

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from gridapp.contract.conflicts import Choice
from gridapp.contract.disputes import CaseEventRecord, DisputeRecord, EventKind, State
from gridapp.contract.grids import Level
from gridapp.contract.households import HouseholdRecord, MemberRecord, Residence
from gridapp.contract.people import Role
from gridapp.contract.screening import VisitRecord
from gridapp.contract.sync import MAX_BODY_BYTES, Op
from gridapp.store import drafts, journal
from gridapp.store.journal import Edit
from tests.server.grids import MICRO_1, MICRO_2, OTHER_MICRO, OTHER_VILLAGE, VILLAGE
from tests.sync.simulation.bed import ROUND
from tests.sync.simulation.county import STUMBLE, UNREADABLE
from tests.sync.simulation.laptop import Laptop
from tests.sync.simulation.world import World

DAY = date(2026, 11, 16)
TOO_LONG = "too long"
HOMES = (MICRO_1, MICRO_2, VILLAGE, OTHER_MICRO, OTHER_VILLAGE)
"""Units in which households live."""


def new_household(world: World, laptop: Laptop) -> None:
    """A household with two members, as one operation."""
    unit = world.random.choice(_own_units(world, laptop))
    home = HouseholdRecord(id=world.id(), unit_id=unit, number="01", address=world.word())
    members = [
        MemberRecord(id=world.id(), unit_id=unit, household_id=home.id, name=world.word())
        for _ in range(world.random.randint(0, 2))
    ]
    edits = [journal.create(world.id(), "household", home)]
    edits += [journal.create(world.id(), "member", member) for member in members]
    world.save(laptop, f"writes down household {home.address}", *edits)


def new_member(world: World, laptop: Laptop) -> None:
    """One more in a household."""
    home = _some(world, laptop, "household")
    if home is not None:
        id_, unit = home
        member = MemberRecord(id=world.id(), unit_id=unit, household_id=id_, name=world.word())
        edit = journal.create(world.id(), "member", member)
        world.save(laptop, f"adds member {member.name}", edit)


def visit(world: World, laptop: Laptop) -> None:
    """A household is visited."""
    home = _some(world, laptop, "household")
    if home is not None:
        record = VisitRecord(
            id=world.id(),
            unit_id=home[1],
            round_id=ROUND,
            household_id=home[0],
            outcome="quiet",
            visited_on=DAY,
            recorded_at=world.clock() + timedelta(microseconds=1),
            note=world.word(),
        )
        edit = journal.create(world.id(), "visit", record)
        world.save(laptop, f"notes visit {record.note}", edit)


def edit_household(world: World, laptop: Laptop) -> None:
    """A plain field: the last to arrive wins."""
    name = world.random.choice(["note", "address"])
    _set(world, laptop, "household", {name: world.word()})


def edit_member(world: World, laptop: Laptop) -> None:
    """Guarded fields: two different values are a conflict."""
    name = world.random.choice(["phone", "phone", "name", "note"])
    fields: dict[str, Any] = {name: world.word()}
    if world.random.random() < 0.2:
        fields["residence"] = world.random.choice(list(Residence)).value
    _set(world, laptop, "member", fields)


def note_phone(world: World, laptop: Laptop, member: UUID) -> None:
    """Another number of this member."""
    fields = {"phone": world.word()}
    edit = _update(world, "member", (member, dict(laptop.some("member"))[member]), fields)
    world.save(laptop, f"sets member {_short(member)}: {fields}", edit)


def move_household(world: World, laptop: Laptop) -> None:
    """To another unit, sometimes in another village; its members follow at the county."""
    units = _own_units(world, laptop)
    unit = world.random.choice(HOMES if world.random.random() < 0.1 else units)
    _set(world, laptop, "household", {"unit_id": unit})


def new_dispute(world: World, laptop: Laptop) -> None:
    """A case with the first entry of its timeline."""
    unit = world.random.choice(_own_units(world, laptop))
    case = DisputeRecord(
        id=world.id(),
        unit_id=unit,
        number=world.word(),
        title=world.word(),
        category="0201",
        registered_on=DAY,
        due_on=DAY,
    )
    edits = [journal.create(world.id(), "dispute", case), _entry(world, case.id, unit)]
    world.save(laptop, f"registers case {case.title}", *edits)


def case_step(world: World, laptop: Laptop) -> None:
    """The case goes on, and its timeline says so."""
    case = _some(world, laptop, "dispute")
    if case is not None:
        state = world.random.choice([State.HANDLED, State.CONCLUDED, State.STRUCK_OFF]).value
        edits = [_update(world, "dispute", case, {"state": state, "title": world.word()})]
        edits.append(_entry(world, *case))
        world.save(laptop, f"takes a case to {state}", *edits)


def seal(world: World, laptop: Laptop) -> None:
    """A case is for its handlers alone, for others, or for everybody again."""
    case = _some(world, laptop, "dispute")
    if case is None:
        return
    persons = [f"{one.name}@{one.unit}" for one in world.laptops]
    handlers = world.random.sample(persons, world.random.randint(0, len(persons) - 1))
    step = EventKind.SEALED if handlers else EventKind.UNSEALED
    fields = {"sealed": bool(handlers), "handlers": handlers}
    fields |= {"last_step": step.value, "last_step_on": DAY}
    what = f"seals case {_short(case[0])} for {handlers}"
    world.save(laptop, what, _update(world, "dispute", case, fields), _entry(world, *case))


def delete(world: World, laptop: Laptop) -> None:
    """Something is deleted."""
    kind = world.random.choice(["household", "member", "member", "visit", "dispute"])
    found = _some(world, laptop, kind)
    if found is not None:
        edit = Edit(world.id(), kind, Op.DELETE, found[0], found[1], {})
        world.save(laptop, f"deletes {kind} {_short(found[0])}", edit)


PLACED = {"unit_id", "parent_id", "state"}
"""Fields of which a person does not just say another value; they are moved, or go a step."""


def settle(world: World, laptop: Laptop) -> None:
    """A person decides a conflict: the county's value, the offered one, or a third."""
    rows = laptop.memory.rows(
        "SELECT id, unit_id, kind, record_id, field, offered FROM conflict"
        " WHERE choice = '' AND revision > 0 ORDER BY id"
    )
    if not rows:
        return
    id_, unit, kind, record, name, offered = world.random.choice(rows)
    choice = world.random.choice(list(Choice))
    fields = {"settled_at": world.clock(), "settled_by": laptop.name, "choice": choice.value}
    edits = [_update(world, "conflict", (UUID(bytes=id_), UUID(bytes=unit)), fields)]
    there = dict(laptop.some(kind)).get(UUID(bytes=record))
    if there is not None and choice != Choice.STANDING and name not in PLACED:
        value = json.loads(offered) if choice == Choice.OFFERED else world.word()
        edits.append(_update(world, kind, (UUID(bytes=record), there), {name: value}))
    world.save(laptop, f"settles a conflict over {kind} {name}: {choice}", *edits)


def poison(world: World, laptop: Laptop) -> None:
    """A change that the county cannot read, or stumbles over, or that is too long for a message."""
    home = _some(world, laptop, "household")
    if home is not None:
        kind = world.random.choice([UNREADABLE, UNREADABLE, STUMBLE, STUMBLE, TOO_LONG])
        length = MAX_BODY_BYTES if kind == TOO_LONG else 0
        member = MemberRecord(
            id=world.id(), unit_id=home[1], household_id=home[0], name=world.word() + kind
        )
        member.note = "x" * length
        edit = journal.create(world.id(), "member", member)
        world.save(laptop, f"adds member {member.name}", edit)


def draft(world: World, laptop: Laptop) -> None:
    """A form is left half written."""
    home = _some(world, laptop, "household")
    if home is not None:
        with laptop.store.session() as session:
            body = {"note": world.word()}
            drafts.keep(session, f"household/{home[0]}", body, world.clock())
        world.tell(f"{laptop.name} leaves a form about household {_short(home[0])} half written")


def undo(world: World, laptop: Laptop) -> None:
    """The last thing that was not sent yet is taken back."""
    if laptop.undo(world.id(), [world.id() for _ in range(4)], world.ledger):
        world.tell(f"{laptop.name} takes the last thing back")


def change_unit(world: World, laptop: Laptop) -> None:
    """A unit gets another name, or a micro-grid goes to another village."""
    if laptop.role == Role.LEADER:
        return
    held = {unit for unit, _ in laptop.some("unit")}
    far = laptop.role in {Role.COUNTY, Role.TOWNSHIP}
    if far and MICRO_2 in held and world.random.random() < 0.5:
        unit, fields = MICRO_2, {"parent_id": world.random.choice([VILLAGE, OTHER_VILLAGE])}
    else:
        unit, fields = world.random.choice(_own_units(world, laptop)), {"name": world.word()}
    if unit not in held:
        return
    world.save(laptop, f"changes unit: {fields}", _update(world, "unit", (unit, unit), fields))


def _entry(world: World, dispute: UUID, unit: UUID) -> Edit:
    record = CaseEventRecord(
        id=world.id(),
        unit_id=unit,
        dispute_id=dispute,
        kind=EventKind.HANDLED.value,
        happened_on=DAY,
        recorded_at=world.clock() + timedelta(microseconds=1),
        actor="somebody",
        text=world.word(),
    )
    return journal.create(world.id(), "case_event", record)


def _set(world: World, laptop: Laptop, kind: str, fields: dict[str, Any]) -> None:
    found = _some(world, laptop, kind)
    if found is not None:
        what = f"sets {kind} {_short(found[0])}: {fields}"
        world.save(laptop, what, _update(world, kind, found, fields))


def _update(world: World, kind: str, record: tuple[UUID, UUID], fields: dict[str, Any]) -> Edit:
    return Edit(world.id(), kind, Op.UPDATE, record[0], record[1], fields)


def _some(world: World, laptop: Laptop, kind: str) -> tuple[UUID, UUID] | None:
    """A record in sight; more often one over which persons meet."""
    found = laptop.some(kind)
    if not found:
        return None
    hot = [record for record in found if record[0] in world.hot]
    return world.random.choice(hot if hot and world.random.random() < 0.6 else found)


def _own_units(world: World, laptop: Laptop) -> list[UUID]:
    """The units of the laptop's person in which there are households."""
    levels = (Level.MICRO.value, Level.VILLAGE.value)
    rows = laptop.memory.rows("SELECT id FROM unit WHERE level IN (?, ?) ORDER BY id", *levels)
    here = [UUID(bytes=id_) for (id_,) in rows]
    if laptop.role == Role.LEADER:
        return [laptop.unit]
    return here or [laptop.unit]


def _short(id_: UUID) -> str:
    return id_.hex[:4]


ACTS: list[tuple[int, Callable[[World, Laptop], None]]] = [
    (6, new_household),
    (4, new_member),
    (4, visit),
    (7, edit_household),
    (9, edit_member),
    (6, move_household),
    (3, new_dispute),
    (4, case_step),
    (4, delete),
    (2, change_unit),
    (4, settle),
    (2, undo),
    (1, poison),
    (1, draft),
]
"""How often each is done, one against the other."""

SEALED: list[tuple[int, Callable[[World, Laptop], None]]] = [
    (9, new_dispute),
    (9, case_step),
    (9, seal),
]
"""What happens besides in the runs that are about sealed cases."""
