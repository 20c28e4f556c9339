"""What may be done with a meeting and with what it discusses, as acts with their forms."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.casework import TaskRecord
from gridapp.contract.receptions import Rhythm
from gridapp.domain.disputes.casework import is_open
from gridapp.store.tables import Meeting
from gridapp.ui import words
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Pick
from gridapp.ui.acts.inputs import Day, Line, Text
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import casework
from gridapp.usecases.receptions import meeting_actions, meetings
from gridapp.usecases.receptions.meeting_actions import NewAction
from gridapp.usecases.receptions.meetings import Item, NewMeeting

translate = QCoreApplication.translate

_ACTION_DAYS = 7
"""What the form proposes; the person may choose another day."""


def call(units: Mapping[UUID, str], own: UUID, today: date) -> Act:
    """Call a meeting."""

    def do(desk: Desk, values: Values) -> Changed:
        return meetings.call(desk, UUID(values.get("unit", str(own))), _meeting(values))

    asks = _asks(NewMeeting("", today, Rhythm.WEEKLY))
    if len(units) > 1:
        offered = [(str(id_), name) for id_, name in units.items()]
        unit = Asked("unit", translate("meetings", "Unit"), partial(Pick, offered, str(own)))
        asks = (unit, *asks)
    return Act("meeting.call", translate("meetings", "Call a meeting"), do, asks, _agenda_rule())


def follow(meeting: Meeting) -> Act:
    """Call the next meeting of the series."""

    def ask(desk: Desk) -> tuple[Asked, ...]:
        found = meetings.following(desk, meeting.id)
        return _asks(found or NewMeeting(meeting.title, desk.today()))

    def do(desk: Desk, values: Values) -> Changed:
        return meetings.call(desk, meeting.unit_id, _meeting(values, meeting))

    title = translate("meetings", "Call the next one")
    return Act("meeting.follow", title, do, ask, _agenda_rule())


def acts_of(meeting: Meeting, today: date) -> list[Act]:
    """What may be done with a meeting, the likely act first."""
    if meeting.held_on is not None:
        title = translate("meetings", "Correct the minutes")
        hold = _hold(meeting, today, title)
        return [follow(meeting), hold] if meeting.rhythm != Rhythm.ONCE else [hold]
    hold = _hold(meeting, today, translate("meetings", "The meeting was held"))
    return [hold, change(meeting), _call_off(meeting)]


def change(meeting: Meeting) -> Act:
    """Set another title, day or place."""

    def do(desk: Desk, values: Values) -> Changed:
        return meetings.change(desk, meeting, _meeting(values, meeting))

    return Act("meeting.change", translate("meetings", "Change the meeting"), do, _asks(meeting))


def _hold(meeting: Meeting, today: date, title: str) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return meetings.hold(desk, meeting, values["date"], values["text"])

    day = meeting.held_on or min(meeting.planned_on, today)
    asks = (
        Asked("date", translate("meetings", "Held on"), partial(Day, day)),
        Asked("text", translate("meetings", "Minutes"), partial(Text, meeting.minutes)),
    )
    rule = translate("meetings", "What is said about a case is written at the case, above.")
    return Act("meeting.hold", title, do, asks, rule)


def _call_off(meeting: Meeting) -> Act:
    def do(desk: Desk, _values: Values) -> Changed:
        return meetings.call_off(desk, meeting.id)

    return Act("meeting.call_off", translate("meetings", "Call it off"), do)


def note(meeting: Meeting, item: Item) -> Act:
    """Write down what was said about a case."""

    def do(desk: Desk, values: Values) -> Changed:
        return meeting_actions.note(desk, meeting.id, item.case.id, values["text"])

    asks = (Asked("text", translate("meetings", "What was said about it"), Text),)
    rule = translate("meetings", "It becomes an entry of the case's timeline.")
    return Act("meeting.note", translate("meetings", "Write it down"), do, asks, rule)


def give(meeting: Meeting, item: Item | None, today: date) -> Act:
    """Give somebody something to do, about a case or not."""

    def do(desk: Desk, values: Values) -> Changed:
        about = item.case.id if item else None
        new = NewAction(values["title"], values["owner"], values["due"], about)
        return meeting_actions.give_action(desk, meeting.id, new)

    asks = (
        Asked("title", translate("meetings", "What is to be done"), partial(Line, wide=True)),
        Asked("owner", translate("meetings", "Who does it"), Line),
        Asked(
            "due",
            translate("meetings", "Until when"),
            partial(Day, today + timedelta(days=_ACTION_DAYS)),
        ),
    )
    title = translate("meetings", "Decide an action")
    return Act("meeting.give", title, do, asks)


def answer(task: TaskRecord, today: date) -> list[Act]:
    """What may be done with an action that was decided."""

    def do(desk: Desk, values: Values) -> Changed:
        return casework.answer_task(desk, task.id, values["text"], values["date"])

    if not is_open(task):
        return []
    asks = (
        Asked("text", translate("meetings", "What came of it"), Text),
        Asked("date", translate("meetings", "On which day"), partial(Day, today)),
    )
    return [Act(f"meeting.done.{task.id}", translate("meetings", "Done"), do, asks, task.title)]


def _agenda_rule() -> str:
    return translate(
        "meetings",
        "Cases that are overdue, due within a week or at a standstill are put on the agenda;"
        " sealed cases never are.",
    )


def _asks(start: NewMeeting | Meeting) -> tuple[Asked, ...]:
    rhythms = [(rhythm.value, words.rhythm(rhythm)) for rhythm in Rhythm]
    return (
        Asked("title", translate("meetings", "Title"), partial(Line, start.title)),
        Asked("day", translate("meetings", "On which day"), partial(Day, start.planned_on)),
        Asked("rhythm", translate("meetings", "How often"), partial(Pick, rhythms, start.rhythm)),
        Asked("chair", translate("meetings", "Who presides"), partial(Line, start.chair)),
        Asked("place", translate("meetings", "Place"), partial(Line, start.place)),
    )


def _meeting(values: Values, before: Meeting | None = None) -> NewMeeting:
    """Meetings of a series keep its name, whatever one of them is called."""
    return NewMeeting(
        values["title"],
        values["day"],
        Rhythm(values["rhythm"]),
        before.series if before else "",
        values["chair"],
        values["place"],
        before.id if before else None,
    )
