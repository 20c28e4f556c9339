"""Meetings on cases (会商研判): called with an agenda of open cases, changed, held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from gridapp.contract.receptions import MeetingRecord, Rhythm
from gridapp.domain.receptions import meetings as rules
from gridapp.domain.receptions import rhythms
from gridapp.domain.receptions.meetings import MeetingFault, Why
from gridapp.store import journal
from gridapp.store.disputes import disputes as case_store
from gridapp.store.grids import grids
from gridapp.store.receptions import meetings
from gridapp.store.receptions.meetings import AgendaCase, MeetingLine
from gridapp.store.tables import Meeting, Task, Unit
from gridapp.usecases import calendar
from gridapp.usecases.desk import Changed, Desk, RejectedError, refuse, save
from gridapp.usecases.disputes import stalls
from gridapp.usecases.receptions.planned import set_right, typed

_MOST_AT_ONCE = 20
"""Cases that a new agenda takes; the others stay proposed."""
_MOST_PROPOSED = 50
_MOST_LOOKED_AT = 1000
"""Of a county's thousands: cases that are shown, and looked at for each reason."""


@dataclass(frozen=True)
class NewMeeting:
    """A meeting about to be called. Meetings of one ``series`` follow each other by a rhythm."""

    title: str
    planned_on: date
    rhythm: Rhythm = Rhythm.ONCE
    series: str = ""
    chair: str = ""
    place: str = ""
    previous_id: UUID | None = None


@dataclass(frozen=True)
class Item:
    """A case on the agenda. ``why`` it should be there today; None when it was put there by hand.

    ``notes``: what the meeting said about it, each an entry of the case's timeline.
    """

    case: AgendaCase
    why: Why | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class MeetingView:
    """A meeting with its agenda, what was decided, and the cases that it should discuss too."""

    meeting: Meeting
    unit_name: str
    items: tuple[Item, ...]
    actions: tuple[Task, ...]
    proposed: tuple[Item, ...]


def all_meetings(desk: Desk) -> list[MeetingLine]:
    """Meetings of the person's unit and those below: those to come, then the newest first."""
    with desk.store.session() as session:
        return meetings.meetings(session, grids.subtree(session, desk.person.unit_id))


def view(desk: Desk, meeting_id: UUID) -> MeetingView | None:
    """One meeting; None when it is no longer on this laptop."""
    with desk.store.session() as session:
        row = session.get(Meeting, meeting_id)
        if row is None:
            return None
        agenda = [UUID(id_) for id_ in row.agenda]
        found = meetings.cases(session, agenda)
        said = meetings.notes(session, meeting_id, agenda)
        actions = meetings.actions(session, meeting_id)
        unit = session.get(Unit, row.unit_id)
    proposed = _proposed(desk, row.unit_id)
    why = {id_: item.why for id_, item in proposed.items()}
    items = (Item(found[id_], why.get(id_), said.get(id_, ())) for id_ in agenda if id_ in found)
    others = [item for id_, item in proposed.items() if id_ not in agenda]
    return MeetingView(
        meeting=row,
        unit_name=unit.name if unit else "",
        items=tuple(items),
        actions=tuple(actions),
        proposed=tuple(others[:_MOST_PROPOSED]),
    )


def _proposed(desk: Desk, unit_id: UUID) -> dict[UUID, Item]:
    """What a meeting of this unit ought to discuss today, in its order."""
    today = desk.today()
    stopped = [stall.dispute_id for stall in stalls.stalled(desk)][:_MOST_LOOKED_AT]
    with desk.store.session() as session:
        units = set(grids.subtree(session, unit_id))
        soon = today + timedelta(days=case_store.SOON_DAYS)
        due = meetings.due_by(session, soon, units, _MOST_LOOKED_AT)
        why = rules.proposal(due, stopped, today)
        found = meetings.cases(session, why)
    mine = (id_ for id_ in why if id_ in found and found[id_].unit_id in units)
    return {id_: Item(found[id_], why[id_]) for id_ in mine}


def call(desk: Desk, unit_id: UUID, new: NewMeeting) -> Changed:
    """Call a meeting; what it ought to discuss first is on its agenda. Raises RejectedError."""
    proposed = _proposed(desk, unit_id)
    meeting = MeetingRecord(
        id=desk.new_id(),
        unit_id=unit_id,
        agenda=[str(id_) for id_ in proposed][:_MOST_AT_ONCE],
        previous_id=new.previous_id,
        **_fields(new),
    )
    refuse(rules.faults(meeting, desk.today()))
    with desk.store.session() as session:
        edit = journal.create(desk.new_id(), "meeting", meeting)
        return save(desk, session, "meeting.called", meeting.title, [edit], meeting.id)


def change(desk: Desk, seen: Meeting, new: NewMeeting) -> Changed:
    """Set another title, day or place. Raises RejectedError."""
    return _set(desk, seen, "meeting.changed", **_fields(new))


def following(desk: Desk, meeting_id: UUID) -> NewMeeting | None:
    """The next meeting of the series, on the day of its rhythm; None when it has no rhythm."""
    with desk.store.session() as session:
        last = session.get_one(Meeting, meeting_id)
        day = rhythms.following(last.planned_on, last.rhythm, calendar.of_county(session))
        if day is None:
            return None
        return NewMeeting(
            last.title, day, Rhythm(last.rhythm), last.series, last.chair, last.place, last.id
        )


def set_agenda(desk: Desk, meeting_id: UUID, ids: Sequence[UUID]) -> Changed:
    """Discuss these cases, in this order."""
    with desk.store.session() as session:
        seen = session.get_one(Meeting, meeting_id)
    return _set(desk, seen, "meeting.agenda", agenda=[str(id_) for id_ in ids])


def hold(desk: Desk, seen: Meeting, on: date, minutes: str) -> Changed:
    """The meeting took place; its minutes may be set right later. Raises RejectedError."""
    return _set(desk, seen, "meeting.held", held_on=on, minutes=minutes.strip())


def call_off(desk: Desk, meeting_id: UUID) -> Changed:
    """Take a meeting back that was not held. Raises RejectedError."""
    with desk.store.session() as session:
        row = session.get_one(Meeting, meeting_id)
        if row.held_on is not None or meetings.actions(session, meeting_id):
            raise RejectedError([MeetingFault.ALREADY_HELD])
        edit = journal.remove(desk.new_id(), "meeting", row)
        return save(desk, session, "meeting.called_off", row.title, [edit])


def _fields(new: NewMeeting) -> dict[str, Any]:
    """A rhythm needs a series: one without a name is named by its title. Which meeting went before
    is settled when it is called.
    """
    fields = typed(new)
    del fields["previous_id"]
    fields["series"] = fields["series"] or (fields["title"] if new.rhythm != Rhythm.ONCE else "")
    return fields


def _set(desk: Desk, seen: Meeting, what: str, **fields: Any) -> Changed:
    with desk.store.session() as session:
        row = session.get_one(Meeting, seen.id)
        edits = set_right(desk, "meeting", row, seen, rules.faults, **fields)
        if not edits:
            return Changed(frozenset())
        title = str(fields.get("title", row.title))
        return save(desk, session, what, title, edits, seen.id)
