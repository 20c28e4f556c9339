"""The journal as it is sent: what stands at each number of the chain, and from where on."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from gridapp.contract.alike import AlikeChanges, columns_of, dseqs
from gridapp.contract.sync import Change, Op
from gridapp.domain.sync import chain
from gridapp.store import meta, plain
from gridapp.store.bookkeeping import BatchRow, ChangeRow
from gridapp.store.sync.outbox import CLOSED

AGAIN = "send_again_from"
"""The fact that the county lacks what it once had, from this number on."""

_FIRST = f"""
    SELECT min(dseq) FROM (
        SELECT min(dseq) AS dseq FROM change WHERE state = 'waiting'
        UNION ALL SELECT json_extract(value, '$') FROM meta WHERE key = '{AGAIN}'
    )
"""  # noqa: S608 - a word of our own
_ROWS = """
    SELECT change_id, unit_id, record_id, dseq, kind, op, base_revision, fields, state
    FROM change WHERE dseq BETWEEN ? AND ? ORDER BY dseq
"""

_SENT = """
    UPDATE change SET batch_id = ? WHERE batch_id IS NULL AND dseq IN (
        SELECT max(dseq) FROM change WHERE dseq BETWEEN ? AND ? GROUP BY operation_id
    )
"""


def messages(session: Session, first: int, last: int) -> Sequence[Change]:
    """The changes with these numbers; in place of a closed one, that it was set aside."""
    rows = plain.ask(session, _ROWS, first, last)
    if not rows:
        return []
    ids, units, records, *rest, fields, states = zip(*rows, strict=True)
    raw = (ids, units, records)
    columns = [*(msgspec.convert(one, list[UUID]) for one in raw), *map(list, rest)]
    is_open = CLOSED.isdisjoint(set(states))
    return (_alike(columns, fields) if is_open else None) or _each(columns, fields, states)


def _alike(columns: Sequence[Any], texts: Sequence[str]) -> AlikeChanges | None:
    """Changes that are all of one sort, as columns."""
    ids, units, records, numbers, kinds, ops, bases = columns
    if len(set(kinds)) > 1 or len(set(ops)) > 1:
        return None
    fields = columns_of(texts)
    if fields is None:
        return None
    return AlikeChanges(kinds[0], ops[0], ids, numbers, units, records, bases, fields)


def _each(columns: Sequence[Any], texts: Sequence[str], states: Sequence[str]) -> list[Change]:
    read = msgspec.json.Decoder(dict).decode
    return [
        Change(
            change_id=change_id,
            dseq=dseq,
            unit=unit,
            kind=kind,
            record_id=record_id,
            op=Op.SET_ASIDE.value if state in CLOSED else op,
            base_revision=base,
            fields={} if state in CLOSED else read(text),
        )
        for change_id, unit, record_id, dseq, kind, op, base, text, state in zip(
            *columns, texts, states, strict=True
        )
    ]


def first_waiting(session: Session) -> int | None:
    """The first change that the county does not have; after a restore it names an earlier one."""
    first: int | None = plain.ask(session, _FIRST)[0][0]
    return first


def sends_again_from(session: Session) -> int | None:
    """From which change on the county gets everything again, if it does."""
    again: int | None = meta.get(session, AGAIN)
    return again


def head_after(session: Session, dseq: int) -> str | None:
    """The head of the chain after a change; None when the journal does not reach back so far."""
    if dseq == 0:
        return ""
    rows = plain.ask(session, "SELECT head FROM change WHERE dseq = ?", dseq)
    return rows[0][0] if rows else None


def rewind(session: Session, expected: int) -> bool:
    """Send everything from this change on again; False when the journal has gaps there.

    Something else may stand in the chain by now: its heads are made anew.
    """
    end, _ = meta.journal_end(session)
    held = session.exec(select(func.count()).where(col(ChangeRow.dseq) >= expected)).one()
    if not 0 < held == end + 1 - expected or head_after(session, expected - 1) is None:
        return False
    _rechain(session, expected)
    return True


def begin_anew(session: Session) -> None:
    """Under another device: all that is still held, from number 1, as the same changes."""
    numbers = session.exec(select(ChangeRow.dseq).order_by(col(ChangeRow.dseq))).all()
    moved = [(new, old) for new, old in enumerate(numbers, 1) if new != old]
    plain.do(session, "UPDATE change SET dseq = ? WHERE dseq = ?", *moved)
    meta.set_journal_end(session, len(numbers), "")
    _rechain(session, 1)


def _rechain(session: Session, first: int) -> None:
    """Make the heads anew from this change on; it and all after it are to be sent."""
    end, _ = meta.journal_end(session)
    changes = messages(session, first, end)
    before, *heads = chain.heads(head_after(session, first - 1) or "", changes)
    numbered = list(zip(heads, dseqs(changes), strict=True))
    plain.do(session, "UPDATE change SET head = ? WHERE dseq = ?", *numbered)
    meta.put(session, AGAIN, first if changes else None)
    meta.set_journal_end(session, end, heads[-1] if heads else before)
    session.connection().execute(delete(BatchRow))


def sent_again(session: Session, last: int) -> None:
    """The county has everything up to this number."""
    again = sends_again_from(session)
    if again is not None and last >= again:
        end, _ = meta.journal_end(session)
        meta.put(session, AGAIN, last + 1 if last < end else None)


def sent(session: Session, batch: UUID, first: int, last: int) -> None:
    """Changes with these numbers go on the line: what they are part of is not undone silently.

    One change of each operation says so, not ten thousand.
    """
    plain.do(session, _SENT, (batch.bytes, first, last))
