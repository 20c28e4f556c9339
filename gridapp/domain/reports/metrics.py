"""The one metric layer: how cases are counted for a period. Pure.

The balance: 上期结转 + 本期新增 − 本期办结 = 期末在办, for one case, a line and a total alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, cached_property
from itertools import chain
from operator import itemgetter
from typing import NamedTuple
from uuid import UUID

from gridapp.contract.disputes import Conclusion, EventKind

TimelineEntry = tuple[str, date, str | None]
"""Kind (EventKind), the day it happened, and for a conclusion which one (Conclusion)."""


@dataclass(frozen=True)
class Ratio:
    """A share, kept as both its numbers."""

    numerator: int
    denominator: int

    @property
    def per_mille(self) -> int | None:
        """Rounded half up; None when the denominator is 0."""
        if self.denominator == 0:
            return None
        return (2000 * self.numerator + self.denominator) // (2 * self.denominator)

    @property
    def percent(self) -> str:
        """``94.4%``, or ``—`` when the denominator is 0."""
        share = self.per_mille
        return "—" if share is None else f"{share // 10}.{share % 10}%"


@dataclass(frozen=True)
class Figure:
    """A number and the cases behind it (a case that came in twice is named once)."""

    value: int = 0
    cases: tuple[UUID, ...] = ()

    def __add__(self, other: "Figure") -> "Figure":
        return Figure.total((self, other))

    @classmethod
    def total(cls, parts: "Iterable[Figure]") -> "Figure":
        """All of these together."""
        found = list(parts)
        cases = dict.fromkeys(chain.from_iterable(part.cases for part in found))
        return cls(sum(part.value for part in found), tuple(cases))


@dataclass(frozen=True)
class Flow:
    """The balance of a period, in cases. ``sum(flows, Flow())`` adds lines up.

    A case that leaves and comes back within the period counts each time.
    """

    carried: int = 0
    """In the balance when the period began (上期结转)."""
    arrived: int = 0
    """Came in during the period, reopened ones included (本期新增)."""
    reopened: int = 0
    """Of ``arrived``: had been concluded before (其中重启)."""
    concluded: int = 0
    """Left during the period, whatever the kind of conclusion (本期办结)."""
    resolved: int = 0
    """Of ``concluded``: substantively (其中实质化解)."""
    open: int = 0
    """In the balance when the period ended (期末在办)."""
    overdue: int = 0
    """Of ``open``: past the due day (其中超期)."""
    on_time: int = 0
    """Of ``concluded``: by the due day (其中按期)."""
    late_arrived: int = 0
    """Of ``arrived``: before the period, unknown to the report of those days (其中补报)."""
    late_concluded: int = 0
    """Of ``concluded``: likewise (其中补报)."""

    def __add__(self, other: "Flow") -> "Flow":
        return Flow(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Flow)))

    @cached_property
    def told(self) -> tuple[tuple[str, int], ...]:
        """Its numbers by name, without those that are 0."""
        return tuple((f.name, n) for f in fields(Flow) if (n := getattr(self, f.name)))

    @property
    def balances(self) -> bool:
        """Whether carried + arrived − concluded = open."""
        return self.carried + self.arrived - self.concluded == self.open

    @property
    def resolution(self) -> Ratio:
        """化解率: substantively resolved ÷ all that was in hand (carried + arrived).

        "Screened" as the denominator is read as everything screened and unsettled in the period:
        against the new ones alone, a week that settles old cases would pass 100 %.
        """
        return Ratio(self.resolved, self.carried + self.arrived)


class CaseLine(NamedTuple):
    """What is counted of a case."""

    dispute_id: UUID
    place_id: UUID
    """Where it arose, whoever handles it: the village, or the unit itself when it is in none."""
    line_id: UUID
    """The line of the report that it belongs to: its village in a township's report."""
    category: str
    due_on: date
    """``date.max`` for one that has no last day."""
    moves: "tuple[Move, ...]"
    """What truly changed the balance (``balance_moves``)."""
    rating: str = ""
    """What the resident said afterwards (Rating)."""
    repeated: bool = False
    """Another matter repeats it."""


class Move(NamedTuple):
    """A case enters or leaves the balance."""

    day: date
    enters: bool
    again: bool = False
    conclusion: str | None = None


_COMES_BACK = {EventKind.REOPENED, EventKind.REVIEW_ASKED, EventKind.RE_REVIEW_ASKED}
_BY_DAY = itemgetter(1)
MOVING = {EventKind.REGISTERED, EventKind.CONCLUDED} | _COMES_BACK


def balance_moves(events: Iterable[TimelineEntry]) -> tuple[Move, ...]:
    """What truly changed the balance, by the day it happened; on one day, as written down.
    ``events``: the timeline in the order in which it was written down (``recorded_at``).

    Only registration, conclusion, reopening and a review asked for afterwards move a case;
    strike-off and handling do not. Paper entered late can be dated wrongly, and two laptops can
    note the same step, hence the rules: the earliest of them brings the case in (a conclusion
    dated before its registration brings it in and out on that day); a conclusion of a case that
    is out, a reopening of one that is in and a second registration change nothing.
    """
    found = []
    known = inside = False
    for kind, day, conclusion in sorted(events, key=_BY_DAY):
        if kind not in MOVING:
            continue
        reopens = known and not inside and kind in _COMES_BACK
        if reopens or not known:
            found.append(Move(day, True, reopens))
            known = inside = True
        if inside and kind == EventKind.CONCLUDED:
            found.append(Move(day, False, False, conclusion))
            inside = False
    return tuple(found)


def case_flow(case: CaseLine, first: date, last: date, on: date) -> Flow:
    """The part of one case in the balance from first to last, both included.

    ``on`` is the day on which lateness is judged: the last day, or today while the period runs.
    """
    carried = inside = False
    arrived = reopened = concluded = resolved = on_time = 0
    for day, enters, again, conclusion in case.moves:
        if day > last:
            break
        inside = enters
        if day < first:
            carried = enters
        elif enters:
            arrived += 1
            reopened += again
        else:
            concluded += 1
            resolved += conclusion == Conclusion.SUBSTANTIVE
            on_time += day <= case.due_on
    overdue = inside and case.due_on < on
    numbers = (carried, arrived, reopened, concluded, resolved, inside, overdue, on_time)
    return _flow(numbers)


@cache
def _flow(numbers: tuple[int, ...]) -> Flow:
    """Thousands of cases share a handful of flows."""
    return Flow(*map(int, numbers))
