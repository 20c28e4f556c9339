"""The county's journal: every change once, with its first answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, ChangeResult, FieldConflict, Verdict
from gridapp.server.database import driver
from gridapp.server.database.driver import Row
from gridapp.server.database.tables import journal as table


class _Answer(msgspec.Struct, omit_defaults=True):
    """An answer as it is kept."""

    outcome: str
    revision: int = 0
    position: int = 0
    code: str | None = None
    conflicts: list[FieldConflict] = []


@dataclass(frozen=True)
class First:
    """The first answer to a change, and the device and number under which it came then."""

    result: ChangeResult
    device: UUID
    dseq: int


def first_answers(
    connection: Connection, changes: Sequence[Change], shas: Sequence[str]
) -> dict[UUID, First]:
    """The answers to changes that came before, perhaps from a former device of this laptop.

    An id that came before with another change is refused: one of the two is not what it seems.
    """
    said = {change.change_id.bytes: sha for change, sha in zip(changes, shas, strict=True)}
    rows = driver.ask_among(
        connection,
        "SELECT change_id, body_sha, result, device_id, dseq FROM journal WHERE change_id IN ids",
        list(said),
    )
    answers = {}
    for id_, sha, text, device, dseq in rows:
        change_id = UUID(bytes=id_)
        result = _result(change_id, text)
        if sha != said[id_]:
            result = ChangeResult(
                change_id, Verdict.REFUSED.value, code=Problem.CHANGE_ID_REUSED.value
            )
        answers[change_id] = First(result, UUID(bytes=device), dseq)
    return answers


def again(first: ChangeResult) -> ChangeResult:
    """What was taken as it was, was so the first time; any other answer still holds."""
    if first.outcome == Verdict.APPLIED:
        first.outcome = Verdict.DUPLICATE.value
    return first


def keep(
    connection: Connection,
    sender: UUID,
    changes: Sequence[tuple[Change, str]],
    results: Sequence[ChangeResult],
    now: datetime,
) -> None:
    """Write changes, each with what it says hashed, and their answers."""
    at, device = driver.moment(now), sender.bytes
    judged = zip(changes, results, strict=True)
    rows = [_row(device, change, sha, result, at) for (change, sha), result in judged]
    driver.insert(connection, table, rows)


def forget(connection: Connection, record_ids: Sequence[UUID]) -> None:
    """Leave no value of these records: neither what was set, nor what was in conflict."""
    rows = driver.ask_among(
        connection,
        "SELECT change_id, result FROM journal WHERE record_id IN ids",
        [record_id.bytes for record_id in record_ids],
    )
    bare = []
    for change_id, text in rows:
        answer = msgspec.json.decode(text, type=_Answer)
        answer.conflicts = []
        bare.append((_text(answer), change_id))
    driver.do(connection, "UPDATE journal SET fields = '{}', result = ? WHERE change_id = ?", *bare)


def _row(device: bytes, change: Change, sha: str, result: ChangeResult, at: str) -> Row:
    answer = _Answer(
        result.outcome, result.revision, result.position, result.code, result.conflicts
    )
    return (
        change.change_id.bytes,
        device,
        change.dseq,
        sha,
        _plain(change.kind[:40]),
        change.record_id.bytes,
        _plain(change.op[:10]),
        _text(change.fields),
        _text(answer),
        at,
    )


def _result(change_id: UUID, text: str) -> ChangeResult:
    kept = msgspec.json.decode(text, type=_Answer)
    return ChangeResult(
        change_id, kept.outcome, kept.revision, kept.position, kept.code, kept.conflicts
    )


def _text(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _plain(name: str) -> str:
    """A name that may be nonsense, as a database keeps it."""
    return name.replace("\0", "")
