"""Reads everything that is needed to decide a batch, in a few questions whatever its size."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from gridapp.contract.sync import Change, Op
from gridapp.domain.scope import Tree
from gridapp.server import batch, devices, grid, records
from gridapp.server.bench import Bench
from gridapp.server.devices import Device
from gridapp.server.records import Key
from gridapp.server.tables import stub


def judge(
    connection: Connection, sender: Device, changes: Sequence[Change], now: datetime
) -> batch.Judge:
    """A judge with all records, grants and former places at hand."""
    tree = grid.load(connection)
    keys = batch.needs(changes)
    found = records.read(connection, keys)
    found |= records.of_households(connection, _moving_households(changes))
    found |= records.of_units(connection, _below_moving_units(tree, changes))
    return batch.Judge(
        bench=Bench(tree, found, sender.number),
        device=sender,
        grants=devices.grants_of(connection, sender.id, ended=True),
        former=_former(connection, keys),
        now=now,
    )


def _moving_households(changes: Iterable[Change]) -> list[UUID]:
    return [
        change.record_id
        for change in changes
        if change.kind == "household" and "unit_id" in change.fields and change.op == Op.UPDATE
    ]


def _below_moving_units(tree: Tree, changes: Iterable[Change]) -> list[UUID]:
    """Units whose records may change feed, because a unit above them is put elsewhere."""
    below: set[UUID] = set()
    for change in changes:
        node = tree.node(change.record_id)
        if change.kind != "unit" or node is None:
            continue
        parent = str(node.parent_id) if node.parent_id else None
        stays = change.fields.get("parent_id", parent) == parent
        if not stays or change.fields.get("level", node.level) != node.level:
            below |= tree.below(change.record_id)
    return sorted(below)


def _former(connection: Connection, keys: Iterable[Key]) -> dict[Key, list[tuple[UUID, int]]]:
    ids = list({record_id for _, record_id in keys})
    found: dict[Key, list[tuple[UUID, int]]] = {}
    for some in records.chunks(ids):
        columns = (stub.c.kind, stub.c.id, stub.c.from_unit, stub.c.revision)
        for kind, record_id, unit, revision in connection.execute(
            select(*columns).where(stub.c.id.in_(some))
        ):
            found.setdefault((kind, record_id), []).append((unit, revision))
    return found
