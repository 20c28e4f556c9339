"""Every number of table 3 opens as many households as it says."""

from gridapp.contract.screening import Outcome
from gridapp.domain.reports.periods import Period
from gridapp.usecases.desk import Desk
from gridapp.usecases.reports import behind, weekly
from gridapp.usecases.screening import screening
from tests.desks import TODAY, VILLAGE_ID


def test_every_number_of_the_coverage_opens_the_households_that_it_counts(desk: Desk) -> None:
    (running,) = screening.running_rounds(desk)
    for choice in screening.grids_to_walk(desk, running.id):
        lines = screening.walk(desk, running.id, choice.unit_id)
        outcomes = (Outcome.QUIET, Outcome.ABSENT, Outcome.ABSENT, Outcome.DISPUTE)
        for line, outcome in zip(lines, outcomes, strict=False):
            screening.record_visit(desk, running.id, line.household_id, outcome, TODAY)
    report = weekly.draw_up(desk, VILLAGE_ID, Period.parse("2026-W47"))
    for row, line_ in enumerate(report.coverage):
        found = line_.coverage
        shown = [len(behind.households(desk, report, row, column)) for column in (2, 3, 4)]
        assert shown == [found.due, found.visited, found.absent]
    (first, *_) = behind.households(desk, report, 0, 3)
    assert (first.unit_name, first.address) == ("坪岭1-1", "坪岭1组1号")
