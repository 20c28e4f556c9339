"""What the county decided on each change: acknowledged, in conflict, refused."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import bindparam, update
from sqlmodel import Session, col

from gridapp.contract.problems import Problem
from gridapp.contract.sync import ChangeResult, Op, PushReply, Verdict
from gridapp.domain.sync.merging import is_held, leaves_doubt
from gridapp.domain.sync.scope import Tree
from gridapp.store import forgetting, meta, plain
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.sync import feeds
from gridapp.store.sync.outbox import CLOSED, State
from gridapp.store.tables import TABLES
from gridapp.sync import alike, apply

_ROWS = """
    SELECT change_id, dseq, unit_id, kind, record_id, op, base_revision, state
    FROM change WHERE dseq BETWEEN ? AND ? ORDER BY dseq
"""


_SINCE = "SELECT fields FROM change WHERE kind = ? AND record_id = ? AND dseq > ?"
_SETTLE = (
    update(ChangeRow)
    .where(col(ChangeRow.dseq).between(bindparam("first"), bindparam("last")))
    .values(
        state=bindparam("became"),
        problem=bindparam("because"),
        answered_at=bindparam("at"),
        before={},
    )
)
_PLACES = frozenset({"unit_id", "parent_id"})
_STATES = {Verdict.REFUSED.value: State.REFUSED, Verdict.CONFLICT.value: State.CONFLICT}


class _Judged(NamedTuple):
    """One change of the journal, ids as bytes, and the county's verdict on it.

    ``is_past``: the record here is newer than what it tells of; another laptop that has this one's
    history, or had it, went on from there. ``hid``: the county's state of the record came while
    this waited, and it has hidden a part of that.
    """

    dseq: int
    unit: bytes
    kind: str
    record: bytes
    op: str
    result: ChangeResult
    is_past: bool
    hid: bool

    @property
    def outcome(self) -> tuple[State, str]:
        """What becomes of the change here, and the problem with it."""
        state = _STATES.get(self.result.outcome, State.ACKNOWLEDGED)
        return state, self.result.code or ""


def take(session: Session, reply: PushReply, now: datetime) -> None:
    """Take in the verdicts, each by its change id; what is closed here stays as it is.

    The county has moved: what this laptop saw of it last is no longer its newest state.
    """
    meta.drop(session, "mark")
    run = alike.find(session, reply.results)
    if run is None:
        _take_each(session, reply.results, now)
    else:
        alike.take(session, run, now)
        forgetting.settled(session)


def _take_each(session: Session, results: Sequence[ChangeResult], now: datetime) -> None:
    judged = _judged(session, results)
    _settle(session, judged, now)
    for one in judged:
        if one.result.conflicts and not one.is_past:
            _let_stand(session, one)
    _ask_for_truth(session, judged)
    _set_revisions(session, judged)
    forgetting.settled(session)
    erased = [(o.kind, UUID(bytes=o.record)) for o in judged if o.result.code == Problem.ERASED]
    apply.erase_by_law(session, erased)  # the county's row may never come, if it is out of sight


def _judged(session: Session, results: Sequence[ChangeResult]) -> list[_Judged]:
    """The changes that a reply speaks of, but for those that are closed here."""
    by_id = {result.change_id.bytes: result for result in results}
    ends = [result.change_id for result in (results[0], results[-1])] if results else []
    span = plain.ask_among(session, "SELECT dseq FROM change WHERE change_id IN ids", ends)
    if not span:
        return []
    rows = plain.ask(session, _ROWS, *min(span), *max(span))
    spoken_of = [row for row in rows if row[0] in by_id and row[-1] not in CLOSED]
    here = _revisions(session, spoken_of)
    return [_weighed(row, by_id[row[0]], here.get((row[3], row[4]), 0)) for row in spoken_of]


def _weighed(row: plain.Row, result: ChangeResult, here: int) -> _Judged:
    """A change, as ``_ROWS`` has it, with its verdict; ``here``: the record's revision."""
    _, dseq, unit, kind, record, op, base, state = row
    is_past = 0 < result.revision < here
    put_back = 0 < here < base  # by a county that was, and has got again what the change rests on
    routed = op == Op.CREATE and result.outcome == Verdict.MERGED and 0 < result.revision == here
    hid = state == State.WAITING and (is_past or routed or put_back)
    return _Judged(dseq, unit, kind, record, op, result, is_past=is_past, hid=hid)


def _revisions(session: Session, rows: Iterable[plain.Row]) -> dict[tuple[str, bytes], int]:
    """The revisions on which the records of these changes rest here."""
    ids: dict[str, set[UUID]] = {}
    for _, _, _, kind, record, *_ in rows:
        ids.setdefault(kind, set()).add(UUID(bytes=record))
    return {
        (kind, record): revision
        for kind in ids.keys() & TABLES.keys()
        for record, revision in feeds.revisions(session, kind, list(ids[kind]))
    }


def _settle(session: Session, judged: Sequence[_Judged], now: datetime) -> None:
    """Mark runs of changes that fared alike at once. What was before is for undoing the unsent."""
    fared: dict[tuple[State, str], list[int]] = {}
    for one in judged:
        fared.setdefault(one.outcome, []).append(one.dseq)
    rows = [
        {"became": state.value, "because": problem, "at": now, "first": first, "last": last}
        for (state, problem), numbers in fared.items()
        for first, last in _runs(numbers)
    ]
    if rows:
        session.connection().execute(_SETTLE, rows)
    session.expire_all()


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Ascending numbers as (first, last) of what follows one another."""
    first = last = None
    for number in numbers:
        if first is not None and last is not None and number != last + 1:
            yield first, last
            first = None
        first, last = number if first is None else first, number
    if first is not None and last is not None:
        yield first, last


def _ask_for_truth(session: Session, judged: Sequence[_Judged]) -> None:
    """Read anew, after a verdict that leaves in doubt what stands, where the record may be.

    The county's values come back, or the record goes, if it is where this laptop does not see it.
    So too where a value that waited here hid another.
    """
    astray = [one for one in judged if leaves_doubt(one.op, one.result) or one.hid]
    if astray:
        grid = feeds.tree(session)
        for feed in {feed for one in astray for feed in _feeds_of(session, grid, one)}:
            feeds.forget(session, feed)


def _feeds_of(session: Session, grid: Tree, one: _Judged) -> Iterable[str]:
    """The feeds in which the county may hold the record: it may have moved while the change waited.

    Any, if the change itself says where it is, and hid that.
    """
    ((text,),) = plain.ask(session, "SELECT fields FROM change WHERE dseq = ?", one.dseq)
    places = not _PLACES.isdisjoint(msgspec.json.decode(text))
    if places and (one.is_past or not one.result.conflicts):
        return feeds.cursors(session)
    here = feeds.unit_of(session, one.kind, one.record)
    units = {one.unit} if here is None else {one.unit, here}
    return {str(grid.feed_of(one.kind, UUID(bytes=unit))) for unit in units}


def _let_stand(session: Session, one: _Judged) -> None:
    """The county's value stands in the row; both come as a conflict record with the next pull.

    Not where this laptop has set the field again since, whatever the county said to that.
    """
    since = set[str]()
    for (fields,) in plain.ask(session, _SINCE, one.kind, one.record, one.dseq):
        since.update(msgspec.json.decode(fields))
    standing = {found.field: found.standing for found in one.result.conflicts}
    standing = {name: value for name, value in standing.items() if name not in since}
    if standing:
        apply.put_values(session, one.kind, UUID(bytes=one.record), standing)


def _set_revisions(session: Session, judged: Sequence[_Judged]) -> None:
    """Rows now rest on the revision that the county gave them, but for what it merged."""
    by_kind: dict[str, list[tuple[int, bytes]]] = {}
    for one in judged:
        if one.op != Op.DELETE and one.result.revision > 0 and is_held(one.op, one.result):
            by_kind.setdefault(one.kind, []).append((one.result.revision, one.record))
    for kind, given in by_kind.items():
        apply.rest_on(session, kind, given)
