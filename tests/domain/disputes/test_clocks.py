"""The clocks of the articles, worked out by hand, and those that a county tunes or adds."""

from datetime import date, timedelta

import pytest

from gridapp.contract.disputes import EventKind as E
from gridapp.domain.disputes.clocks import STATUTORY, Clock, Face, Happened, face, faces, tuned
from gridapp.domain.workdays import Calendar

WEEKDAYS = Calendar({})
DAY = date(2026, 3, 2)


def on(days: int) -> date:
    return DAY + timedelta(days=days)


def clock(code: Clock, *steps: Happened) -> Face | None:
    return face(STATUTORY[code], steps, WEEKDAYS)


@pytest.mark.parametrize(
    ("code", "steps", "limit"),
    [
        (Clock.FORWARD, [(E.REGISTERED, DAY)], on(15)),
        (Clock.NOTICE, [(E.REGISTERED, DAY)], on(15)),
        (Clock.OBJECT, [(E.REGISTERED, DAY), (E.REFERRED, on(1))], on(8)),  # over a weekend
        (Clock.HANDLE, [(E.REGISTERED, DAY)], on(60)),
        (Clock.HANDLE, [(E.REGISTERED, DAY), (E.ACCEPTED, on(10))], on(70)),
        (Clock.ASK_REVIEW, [(E.REGISTERED, DAY), (E.ANSWERED, on(20))], on(50)),
        (Clock.DECIDE_REVIEW, [(E.ANSWERED, DAY), (E.REVIEW_ASKED, on(5))], on(35)),
        (Clock.ASK_RE_REVIEW, [(E.REVIEW_ASKED, DAY), (E.REVIEW_DECIDED, on(9))], on(39)),
        (Clock.DECIDE_RE_REVIEW, [(E.RE_REVIEW_ASKED, DAY)], on(30)),
        (Clock.CONFIRM, [(E.AGREED, DAY)], on(30)),
    ],
)
def test_each_clock_ends_on_the_day_of_its_article(
    code: Clock, steps: list[Happened], limit: date
) -> None:
    found = clock(code, *steps)
    assert found is not None
    assert (found.limit, found.stopped_on) == (limit, None)


def test_a_clock_that_nothing_started_does_not_run() -> None:
    assert clock(Clock.DECIDE_REVIEW, (E.REGISTERED, DAY)) is None


def test_a_clock_stops_with_the_step_that_it_waits_for_and_knows_whether_it_was_late() -> None:
    in_time = clock(Clock.HANDLE, (E.REGISTERED, DAY), (E.ANSWERED, on(60)))
    late = clock(Clock.HANDLE, (E.REGISTERED, DAY), (E.CONCLUDED, on(61)))
    assert in_time is not None
    assert late is not None
    assert (in_time.runs(on(90)), in_time.is_late(on(90))) == (False, False)
    assert (late.runs(on(90)), late.is_late(on(90))) == (False, True)


def test_a_reopened_case_starts_its_clock_anew() -> None:
    steps = [(E.REGISTERED, DAY), (E.CONCLUDED, on(5)), (E.REOPENED, on(100))]
    found = clock(Clock.HANDLE, *steps)
    assert found is not None
    assert (found.limit, found.stopped_on) == (on(160), None)


def test_a_right_that_nobody_used_lapses_without_being_late() -> None:
    found = clock(Clock.ASK_REVIEW, (E.ANSWERED, DAY))
    assert found is not None
    assert (found.runs(on(30)), found.runs(on(31)), found.is_late(on(31))) == (True, False, False)


def test_an_approved_extension_moves_the_clock_of_handling_only() -> None:
    steps = [(E.REGISTERED, DAY), (E.ACCEPTED, on(1))]
    limits = {f.rule.code: f.limit for f in faces(STATUTORY, steps, WEEKDAYS, on(91))}
    assert limits[Clock.HANDLE] == on(91)
    assert limits[Clock.FORWARD] == on(15)


def test_a_county_tunes_clocks_and_adds_its_own() -> None:
    rules = tuned(
        [
            ("clock.notice", {"days": 7, "working": True}),
            ("clock.handle", {"days": "many"}),
            ("clock.own.hotline", {"days": 7, "starts": ["registered"], "stops": ["answered"]}),
            ("clock.own.broken", {"days": 7}),
        ]
    )
    assert (rules[Clock.NOTICE].days, rules[Clock.NOTICE].working) == (7, True)
    assert rules[Clock.HANDLE] == STATUTORY[Clock.HANDLE]
    assert rules["clock.own.hotline"].stops == {"answered"}
    assert set(rules) - set(STATUTORY) == {"clock.own.hotline"}


@pytest.mark.parametrize("refused", [E.NOT_ACCEPTED, E.DIVERTED])
def test_what_is_refused_or_diverted_is_handled_no_further(refused: E) -> None:
    steps = [(E.REGISTERED, DAY), (refused, on(10))]
    found = {f.rule.code: f for f in faces(STATUTORY, steps, WEEKDAYS)}
    assert found[Clock.HANDLE].stopped_on == on(10)
    assert found[Clock.NOTICE].stopped_on == on(10)
    assert not any(one.runs(on(11)) or one.is_late(on(90)) for one in found.values())
