"""Each share has the numerator and denominator of its definition, and names the cases behind it."""

from datetime import date
from uuid import UUID

from gridapp.contract.disputes import Conclusion, EventKind, Rating
from gridapp.domain.reports.covering import Coverage
from gridapp.domain.reports.indicators import (
    Counted,
    Indicator,
    Notice,
    Share,
    figures,
    indicators,
    measured,
)
from gridapp.domain.reports.metrics import (
    CaseLine,
    Figure,
    Flow,
    TimelineEntry,
    balance_moves,
    case_flow,
)

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
R, C, O = EventKind.REGISTERED, EventKind.CONCLUDED, EventKind.REOPENED  # noqa: E741
DONE, INTERIM = Conclusion.SUBSTANTIVE, Conclusion.INTERIM


def nov(day: int, kind: EventKind, conclusion: Conclusion | None = None) -> TimelineEntry:
    return (kind, date(2026, 11, day), conclusion)


def counted(
    number: int, *events: TimelineEntry, due: int = 30, rating: str = "", repeated: bool = False
) -> Counted:
    id_, place = UUID(int=number), UUID(int=1)
    due_on = date(2026, 11, due)
    case = CaseLine(id_, place, place, "0201", due_on, balance_moves(events), rating, repeated)
    return Counted(case, case_flow(case, FIRST, LAST, LAST))


CASES = [
    counted(10, nov(2, R), nov(20, C, DONE), due=25, rating=Rating.SATISFIED),
    counted(11, nov(2, R), nov(20, C, INTERIM), due=19, rating=Rating.UNSATISFIED),
    counted(12, nov(2, R), due=29),
    counted(13, nov(2, R)),
    counted(14, nov(2, R), nov(5, C, DONE), nov(9, O), due=30, rating=Rating.NOT_ASKED),
    counted(15, nov(2, R), nov(6, C, DONE), repeated=True, rating=Rating.MOSTLY),
]
NOTICES = [Notice(UUID(int=10), in_time=True), Notice(UUID(int=12), in_time=False)]


def found(share: Share) -> Indicator:
    every = indicators(figures(CASES), CASES, NOTICES, Coverage(due=1095, visited=867))
    return next(one for one in every if one.code == share)


def numbers(share: Share) -> tuple[int, int]:
    one = found(share)
    return one.ratio.numerator, one.ratio.denominator


def cases(share: Share) -> list[int]:
    return [case.int for case in found(share).numerator.cases]


def test_each_share_comes_out_of_its_cases() -> None:
    assert numbers(Share.ACCEPTANCE) == (1, 2)
    assert numbers(Share.ON_TIME) == (3, 5), "four concluded, one of them late, and one overdue"
    assert numbers(Share.RESOLUTION) == (3, 7), "six arrived, one of them twice"
    assert numbers(Share.RATED) == (3, 4), "not having been asked is not a rating"
    assert numbers(Share.SATISFIED) == (2, 3)
    assert numbers(Share.RETURNED) == (2, 4)
    assert numbers(Share.COVERAGE) == (867, 1095)


def test_each_number_names_its_cases() -> None:
    assert cases(Share.ACCEPTANCE) == [10]
    assert cases(Share.ON_TIME) == [10, 14, 15]
    assert cases(Share.SATISFIED) == [10, 15]
    assert cases(Share.RETURNED) == [14, 15]
    assert {case.int for case in found(Share.ON_TIME).denominator.cases} == {10, 11, 12, 14, 15}


def test_a_reopening_of_an_older_conclusion_is_none_of_this_period() -> None:
    older = ((R, date(2026, 9, 1), None), (C, date(2026, 10, 1), DONE))
    again = counted(17, *older, nov(3, O), nov(9, C, DONE))
    every = indicators(figures([again]), [again], [], Coverage())
    (returned,) = [one for one in every if one.code == Share.RETURNED]
    assert (returned.ratio.numerator, returned.ratio.denominator) == (0, 1)


def test_without_anything_each_share_is_a_dash() -> None:
    assert {one.ratio.percent for one in indicators({}, [], [], Coverage())} == {"—"}


def test_another_period_is_compared_but_for_its_coverage() -> None:
    before = measured(CASES, NOTICES)
    assert Share.COVERAGE not in before.shares
    assert before.shares[Share.SATISFIED].percent == "66.7%"
    assert before.flow == sum((one.flow for one in CASES), Flow())


def test_figures_add_up_and_a_case_is_named_once() -> None:
    sums = figures(CASES)
    assert sums["arrived"].value == 7
    assert len(sums["arrived"].cases) == 6
    assert "late_arrived" not in sums
    together = Figure(2, (UUID(int=1), UUID(int=2))) + Figure(1, (UUID(int=2),))
    assert together == Figure(3, (UUID(int=1), UUID(int=2)))
