"""The one door in: row, outbox and audit together, or nothing; and undo."""

import json
from dataclasses import replace
from datetime import timedelta
from itertools import repeat
from uuid import UUID

import pytest
from sqlalchemy import func, text
from sqlmodel import col, select
from uuid_utils.compat import uuid7

from gridapp.contract.sync import Change
from gridapp.domain.sync import chain
from gridapp.store import audit, journal
from gridapp.store.bookkeeping import AuditRow, ChangeRow
from gridapp.store.opening import Store, StoreError, StoreFault
from gridapp.store.sync import outbox
from gridapp.store.tables import Visit
from gridapp.store.undo import UndoError, UndoFault, take_back
from tests.store.conftest import UNIT, created, operation, visit


def counts(store: Store) -> tuple[int, int, int]:
    with store.session() as session:
        visits, changes, entries = (
            session.exec(select(func.count()).select_from(table)).one()
            for table in (Visit, ChangeRow, AuditRow)
        )
    return visits, changes, entries


def test_a_change_is_kept_with_its_outbox_entry_and_its_audit_entry(store: Store) -> None:
    with store.session() as session:
        kinds = journal.write(session, operation(), [created(visit())])
    assert kinds == {"visit"}
    assert counts(store) == (1, 1, 1)


def test_when_one_part_fails_nothing_is_kept(store: Store) -> None:
    twice = visit()
    with store.session() as session:
        journal.write(session, operation(), [created(twice)])
    with pytest.raises(Exception, match="UNIQUE"), store.session() as session:
        journal.write(session, operation(), [created(visit()), created(twice)])
    assert counts(store) == (1, 1, 1)


def test_changes_are_numbered_without_gaps_and_chained(store: Store) -> None:
    with store.session() as session:
        journal.write(session, operation(), [created(visit()), created(visit())])
    with store.session() as session:
        journal.write(session, operation(), [created(visit())])
    with store.session() as session:
        rows = session.exec(select(ChangeRow).order_by(col(ChangeRow.dseq))).all()
    assert [row.dseq for row in rows] == [1, 2, 3]
    head = ""
    for row in rows:
        sent = Change(
            change_id=row.change_id,
            dseq=row.dseq,
            unit=row.unit_id,
            kind=row.kind,
            record_id=row.record_id,
            op=row.op,
            base_revision=row.base_revision,
            fields=row.fields,
        )
        head = chain.heads(head, [sent])[-1]
        assert row.head == head


def test_the_audit_names_fields_and_never_values(store: Store) -> None:
    with store.session() as session:
        journal.write(session, operation(), [created(visit(note="屋后水沟"))])
        entry = session.exec(select(AuditRow)).one()
    assert "note" in json.loads(entry.detail)["visit"]["fields"]
    assert "屋后水沟" not in entry.detail


def test_an_altered_audit_entry_is_found(store: Store) -> None:
    with store.session() as session:
        for _ in range(3):
            journal.write(session, operation(), [created(visit())])
        assert audit.first_break(session) is None
    with store.session() as session:
        session.connection().execute(text("UPDATE audit SET actor = '他人' WHERE seq = 2"))
    with store.session() as session:
        assert audit.first_break(session) == 2


def test_undo_takes_back_a_creation_and_stays_in_the_outbox_as_its_opposite(store: Store) -> None:
    done = operation()
    with store.session() as session:
        journal.write(session, done, [created(visit())])
    with store.session() as session:
        take_back(session, operation("undo", done.id), iter(uuid7, None))
    visits, changes, _ = counts(store)
    assert (visits, changes) == (0, 2)


def test_undo_brings_back_the_values_that_a_change_replaced(store: Store) -> None:
    record = visit(note="旧")
    with store.session() as session:
        journal.write(session, operation(), [created(record)])
    done = operation("visit.noted")
    with store.session() as session:
        journal.write(session, done, [journal.change(uuid7(), "visit", record, note="新")])
    with store.session() as session:
        take_back(session, operation("undo", done.id), iter(uuid7, None))
        assert session.get_one(Visit, record.id).note == "旧"


def test_undo_brings_back_a_deleted_record_whole(store: Store) -> None:
    record = visit(note="旧")
    with store.session() as session:
        journal.write(session, operation(), [created(record)])
    done = operation("visit.removed")
    with store.session() as session:
        journal.write(session, done, [journal.remove(uuid7(), "visit", record)])
    with store.session() as session:
        take_back(session, operation("undo", done.id), iter(uuid7, None))
        back = session.get_one(Visit, record.id)
    assert back.model_dump(exclude={"revision", "extra"}) == record.model_dump()


def test_what_has_been_sent_cannot_be_undone(store: Store) -> None:
    done = operation()
    with store.session() as session:
        journal.write(session, done, [created(visit())])
        session.connection().execute(text("UPDATE change SET batch_id = randomblob(16)"))
    with pytest.raises(UndoError) as caught, store.session() as session:
        take_back(session, operation("undo", done.id), iter(uuid7, None))
    assert caught.value.code == UndoFault.ALREADY_SENT
    assert counts(store)[0] == 1


def test_what_was_changed_since_cannot_be_undone(store: Store) -> None:
    record, done = visit(), operation()
    with store.session() as session:
        journal.write(session, done, [created(record)])
    with store.session() as session:
        later = journal.change(uuid7(), "visit", record, note="新")
        journal.write(session, operation("visit.noted"), [later])
    with pytest.raises(UndoError) as caught, store.session() as session:
        take_back(session, operation("undo", done.id), iter(uuid7, None))
    assert caught.value.code == UndoFault.CHANGED_SINCE


def test_the_last_two_things_done_to_a_record_are_undone_one_after_the_other(store: Store) -> None:
    record = visit(note="")
    with store.session() as session:
        journal.write(session, operation(), [created(record)])
    done = [operation("visit.noted"), operation("visit.noted"), operation("visit.noted")]
    for one, note in zip(done, ("一", "二", "三"), strict=True):
        with store.session() as session:
            journal.write(session, one, [journal.change(uuid7(), "visit", record, note=note)])
    for one, note in ((done[2], "二"), (done[1], "一")):
        with store.session() as session:
            take_back(session, operation("undo", one.id), iter(uuid7, None))
            assert session.get_one(Visit, record.id).note == note
    with store.session() as session:
        again = journal.change(uuid7(), "visit", record, note="四")
        journal.write(session, operation("visit.noted"), [again])
    with pytest.raises(UndoError) as caught, store.session() as session:
        take_back(session, operation("undo", done[0].id), iter(uuid7, None))
    assert caught.value.code == UndoFault.CHANGED_SINCE


def test_nothing_is_undone_twice(store: Store) -> None:
    done = operation()
    with store.session() as session:
        journal.write(session, done, [created(visit())])
    with store.session() as session:
        take_back(session, operation("undo", done.id), iter(uuid7, None))
    with pytest.raises(UndoError) as caught, store.session() as session:
        take_back(session, operation("undo", done.id), iter(uuid7, None))
    assert caught.value.code == UndoFault.ALREADY_UNDONE


def test_what_waits_is_told_by_name(store: Store) -> None:
    with store.session() as session:
        journal.write(session, operation(), [created(visit()), created(visit())])
        (line,) = outbox.waiting(session)
        totals = outbox.totals(session)
    assert (line.what, line.name, line.changes) == ("visit.quiet", "王建军", 2)
    assert (totals.waiting, totals.refused, totals.conflicts) == (2, 0, 0)


def test_an_undone_operation_is_not_offered_for_undo_again(store: Store) -> None:
    first, second = operation(), operation()
    with store.session() as session:
        journal.write(session, first, [created(visit())])
        journal.write(session, second, [created(visit())])
    with store.session() as session:
        newest = outbox.last_undoable(session)
        assert newest is not None
        take_back(session, operation("undo", newest.id), iter(uuid7, None))
        remaining = outbox.last_undoable(session)
    assert remaining is not None
    assert {newest.id, remaining.id} == {first.id, second.id}


def test_a_change_to_a_record_that_is_not_there_is_refused(store: Store) -> None:
    absent = visit()
    with pytest.raises(StoreError, match=StoreFault.GONE), store.session() as session:
        edits = list(map(journal.change, repeat(uuid7(), 1), ["visit"], [absent]))
        journal.write(session, operation(), edits)
    assert counts(store) == (0, 0, 0)


def test_a_large_operation_is_kept_in_bulk(store: Store) -> None:
    edits = [created(visit()) for _ in range(1200)]
    with store.session() as session:
        journal.write(session, operation(), edits)
    with store.session() as session:
        records = session.exec(select(Visit)).all()
        moved = [journal.change(uuid7(), "visit", r, unit_id=UUID(int=8)) for r in records]
        journal.write(session, operation("moved"), moved)
        units = set(session.exec(select(Visit.unit_id)))
        before = session.exec(
            select(ChangeRow.before).where(col(ChangeRow.op) == "update").limit(1)
        ).one()
    assert units == {UUID(int=8)}
    assert before == {"unit_id": str(UNIT)}


def test_undo_takes_the_last_thing_done_also_when_the_clock_was_set_back(store: Store) -> None:
    first, second = operation(), operation()
    late = replace(second, at=first.at - timedelta(days=3))
    with store.session() as session:
        journal.write(session, first, [created(visit())])
        journal.write(session, late, [created(visit())])
        newest = outbox.last_undoable(session)
    assert newest is not None
    assert newest.id == second.id
