"""Damage done to a county's records on purpose, behind the back of its totals."""

from sqlalchemy import Connection, delete, select

from gridapp.server.database.tables import feed_total, record
from gridapp.server.exchange import records, totals


def sum_anew(connection: Connection) -> None:
    """The totals are again those of the records, as if these had always been so."""
    keys = [(kind, id_) for kind, id_ in connection.execute(select(record.c.kind, record.c.id))]
    kept = records.read(connection, keys)
    connection.execute(delete(feed_total))
    totals.move(connection, dict.fromkeys(kept), kept)
