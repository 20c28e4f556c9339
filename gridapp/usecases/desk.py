"""Where a person works: the open store, who they are, and what gives time and ids."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import StrEnum
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from gridapp.store import journal
from gridapp.store.journal import Edit, OnProgress, Operation
from gridapp.store.opening import Store

CHINA = timezone(timedelta(hours=8))
"""The country has one time zone; a laptop set to another still reports by this one."""


@dataclass(frozen=True)
class Person:
    """Who has signed in, for which unit, in which role (``contract.people.Role``)."""

    name: str
    unit_id: UUID
    unit_name: str
    role: str
    demo: bool = False


@dataclass(frozen=True)
class Desk:
    """What every use case is given."""

    store: Store
    person: Person
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]

    def today(self) -> date:
        """The day in China."""
        return self.now().astimezone(CHINA).date()

    def place(self) -> tuple[Path, UUID]:
        """The data folder of this laptop and the id of the person (``host.people``)."""
        folder = self.store.path.parent
        return folder.parents[1], UUID(folder.name)


@dataclass(frozen=True)
class Changed:
    """What a use case changed: the kinds of record, the main one, and the operation to undo."""

    kinds: frozenset[str]
    operation_id: UUID | None = None
    record_id: UUID | None = None


class RejectedError(Exception):
    """The person's input cannot be kept; ``faults`` names everything wrong, one code a fault."""

    def __init__(self, faults: Sequence[StrEnum]) -> None:
        super().__init__(", ".join(faults))
        self.faults = tuple(faults)


def refuse(faults: Sequence[StrEnum]) -> None:
    """Raise RejectedError if there are any faults."""
    if faults:
        raise RejectedError(faults)


def save(
    desk: Desk,
    session: Session,
    what: str,
    name: str,
    edits: Sequence[Edit],
    record_id: UUID | None = None,
    on_progress: OnProgress | None = None,
) -> Changed:
    """Keep edits as one operation of this person, now. ``what`` is a code, ``name`` the subject."""
    operation = Operation(desk.new_id(), what, name, desk.person.name, desk.now())
    kinds = journal.write(session, operation, edits, on_progress)
    return Changed(kinds, operation.id, record_id)
