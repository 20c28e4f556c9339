"""Taking back what has happened to a household, when it had not happened."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.households import LifeEventKind
from gridapp.domain.households.history import DATED
from gridapp.domain.households.life_events import LifeFault, reversal_faults
from gridapp.store import journal, values
from gridapp.store.households import households, life_events
from gridapp.store.tables import Household, LifeEvent, Member, Unit
from gridapp.usecases.desk import Changed, Desk, RejectedError, refuse
from gridapp.usecases.households.concerned import names
from gridapp.usecases.households.life_events import LifeAct, kind_of

Subjects = Mapping[UUID, Household | Member]


def reverse(desk: Desk, household_id: UUID, act_id: UUID, note: str = "") -> Changed:
    """An act had not happened: its fields go back, its events and their reversal are left out.

    Works as well when it was sent long ago. A regrouping goes back for this household alone.
    Cases that have followed a merged household stay with the other.
    """
    with desk.store.session() as session:
        undone = life_events.of_act(session, act_id)
        if any(event.kind == LifeEventKind.REGROUPED for event in undone):
            undone = [event for event in undone if event.household_id == household_id]
        sheet = session.get(Household, household_id)
        if not undone or sheet is None:
            raise RejectedError([LifeFault.HOUSEHOLD_MISSING])
        subjects = _subjects(session, undone)
        known = life_events.of_subjects(session, subjects)
        current = {id_: _dated(one) for id_, one in subjects.items()}
        refuse(reversal_faults(undone, known, current))
        refuse([LifeFault.BUILT_ON] if _is_leant_on(session, undone, subjects) else [])
        act = LifeAct(desk, LifeEventKind.REVERSED, desk.today(), note)
        _put_back(act, session, undone, subjects)
        concerned = [one for one in subjects.values() if isinstance(one, Member)]
        return act.save(session, names(concerned), sheet)


def _subjects(session: Session, events: Sequence[LifeEvent]) -> Subjects:
    ids = list({event.subject_id for event in events})
    found: dict[UUID, Household | Member] = {}
    for one in households.members_by_id(session, ids):
        found[one.id] = one
    for household in households.by_ids(session, ids):
        found[household.id] = household
    return found


def _dated(subject: Household | Member) -> dict[str, Any]:
    return {name: journal.as_json(getattr(subject, name)) for name in DATED[kind_of(subject)]}


def _brings(event: LifeEvent) -> bool:
    """Whether it brought its subject into being."""
    return bool(event.after) and not event.before


def _is_leant_on(session: Session, undone: Sequence[LifeEvent], subjects: Subjects) -> bool:
    """Whether others live, or were visited, in a household that the act has made; or whether what
    it would go back to has ended meanwhile.
    """
    reopened = {event.subject_id for event in undone if "until" in event.before}
    for event in undone:
        subject = subjects[event.subject_id]
        if _brings(event) and isinstance(subject, Household):
            people = households.members_of(session, [subject.id])
            if any(one.id not in subjects for one in people):
                return True
            if life_events.is_referred_to(session, subject.id):
                return True
        home = _row(session, Household, event.before.get("household_id"))
        unit = _row(session, Unit, event.before.get("unit_id"))
        if home is not None and home.until is not None and home.id not in reopened:
            return True
        if unit is not None and unit.until is not None:
            return True
    return False


def _row(session: Session, table: type[Any], id_: str | None) -> Any:
    return session.get(table, UUID(id_)) if id_ else None


def _put_back(
    act: LifeAct, session: Session, undone: Sequence[LifeEvent], subjects: Subjects
) -> None:
    removed = set()
    for event in undone:
        subject = subjects[event.subject_id]
        fields = values.read(kind_of(subject), event.before)
        if not _brings(event):
            _set_back(act, session, subject, fields)
        elif isinstance(subject, Member):
            removed.add(subject.id)
            act.add(journal.remove(act.desk.new_id(), "member", subject))
        else:  # it has never stood
            first = subject.since or event.happened_on
            act.set_quietly(subject, until=first - timedelta(days=1))
        sheet = session.get_one(Household, event.household_id)
        act.tell(subject, sheet, event.after, event.before, reverses=event.id)
    homes = {event.household_id for event in undone}
    homes |= {UUID(e.before["household_id"]) for e in undone if "household_id" in e.before}
    people = {one.id: one for one in households.members_of(session, list(homes))}
    for home in homes:
        living = [one for one in people.values() if act.after(one, "household_id") == home]
        living = [one for one in living if one.id not in removed]
        act.arrange(sorted(living, key=lambda one: one.place))


def _set_back(
    act: LifeAct, session: Session, subject: Household | Member, fields: dict[str, Any]
) -> None:
    """Its fields as they were, and where its household or unit is now."""
    if "household_id" in fields:
        fields["unit_id"] = session.get_one(Household, fields["household_id"]).unit_id
    elif "unit_id" in fields:
        fields["walk_order"] = households.next_in_walk(session, fields["unit_id"])
        for one in households.members_of(session, [subject.id]):
            act.set_quietly(one, unit_id=fields["unit_id"])
    act.set_quietly(subject, **fields)
