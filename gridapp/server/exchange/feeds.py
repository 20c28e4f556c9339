"""Feeds: one counter row each, locked until COMMIT, so that positions commit in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from gridapp.server.database import driver
from gridapp.server.database.tables import feed_counter, feed_head
from gridapp.server.exchange.grid import TREE_LOCK


@dataclass(frozen=True)
class Head:
    """The end of a feed: its last position and the hash chain over all that came before."""

    seq: int = 0
    chain: str = ""


def lock(connection: Connection, feeds: Iterable[UUID]) -> dict[UUID, Head]:
    """Lock these feeds, made when they are new, always in the same order; their heads."""
    heads = {}
    for feed in sorted(feeds):
        [row] = driver.ask(
            connection,
            "INSERT INTO feed_counter AS f (feed, seq, chain) VALUES (?, 0, '')"
            " ON CONFLICT (feed) DO UPDATE SET seq = f.seq RETURNING seq, chain",
            feed.bytes,
        )
        heads[feed] = Head(*row)
    return heads


def lock_tree(connection: Connection, *, to_change: bool) -> None:
    """Keep the grid tree still; whoever changes it waits for all others, and they for him."""
    if to_change:
        lock(connection, [TREE_LOCK])
    elif driver.is_postgresql(connection):
        question = "SELECT seq FROM feed_counter WHERE feed = ? FOR SHARE"
        driver.ask(connection, question, TREE_LOCK.bytes)


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


def moved_in(connection: Connection) -> dict[UUID, int]:
    """The heads that the transaction of ``connection`` has set, by feed."""
    moved: dict[UUID, int] = connection.info.setdefault("moved feeds", {})
    return moved


def advance(connection: Connection, moved: Mapping[UUID, Head], at: str) -> None:
    """Set the new heads of feeds that this transaction has locked."""
    moved_in(connection).update({feed: head.seq for feed, head in moved.items()})
    driver.do(
        connection,
        "UPDATE feed_counter SET seq = ?, chain = ? WHERE feed = ?",
        *[(head.seq, head.chain, feed.bytes) for feed, head in moved.items()],
    )
    rows = [(feed.bytes, head.seq, head.chain, at) for feed, head in moved.items()]
    driver.insert(connection, feed_head, rows)
