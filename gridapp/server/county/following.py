"""Learns each second what others have changed: further workers of the county, its command line.

Reading beats being told: it works alike on both databases, misses nothing, and costs a commit
nothing, whereas PostgreSQL lets only one transaction at a time commit a NOTIFY.
"""

from threading import Event, Thread
from uuid import UUID

import structlog
from sqlalchemy import select

from gridapp.server.county.county import County
from gridapp.server.database.tables import device, feed_counter, grant

PERIOD = 1.0

Rights = dict[UUID, frozenset[tuple[UUID, str, bool, str]]]
"""By device: its grants, whether they have ended, and its status."""

log = structlog.get_logger("gridapp.county")


class Following:
    """A thread beside the server."""

    def __init__(self, county: County) -> None:
        self._county = county
        self._rights: Rights = {}
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="following", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._stopping.set()
        self._thread.join()

    def look(self) -> None:
        """Tell the news of this process what has changed since the last look."""
        heads = select(feed_counter.c.feed, feed_counter.c.seq)
        granted = select(
            grant.c.device_id, grant.c.unit_id, grant.c.role, grant.c.ended, device.c.status
        ).join(device, device.c.id == grant.c.device_id)
        with self._county.reading() as connection:
            self._county.news.moved({row.feed: row.seq for row in connection.execute(heads)})
            found: dict[UUID, set[tuple[UUID, str, bool, str]]] = {}
            for device_id, *right in connection.execute(granted):
                found.setdefault(device_id, set()).add(tuple(right))
        before = self._rights
        self._rights = {device_id: frozenset(rights) for device_id, rights in found.items()}
        changed = {who for who, rights in before.items() if self._rights.get(who) != rights}
        self._county.news.forget(changed)

    def _run(self) -> None:
        while not self._stopping.wait(PERIOD):
            try:
                self.look()
            except Exception as error:
                self._county.news.forget()
                log.error("cannot follow", error=type(error).__name__)
