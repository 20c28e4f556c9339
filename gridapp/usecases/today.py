"""What to do now, from local data only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from gridapp.domain.screening import Progress
from gridapp.store import disputes, outbox
from gridapp.store.disputes import DisputeLine, Shelf, SortBy
from gridapp.store.outbox import Totals
from gridapp.store.screening import RoundLine
from gridapp.usecases import screening
from gridapp.usecases.desk import Desk


class Why(StrEnum):
    """Why a case is on today's list."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    TO_STRIKE_OFF = "to_strike_off"


@dataclass(frozen=True)
class Task:
    """A case to do something about."""

    why: Why
    case: DisputeLine
    days_left: int


@dataclass(frozen=True)
class RunningRound:
    """A round that runs today and how far it is."""

    round: RoundLine
    progress: Progress
    days_left: int


@dataclass(frozen=True)
class Agenda:
    """Everything due, the most urgent first."""

    today: date
    tasks: tuple[Task, ...]
    rounds: tuple[RunningRound, ...]
    totals: Totals


def agenda(desk: Desk) -> Agenda:
    """Today's list: overdue, due within a week, to be struck off; rounds; what waits to be sent."""
    today = desk.today()
    with desk.store.session() as session:
        tasks = tuple(
            Task(why, line, (line.due_on - today).days)
            for why, shelf in (
                (Why.OVERDUE, Shelf.OVERDUE),
                (Why.DUE_SOON, Shelf.DUE_SOON),
                (Why.TO_STRIKE_OFF, Shelf.TO_STRIKE_OFF),
            )
            for line in disputes.ledger(
                session, shelf, today, desk.person.name, sort=(SortBy.DUE, False)
            )
        )
        totals = outbox.totals(session)
    rounds = tuple(
        RunningRound(line, screening.progress(desk, line), (line.ends_on - today).days)
        for line in screening.running_rounds(desk)
    )
    return Agenda(today, tasks, rounds, totals)
