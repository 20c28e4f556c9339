"""The pages of a pull as plain values: rows and stubs as columns. ``wire`` packs them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import repeat
from typing import Any
from uuid import UUID

import msgspec

from gridapp.contract import wire_columns
from gridapp.contract.people import Grant
from gridapp.contract.sync import FeedPage, PullReply, Row, Stub
from gridapp.contract.wire_columns import Item

MOST_ROWS = 200_000
"""Rows of one reply: columns that are all alike take no bytes."""

ROW_KINDS = (UUID, UUID, int, int, bool, bool)
STUB_KINDS = (UUID, int)


def packed(reply: PullReply) -> list[Any]:
    """The answer to a pull as plain values."""
    return [
        {feed: _page(page) for feed, page in reply.feeds.items()},
        [[grant.unit_id.bytes, grant.role] for grant in reply.grants],
        reply.revoked,
        reply.backup_hwm,
        reply.mark,
        reply.server_time.isoformat(),
    ]


def read(values: Any) -> PullReply:
    """The answer to a pull again; a ValueError or the like for anything else."""
    feeds, grants, revoked, backup_hwm, mark, time = values
    return PullReply(
        feeds={str(UUID(feed)): _read_page(page) for feed, page in feeds.items()},
        grants=[Grant(UUID(bytes=unit), str(role)) for unit, role in grants],
        revoked=msgspec.convert(revoked, list[str]),
        backup_hwm=number(backup_hwm),
        mark=str(mark),
        server_time=datetime.fromisoformat(time),
    )


def _page(page: FeedPage) -> list[Any]:
    rows = [
        Item((r.kind,), (r.id, r.unit, r.revision, r.position, r.deleted, r.erased), r.fields)
        for r in page.rows
    ]
    stubs = [Item((stub.kind,), (stub.id, stub.position), {}) for stub in page.stubs]
    rest = msgspec.structs.replace(page, rows=[], stubs=[])
    return [wire_columns.pack(rows), wire_columns.pack(stubs), rest]


def _read_page(packed: Any) -> FeedPage:
    rows, stubs, rest = packed
    page = msgspec.convert(rest, FeedPage)
    page.rows = wire_columns.unpack(rows, ROW_KINDS, MOST_ROWS, _rows)
    page.stubs = wire_columns.unpack(stubs, STUB_KINDS, MOST_ROWS, _stubs)
    return page


def _rows(
    group: Sequence[str], columns: Sequence[Sequence[Any]], fields: Iterable[dict[str, Any]]
) -> Iterable[Row]:
    [kind] = group
    return [
        Row(
            kind=kind,
            id=id_,
            unit=unit,
            revision=revision,
            position=position,
            deleted=deleted,
            erased=erased,
            fields=inner,
        )
        for id_, unit, revision, position, deleted, erased, inner in zip(
            *columns, fields, strict=False
        )
    ]


def _stubs(
    group: Sequence[str], columns: Sequence[Sequence[Any]], _: Iterable[dict[str, Any]]
) -> Iterable[Stub]:
    [kind] = group
    return map(Stub, repeat(kind), *columns)


def number(value: Any) -> int:
    """A whole number, and nothing that only looks like one."""
    if type(value) is not int:
        raise ValueError("number")
    return value
