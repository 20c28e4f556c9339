"""A county's journal as it was before whole batches were kept: a row for each change."""

import msgspec
from sqlalchemy import Connection, text

from gridapp.server.exchange import journal

_JOURNAL = """
    CREATE TABLE journal (
        change_id {bytes} PRIMARY KEY, device_id {bytes} NOT NULL, dseq INTEGER NOT NULL,
        body_sha VARCHAR(64) NOT NULL, kind VARCHAR(40) NOT NULL, record_id {bytes} NOT NULL,
        op VARCHAR(10) NOT NULL, fields TEXT NOT NULL, result TEXT NOT NULL,
        at VARCHAR(32) NOT NULL, UNIQUE (device_id, dseq)
    )
"""
_ROW = """
    INSERT INTO journal VALUES (
        :change, :device, :dseq, 'of another program', :kind, :record, :op, :fields, :result, :at
    )
"""


def make_old(connection: Connection) -> None:
    """Put the tables back to what they were; what the journal says stays."""
    entries = [entry for batch in journal.every(connection) for entry in batch]
    for table in ("batch", "journal", "forgotten_change"):
        connection.execute(text(f"DROP TABLE {table}"))
    kind = "BYTEA" if connection.dialect.name == "postgresql" else "BLOB"
    connection.execute(text(_JOURNAL.format(bytes=kind)))
    connection.execute(text("CREATE TABLE applied_batch (batch_id INTEGER)"))
    for entry in entries:
        change = entry.change
        row = {
            "change": change.change_id.bytes,
            "device": entry.device.bytes,
            "dseq": change.dseq,
            "kind": change.kind,
            "record": change.record_id.bytes,
            "op": change.op,
            "fields": msgspec.json.encode(change.fields).decode(),
            "result": msgspec.json.encode(_kept(entry)).decode(),
            "at": entry.at,
        }
        connection.execute(text(_ROW), row)


def _kept(entry: journal.Entry) -> dict[str, object]:
    kept: dict[str, object] = msgspec.to_builtins(entry.result)
    return {name: value for name, value in kept.items() if name != "change_id"}
