"""Steps that an article or rule forbids are refused by name."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from gridapp.contract.disputes import Conclusion, DisputeRecord, PartyRecord, State
from gridapp.contract.disputes import EventKind as E
from gridapp.domain.clocks import Happened
from gridapp.domain.dispute_faults import ARTICLES, DisputeFault, party_faults
from gridapp.domain.step_faults import History, Taken, step_faults
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


def faults(
    found: DisputeRecord, step: Taken, *steps: Happened, asked_by: str = ""
) -> set[DisputeFault]:
    history = History([(E.REGISTERED, DAY), *steps], asked_by)
    return set(step_faults(found, step, history, Calendar({}), on(400)))


def step(kind: E, day: int, actor: str = "韦某", **kept: Any) -> Taken:
    return Taken(kind, actor, "办理", on(day), kept.pop("conclusion", None), kept)


def test_a_unit_returns_a_referral_within_five_working_days() -> None:
    referred = case(State.REFERRED)
    assert faults(referred, step(E.RETURNED, 8), (E.REFERRED, on(1))) == set()
    assert faults(referred, step(E.RETURNED, 9), (E.REFERRED, on(1))) == {F.OBJECTION_LATE}


def test_an_extension_is_asked_for_decided_by_another_and_lasts_thirty_days_at_most() -> None:
    accepted = case(State.ACCEPTED, accepted_on=on(5))
    taken_on, asked = (E.ACCEPTED, on(5)), (E.EXTENSION_ASKED, on(50))

    def extended(until: int, *more: Happened, asked_by: str = "何某") -> set[DisputeFault]:
        decision = step(E.EXTENDED, 51, until=on(until).isoformat())
        return faults(accepted, decision, taken_on, *more, asked_by=asked_by)

    assert extended(95, asked) == set()
    assert extended(96, asked) == {F.EXTENSION_TOO_LONG}
    assert extended(95, asked, asked_by="韦某") == {F.EXTENSION_BY_ASKER}
    assert extended(95, asked_by="") == {F.EXTENSION_NOT_ASKED}
    assert extended(95, asked, (E.EXTENDED, on(51))) == {F.EXTENSION_NOT_ASKED}
    assert extended(135, asked, (E.REOPENED, on(45))) == set(), "counted from the reopening"
    assert extended(136, asked, (E.REOPENED, on(45))) == {F.EXTENSION_TOO_LONG}
    refusal = step(E.EXTENSION_REFUSED, 51, actor="何某")
    assert faults(accepted, refusal, taken_on, asked, asked_by="何某") == {F.EXTENSION_BY_ASKER}
    assert faults(accepted, refusal, taken_on) == {F.EXTENSION_NOT_ASKED}


def test_who_clearly_refused_mediation_is_not_made_to_agree() -> None:
    handled = case(State.HANDLED)
    refused, given = (E.CONSENT_REFUSED, on(2)), (E.CONSENT_GIVEN, on(3))
    assert faults(handled, step(E.AGREED, 5), refused) == {F.CONSENT_REFUSED}
    assert faults(handled, step(E.AGREED, 5), refused, given) == set()


def test_a_review_is_asked_for_once_within_thirty_days_and_a_re_review_after_it() -> None:
    answered = case(State.ANSWERED)
    answer = (E.ANSWERED, on(10))
    assert faults(answered, step(E.REVIEW_ASKED, 40), answer) == set()
    assert faults(answered, step(E.REVIEW_ASKED, 41), answer) == {F.REVIEW_LATE}
    assert faults(answered, step(E.RE_REVIEW_ASKED, 40), answer) == {F.REVIEW_FIRST}
    decided = (E.REVIEW_DECIDED, on(60))
    assert faults(answered, step(E.REVIEW_ASKED, 61), answer, decided) >= {F.REVIEW_DONE}
    assert faults(answered, step(E.RE_REVIEW_ASKED, 90), answer, decided) == set()
    assert faults(answered, step(E.RE_REVIEW_ASKED, 91), answer, decided) == {F.REVIEW_LATE}


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
