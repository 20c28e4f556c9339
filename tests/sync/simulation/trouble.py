"""What goes wrong besides the line: discs, backups, clones, grants, and messages from long ago."""

from collections.abc import Callable
from functools import partial
from typing import Any

from gridapp.contract.people import Role
from gridapp.contract.sync import Op
from tests.sync.simulation import bed, newer
from tests.sync.simulation.laptop import Laptop
from tests.sync.simulation.sight import CountySight
from tests.sync.simulation.stick import carried
from tests.sync.simulation.world import World

SYNC_STATEMENTS = 120

Doing = Callable[[World, Laptop], None]


def sync(world: World, laptop: Laptop) -> None:
    """An exchange; now and then the laptop dies over it."""
    if laptop.line.badness and world.random.random() < 0.06:
        laptop.memory.crash_after(world.random.randrange(SYNC_STATEMENTS))
    world.tell(f"{laptop.name} exchanges")
    laptop.line.meanwhile = partial(world.meanwhile, laptop)
    world.exchanging.append(laptop)
    result = laptop.sync()
    world.exchanging.remove(laptop)
    if result is None:
        world.tell(f"… {laptop.name} dies over it")
    else:
        told = f"sent {result.pushed}, got {result.pulled}, refused {result.refused}"
        world.tell(f"… {told}, conflicts {result.conflicts}, {result.problem or 'all well'}")


def old_message(world: World, laptop: Laptop) -> None:
    """A copy of a push that was long in a queue somewhere arrives."""
    laptop.line.deliver_late()


def back_up_laptop(world: World, laptop: Laptop) -> None:
    """Somebody makes an image of the disc."""
    laptop.images.append((laptop.memory.image(), list(laptop.history)))
    world.tell(f"{laptop.name}'s disc is copied to an image")


def put_laptop_back(world: World, laptop: Laptop) -> None:
    """The laptop starts from an old image; what was saved since is on no disc any more."""
    if not laptop.images:
        return
    image, history = world.random.choice(laptop.images)
    laptop.memory.load(image)
    laptop.restart()
    gone = set(laptop.history).difference(history)
    laptop.history = list(history)
    elsewhere = {change for other in world.laptops for change in other.history}
    judged = CountySight(world.county.memory).journal
    at_county = {change.change_id for change in judged if change.op != Op.SET_ASIDE}
    world.ledger.disc_lost(gone, elsewhere, at_county)
    world.tell(f"{laptop.name} is put back to an image: {len(gone)} changes are gone from it")


def clone(world: World, laptop: Laptop) -> None:
    """The disc is copied into a second laptop; both go on."""
    if not world.spare:
        return
    memory = bed.prepared().memories[world.spare.pop()]
    memory.load(laptop.memory.image())
    twin = Laptop(
        f"{laptop.name}'s twin",
        laptop.unit,
        laptop.role,
        memory,
        world.line(),
        world.clock,
        world.random.randbytes,
    )
    twin.history = list(laptop.history)
    twin.line.badness = laptop.line.badness
    world.laptops.append(twin)
    world.busy = [laptop, twin]
    world.tell(f"{laptop.name} is cloned")


def newcomer(world: World, laptop: Laptop) -> None:
    """A further person enrols."""
    if not world.spare:
        return
    unit, role = world.random.choice(list(bed.CAST.values()))
    memory = bed.prepared().memories[world.spare.pop()]
    memory.load(bed.prepared().blank)
    fresh = Laptop(
        f"newcomer ({role.value})",
        unit,
        role,
        memory,
        world.line(),
        world.clock,
        world.random.randbytes,
    )
    bed.join(fresh, world.county.code(unit, role), world.id(), world.random)
    fresh.line.badness = laptop.line.badness
    world.laptops.append(fresh)
    world.busy.append(fresh)
    world.tell(f"{fresh.name} enrols")


def back_up_county(world: World, laptop: Laptop) -> None:
    """The county's database is copied."""
    world.county_images.append(world.county.memory.image())
    world.tell("the county makes a backup")


def put_county_back(world: World, laptop: Laptop) -> None:
    """The county goes on from an old backup and tells nobody."""
    if world.county_images:
        world.ledger.forgotten(
            change for laptop in world.laptops for change in laptop.changes("forgotten")
        )
        for busy in world.exchanging:
            world.ledger.on_its_word |= busy.changes("waiting")
        world.county.memory.load(world.random.choice(world.county_images))
        world.county.restart()
        judged = CountySight(world.county.memory).journal
        world.ledger.county_lost({change.change_id: change.result for change in judged})
        world.tell("the county is put back to a backup, and tells nobody")


def further_grant(world: World, laptop: Laptop) -> None:
    """A person is granted another unit as well."""
    unit, role = world.random.choice(list(bed.CAST.values())[2:])
    _grant(world, laptop, "INSERT OR REPLACE INTO device_grant VALUES (?, ?, ?, 0)", unit, role)
    world.tell(f"{laptop.name} is granted {role.value} of {unit.hex[:4]}")


def ended_grant(world: World, laptop: Laptop) -> None:
    """A grant ends."""
    grants = world.county.memory.rows(
        "SELECT unit_id FROM device_grant WHERE device_id = ? AND NOT ended ORDER BY unit_id",
        laptop.device().bytes,
    )
    if grants and laptop.role != Role.COUNTY:
        unit = world.random.choice(grants)[0]
        world.county.memory.rows(
            "UPDATE device_grant SET ended = 1 WHERE device_id = ? AND unit_id = ?",
            laptop.device().bytes,
            unit,
        )
        world.tell(f"{laptop.name} is no longer granted {unit.hex()[:4]}")


def revoked(world: World, laptop: Laptop) -> None:
    """A device may hand in what it holds, and read nothing."""
    if laptop.role != Role.COUNTY:
        world.county.memory.rows(
            "UPDATE device SET status = 'revoked' WHERE id = ?", laptop.device().bytes
        )
        world.tell(f"{laptop.name}'s device is revoked")


def erased_by_law(world: World, laptop: Laptop) -> None:
    """Nothing of a person may be left, anywhere."""
    records = CountySight(world.county.memory).records
    found = sorted(key for key, held in records.items() if key[0] == "member" and not held.deleted)
    if found:
        kind, record_id = world.random.choice(found)
        world.county.erase(kind, record_id)
        world.ledger.erased(record_id)
        world.tell(f"the county erases {kind} {record_id.hex[:4]} by law")


def newer_writes(world: World, laptop: Laptop) -> None:
    """A laptop with a newer program writes what the others do not know."""
    newer.writes(world)


def _grant(world: World, laptop: Laptop, question: str, unit: Any, role: Role) -> None:
    known = world.county.memory.rows("SELECT 1 FROM device WHERE id = ?", laptop.device().bytes)
    if known:
        world.county.memory.rows(question, laptop.device().bytes, unit.bytes, role.value)


def either(one: Doing, other: Doing) -> Doing:
    """Half of the time the one, half of the time the other."""

    def happens(world: World, laptop: Laptop) -> None:
        (one if world.random.random() < 0.5 else other)(world, laptop)

    return happens


TROUBLES: list[tuple[int, Doing]] = [
    (3, old_message),
    (3, either(back_up_laptop, put_laptop_back)),
    (2, clone),
    (1, newcomer),
    (3, either(back_up_county, put_county_back)),
    (3, either(further_grant, ended_grant)),
    (1, revoked),
    (3, newer_writes),
    (2, erased_by_law),
    (6, carried),
]
"""How often each happens, one against the other."""

AT_COUNTY: list[tuple[int, Doing]] = [
    (3, either(back_up_county, put_county_back)),
    (3, either(further_grant, ended_grant)),
    (1, revoked),
    (3, newer_writes),
    (2, erased_by_law),
]
"""What may happen while a laptop waits for an answer."""
