"""The life of a case as pure rules: which step leads where, alone and beside others."""

from datetime import date
from itertools import product

import pytest

from gridapp.contract.disputes import EventKind, State
from gridapp.domain.disputes import disputes

S = State
WORKING = (S.REGISTERED, S.ACCEPTED, S.REFERRED, S.HANDLED)
LEGAL = {
    *((S.REGISTERED, after) for after in (S.ACCEPTED, S.NOT_ACCEPTED, S.DIVERTED)),
    *((before, S.REFERRED) for before in WORKING),
    *((S.REFERRED, after) for after in (S.REGISTERED, S.ACCEPTED)),  # returned by the unit
    *((before, S.HANDLED) for before in WORKING),
    *((before, S.ANSWERED) for before in WORKING),
    *((before, S.CONCLUDED) for before in (*WORKING, S.NOT_ACCEPTED, S.DIVERTED, S.ANSWERED)),
    *((before, S.REVIEWED) for before in (S.ANSWERED, S.CONCLUDED)),
    *((before, S.RE_REVIEWED) for before in (S.ANSWERED, S.CONCLUDED)),
    *(
        (before, after)
        for before in (S.REVIEWED, S.RE_REVIEWED)
        for after in (S.ANSWERED, S.HANDLED)
    ),
    (S.CONCLUDED, S.STRUCK_OFF),
    (S.CONCLUDED, S.HANDLED),  # reopened
    (S.STRUCK_OFF, S.HANDLED),
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


def test_only_a_concluded_case_is_struck_off_and_only_a_closed_one_reopened() -> None:
    may = {state for state in State if EventKind.STRUCK_OFF in disputes.next_steps(state)}
    assert may == {State.CONCLUDED}
    may = {state for state in State if EventKind.REOPENED in disputes.next_steps(state)}
    assert may == {State.CONCLUDED, State.STRUCK_OFF}


def test_every_step_names_its_article_or_rule() -> None:
    assert all(rule.source for rule in disputes.STEPS.values())
    assert set(EventKind) - set(disputes.STEPS) == {EventKind.REGISTERED}


def test_sixty_days_run_over_the_end_of_the_year() -> None:
    # 28 days of November after the 2nd, 31 of December, 1 of January.
    assert disputes.due_on(date(2026, 11, 2)) == date(2027, 1, 1)
    assert disputes.due_on(date(2028, 1, 1)) == date(2028, 3, 1)  # a leap year
