"""The life of a case as pure rules: which step leads where, alone and beside others."""

from datetime import date
from itertools import product

import pytest

from gridapp.contract.disputes import EventKind, State
from gridapp.domain import disputes

LEGAL = {
    (State.REGISTERED, State.HANDLED),
    (State.REGISTERED, State.CONCLUDED),
    (State.HANDLED, State.HANDLED),
    (State.HANDLED, State.CONCLUDED),
    (State.CONCLUDED, State.STRUCK_OFF),
    (State.CONCLUDED, State.HANDLED),
    (State.STRUCK_OFF, State.HANDLED),
}


@pytest.mark.parametrize(("before", "after"), list(product(State, State)))
def test_a_case_takes_the_steps_of_the_rules_and_no_others(before: State, after: State) -> None:
    assert disputes.legal_step(before, after) == ((before, after) in LEGAL)


def test_who_did_not_know_that_a_case_was_closed_cannot_reopen_it() -> None:
    assert disputes.legal_step(State.CONCLUDED, State.HANDLED)
    assert not disputes.legal_step(State.CONCLUDED, State.HANDLED, concurrent=True)
    assert not disputes.legal_step(State.STRUCK_OFF, State.HANDLED, concurrent=True)
    assert disputes.legal_step(State.HANDLED, State.CONCLUDED, concurrent=True)


def test_a_state_of_a_newer_program_offers_no_step() -> None:
    assert disputes.next_steps("mediated") == ()
    assert not disputes.legal_step("mediated", State.CONCLUDED)


def test_a_concluded_case_may_be_struck_off_or_reopened() -> None:
    assert set(disputes.next_steps(State.CONCLUDED)) == {EventKind.STRUCK_OFF, EventKind.REOPENED}


def test_sixty_days_run_over_the_end_of_the_year() -> None:
    # 28 days of November after the 2nd, 31 of December, 1 of January.
    assert disputes.due_on(date(2026, 11, 2)) == date(2027, 1, 1)
    assert disputes.due_on(date(2028, 1, 1)) == date(2028, 3, 1)  # a leap year
