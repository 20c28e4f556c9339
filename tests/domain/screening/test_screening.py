"""What counts as reached, and what a round refuses."""

from datetime import date

from gridapp.contract.screening import Outcome
from gridapp.domain.screening import screening
from gridapp.domain.screening.screening import Progress, VisitFault


def test_everything_but_absent_reaches_a_household() -> None:
    marks = [*Outcome, None, Outcome.ABSENT]
    assert screening.progress(marks) == Progress(due=7, done=4, absent=2, disputes=1)


def test_a_round_that_nobody_walks_has_no_progress() -> None:
    assert screening.progress([]) == Progress(due=0, done=0, absent=0)


def test_a_round_needs_a_name_and_ends_after_it_starts() -> None:
    faults = screening.round_faults(" ", date(2026, 11, 30), date(2026, 11, 16))
    assert faults == [VisitFault.ROUND_NAME_MISSING, VisitFault.ROUND_ENDS_BEFORE_START]
    assert screening.round_faults("集中排查", date(2026, 11, 16), date(2026, 11, 16)) == []
