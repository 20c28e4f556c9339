"""What the county forgets with time, so that it does not grow without end.

A laptop that was away for longer reads its feeds anew; the records themselves stay.
"""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, bindparam, delete, func, select

from gridapp.server import audit
from gridapp.server.database import settings
from gridapp.server.database.tables import enrolment_code, feed_head, stub
from gridapp.server.exchange import blobs, partial

FEEDS = timedelta(days=400)
"""Heads and stubs: how long a laptop may be away and still read on where it was."""

UPLOADS = timedelta(days=7)
"""Bodies, and files of cases, that never became whole."""

EVERY = timedelta(days=1)


@dataclass(frozen=True)
class Expired:
    """How much was removed."""

    heads: int
    stubs: int
    codes: int
    uploads: int
    blobs: int


def run(connection: Connection, now: datetime, folder: Path | None) -> Expired:
    """Remove what is too old from the database, and from the folder of the county."""
    heads, stubs = _feeds(connection, now - FEEDS)
    dead = enrolment_code.c.expires_at <= now
    codes = connection.execute(delete(enrolment_code).where(dead)).rowcount
    uploads = partial.drop_old(folder / partial.FOLDER, now - UPLOADS) if folder else 0
    files = blobs.expire(connection, begun_before=now - UPLOADS)
    expired = Expired(heads, stubs, codes, uploads, files)
    settings.put(connection, settings.LAST_EXPIRY, now.isoformat())
    audit.note(connection, now, None, "expired", asdict(expired))
    return expired


def is_due(connection: Connection, now: datetime) -> bool:
    """Whether the last run was a day ago, or by a clock that has been set back since."""
    last = settings.get(connection, settings.LAST_EXPIRY)
    return last is None or not timedelta(0) <= now - datetime.fromisoformat(last) < EVERY


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
