"""What the county did not take: sent again, corrected or as it is, or given up by the person."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlmodel import select

from gridapp.contract.kinds import KINDS
from gridapp.contract.problems import Problem
from gridapp.store import values
from gridapp.store.bookkeeping import ChangeRow
from gridapp.store.sync import refused
from gridapp.store.sync.refused import RefusedLine
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.sync.conflicts import masked

_FOR_GOOD = {Problem.ERASED.value, Problem.APPEND_ONLY.value}
"""Sending such a change again never helps."""


class RefusedFault(StrEnum):
    """Why a change cannot be sent again as corrected."""

    VALUE_WRONG = "refused.value_wrong"


@dataclass(frozen=True)
class RefusedChange:
    """A change that was not taken, for the screen."""

    line: RefusedLine
    wrong: frozenset[str]
    """Fields that cannot be right, as far as this program can tell."""
    can_be_sent: bool
    """Whether it makes sense to send it again at all."""

    @property
    def reason(self) -> str:
        """The code of the rule that was broken, else that of the problem."""
        return self.line.problem.rpartition(": ")[2]

    @property
    def shown(self) -> dict[str, Any]:
        """The values that mean something to a person, as Python values where they are right;
        numbers of people masked.
        """
        return {
            name: masked(name, _typed(self.line.kind, name, value))
            for name, value in self.line.fields.items()
            if not (_is_id(value) or _is_empty(value))
        }


def all_refused(desk: Desk) -> list[RefusedChange]:
    """Everything that was not taken, the newest first."""
    with desk.store.session() as session:
        return [_change(line) for line in refused.lines(session)]


def send_again(desk: Desk, change_id: UUID, corrected: dict[str, Any] | None = None) -> Changed:
    """Offer a change anew, as a new one; ``corrected`` are the fields to replace, as JSON.

    Raises RejectedError when a corrected value is none for its field.
    """
    with desk.store.session() as session:
        change = session.exec(select(ChangeRow).where(ChangeRow.change_id == change_id)).one()
        if corrected and _wrong(change.kind, corrected):
            raise RejectedError([RefusedFault.VALUE_WRONG])
        fields = {**change.fields, **(corrected or {})}
        kinds = refused.offer_again(session, change_id, desk.new_id(), fields, desk.now())
        return Changed(kinds)


def give_up(desk: Desk, change_id: UUID) -> Changed:
    """The change is not sent any more; it stays in the journal, and who gave it up is noted."""
    with desk.store.session() as session:
        kinds = refused.let_go(session, change_id, desk.now(), desk.person.name)
    return Changed(kinds | {"sync"})


def _change(line: RefusedLine) -> RefusedChange:
    sendable = line.kind in KINDS and line.problem not in _FOR_GOOD
    return RefusedChange(line, _wrong(line.kind, line.fields), sendable)


def _wrong(kind: str, fields: dict[str, Any]) -> frozenset[str]:
    if kind not in KINDS:
        return frozenset()
    return frozenset(name for name, value in fields.items() if not _fits(kind, name, value))


def _fits(kind: str, name: str, value: Any) -> bool:
    info = KINDS[kind].record.model_fields.get(name)
    if info is None:
        return True
    if info.is_required() and value in ("", None):
        return False
    try:
        values.read(kind, {name: value})
    except ValidationError:
        return False
    return True


def _typed(kind: str, name: str, value: Any) -> Any:
    known = kind in KINDS and name in KINDS[kind].record.model_fields
    return values.read(kind, {name: value})[name] if known and _fits(kind, name, value) else value


def _is_id(value: Any) -> bool:
    try:
        UUID(str(value))
    except ValueError:
        return False
    return True


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {})
