"""What the county decided on each change: acknowledged, in conflict, refused."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from gridapp.contract.sync import ChangeResult, Op, PushReply, Verdict
from gridapp.domain.merging import leaves_doubt
from gridapp.store import feeds
from gridapp.store.outbox import State
from gridapp.store.tables import ChangeRow
from gridapp.sync import apply


def take(session: Session, reply: PushReply, now: datetime) -> None:
    """Take in the verdicts, each by its change id."""
    results = {result.change_id: result for result in reply.results}
    rows: list[ChangeRow] = []
    for some in feeds.chunks(list(results)):
        rows += session.exec(select(ChangeRow).where(col(ChangeRow.change_id).in_(some)))
    for row in rows:
        _settle(session, row, results[row.change_id], now)
    session.flush()
    _ask_for_truth(session, rows, results)
    _set_revisions(session, rows, results)


def _settle(session: Session, row: ChangeRow, result: ChangeResult, now: datetime) -> None:
    row.answered_at = now
    row.problem = result.code or ""
    if result.outcome == Verdict.REFUSED:
        row.state = State.REFUSED.value
    elif result.outcome == Verdict.CONFLICT:
        row.state = State.CONFLICT.value
        _let_stand(session, row, result)
    else:
        row.state = State.ACKNOWLEDGED.value
    session.add(row)


def _ask_for_truth(
    session: Session, rows: Sequence[ChangeRow], results: dict[UUID, ChangeResult]
) -> None:
    """Read the feed anew after a verdict that leaves in doubt what stands.

    The county's values come back, or the record goes, if it is where this laptop does not see it.
    """
    astray = [row for row in rows if leaves_doubt(row.op, results[row.change_id])]
    grid = feeds.tree(session) if astray else None
    for row in astray:
        if grid is not None:
            feeds.forget(session, str(grid.feed_of(row.kind, row.unit_id)))


def _let_stand(session: Session, row: ChangeRow, result: ChangeResult) -> None:
    """The county's value stands in the row; both come as a conflict record with the next pull."""
    standing = {found.field: found.standing for found in result.conflicts}
    key = (row.kind, row.record_id)
    edited_since = feeds.waiting_fields(session, [key]).get(key, set())
    standing = {name: value for name, value in standing.items() if name not in edited_since}
    if standing:
        apply.put_values(session, row.kind, row.record_id, standing)


def _set_revisions(
    session: Session, rows: Sequence[ChangeRow], results: dict[UUID, ChangeResult]
) -> None:
    """Rows now rest on the revision that the county gave them."""
    by_kind: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        revision = results[row.change_id].revision
        if row.op != Op.DELETE and revision > 0:
            found = {"record": row.record_id, "given": revision}
            by_kind.setdefault(row.kind, []).append(found)
    for kind, given in by_kind.items():
        apply.rest_on(session, kind, given)
