"""Meetings on cases (会商研判): called with an agenda of open cases, changed, held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from gridapp.contract.receptions import MeetingRecord, Rhythm
from gridapp.domain import meetings as rules
from gridapp.domain import rhythms
from gridapp.domain.meetings import MeetingFault, Why
from gridapp.store import disputes as case_store
from gridapp.store import grids, journal, meetings
from gridapp.store.meetings import AgendaCase, MeetingLine
from gridapp.store.tables import Meeting, Task, Unit
from gridapp.usecases import calendar, stalls
from gridapp.usecases.desk import Changed, Desk, RejectedError, save


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
    proposed = _proposed(desk)
    with desk.store.session() as session:
        row = session.get(Meeting, meeting_id)
        if row is None:
            return None
        agenda = [UUID(id_) for id_ in row.agenda]
        found = meetings.cases(session, [*agenda, *proposed])
        said = meetings.notes(session, meeting_id, agenda)
        unit = session.get(Unit, row.unit_id)
        return MeetingView(
            meeting=row,
            unit_name=unit.name if unit else "",
            items=tuple(
                Item(found[id_], proposed.get(id_), said.get(id_, ()))
                for id_ in agenda
                if id_ in found
            ),
            actions=tuple(meetings.actions(session, meeting_id)),
            proposed=tuple(
                Item(found[id_], why)
                for id_, why in proposed.items()
                if id_ in found and id_ not in agenda
            ),
        )


def _proposed(desk: Desk) -> dict[UUID, Why]:
    """What a meeting of today ought to discuss, in its order."""
    today = desk.today()
    stopped = [stall.dispute_id for stall in stalls.stalled(desk)]
    with desk.store.session() as session:
        due = meetings.due_by(session, today + timedelta(days=case_store.SOON_DAYS))
    return rules.proposal(due, stopped, today)


def call(desk: Desk, unit_id: UUID, new: NewMeeting) -> Changed:
    """Call a meeting; what it ought to discuss is on its agenda. Raises RejectedError."""
    proposed = _proposed(desk)
    with desk.store.session() as session:
        open_ = meetings.cases(session, proposed)
        meeting = MeetingRecord(
            id=desk.new_id(),
            unit_id=unit_id,
            agenda=[str(id_) for id_ in proposed if id_ in open_],
            previous_id=new.previous_id,
            **_fields(new),
        )
        _check(desk, meeting)
        edit = journal.create(desk.new_id(), "meeting", meeting)
        return save(desk, session, "meeting.called", meeting.title, [edit], meeting.id)


def change(desk: Desk, meeting_id: UUID, new: NewMeeting) -> Changed:
    """Set another title, day or place. Raises RejectedError."""
    return _set(desk, meeting_id, "meeting.changed", **_fields(new))


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
    return _set(desk, meeting_id, "meeting.agenda", agenda=[str(id_) for id_ in ids])


def hold(desk: Desk, meeting_id: UUID, on: date, minutes: str) -> Changed:
    """The meeting took place; its minutes may be set right later. Raises RejectedError."""
    return _set(desk, meeting_id, "meeting.held", held_on=on, minutes=minutes.strip())


def call_off(desk: Desk, meeting_id: UUID) -> Changed:
    """Take a meeting back that was not held. Raises RejectedError."""
    with desk.store.session() as session:
        row = session.get_one(Meeting, meeting_id)
        if row.held_on is not None or meetings.actions(session, meeting_id):
            raise RejectedError([MeetingFault.ALREADY_HELD])
        edit = journal.remove(desk.new_id(), "meeting", row)
        return save(desk, session, "meeting.called_off", row.title, [edit])


def _fields(new: NewMeeting) -> dict[str, Any]:
    """A rhythm needs a series: one without a name is named by its title."""
    series = new.series.strip() or (new.title.strip() if new.rhythm != Rhythm.ONCE else "")
    return {
        "title": new.title.strip(),
        "planned_on": new.planned_on,
        "rhythm": new.rhythm.value,
        "series": series,
        "chair": new.chair.strip(),
        "place": new.place.strip(),
    }


def _set(desk: Desk, meeting_id: UUID, what: str, **fields: Any) -> Changed:
    with desk.store.session() as session:
        row = session.get_one(Meeting, meeting_id)
        after = MeetingRecord.model_validate({**row.model_dump(), **fields})
        _check(desk, after)
        edit = journal.change(desk.new_id(), "meeting", row, **fields)
        return save(desk, session, what, after.title, [edit], meeting_id)


def _check(desk: Desk, meeting: MeetingRecord) -> None:
    faults = rules.faults(meeting, desk.today())
    if faults:
        raise RejectedError(faults)
