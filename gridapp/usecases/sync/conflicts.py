"""Settling conflicts: one of the two values or a third; undone like anything else until sent."""

from dataclasses import replace
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlmodel import Session

from gridapp.contract.conflicts import Choice
from gridapp.contract.disputes import EventKind, State
from gridapp.contract.kinds import KINDS, Merge
from gridapp.contract.people import Role
from gridapp.domain.disputes.disputes import is_open, legal_step
from gridapp.domain.masking import mask_citizen_number, mask_phone
from gridapp.domain.sync.scope import LEADER_NEVER_WRITES
from gridapp.store import audit, journal, values
from gridapp.store.households import households
from gridapp.store.journal import Edit
from gridapp.store.sync import conflicts
from gridapp.store.sync.conflicts import ConflictLine
from gridapp.store.tables import Conflict, Dispute, Household
from gridapp.usecases.desk import Changed, Desk, RejectedError, save
from gridapp.usecases.disputes.dispute_steps import Step, step_edits

OTHER_STORY = "两处记录不一致，经核定以{}的记录为准。"
"""The entry of the timeline where a contested state was decided."""

_MASKS = {"phone": mask_phone, "citizen_number": mask_citizen_number}


class ConflictFault(StrEnum):
    """Why a decision cannot be kept."""

    GONE = "conflict.gone"
    ALREADY_SETTLED = "conflict.already_settled"
    NOT_ALLOWED = "conflict.not_allowed"
    VALUE_MISSING = "conflict.value_missing"
    VALUE_WRONG = "conflict.value_wrong"


def open_conflicts(desk: Desk) -> list[ConflictLine]:
    """What waits for a decision, numbers of people masked."""
    with desk.store.session() as session:
        return [_masked(line) for line in conflicts.still_open(session)]


def settled_conflicts(desk: Desk) -> list[ConflictLine]:
    """What was decided, by whom and when; numbers of people masked."""
    with desk.store.session() as session:
        return [_masked(line) for line in conflicts.settled(session)]


def is_masked(line: ConflictLine) -> bool:
    """Whether the values are numbers of people."""
    return line.field in _MASKS


def reveal(desk: Desk, conflict_id: UUID) -> ConflictLine:
    """A conflict with its numbers in full; that they were shown is written down first."""
    with desk.store.session() as session:
        conflict = session.get_one(Conflict, conflict_id)
        detail = {"conflict": str(conflict_id), "field": conflict.field}
        audit.note(session, desk.now(), desk.person.name, "reveal", detail)
        return conflicts.line(session, conflict)


def choices(role: str, line: ConflictLine) -> tuple[Choice, ...]:
    """What a person of this role may decide; nothing when it is for somebody above."""
    if role == Role.LEADER and line.kind in LEADER_NEVER_WRITES:
        return ()
    if not line.present:
        return (Choice.STANDING,)
    merge = KINDS[line.kind].merge_of(line.field)
    if merge is Merge.STATE:
        legal = legal_step(str(line.standing), str(line.offered))
        return (Choice.STANDING, Choice.OFFERED) if legal else (Choice.STANDING,)
    if line.names:
        known = bool(line.names.get(line.offered))
        return (Choice.STANDING, Choice.OFFERED) if known else (Choice.STANDING,)
    return (Choice.STANDING, Choice.OFFERED, Choice.OTHER)


def settle(desk: Desk, conflict_id: UUID, choice: Choice, value: Any = None) -> Changed:
    """Decide a conflict; ``value`` is the third one, as JSON. Raises RejectedError."""
    with desk.store.session() as session:
        conflict = session.get(Conflict, conflict_id)
        if conflict is None:
            raise RejectedError([ConflictFault.GONE])
        if conflict.settled_at is not None:
            raise RejectedError([ConflictFault.ALREADY_SETTLED])
        line = conflicts.line(session, conflict)
        if choice not in choices(desk.person.role, line):
            raise RejectedError([ConflictFault.NOT_ALLOWED])
        decided = journal.change(
            desk.new_id(),
            "conflict",
            conflict,
            settled_at=desk.now(),
            settled_by=desk.person.name,
            choice=choice.value,
        )
        edits = [decided, *_carried_out(desk, session, conflict, _decided(line, choice, value))]
        return save(desk, session, "conflict.settled", line.subject.name, edits, conflict_id)


def _decided(line: ConflictLine, choice: Choice, value: Any) -> Any:
    """The value that the field has from now on."""
    if choice is not Choice.OTHER:
        return line.standing if choice is Choice.STANDING else line.offered
    needed = KINDS[line.kind].record.model_fields[line.field].is_required()
    if needed and not str(value or "").strip():
        raise RejectedError([ConflictFault.VALUE_MISSING])
    try:
        return values.read(line.kind, {line.field: value})[line.field]
    except ValidationError as error:
        raise RejectedError([ConflictFault.VALUE_WRONG]) from error


def _carried_out(desk: Desk, session: Session, conflict: Conflict, value: Any) -> list[Edit]:
    """The edits that give the record the decided value; none when it has it already."""
    row = conflicts.record_of(session, conflict)
    if row is None or getattr(row, conflict.field) == value:
        return []
    if isinstance(row, Dispute) and conflict.field == "state" and not is_open(row.state):
        return _opened_again(desk, session, row, conflict)
    edits = [journal.change(desk.new_id(), conflict.kind, row, **{conflict.field: value})]
    if isinstance(row, Household) and conflict.field == "unit_id":
        members = households.members_of(session, [row.id])
        edits += [journal.change(desk.new_id(), "member", m, unit_id=value) for m in members]
    return edits


_OPENS_AGAIN = {
    State.REVIEWED: EventKind.REVIEW_ASKED,
    State.RE_REVIEWED: EventKind.RE_REVIEW_ASKED,
}
"""The step that opens a closed case into a state; any other is a reopening."""


def _opened_again(desk: Desk, session: Session, dispute: Dispute, conflict: Conflict) -> list[Edit]:
    """A closed case goes on as the other laptop told it: by a step of its own, from today."""
    kind = _OPENS_AGAIN.get(State(conflict.offered), EventKind.REOPENED)
    step = Step(kind, OTHER_STORY.format(conflict.offered_by), desk.today())
    return step_edits(desk, session, dispute, step)


def masked(field: str, value: Any) -> Any:
    """A value as it is shown at first: numbers of people covered."""
    mask = _MASKS.get(field)
    return value if mask is None or value is None else mask(str(value))


def _masked(line: ConflictLine) -> ConflictLine:
    standing, offered = (masked(line.field, value) for value in (line.standing, line.offered))
    return replace(line, standing=standing, offered=offered)
