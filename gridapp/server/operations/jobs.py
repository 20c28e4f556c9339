"""What a serving county does by itself: each minute what was heard of and done, each day expiry.

Every worker process runs these; the database decides who does what, so that nothing is done twice.
"""

from threading import Event, Thread

import structlog

from gridapp.server import audit
from gridapp.server.access import contacts
from gridapp.server.county.county import County
from gridapp.server.database import settings
from gridapp.server.operations import erasure, expiry

PERIOD = 60.0

log = structlog.get_logger("gridapp.county")


class Jobs:
    """A thread beside the server."""

    def __init__(self, county: County) -> None:
        self._county = county
        self._stopping = Event()
        self._thread = Thread(target=self._run, name="jobs", daemon=True)

    def start(self) -> None:
        """Begin; the first turn comes after a minute."""
        self._thread.start()

    def stop(self) -> None:
        """End, after a last turn."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.wait(PERIOD):
            turn(self._county)
        turn(self._county)


def turn(county: County) -> None:
    """One round of all jobs; one that fails is logged and does not keep the others from theirs."""
    for job in (_write_contacts, _erase, _expire, _seal):
        try:
            job(county)
        except Exception as error:
            log.error("job failed", job=job.__name__.strip("_"), error=type(error).__name__)


def _write_contacts(county: County) -> None:
    fresh = county.contacts.take()
    if fresh:
        with county.writing() as connection:
            contacts.write(connection, fresh)


def _erase(county: County) -> None:
    with county.reading() as connection:
        if not erasure.outstanding(connection):
            return
    with county.writing() as connection:
        erasure.carry_out(connection, county.now())


def _seal(county: County) -> None:
    with county.reading() as connection:
        if not audit.unsealed(connection):
            return
    with county.writing() as connection:
        audit.seal(connection)
        log.info("audit sealed", end=audit.end(connection))


def _expire(county: County) -> None:
    with county.reading() as connection:
        if not expiry.is_due(connection, county.now()):
            return
    with county.writing() as connection:
        settings.locked(connection, settings.LAST_EXPIRY, settings.NEVER)
        if expiry.is_due(connection, county.now()):
            expiry.run(connection, county.now(), county.folder)
