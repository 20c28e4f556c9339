"""The county's audit trail: who did what; lines are sealed into a hash chain after they commit.

Writing a line takes no lock, so that pushes never wait for one another here. A job seals what is
there, in one order, one writer at a time.
"""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select, update

from gridapp.domain.sync.chain import link
from gridapp.server.database import driver, settings
from gridapp.server.database.tables import audit

END = "audit_end"
"""The setting that holds the end of the chain: its place and hash."""

START = '[0, ""]'
"""The end of a chain in which there is nothing."""

AT_ONCE = 10_000
"""Lines sealed in one transaction; the rest waits a minute."""


def note(
    connection: Connection, at: datetime, device: UUID | None, act: str, detail: dict[str, Any]
) -> None:
    """Add a line. ``detail`` names units, kinds, counts and fields; never a value of a record."""
    who, text = device.bytes if device else None, json.dumps(detail, ensure_ascii=False)
    line = "INSERT INTO audit (at, device_id, act, detail) VALUES (?, ?, ?, ?)"
    driver.do(connection, line, (driver.moment(at), who, act, text))


def seal(connection: Connection) -> int:
    """Append the lines that are not sealed yet to the chain; how many they were."""
    place, head = json.loads(settings.locked(connection, END, START))
    lines = connection.execute(
        select(audit.c.seq, audit.c.at, audit.c.device_id, audit.c.act, audit.c.detail)
        .where(audit.c.place.is_(None))
        .order_by(audit.c.seq)
        .limit(AT_ONCE)
    ).all()
    sealed = []
    for seq, *said in lines:
        place, head = place + 1, _next(head, place + 1, *said)
        sealed.append({"line": seq, "place": place, "hash": head})
    if sealed:
        line = update(audit).where(audit.c.seq == bindparam("line"))
        connection.execute(line, sealed)
        settings.put(connection, END, json.dumps([place, head]))
    return len(sealed)


def unsealed(connection: Connection) -> int:
    """How many lines wait to be sealed."""
    count = select(func.count()).select_from(audit).where(audit.c.place.is_(None))
    return int(connection.execute(count).scalar_one())


def end(connection: Connection) -> tuple[int, str]:
    """Place and hash of the last sealed line. Whoever notes it elsewhere sees a line go missing."""
    place, head = json.loads(settings.get(connection, END) or START)
    return place, head


def first_break(connection: Connection) -> int | None:
    """The first place where a line was altered, removed or put in; None when all is whole."""
    lines = (
        select(audit.c.place, audit.c.hash, audit.c.at, audit.c.device_id, audit.c.act)
        .add_columns(audit.c.detail)
        .where(audit.c.place.is_not(None))
        .order_by(audit.c.place)
        .execution_options(yield_per=AT_ONCE)
    )
    expected, head = 0, ""
    with connection.execute(lines) as found:
        for place, hashed, *said in found:
            expected += 1
            head = _next(head, expected, *said)
            if (place, hashed) != (expected, head):
                return expected
    last, last_head = end(connection)
    return None if (expected, head) == (last, last_head) else min(expected, last) + 1


def _next(head: str, place: int, at: datetime, device: UUID | None, act: str, detail: str) -> str:
    who = str(device) if device else None
    return link(head, [place, at.isoformat(timespec="microseconds"), who, act, detail])
