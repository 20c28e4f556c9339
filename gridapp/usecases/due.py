"""Everything that is due, each as one light line: clocks, tasks, agreements, feedbacks, stalls,
cases to strike off, receptions and meetings, what two laptops have done twice.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from gridapp.contract.casework import TaskKind
from gridapp.domain.disputes.contacts import Contact
from gridapp.store.disputes import limits
from gridapp.store.grids import grids
from gridapp.store.receptions import meetings, receptions
from gridapp.store.reports import reports
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import agreements, casework, contacts, letters, stalls
from gridapp.usecases.disputes import limits as clocks
from gridapp.usecases.disputes.casework import TaskLine
from gridapp.usecases.receptions import receptions as visits

UNLOGGED_DAYS = 7
"""So long a reception or meeting that nobody logged is asked about."""

FEW = 5
"""So many cases to strike off stand each on a line of its own."""


class Why(StrEnum):
    """Why something stands on today's list."""

    CLOCK = "clock"
    TASK = "task"
    INSTALMENT = "instalment"
    PERFORMANCE = "performance"
    CONFIRMATION = "confirmation"
    RECEPTION = "reception"
    MEETING = "meeting"
    ROUND = "round"
    CONTACT = "contact"
    STALL = "stall"
    TO_STRIKE_OFF = "to_strike_off"
    NIL_REPORT = "nil_report"
    SAME_NUMBER = "same_number"
    SAME_REPORT = "same_report"
    PLANNED_TWICE = "planned_twice"


class Item(NamedTuple):
    """One thing to do. ``day``: its last day, or since when it waits; ``about``: what was found,
    by which the screen tells why; ``place``: the id of a round, meeting or report that it opens.
    """

    why: Why
    day: date
    title: str
    number: str = ""
    dispute_id: UUID | None = None
    mine: bool = True
    about: object = None
    place: UUID | None = None


def everything(desk: Desk, until: date) -> list[Item]:
    """What is late, due until that day, or waits; in no order. A case that is late already is not
    told again as stalled; what a task asks for is told once.
    """
    owed = casework.owed(desk, until)
    found = [*_clocks(desk, until), *_tasks(desk, owed), *_agreements(desk, owed)]
    late = {one.dispute_id for one in found if one.why == Why.CLOCK and one.day < desk.today()}
    told = {task.id for task in owed}
    visits = {task.dispute_id for task in owed if task.kind == TaskKind.FOLLOW_UP}
    return [
        *found,
        *_contacts(desk, visits),
        *_stalls(desk, late, told),
        *_to_strike_off(desk),
        *_receptions(desk),
        *_meetings(desk),
        *_doubled(desk),
    ]


def _clocks(desk: Desk, until: date) -> Iterator[Item]:
    for limit in clocks.near(desk, until):
        case = limit.case
        yield Item(Why.CLOCK, limit.day, case.title, case.number, case.id, case.mine, limit)


def _tasks(desk: Desk, owed: Sequence[TaskLine]) -> Iterator[Item]:
    """What is owed, but for instalments, which stand with their agreements."""
    me = {desk.person.name, desk.person.unit_name}
    for line in owed:
        if line.kind != TaskKind.INSTALMENT and line.due_on is not None:
            yield Item(
                why=Why.TASK,
                day=line.due_on,
                title=line.title,
                number=line.case_number,
                dispute_id=line.dispute_id,
                mine=line.owner in me,
                about=line,
                place=line.meeting_id,
            )


def _agreements(desk: Desk, owed: Sequence[TaskLine]) -> Iterator[Item]:
    whys = {kind: Why(kind.value) for kind in agreements.WatchKind}
    for one in agreements.watch(desk, owed):
        why = whys[one.why]
        yield Item(why, one.due_on, one.case_title, one.case_number, one.dispute_id, about=one)


def _contacts(desk: Desk, visits: Collection[UUID | None]) -> Iterator[Item]:
    for one in contacts.contacts_owed(desk):
        if one.what != Contact.FOLLOW_UP or one.dispute_id not in visits:
            yield Item(Why.CONTACT, one.since, one.title, one.number, one.dispute_id, about=one)


def _stalls(desk: Desk, late: Collection[UUID | None], told: Collection[UUID]) -> Iterator[Item]:
    for one in stalls.stalled(desk, late=False):
        if one.dispute_id not in late and (one.task_id is None or one.task_id not in told):
            yield Item(Why.STALL, one.since, one.title, one.number, one.dispute_id, about=one)


def _to_strike_off(desk: Desk) -> Iterator[Item]:
    """Each case, but where there are many one line for all of them, which tells how many."""
    with desk.store.session() as session:
        count, found = limits.to_strike_off(session, desk.person.name, FEW)
    if count > FEW:
        yield Item(Why.TO_STRIKE_OFF, desk.today(), "", about=count)
    for one in found:
        yield Item(Why.TO_STRIKE_OFF, one.start, one.title, one.number, one.id, about=one)


def _receptions(desk: Desk) -> Iterator[Item]:
    """Of today, and those of the last days that nobody logged."""
    today = desk.today()
    with desk.store.session() as session:
        mine = grids.subtree(session, desk.person.unit_id)
        lines = receptions.between(session, today - timedelta(days=UNLOGGED_DAYS), today, mine)
    for line in lines:
        if line.held_on is None:
            yield Item(Why.RECEPTION, line.planned_on, line.leader, about=line)


def _meetings(desk: Desk) -> Iterator[Item]:
    """Of today, and those of the last days that nobody logged."""
    today = desk.today()
    with desk.store.session() as session:
        lines = meetings.meetings(session, grids.subtree(session, desk.person.unit_id))
    for line in lines:
        if line.held_on is None and 0 <= (today - line.planned_on).days <= UNLOGGED_DAYS:
            yield Item(Why.MEETING, line.planned_on, line.title, about=line, place=line.id)


def _doubled(desk: Desk) -> Iterator[Item]:
    """What two laptops have done without knowing of each other."""
    for one in letters.doubled(desk):
        yield Item(Why.SAME_NUMBER, one.asked_on, one.number, one.case_number, one.dispute_id)
    with desk.store.session() as session:
        signed = reports.doubled(session, desk.person.unit_id)
    for report in signed:
        yield Item(Why.SAME_REPORT, report.last, report.number, place=report.id)
    second = visits.second_plan(desk)
    if second:
        yield Item(Why.PLANNED_TWICE, desk.today(), "", about=len(second))
