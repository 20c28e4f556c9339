"""The county's journal: every batch once, as it came, with its answers; each change by its id."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import repeat
from uuid import UUID

from msgspec import structs
from sqlalchemy import Connection

from gridapp.contract import wire
from gridapp.contract.alike import AlikeChanges, change_ids, raw_change_ids
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, ChangeResult, PushRequest, Verdict
from gridapp.domain.sync.chain import change_sha
from gridapp.server.database import driver
from gridapp.server.database.tables import forgotten_change
from gridapp.server.database.tables import journal as table

_KEEP = """
    INSERT INTO batch (device_id, batch_id, head, first_dseq, last_dseq, at, body, answers)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING number
"""
_ABOUT = "SELECT batch, place FROM journal WHERE "
_WITH_VALUES = "change_id NOT IN (SELECT change_id FROM forgotten_change) AND "

Place = tuple[int, int]
"""The number of a batch, and a place in it."""


@dataclass(frozen=True)
class Entry:
    """A change as it first came, and the first answer to it; whose device, and when."""

    change: Change
    result: ChangeResult
    device: UUID
    at: str


@dataclass(frozen=True)
class _Batch:
    """A batch that was kept."""

    device: UUID
    at: str
    request: PushRequest
    results: list[ChangeResult]

    def entry(self, place: int) -> Entry:
        """One of its changes."""
        return Entry(self.request.changes[place], self.results[place], self.device, self.at)


def answers_to(
    connection: Connection, request: PushRequest
) -> tuple[str, Sequence[ChangeResult]] | None:
    """The answers to a batch of this name, and the head of the chain after it, if it came."""
    rows = driver.ask(
        connection,
        "SELECT head, answers FROM batch WHERE device_id = ? AND batch_id = ?",
        request.device.bytes,
        request.batch_id.bytes,
    )
    for head, answers in rows:
        return head, wire.unpack_answers(answers, change_ids(request.changes))
    return None


def first_answers(connection: Connection, changes: Sequence[Change]) -> dict[UUID, Entry]:
    """The answers to changes that came before, perhaps from a former device of this laptop.

    An id that came before with another change is refused: one of the two is not what it seems.
    """
    ids = raw_change_ids(changes)
    question = "SELECT batch, place FROM journal WHERE change_id IN ids"
    places = driver.ask_among(connection, question, ids)
    if not places:
        return {}
    first = {entry.change.change_id: entry for entry in _entries(connection, places)}
    shas = _shas(connection, first)
    for change in changes:
        entry = first.get(change.change_id)
        if entry is not None and shas[change.change_id] not in {"", change_sha(change)}:
            refused = ChangeResult(change.change_id, Verdict.REFUSED.value)
            refused.code = Problem.CHANGE_ID_REUSED.value
            first[change.change_id] = Entry(change, refused, entry.device, entry.at)
    return first


def again(first: ChangeResult) -> ChangeResult:
    """What was taken as it was, was so the first time; any other answer still holds."""
    if first.outcome == Verdict.APPLIED:
        first.outcome = Verdict.DUPLICATE.value
    return first


def about(connection: Connection, record_ids: Iterable[UUID]) -> list[Entry]:
    """All that ever came about these records."""
    return _entries(connection, _places(connection, _ABOUT, record_ids))


def every(connection: Connection) -> Iterator[list[Entry]]:
    """All that ever came, batch by batch."""
    for (number,) in driver.ask(connection, "SELECT number FROM batch ORDER BY number"):
        for _, batch in _read(connection, [number]):
            yield [batch.entry(place) for place in range(len(batch.results))]


def keep(
    connection: Connection,
    request: PushRequest,
    body: bytes,
    results: Sequence[ChangeResult],
    known: Collection[UUID],
    head: str,
    now: datetime,
) -> None:
    """Write a batch with its answers. The ``known`` changes stand where they came first."""
    changes, ids = request.changes, (request.device.bytes, request.batch_id.bytes)
    span, at = (changes[0].dseq, changes[-1].dseq), driver.moment(now)
    if known:
        body, results = _without(request, known), [_once(result, known) for result in results]
    answers = wire.pack_answers(results)
    [(number,)] = driver.ask(connection, _KEEP, *ids, head, *span, at, body, answers)
    driver.insert(connection, table, _rows(number, changes, known))


def forget(connection: Connection, record_ids: Iterable[UUID]) -> None:
    """Leave no value of these records: neither what was set, nor what was in conflict."""
    places: dict[int, set[int]] = {}
    for number, place in _places(connection, _ABOUT + _WITH_VALUES, record_ids):
        places.setdefault(number, set()).add(place)
    for number, batch in _read(connection, places):
        bare = [batch.entry(place) for place in places[number]]
        shas = _shas(connection, {entry.change.change_id: entry for entry in bare})
        for entry in bare:
            entry.change.fields, entry.result.conflicts = {}, []
        said = [(change_id.bytes, sha) for change_id, sha in shas.items()]
        driver.upsert(connection, forgotten_change, said)
        row = (wire.pack_push(batch.request), wire.pack_answers(batch.results), number)
        driver.do(connection, "UPDATE batch SET body = ?, answers = ? WHERE number = ?", row)


def _rows(
    number: int, changes: Sequence[Change], known: Collection[UUID]
) -> list[tuple[bytes, int, int, bytes | None]]:
    """Where the changes of a batch are; its record has often lent a change its id."""
    if isinstance(changes, AlikeChanges) and not known:
        ids, others = changes.raw_change_ids, changes.raw_record_ids
        if ids == others:
            return list(zip(ids, repeat(number), range(len(ids)), repeat(None)))
    return [
        (change.change_id.bytes, number, place, _other_id(change))
        for place, change in enumerate(changes)
        if change.change_id not in known
    ]


def _without(request: PushRequest, known: Collection[UUID]) -> bytes:
    """A batch without the values of what came before: they are kept once."""
    changes = [
        structs.replace(change, fields={}) if change.change_id in known else change
        for change in request.changes
    ]
    return wire.pack_push(structs.replace(request, changes=changes))


def _once(result: ChangeResult, known: Collection[UUID]) -> ChangeResult:
    """An answer; that to what is known is kept without the values that were in conflict."""
    return structs.replace(result, conflicts=[]) if result.change_id in known else result


def _other_id(change: Change) -> bytes | None:
    """The id of the record, if it is not that of the change."""
    return None if change.record_id == change.change_id else change.record_id.bytes


def _shas(connection: Connection, entries: Mapping[UUID, Entry]) -> dict[UUID, str]:
    """What each of the changes said, hashed, whether its values are still here or not."""
    rows = driver.ask_among(
        connection,
        "SELECT change_id, said_sha FROM forgotten_change WHERE change_id IN ids",
        [change_id.bytes for change_id in entries],
    )
    gone = {UUID(bytes=change_id): sha for change_id, sha in rows}
    return {
        id_: gone[id_] if id_ in gone else change_sha(entry.change)
        for id_, entry in entries.items()
    }


def _places(connection: Connection, question: str, record_ids: Iterable[UUID]) -> list[Place]:
    ids = [record_id.bytes for record_id in record_ids]
    found = driver.ask_among(connection, f"{question} record_id IN ids", ids)
    found += driver.ask_among(connection, f"{question} record_id IS NULL AND change_id IN ids", ids)
    return [(number, place) for number, place in found]


def _entries(connection: Connection, places: Iterable[Place]) -> list[Entry]:
    wanted: dict[int, list[int]] = {}
    for number, place in places:
        wanted.setdefault(number, []).append(place)
    batches = _read(connection, wanted)
    return [batch.entry(place) for number, batch in batches for place in wanted[number]]


def _read(connection: Connection, numbers: Iterable[int]) -> Iterator[tuple[int, _Batch]]:
    question = "SELECT device_id, at, body, answers FROM batch WHERE number = ?"
    for number in sorted(numbers):
        for device, at, body, answers in driver.ask(connection, question, number):
            request = wire.unpack_push(body, wire.MAX_REPLY_BYTES)
            request.changes = list(request.changes)
            results = wire.unpack_answers(answers, change_ids(request.changes))
            yield number, _Batch(UUID(bytes=device), at, request, list(results))
