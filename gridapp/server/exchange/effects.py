"""Writes what has come about on a bench: positions, records, stubs, tree, heads of feeds."""

from collections.abc import Mapping
from datetime import datetime
from itertools import count
from uuid import UUID

from sqlalchemy import Connection

from gridapp.contract.alike import AlikeResults
from gridapp.contract.sync import Verdict
from gridapp.domain.sync.chain import link
from gridapp.server.database import driver
from gridapp.server.database.driver import Row
from gridapp.server.database.tables import stub
from gridapp.server.exchange import feeds, grid, records, totals
from gridapp.server.exchange.alike import Fresh
from gridapp.server.exchange.bench import Bench, Left
from gridapp.server.exchange.feeds import Head


def write(
    connection: Connection, bench: Bench, locked: Mapping[UUID, Head], cause: str, now: datetime
) -> None:
    """Give positions after these heads and keep everything; ``cause`` goes into the chains.

    So does the time: a county that was put back and judges the same again has another history.
    """
    at = driver.moment(now)
    heads = bench.place(locked, f"{cause} {at}")
    records.write(connection, {key: bench.records[key] for key in bench.touched})
    totals.move(connection, bench.touched, bench.records)
    driver.insert(connection, stub, [_stub_row(left, at) for left in bench.left])
    nodes = {unit: bench.tree.node(unit) for kind, unit in bench.touched if kind == "unit"}
    grid.keep(connection, {unit: node for unit, node in nodes.items() if node is not None})
    feeds.advance(connection, heads, at)


def add(
    connection: Connection, fresh: Fresh, locked: Mapping[UUID, Head], cause: str, now: datetime
) -> AlikeResults:
    """The same for new records of one sort, from their columns; the answers."""
    at, changes = driver.moment(now), fresh.changes
    counts = {feed: count(locked[feed].seq + 1) for feed in fresh.feeds()}
    written: dict[UUID, list[tuple[str, UUID, int]]] = {feed: [] for feed in counts}
    place = {unit: counts[kept.feed].__next__ for unit, kept in fresh.like.items()}
    note = {unit: written[kept.feed].append for unit, kept in fresh.like.items()}
    positions = [place[unit]() for unit in fresh.unit_names]
    for unit, record_id in zip(fresh.unit_names, changes.record_ids, strict=True):
        note[unit]((changes.kind, record_id, 1))
    records.add(connection, changes, fresh.like, fresh.home_names, positions)
    totals.add(connection, changes, fresh.like)
    heads = {
        feed: Head(locked[feed].seq + len(rows), link(locked[feed].chain, [f"{cause} {at}", rows]))
        for feed, rows in written.items()
    }
    feeds.advance(connection, heads, at)
    return AlikeResults(changes.change_ids, Verdict.APPLIED.value, 1, positions)


def _stub_row(left: Left, at: str) -> Row:
    kind, record_id = left.key
    ids = (record_id.bytes, left.from_unit.bytes)
    return (left.feed.bytes, left.seq, kind, *ids, left.revision, at, left.readers)
