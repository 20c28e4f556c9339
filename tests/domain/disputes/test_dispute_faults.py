"""Steps that an article or rule forbids are refused by name."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from gridapp.contract.disputes import Conclusion, DisputeRecord, PartyRecord, State
from gridapp.contract.disputes import EventKind as E
from gridapp.domain.disputes.dispute_faults import ARTICLES, DisputeFault, party_faults
from gridapp.domain.disputes.step_bars import bars
from gridapp.domain.disputes.step_faults import Taken, step_faults
from gridapp.domain.workdays import Calendar

DAY = date(2026, 3, 2)
F = DisputeFault


def on(days: int) -> date:
    return DAY + timedelta(days=days)


def case(state: State, **fields: Any) -> DisputeRecord:
    return DisputeRecord(
        id=UUID(int=1),
        unit_id=UUID(int=2),
        number="2026-001-0001",
        title="水沟",
        category="0201",
        registered_on=DAY,
        due_on=on(60),
        state=state.value,
        **{"handler": "何某", **fields},
    )


def faults(found: DisputeRecord, step: Taken) -> set[DisputeFault]:
    return set(step_faults(found, step, Calendar({}), on(400)))


def step(kind: E, day: int, actor: str = "韦某", **kept: Any) -> Taken:
    return Taken(kind, actor, "办理", on(day), kept.pop("conclusion", None), kept)


def test_a_unit_returns_a_referral_within_five_working_days() -> None:
    referred = case(State.REFERRED, referred_on=on(1))
    assert faults(referred, step(E.RETURNED, 8)) == set()
    assert faults(referred, step(E.RETURNED, 9)) == {F.OBJECTION_LATE}


def test_a_diversion_names_the_legal_channel() -> None:
    assert faults(case(State.REGISTERED), step(E.DIVERTED, 1)) == {F.CHANNEL_MISSING}
    assert faults(case(State.REGISTERED), step(E.DIVERTED, 1, channel="民事诉讼")) == set()


def test_an_extension_is_asked_for_decided_by_another_and_lasts_thirty_days_at_most() -> None:
    def decided(kind: E, until: int, asked_by: str, **fields: Any) -> set[DisputeFault]:
        asked = case(State.ACCEPTED, accepted_on=on(5), extension_asked_by=asked_by, **fields)
        return faults(asked, step(kind, 51, until=on(until).isoformat()))

    assert decided(E.EXTENDED, 95, "何某") == set()
    assert decided(E.EXTENDED, 96, "何某") == {F.EXTENSION_TOO_LONG}
    assert decided(E.EXTENDED, 95, "韦某") == {F.EXTENSION_BY_ASKER}
    assert decided(E.EXTENDED, 95, "") == {F.EXTENSION_NOT_ASKED}
    assert decided(E.EXTENSION_REFUSED, 0, "韦某") == {F.EXTENSION_BY_ASKER}
    assert decided(E.EXTENSION_REFUSED, 0, "") == {F.EXTENSION_NOT_ASKED}
    reopened = {"reopened_on": on(45)}
    assert decided(E.EXTENDED, 135, "何某", **reopened) == set(), "counted from the reopening"
    assert decided(E.EXTENDED, 136, "何某", **reopened) == {F.EXTENSION_TOO_LONG}


def test_who_clearly_refused_mediation_is_not_made_to_agree() -> None:
    refused = case(State.HANDLED, consent="refused")
    assert faults(refused, step(E.AGREED, 5)) == {F.CONSENT_REFUSED}
    assert faults(case(State.HANDLED, consent="given"), step(E.AGREED, 5)) == set()


def test_a_review_is_asked_for_once_within_thirty_days_and_a_re_review_after_it() -> None:
    answered = case(State.ANSWERED, answered_on=on(10))
    assert faults(answered, step(E.REVIEW_ASKED, 40)) == set()
    assert faults(answered, step(E.REVIEW_ASKED, 41)) == {F.REVIEW_LATE}
    assert faults(answered, step(E.RE_REVIEW_ASKED, 40)) == {F.REVIEW_FIRST}
    decided = case(State.ANSWERED, answered_on=on(10), review_decided_on=on(60))
    assert faults(decided, step(E.REVIEW_ASKED, 61)) >= {F.REVIEW_DONE}
    assert faults(decided, step(E.RE_REVIEW_ASKED, 90)) == set()
    assert faults(decided, step(E.RE_REVIEW_ASKED, 91)) == {F.REVIEW_LATE}
    final = case(State.ANSWERED, review_decided_on=on(60), re_review_decided_on=on(80))
    assert faults(final, step(E.RE_REVIEW_ASKED, 81)) == {F.REVIEW_DONE}


def test_no_step_that_leads_on_is_dated_before_an_answer_and_nothing_before_the_case_closed() -> (
    None
):
    answered = case(State.ANSWERED, answered_on=on(10))
    concluded = case(State.CONCLUDED, concluded_on=on(10), conclusion="interim")
    assert faults(answered, step(E.REVIEW_ASKED, 9)) == {F.BEFORE_LAST_STEP}
    assert faults(answered, step(E.FEEDBACK, 9)) == set()
    assert faults(concluded, step(E.FEEDBACK, 9)) == {F.BEFORE_LAST_STEP}
    assert faults(case(State.HANDLED), step(E.HANDLED, -1)) == {F.BEFORE_REGISTRATION}


@pytest.mark.parametrize("state", [State.NOT_ACCEPTED, State.DIVERTED])
def test_what_was_not_taken_on_ends_procedurally(state: State) -> None:
    substantive = step(E.CONCLUDED, 5, conclusion=Conclusion.SUBSTANTIVE)
    procedural = step(E.CONCLUDED, 5, conclusion=Conclusion.PROCEDURAL)
    assert faults(case(state), substantive) == {F.ONLY_PROCEDURAL}
    assert faults(case(state), procedural) == set()


def test_the_handler_does_not_strike_off() -> None:
    concluded = case(State.CONCLUDED)
    assert faults(concluded, step(E.STRUCK_OFF, 5, actor="何某")) == {F.SAME_PERSON}
    assert faults(concluded, step(E.STRUCK_OFF, 5)) == set()


def test_a_rating_is_one_of_four_and_not_asked_is_one_of_them() -> None:
    concluded = case(State.CONCLUDED)
    assert faults(concluded, step(E.RATED, 5, rating="not_asked")) == set()
    assert faults(concluded, step(E.RATED, 5, rating="")) == {F.RATING_MISSING}


def test_a_step_that_the_state_does_not_allow_is_refused_whatever_else_it_says() -> None:
    assert faults(case(State.STRUCK_OFF), step(E.ACCEPTED, 5)) == {F.STEP_NOT_ALLOWED}


def test_at_most_five_represent_and_the_accused_never_handles() -> None:
    people = [
        PartyRecord(
            id=UUID(int=n),
            unit_id=UUID(int=2),
            dispute_id=UUID(int=1),
            side="first",
            name=f"何{n}",
            representative=True,
        )
        for n in range(1, 7)
    ]
    assert party_faults(people[:5], ["韦某"]) == []
    assert party_faults(people, []) == [F.TOO_MANY_REPRESENTATIVES]
    people[0].role = "accused"
    assert party_faults(people[:5], ["何1"]) == [F.ACCUSED_HANDLES]
    assert all(ARTICLES[fault] for fault in (F.ACCUSED_HANDLES, F.TOO_MANY_REPRESENTATIVES))


def test_what_bars_a_step_stands_before_a_word_of_it_is_written() -> None:
    concluded = case(State.CONCLUDED, concluded_on=on(10))
    assert bars(concluded, E.STRUCK_OFF, "何某") == {F.SAME_PERSON}
    assert bars(concluded, E.STRUCK_OFF, "韦某") == set()
    assert bars(concluded, E.ACCEPTED, "韦某") == {F.STEP_NOT_ALLOWED}
    asked = case(State.ACCEPTED, accepted_on=on(5), extension_asked_by="何某")
    assert bars(asked, E.EXTENDED, "韦某") == set(), "how long is still to be written"
    answered = case(State.ANSWERED, answered_on=on(10))
    assert bars(answered, E.REVIEW_ASKED, "韦某") == set(), "it may have been asked for in time"
    assert bars(answered, E.RE_REVIEW_ASKED, "韦某") == {F.REVIEW_FIRST}
