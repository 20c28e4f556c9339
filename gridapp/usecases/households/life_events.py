"""What one act changes in households and members: the edits, and the events that date them."""

from collections.abc import Iterable, Sequence
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
from gridapp.domain.households.history import DATED, GONE
from gridapp.domain.households.life_events import LifeFault, day_faults
from gridapp.domain.households.relations import is_head
from gridapp.store import journal
from gridapp.store.households import households as stored
from gridapp.store.households import life_events
from gridapp.store.journal import Edit
from gridapp.store.tables import Household
from gridapp.usecases.desk import Changed, Desk, refuse, save

Subject = HouseholdRecord | MemberRecord


class LifeAct:
    """Collects what one dated act changes: an edit of each record, an event of each subject.

    An event keeps the ``DATED`` fields of its subject, before and after, as they travel. ``sheet``
    is the household in whose history it stands. ``faults`` are kept too, and refused by ``save``.
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
        self.faults: list[LifeFault] = []
        self._note = note.strip()
        self._brought: dict[UUID, Subject] = {}
        self._set: dict[UUID, tuple[Subject, dict[str, Any]]] = {}
        self._others: list[Edit] = []
        self._events: list[LifeEventRecord] = []

    def change(self, subject: Subject, sheet: HouseholdRecord, **fields: Any) -> None:
        """Set fields of a household or member."""
        self.set_quietly(subject, **fields)
        dated = {name: fields[name] for name in DATED[kind_of(subject)] if name in fields}
        if dated:
            before = {name: getattr(subject, name) for name in dated}
            self.tell(subject, sheet, before, dated)

    def set_quietly(self, subject: Subject, **fields: Any) -> None:
        """Set fields without an event."""
        if fields:
            self._set.setdefault(subject.id, (subject, {}))[1].update(fields)

    def bring(self, subject: Subject, sheet: HouseholdRecord) -> None:
        """Bring a household or member into being; nothing was before."""
        self._brought[subject.id] = subject
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
            unit_id=self.after(sheet, "unit_id"),
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
        self._events.append(event)

    def arrange(self, people: Iterable[MemberRecord]) -> None:
        """Number the people of a household as given, but the head first and who is gone last."""
        ordered = sorted(people, key=self._rank)
        for place, one in enumerate(ordered):
            if one.id in self._brought:
                one.place = place
            elif one.place != place:
                self.set_quietly(one, place=place)

    def add(self, edit: Edit) -> None:
        """An edit of another record that belongs to the act."""
        self._others.append(edit)

    @property
    def edits(self) -> list[Edit]:
        """All of it, for ``desk.save``."""
        new = self.desk.new_id
        brought = [journal.create(new(), kind_of(one), one) for one in self._brought.values()]
        changed = [
            journal.change(new(), kind_of(one), one, **fields) for one, fields in self._set.values()
        ]
        told = [journal.create(event.id, "life_event", event) for event in self._events]
        return [*brought, *changed, *self._others, *told]

    def save(self, session: Session, name: str, sheet: HouseholdRecord) -> Changed:
        """Keep it as one operation, unless something speaks against it or its day."""
        touched = {event.subject_id: set(event.after) for event in self._events}
        subjects = [subject for subject, _fields in self._set.values()]
        known = life_events.of_subjects(session, touched)
        since = [sheet.since, *(one.since for one in subjects if one.id in touched)]
        refuse([*self.faults, *day_faults(self.day, self.desk.today(), since, known, touched)])
        return save(self.desk, session, f"life.{self.kind}", name, self.edits, sheet.id)

    def after(self, subject: Subject, name: str) -> Any:
        """A field as the act will leave it."""
        _, fields = self._set.get(subject.id, (subject, {}))
        return fields.get(name, getattr(subject, name))

    def _rank(self, one: MemberRecord) -> tuple[bool, bool]:
        return (self.after(one, "residence") in GONE, not is_head(self.after(one, "relation")))


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
        first_place = stored.next_in_walk(session, unit_id)
    for place, household in enumerate(households, first_place):
        moved = {} if household.unit_id == unit_id else {"unit_id": unit_id}
        act.change(household, household, walk_order=place, **moved)
    moving = [one.id for one in households if one.unit_id != unit_id]
    for member in stored.members_of(session, moving):
        act.set_quietly(member, unit_id=unit_id)
    return act.edits
