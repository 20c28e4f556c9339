"""Count and digest of what each feed holds, by unit: kept up to date, so that no pull must read it.

They change in the transaction that changes the records, under the lock of the feed.
"""

from collections.abc import Mapping
from itertools import repeat
from uuid import UUID

from sqlalchemy import Connection

from gridapp.contract.alike import AlikeChanges
from gridapp.domain.sync.chain import digest_text, summand, total_of_rows
from gridapp.domain.sync.scope import OPEN_KINDS
from gridapp.server.database import driver
from gridapp.server.database.tables import feed_total
from gridapp.server.exchange.records import Kept, Key
from gridapp.server.exchange.view import View

Part = tuple[bytes, bytes, bool, str]
"""A part of a feed: feed, unit, whether it may be seen from below, and who alone sees it."""

Total = tuple[int, int]
"""Count, and sum of summands."""


def move(
    connection: Connection, before: Mapping[Key, Kept | None], after: Mapping[Key, Kept]
) -> None:
    """Records have changed from how they were before."""
    changes: dict[Part, Total] = {}
    for key, old in before.items():
        _add(changes, key, old, -1)
        _add(changes, key, after[key], 1)
    _write(connection, changes)


def add(connection: Connection, fresh: AlikeChanges, like: Mapping[str, Kept]) -> None:
    """New records have come, each ``like`` the one of its unit."""
    ids: dict[str, list[bytes]] = {unit: [] for unit in like}
    for unit, record_id in zip(fresh.fields["unit_id"], fresh.raw_record_ids, strict=True):
        ids[unit].append(record_id)
    changes: dict[Part, Total] = {}
    for unit, kept in like.items():
        rows = zip(ids[unit], repeat(kept.state.revision), strict=False)
        changes[_part(fresh.kind, kept)] = (len(ids[unit]), total_of_rows(rows))
    _write(connection, changes)


def _write(connection: Connection, changes: Mapping[Part, Total]) -> None:
    rows = driver.ask_among(
        connection,
        "SELECT feed, unit_id, open, readers, count, digest FROM feed_total WHERE feed IN ids",
        list({feed for feed, *_ in changes}),
    )
    kept: dict[Part, Total] = {
        (feed, unit, bool(openly), readers): (n, int(sum_, 16))
        for feed, unit, openly, readers, n, sum_ in rows
    }
    written = []
    for part, (count, total) in changes.items():
        old_count, old_total = kept.get(part, (0, 0))
        written.append((*part, old_count + count, digest_text(old_total + total)))
    if written:
        driver.upsert(connection, feed_total, written)


def of(connection: Connection, view: View) -> tuple[int, str]:
    """How many records of a feed are in view, and their digest."""
    seen, values = view.seen(connection, "open")
    question = f"SELECT count, digest FROM feed_total WHERE {seen}"  # noqa: S608 - our own words
    parts = driver.ask(connection, question, *values)
    return (
        sum(count for count, _ in parts),
        digest_text(sum(int(digest, 16) for _, digest in parts)),
    )


def wrong(connection: Connection) -> set[UUID]:
    """The feeds whose totals are not those of their records; reads every record."""
    read: dict[Part, Total] = {}
    rows = "SELECT kind, id, feed, unit_id, revision, readers FROM record WHERE NOT deleted"
    for kind, record_id, feed, unit, revision, readers in driver.ask(connection, rows):
        part = (feed, unit, kind in OPEN_KINDS, readers)
        count, total = read.get(part, (0, 0))
        read[part] = (count + 1, total + summand(record_id, revision))
    found = {(*part, count, digest_text(total)) for part, (count, total) in read.items()}
    kept = driver.ask(
        connection,
        "SELECT feed, unit_id, open, readers, count, digest FROM feed_total WHERE count <> 0",
    )
    differing = found ^ {(feed, unit, bool(openly), *more) for feed, unit, openly, *more in kept}
    return {UUID(bytes=feed) for feed, *_ in differing}


def _add(changes: dict[Part, Total], key: Key, kept: Kept | None, sign: int) -> None:
    if kept is None or kept.state.deleted:
        return
    part = _part(key[0], kept)
    count, total = changes.get(part, (0, 0))
    changes[part] = (count + sign, total + sign * summand(key[1].bytes, kept.state.revision))


def _part(kind: str, kept: Kept) -> Part:
    return kept.feed.bytes, kept.unit_id.bytes, kind in OPEN_KINDS, kept.readers
