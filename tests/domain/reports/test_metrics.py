"""The balance holds whatever happened to the cases, and shares come out as the seed reports say."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.domain.reports.metrics import (
    CaseLine,
    Flow,
    Ratio,
    TimelineEntry,
    balance_moves,
    case_flow,
)
from gridapp.domain.reports.weeks import Week

WEEK = Week(2026, 47)
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
R, H, C, S, O = (  # noqa: E741
    EventKind.REGISTERED,
    EventKind.HANDLED,
    EventKind.CONCLUDED,
    EventKind.STRUCK_OFF,
    EventKind.REOPENED,
)
DONE, INTERIM, PROCEDURAL = Conclusion.SUBSTANTIVE, Conclusion.INTERIM, Conclusion.PROCEDURAL


def case(*events: TimelineEntry, due_on: date = date(2027, 1, 31)) -> CaseLine:
    return CaseLine(UUID(int=1), UUID(int=2), UUID(int=3), "0201", due_on, balance_moves(events))


def nov(day: int, kind: EventKind, conclusion: Conclusion | None = None) -> TimelineEntry:
    return (kind, date(2026, 11, day), conclusion)


def flow(*events: TimelineEntry) -> Flow:
    """Without ``on_time``, which is tested apart."""
    return replace(case_flow(case(*events), MONDAY, SUNDAY, SUNDAY), on_time=0)


@pytest.mark.parametrize(
    ("numerator", "denominator", "percent"),
    [
        (68, 72, "94.4%"),
        (17, 21, "81.0%"),
        (29, 64, "45.3%"),
        (114, 157, "72.6%"),
        (2988, 4464, "66.9%"),
        (99, 186, "53.2%"),
        (99, 103, "96.1%"),
        (867, 1095, "79.2%"),
    ],
)
def test_shares_come_out_as_in_the_seed_reports(
    numerator: int, denominator: int, percent: str
) -> None:
    assert Ratio(numerator, denominator).percent == percent


def test_half_a_tenth_is_rounded_up() -> None:
    assert Ratio(1, 16).percent == "6.3%"  # 6.25
    assert Ratio(1, 2000).percent == "0.1%"  # 0.05
    assert Ratio(1, 2001).percent == "0.0%"


def test_a_share_of_nothing_is_a_dash_and_a_share_of_all_is_whole() -> None:
    assert (Ratio(0, 0).percent, Ratio(3, 0).percent) == ("—", "—")
    assert (Ratio(0, 5).percent, Ratio(5, 5).percent) == ("0.0%", "100.0%")


def test_a_case_registered_before_and_still_open_is_carried_and_open() -> None:
    assert flow(nov(2, R), nov(18, H)) == Flow(carried=1, open=1)


def test_a_new_case_arrives_and_stays_open() -> None:
    assert flow(nov(16, R)) == Flow(arrived=1, open=1)


def test_first_and_last_day_belong_to_the_period() -> None:
    assert flow(nov(16, R), nov(22, C, DONE)) == Flow(arrived=1, concluded=1, resolved=1)
    assert flow(nov(15, R), nov(23, C, DONE)) == Flow(carried=1, open=1)
    assert flow(nov(23, R)) == Flow()


@pytest.mark.parametrize("conclusion", [INTERIM, PROCEDURAL])
def test_every_conclusion_leaves_the_balance_but_only_a_substantive_one_is_resolved(
    conclusion: Conclusion,
) -> None:
    assert flow(nov(2, R), nov(17, C, conclusion)) == Flow(carried=1, concluded=1)
    assert flow(nov(2, R), nov(17, C, DONE)) == Flow(carried=1, concluded=1, resolved=1)


def test_strike_off_does_not_change_the_balance() -> None:
    assert flow(nov(2, R), nov(9, C, DONE), nov(17, S)) == Flow()
    assert flow(nov(2, R), nov(17, C, DONE), nov(18, S)) == flow(nov(2, R), nov(17, C, DONE))


def test_a_reopened_case_comes_in_again() -> None:
    found = flow(nov(2, R), nov(5, C, DONE), nov(6, S), nov(17, O))
    assert found == Flow(arrived=1, reopened=1, open=1)


def test_a_case_that_leaves_and_comes_back_within_the_week_counts_each_time() -> None:
    found = flow(
        nov(2, R), nov(16, C, DONE), nov(17, O), nov(18, C, INTERIM), nov(18, O), nov(20, C, DONE)
    )
    assert found == Flow(carried=1, arrived=2, reopened=2, concluded=3, resolved=2)


def test_a_conclusion_dated_before_its_registration_brings_the_case_in_and_out_that_day() -> None:
    assert flow(nov(19, R), nov(17, C, DONE)) == Flow(arrived=1, concluded=1, resolved=1)
    assert flow(nov(19, R), nov(9, C, DONE)) == Flow()


def test_on_one_day_what_was_written_first_came_first() -> None:
    assert flow(nov(17, R), nov(17, C, DONE), nov(17, O)).open == 1
    assert flow(nov(2, R), nov(17, O), nov(17, C, DONE)) == Flow(1, 0, 0, 1, 1, 0, 0)


def test_a_step_noted_on_two_laptops_counts_once() -> None:
    found = flow(nov(16, R), nov(17, R), nov(18, C, INTERIM), nov(19, C, DONE))
    assert found == Flow(arrived=1, concluded=1)
    assert flow(nov(2, R), nov(18, O)) == Flow(carried=1, open=1)


def test_handling_dated_before_registration_does_not_bring_the_case_in() -> None:
    assert flow(nov(9, H), nov(17, R)) == Flow(arrived=1, open=1)


def test_a_case_is_late_from_the_day_after_its_due_day_and_only_while_open() -> None:
    due = date(2026, 11, 20)
    open_case = case(nov(2, R), due_on=due)
    assert case_flow(open_case, MONDAY, SUNDAY, due).overdue == 0
    assert case_flow(open_case, MONDAY, SUNDAY, due + timedelta(days=1)).overdue == 1
    settled = case(nov(2, R), nov(21, C, DONE), due_on=due)
    assert case_flow(settled, MONDAY, SUNDAY, SUNDAY).overdue == 0


def test_a_conclusion_is_in_time_up_to_the_due_day() -> None:
    done = (nov(2, R), nov(17, C, DONE))
    for due, in_time in ((17, 1), (16, 0)):
        found = case_flow(case(*done, due_on=date(2026, 11, due)), MONDAY, SUNDAY, SUNDAY)
        assert (found.concluded, found.on_time) == (1, in_time)


def test_the_share_resolved_is_of_all_that_was_in_hand() -> None:
    assert Flow(carried=28, arrived=11, concluded=15, resolved=14, open=24).resolution == Ratio(
        14, 39
    )
    assert Flow().resolution.percent == "—"


def test_a_flow_that_does_not_add_up_says_so() -> None:
    assert Flow(carried=28, arrived=11, concluded=15, open=24).balances
    assert not Flow(carried=28, arrived=11, concluded=15, open=23).balances


entries = st.tuples(
    st.sampled_from(list(EventKind)),
    st.dates(date(2026, 10, 26), date(2026, 12, 6)),
    st.sampled_from([None, *Conclusion]),
)
histories = st.builds(
    lambda events, due: case(*events, due_on=due),
    st.lists(entries, max_size=9),
    st.dates(date(2026, 10, 26), date(2026, 12, 6)),
)


@given(st.lists(histories, max_size=6))
def test_any_history_balances_and_the_next_week_carries_what_this_one_left_open(
    cases: list[CaseLine],
) -> None:
    following = WEEK.next()
    for one in (*[[c] for c in cases], cases):
        now = sum((case_flow(c, WEEK.first, WEEK.last, WEEK.last) for c in one), Flow())
        after = sum((case_flow(c, following.first, following.last, WEEK.last) for c in one), Flow())
        assert now.balances
        assert after.balances
        assert after.carried == now.open
        assert 0 <= now.reopened <= now.arrived
        assert 0 <= now.resolved <= now.concluded <= now.carried + now.arrived
        assert 0 <= now.overdue <= now.open


@given(histories)
def test_six_weeks_apart_or_together_tell_the_same(one: CaseLine) -> None:
    weeks = [Week(2026, number) for number in range(44, 50)]
    apart = [case_flow(one, week.first, week.last, week.last) for week in weeks]
    whole = case_flow(one, weeks[0].first, weeks[-1].last, weeks[-1].last)
    for name in ("arrived", "reopened", "concluded", "resolved"):
        assert sum(getattr(week, name) for week in apart) == getattr(whole, name)
    assert apart[-1].open == whole.open
