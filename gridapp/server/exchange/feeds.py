"""Feeds: one counter row each, locked until COMMIT, so that positions commit in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from gridapp.server.database import driver
from gridapp.server.database.tables import feed_head
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
    rows = driver.ask_among(
        connection,
        "SELECT feed, seq, chain FROM feed_counter WHERE seq > 0 AND feed IN ids",
        [feed.bytes for feed in feeds],
    )
    return {UUID(bytes=feed): Head(seq, chain) for feed, seq, chain in rows}


def chain_at(connection: Connection, feed: UUID, seq: int) -> str | None:
    """The chain when ``seq`` was the head of the feed; None when it never was."""
    question = "SELECT chain FROM feed_head WHERE feed = ? AND seq = ?"
    rows = driver.ask(connection, question, feed.bytes, seq)
    return str(rows[0][0]) if rows else None


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
