"""The page of one feed for one device."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from gridapp.contract.sync import Cursor, FeedPage, Row, Stub
from gridapp.domain.disputes.sealing import reads
from gridapp.domain.sync.scope import OPEN_KINDS
from gridapp.server.database import driver
from gridapp.server.exchange import feeds, records, totals
from gridapp.server.exchange.feeds import Head
from gridapp.server.exchange.view import Sight, View

MOST_ROWS = 5000
"""Rows of one reply, whatever is asked for."""

ROW_BYTES = 700
"""What a row may take on average, as JSON: a seventh of that when packed."""

_ROWS = "SELECT kind, id, unit_id, revision, seq, deleted, erased, fields FROM record WHERE"

_OPENLY = f"kind IN ({', '.join(repr(str(kind)) for kind in sorted(OPEN_KINDS))})"

_STUBS = (
    "SELECT kind, id, seq, from_unit, readers FROM stub WHERE feed = ? AND seq > ? ORDER BY seq"
)


@dataclass
class Budget:
    """What still fits into a reply."""

    rows: int
    bytes: int

    @classmethod
    def of(cls, limit: int) -> "Budget":
        """The budget of a laptop that asks for so many rows."""
        rows = min(max(limit, 1), MOST_ROWS)
        return cls(rows, rows * ROW_BYTES)

    def spend(self, items: Iterable[tuple[int, int]]) -> int | None:
        """Take (position, size) in order; the last position that fits, None when all do.

        The first one of a reply always fits, so that every reply brings something.
        """
        last = None
        for position, size in items:
            if self.rows <= 0 or self.bytes <= 0:
                return last
            self.rows -= 1
            self.bytes -= size
            last = position
        return None


@dataclass(frozen=True)
class Asked:
    """What a laptop asks of a feed: from where on, as it saw it; and where the feed now ends."""

    view: View
    cursor: Cursor
    head: Head

    def begins_anew(self, connection: Connection) -> bool:
        """Whether the laptop reads it from its start: the first time, as its history is not the
        one that the laptop saw, at the head it saw, or as a unit of it was elsewhere since then.
        """
        seen, head = self.cursor.head_seq, self.head
        if seen == 0:
            return head.seq > 0
        if seen == head.seq:
            return self.view.seal(head.chain) != self.cursor.head_chain
        chain = feeds.chain_at(connection, self.view.feed, seen)
        if chain is None or self.view.seal(chain) != self.cursor.head_chain:
            return True
        return self._has_come_back(connection, seen)

    def _has_come_back(self, connection: Connection, seen: int) -> bool:
        """Whether a unit in view left the feed meanwhile.

        What left the unit while it was under another feed, was told in that one.
        """
        if not self.view.below:
            return False
        units, values = driver.among(connection, [unit.bytes for unit in self.view.below])
        question = f"SELECT 1 FROM stub WHERE feed = ? AND seq > ? AND kind = 'unit' AND id {units}"  # noqa: S608
        return bool(driver.ask(connection, question, self.view.feed.bytes, seen, *values))


@dataclass(frozen=True)
class Reader:
    """Reads pages as a device may see them, in one moment of the database."""

    connection: Connection
    sight: Sight
    own: UUID | None
    """The device, when its own writes may be left out."""

    def page(self, asked: Asked, budget: Budget, *, anew: bool) -> FeedPage | None:
        """What comes after the cursor; None when there is nothing to tell."""
        view, cursor, head = asked.view, asked.cursor, asked.head
        if not anew and cursor.pos >= head.seq:
            return None
        if budget.rows <= 0 or budget.bytes <= 0:
            return FeedPage(**_unmoved(cursor), more=True)
        after = 0 if anew else cursor.pos
        rows = self._rows(view, after, budget.rows + 1, fresh=anew)
        stubs = [] if anew else self._stubs(view, after)
        sizes = [(row.position, size) for row, size in rows] + [(s.position, 0) for s in stubs]
        last = budget.spend(sorted(sizes))
        to = head.seq if last is None else last
        page = FeedPage(
            rows=[row for row, _ in rows if row.position <= to],
            stubs=[stub for stub in stubs if stub.position <= to],
            to=to,
            head_seq=head.seq,
            head_chain=view.seal(head.chain),
            more=last is not None,
            reset=anew,
        )
        if not page.more:
            page.count, page.digest = totals.of(self.connection, view)
        return page

    def _rows(self, view: View, after: int, most: int, *, fresh: bool) -> list[tuple[Row, int]]:
        """Rows in order of position, each with the size of its fields."""
        seen, values = view.seen(self.connection, _OPENLY)
        question = f"{_ROWS} {seen} AND seq > ?"
        values.append(after)
        if fresh:
            question += " AND (NOT deleted OR erased)"
        elif self.own is not None:
            question += " AND (origin IS NULL OR origin <> ?)"
            values.append(self.own.bytes)
        rows = driver.ask(self.connection, f"{question} ORDER BY seq LIMIT ?", *values, most)
        return [
            (
                Row(
                    kind=kind,
                    id=UUID(bytes=record_id),
                    unit=UUID(bytes=unit),
                    revision=revision,
                    position=seq,
                    deleted=bool(deleted),
                    erased=bool(erased),
                    fields={} if deleted else _without_unit(fields),
                ),
                len(fields.encode()),
            )
            for kind, record_id, unit, revision, seq, deleted, erased, fields in rows
        ]

    def _stubs(self, view: View, after: int) -> list[Stub]:
        """Records that left what the device sees; not those that it still sees elsewhere."""
        rows = driver.ask(self.connection, _STUBS, view.feed.bytes, after)
        found = [
            (kind, UUID(bytes=id_), seq)
            for kind, id_, seq, unit, readers in rows
            if self._saw(view, kind, UUID(bytes=unit), readers)
        ]
        still_seen = self._seen({(kind, record_id) for kind, record_id, _ in found})
        return [
            Stub(kind=kind, id=record_id, position=seq)
            for kind, record_id, seq in found
            if (kind, record_id) not in still_seen
        ]

    def _saw(self, view: View, kind: str, unit: UUID, readers: str) -> bool:
        """Whether the device saw what left a unit, or these readers."""
        in_sight = view.whole or self.sight.scope.sees(kind, unit)
        return in_sight and reads(readers, self.sight.readers)

    def _seen(self, keys: set[records.Key]) -> set[records.Key]:
        """Which of these records the device sees, wherever they are now.

        A deleted one it does not: who reads that feed anew hears nothing of it there.
        """
        kept = records.read(self.connection, keys)
        return {
            key
            for key, found in kept.items()
            if not found.state.deleted and self.sight.sees(key[0], found.unit_id, found.readers)
        }


def _unmoved(cursor: Cursor) -> dict[str, Any]:
    """A page that leaves the cursor where it is."""
    return {"to": cursor.pos, "head_seq": cursor.head_seq, "head_chain": cursor.head_chain}


def _without_unit(text: str) -> dict[str, object]:
    fields: dict[str, object] = msgspec.json.decode(text)
    del fields["unit_id"]
    return fields
