"""What one act changes in households and members: the edits, and the events that date them."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.households import (
    HouseholdRecord,
    LifeEventKind,
    LifeEventRecord,
    MemberRecord,
)
from gridapp.domain.history import DATED
from gridapp.store import households as stored
from gridapp.store import journal
from gridapp.store.journal import Edit
from gridapp.store.tables import Household
from gridapp.usecases.desk import Desk

Subject = HouseholdRecord | MemberRecord


class LifeAct:
    """Collects the ``edits`` of one dated act: one of each record, an event of each subject.

    What an event keeps are the ``DATED`` fields of its subject, before and after, as they travel.
    """

    def __init__(
        self,
        desk: Desk,
        kind: LifeEventKind,
        day: date,
        note: str = "",
        act_id: UUID | None = None,
    ) -> None:
        self.desk, self.kind, self.day = desk, kind, day
        self.act_id = act_id or desk.new_id()
        self.edits: list[Edit] = []
        self._note = note.strip()

    def change(self, subject: Subject, sheet: HouseholdRecord, **fields: Any) -> None:
        """Set fields of a household or member; the event stands in the sheet of ``sheet``."""
        edit = journal.change(self.desk.new_id(), kind_of(subject), subject, **fields)
        self.edits.append(edit)
        dated = {name: fields[name] for name in DATED[kind_of(subject)] if name in fields}
        if dated:
            before = {name: getattr(subject, name) for name in dated}
            self.tell(subject, sheet, before, dated)

    def bring(self, subject: Subject, sheet: HouseholdRecord) -> None:
        """Bring a household or member into being; nothing was before."""
        self.edits.append(journal.create(self.desk.new_id(), kind_of(subject), subject))
        names = DATED[kind_of(subject)] - {"since", "until"}
        self.tell(subject, sheet, {}, {name: getattr(subject, name) for name in names})

    def tell(
        self,
        subject: Subject,
        sheet: HouseholdRecord,
        before: dict[str, Any],
        after: dict[str, Any],
        reverses: UUID | None = None,
    ) -> None:
        """The event alone; without fields it only stands in the history of ``sheet``."""
        event = LifeEventRecord(
            id=self.desk.new_id(),
            unit_id=after.get("unit_id", sheet.unit_id),
            household_id=sheet.id,
            subject_id=subject.id,
            act_id=self.act_id,
            kind=self.kind.value,
            happened_on=self.day,
            recorded_at=self.desk.now(),
            actor=self.desk.person.name,
            note=self._note,
            before={name: journal.as_json(value) for name, value in before.items()},
            after={name: journal.as_json(value) for name, value in after.items()},
            reverses=reverses,
        )
        self.edits.append(journal.create(event.id, "life_event", event))


def kind_of(subject: Subject) -> str:
    """The name of its kind of record."""
    return "household" if isinstance(subject, HouseholdRecord) else "member"


def regrouped(
    desk: Desk,
    session: Session,
    households: Sequence[Household],
    unit_id: UUID,
    day: date,
    *,
    act_id: UUID | None = None,
    first_place: int | None = None,
) -> list[Edit]:
    """The edits that put households, with their members, into another micro-grid from ``day`` on.

    They come in the given order into its walk: from ``first_place`` on, after its last when None.
    Moves that belong together share an ``act_id``. A household that is there already only walks.
    """
    act = LifeAct(desk, LifeEventKind.REGROUPED, day, act_id=act_id)
    if first_place is None:
        walk = stored.in_walking_order(session, unit_id)
        first_place = max((one.walk_order for one in walk), default=0) + 1
    for place, household in enumerate(households, first_place):
        moved = {} if household.unit_id == unit_id else {"unit_id": unit_id}
        act.change(household, household, walk_order=place, **moved)
    moving = [one.id for one in households if one.unit_id != unit_id]
    return act.edits + [
        journal.change(desk.new_id(), "member", member, unit_id=unit_id)
        for member in stored.members_of(session, moving)
    ]
