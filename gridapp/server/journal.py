"""The county's journal: every change once, with its first answer; conflicts beside it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, insert, select

from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, ChangeResult, Verdict
from gridapp.domain.chain import change_sha
from gridapp.server import records
from gridapp.server.problems import Refusal
from gridapp.server.tables import conflict
from gridapp.server.tables import journal as table

Results = Mapping[UUID, ChangeResult]
"""Answers by change id."""


def first_answers(connection: Connection, changes: Sequence[Change]) -> dict[UUID, ChangeResult]:
    """The answers to changes that came before, perhaps from a former device of this laptop."""
    by_id = {change.change_id: change for change in changes}
    answers = {}
    for some in records.chunks(list(by_id)):
        columns = (table.c.change_id, table.c.body_sha, table.c.result)
        rows = connection.execute(select(*columns).where(table.c.change_id.in_(some)))
        for change_id, sha, result in rows:
            if sha != change_sha(by_id[change_id]):
                raise Refusal(Problem.CHANGE_ID_REUSED)
            answers[change_id] = _again(msgspec.json.decode(result, type=ChangeResult))
    return answers


def _again(first: ChangeResult) -> ChangeResult:
    """What stood in need of a person still does; all else was taken the first time."""
    if first.outcome not in {Verdict.REFUSED, Verdict.CONFLICT}:
        first.outcome = Verdict.DUPLICATE.value
    return first


def keep(
    connection: Connection,
    sender: UUID,
    changes: Sequence[Change],
    results: Results,
    now: datetime,
) -> None:
    """Write changes with their answers, and the conflicts that wait for a person."""
    rows = [_journal_row(sender, change, results[change.change_id], now) for change in changes]
    connection.execute(insert(table), rows)
    open_conflicts = _conflict_rows(sender, changes, results, now)
    if open_conflicts:
        connection.execute(insert(conflict), open_conflicts)


def _journal_row(
    sender: UUID, change: Change, result: ChangeResult, now: datetime
) -> dict[str, Any]:
    return {
        "change_id": change.change_id,
        "device_id": sender,
        "dseq": change.dseq,
        "body_sha": change_sha(change),
        "kind": change.kind[:40],
        "record_id": change.record_id,
        "op": change.op[:10],
        "fields": json.dumps(change.fields, ensure_ascii=False),
        "result": msgspec.json.encode(result).decode(),
        "at": now,
    }


def _conflict_rows(
    sender: UUID, changes: Sequence[Change], results: Results, now: datetime
) -> list[dict[str, Any]]:
    return [
        {
            "change_id": change.change_id,
            "field": found.field,
            "kind": change.kind,
            "record_id": change.record_id,
            "standing": json.dumps(found.standing, ensure_ascii=False),
            "offered": json.dumps(found.offered, ensure_ascii=False),
            "offered_by": sender,
            "at": now,
        }
        for change in changes
        for found in results[change.change_id].conflicts
    ]
