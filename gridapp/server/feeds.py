"""Feeds: one counter row each, locked until COMMIT, so that positions commit in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from gridapp.server.grid import TREE_LOCK
from gridapp.server.tables import feed_counter, feed_head


@dataclass(frozen=True)
class Head:
    """The end of a feed: its last position and the hash chain over all that came before."""

    seq: int = 0
    chain: str = ""


def lock(connection: Connection, feeds: Iterable[UUID]) -> dict[UUID, Head]:
    """Lock these feeds, made when they are new, always in the same order; their heads."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    heads = {}
    for feed in sorted(feeds):
        statement = dialect.insert(feed_counter).values(feed=feed, seq=0, chain="")
        row = connection.execute(
            statement.on_conflict_do_update(
                index_elements=["feed"], set_={"seq": feed_counter.c.seq}
            ).returning(feed_counter.c.seq, feed_counter.c.chain)
        ).one()
        heads[feed] = Head(*row)
    return heads


def lock_tree(connection: Connection, *, to_change: bool) -> None:
    """Keep the grid tree still; whoever changes it waits for all others, and they for him."""
    if to_change:
        lock(connection, [TREE_LOCK])
    else:
        query = select(feed_counter.c.seq).where(feed_counter.c.feed == TREE_LOCK)
        connection.execute(query.with_for_update(read=True))


def heads(connection: Connection, feeds: Iterable[UUID]) -> dict[UUID, Head]:
    """The heads of those of the feeds in which there is anything."""
    rows = connection.execute(
        select(feed_counter.c.feed, feed_counter.c.seq, feed_counter.c.chain).where(
            feed_counter.c.feed.in_(list(feeds)), feed_counter.c.seq > 0
        )
    )
    return {feed: Head(seq, chain) for feed, seq, chain in rows}


def chain_at(connection: Connection, feed: UUID, seq: int) -> str | None:
    """The chain when ``seq`` was the head of the feed; None when it never was."""
    query = select(feed_head.c.chain).where(feed_head.c.feed == feed, feed_head.c.seq == seq)
    found: Any = connection.execute(query).scalar()
    return None if found is None else str(found)


def advance(connection: Connection, moved: Mapping[UUID, Head], at: datetime) -> None:
    """Set the new heads of feeds that this transaction has locked."""
    for feed, head in moved.items():
        connection.execute(
            update(feed_counter)
            .where(feed_counter.c.feed == feed)
            .values(seq=head.seq, chain=head.chain)
        )
        connection.execute(
            insert(feed_head).values(feed=feed, seq=head.seq, chain=head.chain, at=at)
        )
