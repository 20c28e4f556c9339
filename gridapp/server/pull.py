"""A pull: the current state of what changed since the cursor, and of what can be seen only."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, or_, select

from gridapp.contract.problems import Problem
from gridapp.contract.sync import Cursor, FeedPage, PullReply, PullRequest, Row, Stub
from gridapp.domain.chain import digest
from gridapp.domain.scope import Scope, scope_of
from gridapp.server import devices, feeds, grid, records
from gridapp.server.devices import Status
from gridapp.server.feeds import Head
from gridapp.server.problems import Refusal
from gridapp.server.tables import record
from gridapp.server.tables import stub as stub_table
from gridapp.server.view import View, views

MOST_ROWS = 5000
"""Rows of one reply, whatever is asked for."""


def pull(connection: Connection, request: PullRequest, now: datetime) -> PullReply:
    """What is new for the device, read in one moment of the database."""
    device = devices.known(connection, request.device)
    if device.status == Status.REVOKED:
        raise Refusal(Problem.REVOKED)
    grants = devices.grants_of(connection, request.device)
    tree = grid.load(connection)
    scope = scope_of(grants, tree)
    seen = views(scope, tree)
    heads = feeds.heads(connection, [view.feed for view in seen])
    # A laptop at the end of its own chain holds what it wrote itself: that need not travel back.
    at_end = tuple(request.ack) == (device.last_dseq, device.head)
    reader = _Reader(connection, scope, request.device if at_end else None)
    budget, pages = min(max(request.limit, 1), MOST_ROWS), {}
    for view in seen:
        cursor = request.cursors.get(str(view.feed), Cursor())
        page = reader.page(view, cursor, heads.get(view.feed, Head()), budget)
        if page is not None:
            pages[str(view.feed)] = page
            budget -= len(page.rows) + len(page.stubs)
    visible = {str(view.feed) for view in seen}
    return PullReply(
        feeds=pages,
        grants=grants,
        revoked=sorted(set(request.cursors) - visible),
        server_time=now,
    )


@dataclass(frozen=True)
class _Reader:
    connection: Connection
    scope: Scope
    own: UUID | None
    """The device, when its own writes may be left out."""

    def page(self, view: View, cursor: Cursor, head: Head, budget: int) -> FeedPage | None:
        """What comes after the cursor; None when there is nothing to tell."""
        valid = self._is_valid(view, cursor, head)
        if valid and cursor.pos >= head.seq:
            return None
        if not valid and head.seq == 0 and cursor.head_seq == 0:
            return None
        if budget <= 0:
            return FeedPage(**_unmoved(cursor), more=True)
        after = cursor.pos if valid else 0
        rows = self._rows(view, after, budget + 1, fresh=not valid)
        stubs = self._stubs(view, after) if valid else []
        positions = sorted([row.position for row in rows] + [stub.position for stub in stubs])
        more = len(positions) > budget
        to = positions[budget - 1] if more else head.seq
        page = FeedPage(
            rows=[row for row in rows if row.position <= to],
            stubs=[stub for stub in stubs if stub.position <= to],
            to=to,
            head_seq=head.seq,
            head_chain=view.seal(head.chain),
            more=more,
            reset=not valid,
        )
        if not more:
            page.count, page.digest = self._sum(view)
        return page

    def _is_valid(self, view: View, cursor: Cursor, head: Head) -> bool:
        """Whether the feed still has the history that the laptop saw, at the head it saw."""
        if cursor.head_seq == 0:
            return False
        chain: str | None = head.chain
        if cursor.head_seq != head.seq:
            chain = feeds.chain_at(self.connection, view.feed, cursor.head_seq)
        return chain is not None and view.seal(chain) == cursor.head_chain

    def _rows(self, view: View, after: int, most: int, *, fresh: bool) -> list[Row]:
        query = select(
            record.c.kind,
            record.c.id,
            record.c.unit_id,
            record.c.revision,
            record.c.seq,
            record.c.deleted,
            record.c.fields,
        ).where(record.c.feed == view.feed, record.c.seq > after, view.condition())
        if fresh:
            query = query.where(record.c.deleted.is_(False))
        elif self.own is not None:
            query = query.where(or_(record.c.origin.is_(None), record.c.origin != self.own))
        return [
            Row(
                kind=kind,
                id=record_id,
                unit=unit,
                revision=revision,
                position=seq,
                deleted=deleted,
                fields={} if deleted else _without_unit(fields),
            )
            for kind, record_id, unit, revision, seq, deleted, fields in self.connection.execute(
                query.order_by(record.c.seq).limit(most)
            )
        ]

    def _stubs(self, view: View, after: int) -> list[Stub]:
        """Records that left what the device sees; not those that it still sees elsewhere."""
        table = stub_table.c
        query = select(table.kind, table.id, table.seq, table.from_unit)
        found = self.connection.execute(
            query.where(table.feed == view.feed, table.seq > after).order_by(table.seq)
        ).all()
        now_in = self._units({(kind, record_id) for kind, record_id, _, _ in found})
        return [
            Stub(kind=kind, id=record_id, position=seq)
            for kind, record_id, seq, from_unit in found
            if (view.whole or self.scope.sees(kind, from_unit))
            and not self.scope.sees(kind, now_in[(kind, record_id)])
        ]

    def _units(self, keys: set[records.Key]) -> dict[records.Key, UUID]:
        kept = records.read(self.connection, keys)
        return {key: found.unit_id for key, found in kept.items()}

    def _sum(self, view: View) -> tuple[int, str]:
        """How many records of the feed the device should now hold, and their digest."""
        pairs = self.connection.execute(
            select(record.c.id, record.c.revision).where(
                record.c.feed == view.feed, record.c.deleted.is_(False), view.condition()
            )
        ).all()
        return len(pairs), digest((record_id, revision) for record_id, revision in pairs)


def _unmoved(cursor: Cursor) -> dict[str, Any]:
    """A page that leaves the cursor where it is."""
    return {"to": cursor.pos, "head_seq": cursor.head_seq, "head_chain": cursor.head_chain}


def _without_unit(text: str) -> dict[str, object]:
    fields: dict[str, object] = json.loads(text)
    del fields["unit_id"]
    return fields
