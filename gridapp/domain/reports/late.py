"""Late data (补报): what signed reports did not know yet is counted in the next one. Pure.

A signed report never changes. So the next one begins with what that one left; what has since been
learnt of its days comes in or goes out in the next period, marked as 补报. Every line balances,
and the last closing is this opening.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from gridapp.contract.disputes import Conclusion
from gridapp.domain.reports.indicators import Counted
from gridapp.domain.reports.metrics import CaseLine, Flow, Move, case_flow


@dataclass(frozen=True)
class Closing:
    """What a signed report has told of its days, ``first`` to ``last``, both included.

    Every report brings its own (``reports.periodic.model.Report.closing``), which is kept with it.
    It binds the report of the days right after; any other is drawn up from what is known today.
    """

    first: date
    last: date
    open: Mapping[UUID, frozenset[UUID]]
    """Cases in the balance at the end, by the place where they arose (``CaseLine.place_id``): the
    reports of a village, its township and its county count by the same places, so they agree."""
    left: Mapping[UUID, Mapping[UUID, int]] = field(default_factory=dict)
    """By place, of the cases that left the balance in these days: how often they have left it ever.
    """
    arrived: int = 0
    """All that came in (本期新增), 补报 included."""

    def binds(self, first: date) -> bool:
        """Whether a period that begins on this day follows at once."""
        return self.last + timedelta(days=1) == first


def chained(closings: Sequence[Closing]) -> Closing | None:
    """Signed reports of one unit that follow each other without a gap, oldest first, as one: what
    is dated in an older week and became known since is found too. Only the last unbroken run
    counts; None without any report.
    """
    run: list[Closing] = []
    for closing in closings:
        if run and not run[-1].binds(closing.first):
            run = []
        run.append(closing)
    if not run:
        return None
    left: dict[UUID, dict[UUID, int]] = {}
    for closing in run:
        for place, cases in closing.left.items():
            left.setdefault(place, {}).update(cases)
    last = run[-1]
    return Closing(run[0].first, last.last, last.open, left, last.arrived)


def flow(case: CaseLine, first: date, last: date, on: date, closing: Closing) -> Flow:
    """The part of a case in the balance after that closing; the days are those of ``case_flow``.

    How often it has left by today's knowledge less how often that was told has to be told now; how
    often it came in follows from where it stood at the closing and where it stands by today's
    knowledge. A case of another place at the closing arrives here, and leaves there (``gone``).
    """
    now = case_flow(case, first, last, on)
    out = [move for move in case.moves if move.day < first and not move.enters]
    was = case.dispute_id in closing.open.get(case.place_id, ())
    left = max(0, len(out) - _told(case, out, closing)) if out else 0
    arrived = left + now.carried - was
    if arrived < 0:
        left, arrived = left - arrived, 0
    if not (left or arrived):
        return now
    came = [move for move in case.moves if move.day < first and move.enters]
    newly_out = out[max(0, len(out) - left) :]
    return now + Flow(
        carried=was - now.carried,
        arrived=arrived,
        reopened=sum(move.again for move in came[max(0, len(came) - arrived) :]),
        concluded=left,
        resolved=sum(move.conclusion == Conclusion.SUBSTANTIVE for move in newly_out),
        late_arrived=arrived,
        late_concluded=left,
        on_time=sum(move.day <= case.due_on for move in newly_out),
    )


def _told(case: CaseLine, out: Sequence[Move], closing: Closing) -> int:
    """How many of these departures the reports have told; they know all before their own days."""
    told = closing.left.get(case.place_id, {}).get(case.dispute_id)
    return sum(move.day < closing.first for move in out) if told is None else told


def gone(
    closing: Closing, cases: Iterable[CaseLine], line_of: Mapping[UUID, UUID]
) -> list[Counted]:
    """What stood in the balance of a place and is not there any more: set right to another place,
    sealed, or taken back. It leaves as 补报. ``line_of``: the line of a place.
    """
    held = {case.dispute_id: case.place_id for case in cases}
    return [
        Counted(CaseLine(case, place, line_of.get(place, place), "", closing.last, ()), _GONE)
        for place, open_ones in closing.open.items()
        for case in sorted(case for case in open_ones if held.get(case) != place)
    ]


_GONE = Flow(carried=1, concluded=1, late_concluded=1)


def close(first: date, last: date, counted: Iterable[Counted]) -> Closing:
    """The closing of a report from its cases, each with its part in the balance."""
    open_ones: dict[UUID, set[UUID]] = {}
    left: dict[UUID, dict[UUID, int]] = {}
    arrived = 0
    for case, part in counted:
        arrived += part.arrived
        if part.open:
            open_ones.setdefault(case.place_id, set()).add(case.dispute_id)
        if part.concluded:
            times = sum(not move.enters for move in case.moves if move.day <= last)
            left.setdefault(case.place_id, {})[case.dispute_id] = times
    kept = {place: frozenset(cases) for place, cases in open_ones.items()}
    return Closing(first, last, kept, left, arrived)


def together(own: Closing, below: Iterable[Closing]) -> Closing:
    """The closing of a report in which lines stand as the units below have signed them."""
    open_ones, left, arrived = dict(own.open), dict(own.left), own.arrived
    for closing in below:
        open_ones |= closing.open
        left |= closing.left
        arrived += closing.arrived
    return Closing(own.first, own.last, open_ones, left, arrived)
