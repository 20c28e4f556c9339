"""A laptop with a newer program: it writes kinds, fields and codes that nobody else here knows."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from gridapp.contract import SCHEMA, wire
from gridapp.contract.sync import Change, Op, PushRequest
from tests.server.grids import MICRO_1, VILLAGE
from tests.sync.simulation import bed
from tests.sync.simulation.ledger import Saved
from tests.sync.simulation.sight import CountySight
from tests.sync.simulation.world import World

NAME = "the newer laptop"
UNKNOWN_KIND = "parcel"
UNKNOWN_FIELD = "dwelling"
REACH = {str(VILLAGE), str(MICRO_1)}
"""Units of which it writes; its grant is the village's."""


@dataclass(frozen=True)
class Wish:
    """What it writes."""

    kind: str
    op: Op
    record_id: UUID
    unit: UUID
    fields: dict[str, Any]
    base: int = 0


def writes(world: World) -> None:
    """Write one thing and send it; the county is all that holds it, until others pull."""
    wish, device = _wish(world), bed.NEWER
    rows = world.county.memory.rows("SELECT last_dseq, head FROM device WHERE id = ?", device.bytes)
    if wish is None or not rows:
        return
    last, head = rows[0]
    change = Change(
        change_id=world.id(),
        dseq=last + 1,
        unit=wish.unit,
        kind=wish.kind,
        record_id=wish.record_id,
        op=wish.op.value,
        base_revision=wish.base,
        fields=wish.fields,
    )
    request = PushRequest(world.id(), device, SCHEMA, head, [change])
    reply = world.county.push(wire.pack_push(request))
    world.ledger.answered(reply.results[0])
    world.ledger.keep(
        [Saved(change.change_id, wish.kind, wish.record_id, wish.op.value, wish.fields, NAME)]
    )
    world.ledger.lonely.add(change.change_id)
    world.tell(f"{NAME} writes {wish.op.value} {wish.kind} {wish.record_id.hex[:4]}: {wish.fields}")


def _wish(world: World) -> Wish | None:
    chance = world.random.random()
    if chance < 0.4:
        return Wish(UNKNOWN_KIND, Op.CREATE, world.id(), MICRO_1, {"area": world.word()})
    kind = UNKNOWN_KIND if chance < 0.6 else "household"
    records = CountySight(world.county.memory).records
    known = sorted(
        key
        for key, held in records.items()
        if key[0] == kind and not held.deleted and held.fields["unit_id"] in REACH
    )
    if not known:
        return None
    key = world.random.choice(known)
    held = records[key]
    name = "area" if kind == UNKNOWN_KIND else UNKNOWN_FIELD
    unit = UUID(held.fields["unit_id"])
    return Wish(kind, Op.UPDATE, key[1], unit, {name: world.word()}, held.revision)
