"""When a case has come to a stop, and what a county may set of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes.stalls import HANDLING, MEASURES, WORK, Trigger, in_force, is_silent

START = date(2026, 3, 1)
DUE = START + timedelta(days=60)


def after(days: int) -> date:
    return START + timedelta(days=days)


@pytest.mark.parametrize(("today", "stalled"), [(29, False), (30, True), (90, True)])
def test_half_the_time_without_a_record_is_a_stall(today: int, stalled: bool) -> None:
    assert is_silent(START, DUE, START, 50, after(today)) == stalled


def test_a_record_starts_the_silence_anew_but_one_before_the_start_does_not_count() -> None:
    assert not is_silent(START, DUE, after(20), 50, after(49))
    assert is_silent(START, DUE, after(20), 50, after(50))
    assert not is_silent(START, DUE, after(-100), 50, after(29))


def test_half_of_an_odd_number_of_days_is_not_reached_early() -> None:
    assert not is_silent(START, after(5), START, 50, after(2))
    assert is_silent(START, after(5), START, 50, after(3))


def test_a_case_without_any_time_cannot_lose_half_of_it() -> None:
    assert not is_silent(START, START, START, 50, after(30))


@given(
    length=st.integers(1, 400),
    last=st.integers(-30, 400),
    percent=st.integers(1, 365),
    today=st.integers(0, 800),
)
def test_who_is_patient_longer_never_sees_more_stalls(
    length: int, last: int, percent: int, today: int
) -> None:
    case = (START, after(length), after(last))
    if is_silent(*case, percent + 1, after(today)):
        assert is_silent(*case, percent, after(today))
        assert is_silent(*case, percent, after(today + 1))


def test_a_county_tunes_a_trigger_or_switches_it_off_and_nonsense_changes_nothing() -> None:
    usual = {trigger: measure for trigger, (_, measure) in MEASURES.items()}
    assert in_force({}) == usual == {"half_time": 50, "rejected": 5, "silent": 3}
    tuned = in_force({"stall.silent": {"days": 7}, "stall.half_time": None})
    assert tuned == {Trigger.SILENT: 7, Trigger.REJECTED: 5}
    for nonsense in (0, -1, 366, "7", True, None):
        assert in_force({"stall.silent": {"days": nonsense}}) == usual
    assert in_force({"stall.silent": {"percent": 9}, "stall.unheard": {"days": 1}}) == usual


def test_asking_for_work_is_no_work() -> None:
    asked = {EventKind.TASK_GIVEN, EventKind.TASK_REJECTED, EventKind.LEADER_ASSIGNED}
    assert WORK.isdisjoint(asked | {EventKind.DISCUSSED, EventKind.EXTENSION_ASKED})
    assert {EventKind.HANDLED, EventKind.TASK_ANSWERED, EventKind.FEEDBACK} <= WORK
    assert "concluded" not in HANDLING
