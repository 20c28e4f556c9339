"""Coverage comes out of the households as the seed reports say, and adds up."""

import pytest

from gridapp.domain.reports.covering import Coverage, Tally, coverage


@pytest.mark.parametrize(("reached", "due", "percent"), [(99, 103, "96.1%"), (867, 1095, "79.2%")])
def test_coverage_comes_out_of_the_households_as_in_the_seed_reports(
    reached: int, due: int, percent: str
) -> None:
    found = coverage(1, [_reached(reached), _empty(3), _not_called(due - reached - 3)])
    assert (found.visited, found.due, found.reached.percent) == (reached, due, percent)
    assert found.absent == 3


def test_a_household_found_empty_is_not_reached_and_one_not_called_on_is_neither() -> None:
    found = coverage(2, [_reached(3), _empty(1), _not_called(1)])
    assert found == Coverage(micro_grids=2, due=5, visited=3, absent=1, nil_report=1)
    assert found.reached.percent == "60.0%"


def test_only_a_walked_unit_without_a_dispute_reports_nil() -> None:
    assert coverage(1, [Tally(1, 1, 1, 1)]).nil_report == 0
    assert coverage(1, [_empty(1), _not_called(1)]).nil_report == 0
    assert coverage(1, []).reached.percent == "—"


def test_coverage_adds_up_column_by_column() -> None:
    assert Coverage(2, 36, 30, 4, 1) + Coverage(3, 52, 50, 1, 1) == Coverage(5, 88, 80, 5, 2)


def _reached(households: int) -> Tally:
    return Tally(households, households, households, 0)


def _empty(households: int) -> Tally:
    return Tally(households, households, 0, 0)


def _not_called(households: int) -> Tally:
    return Tally(households, 0, 0, 0)
