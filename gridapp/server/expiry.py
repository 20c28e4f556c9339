"""What the county forgets with time, so that it does not grow without end.

A laptop that was away for longer reads its feeds anew; the records themselves stay.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, bindparam, delete, func, select

from gridapp.server import audit, settings
from gridapp.server.tables import applied_batch, enrolment_code, feed_head, stub

FEEDS = timedelta(days=400)
"""Heads and stubs: how long a laptop may be away and still read on where it was."""

REPLIES = timedelta(days=90)
"""Replies to whole batches. Afterwards the journal has the first answer to each change."""

EVERY = timedelta(days=1)


@dataclass(frozen=True)
class Expired:
    """How much was removed."""

    heads: int
    stubs: int
    replies: int
    codes: int


def run(connection: Connection, now: datetime) -> Expired:
    """Remove what is too old."""
    heads, stubs = _feeds(connection, now - FEEDS)
    old_reply = applied_batch.c.applied_at < now - REPLIES
    replies = connection.execute(delete(applied_batch).where(old_reply)).rowcount
    dead = enrolment_code.c.expires_at <= now
    codes = connection.execute(delete(enrolment_code).where(dead)).rowcount
    expired = Expired(heads, stubs, replies, codes)
    settings.put(connection, settings.LAST_EXPIRY, now.isoformat())
    audit.note(connection, now, None, "expired", asdict(expired))
    return expired


def is_due(connection: Connection, now: datetime) -> bool:
    """Whether the last run was a day ago."""
    last = settings.get(connection, settings.LAST_EXPIRY)
    return last is None or now - datetime.fromisoformat(last) >= EVERY


def _feeds(connection: Connection, before: datetime) -> tuple[int, int]:
    """Drop heads and stubs; the last head of that time stays, for whoever has read up to it."""
    last = select(feed_head.c.feed, func.max(feed_head.c.seq)).where(feed_head.c.at <= before)
    ends = [
        {"of": feed, "end": seq}
        for feed, seq in connection.execute(last.group_by(feed_head.c.feed))
    ]
    if not ends:
        return 0, 0
    heads = delete(feed_head).where(
        feed_head.c.feed == bindparam("of"), feed_head.c.seq < bindparam("end")
    )
    stubs = delete(stub).where(stub.c.feed == bindparam("of"), stub.c.seq <= bindparam("end"))
    return connection.execute(heads, ends).rowcount, connection.execute(stubs, ends).rowcount
