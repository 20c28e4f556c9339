"""Who was heard of when, and how far each laptop has read: in memory, written now and then."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from uuid import UUID

from sqlalchemy import Connection, case, func, select
from sqlalchemy.dialects import postgresql, sqlite

from gridapp.contract.sync import PullReply, PullRequest
from gridapp.server.database.tables import device_contact

Held = Mapping[str, int]
"""The position up to which a laptop holds each feed, by feed."""


@dataclass(frozen=True)
class Contact:
    """A laptop's last request; ``held`` is None while it has not pulled since the last writing."""

    at: datetime
    held: Held | None = None


class Contacts:
    """The contacts of this process that are not written yet."""

    def __init__(self) -> None:
        self._fresh: dict[UUID, Contact] = {}
        self._lock = Lock()

    def seen(self, device: UUID, at: datetime, held: Held | None = None) -> None:
        """Remember that a laptop has asked for something."""
        with self._lock:
            before = self._fresh.get(device)
            if held is None and before is not None:
                held = before.held
            self._fresh[device] = Contact(at, held)

    def take(self) -> dict[UUID, Contact]:
        """What is to be written; it is forgotten here."""
        with self._lock:
            taken, self._fresh = self._fresh, {}
        return taken


def write(connection: Connection, fresh: Mapping[UUID, Contact]) -> None:
    """Write contacts, unless another process of the county has heard of the laptop since."""
    if not fresh:
        return
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    statement = dialect.insert(device_contact)
    new, old = statement.excluded, device_contact.c
    later = new.at >= old.at
    statement = statement.on_conflict_do_update(
        index_elements=["device_id"],
        set_={
            "at": case((later, new.at), else_=old.at),
            "held": case((later, func.coalesce(new.held, old.held)), else_=old.held),
        },
    )
    rows = [
        {"device_id": device, "at": contact.at, "held": _text(contact.held)}
        for device, contact in sorted(fresh.items())
    ]
    connection.execute(statement, rows)


def read(connection: Connection) -> dict[UUID, Contact]:
    """The last contact of each laptop that was ever heard of."""
    rows = connection.execute(select(device_contact))
    return {
        device: Contact(at, json.loads(held) if held is not None else {})
        for device, at, held in rows
    }


def held(request: PullRequest, reply: PullReply) -> Held:
    """How far a laptop had come when it asked: its cursors, but for those that are not valid."""
    return {
        feed: cursor.pos
        for feed, cursor in request.cursors.items()
        if feed not in reply.revoked and not (feed in reply.feeds and reply.feeds[feed].reset)
    }


def _text(positions: Held | None) -> str | None:
    return None if positions is None else json.dumps(positions)
