"""What to do now, from local data only: everything that is due, in short groups."""

import operator
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from heapq import nsmallest
from itertools import islice
from uuid import UUID

from gridapp.domain.screening.screening import Progress
from gridapp.domain.sync import timekeeping
from gridapp.store.screening import RoundLine
from gridapp.store.sync import outbox
from gridapp.store.sync.outbox import Totals
from gridapp.sync.timekeeping import known
from gridapp.usecases import due
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import limits
from gridapp.usecases.disputes.limits import Limit
from gridapp.usecases.due import Item, Why
from gridapp.usecases.screening import screening

ROOM = 8
"""Lines that fit on a screen, over all groups."""

EACH = 2
"""So many lines every group gets before the first one takes the rest."""

SOON_DAYS = 7

_BY_DAY = frozenset(
    {
        *(Why.CLOCK, Why.TASK, Why.INSTALMENT, Why.PERFORMANCE, Why.CONFIRMATION),
        *(Why.RECEPTION, Why.MEETING, Why.ROUND),
    }
)
"""What has a last day; the rest waits since a day."""


_MENDED = frozenset({Why.SAME_NUMBER, Why.SAME_REPORT, Why.PLANNED_TWICE})


class Urgency(StrEnum):
    """The groups of the list, the most urgent first."""

    LATE = "late"
    SOON = "soon"
    WAITING = "waiting"


@dataclass(frozen=True)
class Group:
    """The first lines of a group. ``total``: how many it has; ``more``: the cases of those that
    are not shown.
    """

    urgency: Urgency
    items: tuple[Item, ...]
    total: int
    more: tuple[UUID, ...]


@dataclass(frozen=True)
class RunningRound:
    """A round that runs today and how far it is."""

    round: RoundLine
    progress: Progress
    days_left: int


@dataclass(frozen=True)
class Agenda:
    """Everything due, the most urgent first; rounds; what waits to be sent."""

    today: date
    groups: tuple[Group, ...]
    rounds: tuple[RunningRound, ...]
    totals: Totals
    clock_ahead: timedelta
    """How far this laptop's clock is known to be ahead of the county's; negative: behind."""


def agenda(desk: Desk) -> Agenda:
    """Today's list."""
    today = desk.today()
    rounds = tuple(
        RunningRound(line, screening.progress(desk, line), (line.ends_on - today).days)
        for line in screening.running_rounds(desk)
    )
    found = [*due.everything(desk, today + timedelta(days=SOON_DAYS)), *_of_rounds(rounds)]
    with desk.store.session() as session:
        totals = outbox.totals(session)
        clock_ahead = timekeeping.ahead(known(session), desk.now())
    return Agenda(today, _grouped(desk, found, today), rounds, totals, clock_ahead)


def _of_rounds(rounds: Iterable[RunningRound]) -> list[Item]:
    """A round that ends within days and is not walked; one that found nothing."""
    found = []
    for running in rounds:
        line, far = running.round, running.progress
        if far.nil:
            found.append(Item(Why.NIL_REPORT, line.starts_on, line.name, about=far, place=line.id))
        elif far.done < far.due and running.days_left <= SOON_DAYS:
            found.append(Item(Why.ROUND, line.ends_on, line.name, about=far, place=line.id))
    return found


def _grouped(desk: Desk, items: Sequence[Item], today: date) -> tuple[Group, ...]:
    heaps: dict[Urgency, list[Item]] = {urgency: [] for urgency in Urgency}
    soon = today + timedelta(days=SOON_DAYS)
    for item in items:
        heaps[_urgency(item, today, soon)].append(item)
    full = {urgency: heap for urgency, heap in heaps.items() if heap}
    counts = room([len(heap) for heap in full.values()])
    shown = [_first(count, heap) for heap, count in zip(full.values(), counts, strict=True)]
    told = _told(desk, [item for items in shown for item in items])
    return tuple(
        Group(urgency, tuple(islice(told, len(items))), len(heap), _rest(heap, items))
        for (urgency, heap), items in zip(full.items(), shown, strict=True)
    )


def _urgency(item: Item, today: date, soon: date) -> Urgency:
    if item.why not in _BY_DAY or item.day > soon:
        return Urgency.WAITING
    return Urgency.LATE if item.day < today else Urgency.SOON


def _first(count: int, heap: Iterable[Item]) -> list[Item]:
    """A county has thousands, of which eight are shown; what was done twice is mended first."""
    order = operator.attrgetter("day", "number", "title")
    return nsmallest(
        count, heap, key=lambda item: (item.why not in _MENDED, not item.mine, order(item))
    )


def _rest(heap: Sequence[Item], shown: Iterable[Item]) -> tuple[UUID, ...]:
    """The cases of those that are not shown."""
    seen = set(map(id, shown))
    rest = (one.dispute_id for one in heap if one.dispute_id and id(one) not in seen)
    return tuple(dict.fromkeys(rest))


def room(counts: Sequence[int]) -> list[int]:
    """How many lines of each group are shown: a few of each, then the most urgent."""
    given = [min(count, EACH) for count in counts]
    left = ROOM - sum(given)
    for place, count in enumerate(counts):
        more = max(0, min(count - given[place], left))
        given[place] += more
        left -= more
    return given


def _told(desk: Desk, shown: Sequence[Item]) -> Iterator[Item]:
    """The lines that are shown, the clocks with their arithmetic."""
    told = limits.told(desk, [item.about for item in shown if isinstance(item.about, Limit)])
    for item in shown:
        known = told.get(item.about.case.id) if isinstance(item.about, Limit) else None
        yield item._replace(about=known, day=known.face.limit) if known else item
