"""Legal erasure: a record without any value, everywhere at the county; laptops follow its row."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from gridapp.domain.sync.merging import erased
from gridapp.server import audit
from gridapp.server.database import driver
from gridapp.server.exchange import effects, feeds, gather, grid, journal, records
from gridapp.server.exchange.bench import Bench
from gridapp.server.exchange.records import Key

OPERATOR = 0
"""Stands for the number of a device where the county itself writes."""


def erase(connection: Connection, kind: str, record_id: UUID, now: datetime) -> bool:
    """Erase a record at an operator's word; False when there is none, or it is erased.

    Its household, its members and its visits are records of their own.
    """
    feeds.lock_tree(connection, to_change=False)
    key = (kind, record_id)
    found = records.read(connection, [key])
    if key not in found or found[key].state.erased or kind == "unit":
        return False
    locked = feeds.lock(connection, {found[key].feed})
    found = records.read(connection, [key])
    found |= records.following(connection, sorted(gather.leads_to(kind, record_id, found)))
    bench = Bench(grid.load(connection), found, OPERATOR)
    for one in (key, *bench.conflicts_about(record_id)):
        bench.put(one, erased(bench.records[one].state), None)
    locked |= feeds.lock(connection, bench.feeds() - locked.keys())
    effects.write(connection, bench, locked, f"erase {record_id}", now)
    forget(connection, bench.touched)
    audit.note(connection, now, None, "erased", {"kind": kind, "id": str(record_id)})
    return True


def forget(connection: Connection, keys: Iterable[Key]) -> None:
    """Leave no value of these records in what the county keeps beside them."""
    ids: Sequence[UUID] = [record_id for _, record_id in keys]
    journal.forget(connection, ids)
    driver.do(
        connection, "DELETE FROM quarantine WHERE record_id = ?", *[(one.bytes,) for one in ids]
    )
