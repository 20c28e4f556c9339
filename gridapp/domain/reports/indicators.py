"""The indicators of a period, each with both its numbers and the cases behind them. Pure.

The one definition of every share that is shown or printed (``reports.periodic.wording`` has it in
Chinese). What a county would count otherwise is a change here and nowhere else.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from gridapp.contract.disputes import Rating
from gridapp.domain.reports.covering import Coverage
from gridapp.domain.reports.metrics import CaseLine, Figure, Flow, Ratio


class Share(StrEnum):
    """Which indicator."""

    ACCEPTANCE = "acceptance"
    """受理率: told in writing, answered or concluded in time ÷ registered and due in the period."""
    ON_TIME = "on_time"
    """按期办结率: concluded by the due day ÷ (concluded + open and overdue at the end)."""
    RESOLUTION = "resolution"
    """化解率: ``Flow.resolution``."""
    RATED = "rated"
    """参评率: rated ÷ cases concluded. Not having been asked is not a rating."""
    SATISFIED = "satisfied"
    """满意率: satisfied or mostly ÷ rated."""
    RETURNED = "returned"
    """再访率: cases concluded and in the same period reopened, or repeated by another matter ÷
    cases concluded."""
    COVERAGE = "coverage"
    """覆盖率: ``Coverage.reached``. Its numbers count households, so no cases are behind them."""


@dataclass(frozen=True)
class Indicator:
    """A share with the figures that it is made of."""

    code: Share
    numerator: Figure
    denominator: Figure

    @property
    def ratio(self) -> Ratio:
        """Its two numbers."""
        return Ratio(self.numerator.value, self.denominator.value)


class Counted(NamedTuple):
    """A case with its part in the balance of the period."""

    case: CaseLine
    flow: Flow


class Notice(NamedTuple):
    """A case whose clock of acceptance ended in the period; whether the person was told in time."""

    dispute_id: UUID
    in_time: bool


def figures(counted: Iterable[Counted]) -> dict[str, Figure]:
    """Each number of ``Flow`` added up over cases, with those that are in it; none that is 0."""
    sums: dict[str, int] = {}
    cases: dict[str, list[UUID]] = {}
    for case, flow in counted:
        for name, number in flow.told:
            sums[name] = sums.get(name, 0) + number
            cases.setdefault(name, []).append(case.dispute_id)
    return {name: Figure(number, tuple(cases[name])) for name, number in sums.items()}


def figure(counted: Iterable[Counted], number: Callable[[Counted], int]) -> Figure:
    """A number added up over cases, with those that are in it."""
    found = [(one.case.dispute_id, value) for one in counted if (value := number(one))]
    return Figure(sum(value for _, value in found), tuple(case for case, _ in found))


OF_CASES = frozenset({Share.ACCEPTANCE, Share.RATED, Share.SATISFIED, Share.RETURNED})
"""Those that ask more of a case than its part in the balance."""


def indicators(
    sums: Mapping[str, Figure],
    counted: Iterable[Counted],
    notices: Sequence[Notice],
    covered: Coverage,
) -> tuple[Indicator, ...]:
    """Every indicator, in the order of ``Share``. ``sums``: the ``figures`` of the balance."""
    in_time = tuple(one.dispute_id for one in notices if one.in_time)
    due = tuple(one.dispute_id for one in notices)
    flow = defaultdict(Figure, sums)
    ended = [one for one in counted if one.flow.concluded]
    every = figure(ended, lambda _: 1)
    rated = figure(ended, lambda one: one.case.rating in _RATED)
    reached = covered.reached
    return (
        Indicator(Share.ACCEPTANCE, Figure(len(in_time), in_time), Figure(len(due), due)),
        Indicator(Share.ON_TIME, flow["on_time"], flow["concluded"] + flow["overdue"]),
        Indicator(Share.RESOLUTION, flow["resolved"], flow["carried"] + flow["arrived"]),
        Indicator(Share.RATED, rated, every),
        Indicator(Share.SATISFIED, figure(ended, lambda one: one.case.rating in _HAPPY), rated),
        Indicator(Share.RETURNED, figure(ended, _returned), every),
        Indicator(Share.COVERAGE, Figure(reached.numerator), Figure(reached.denominator)),
    )


_HAPPY = frozenset({Rating.SATISFIED.value, Rating.MOSTLY.value})
_RATED = _HAPPY | {Rating.UNSATISFIED.value}


def _returned(one: Counted) -> bool:
    """Whether a conclusion did not last: a reopening that had none before it in the period belongs
    to an older one.
    """
    part = one.flow
    older = not part.carried and part.reopened == part.arrived > 0
    return one.case.repeated or part.reopened > older


@dataclass(frozen=True)
class Measured:
    """What a period amounted to, to be compared with: 环比 and 同比."""

    flow: Flow
    shares: Mapping[Share, Ratio]


def measured(counted: Sequence[Counted], notices: Sequence[Notice]) -> Measured:
    """The same figures of another period, but for the coverage: what a round has reached by the
    end of one week is in the next week's number too.
    """
    total = _total(one.flow for one in counted)
    sums = {name: Figure(number) for name, number in total.told}
    found = {one.code: one.ratio for one in indicators(sums, counted, notices, Coverage())}
    del found[Share.COVERAGE]
    return Measured(total, found)


def _total(flows: Iterable[Flow]) -> Flow:
    """Thousands of cases share a handful of flows: each is multiplied."""
    shared: dict[int, Flow] = {}
    times: Counter[int] = Counter()
    for flow in flows:
        shared[id(flow)] = flow
        times[id(flow)] += 1
    sums: Counter[str] = Counter()
    for key, flow in shared.items():
        for name, number in flow.told:
            sums[name] += number * times[key]
    return Flow(**sums)
