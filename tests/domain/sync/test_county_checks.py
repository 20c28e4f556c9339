"""What the county refuses of a case, what it lets through, and what it leaves to a person."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from gridapp.contract.disputes import DisputeRecord, EventKind
from gridapp.contract.kinds import KINDS, Merge
from gridapp.contract.sync import Change, Op, Verdict
from gridapp.domain.disputes.case_moves import moves
from gridapp.domain.disputes.dispute_faults import DisputeFault as F
from gridapp.domain.disputes.disputes import SET_BY_STEPS, STEPS
from gridapp.domain.disputes.step_faults import Taken
from gridapp.domain.sync.county_checks import refusal
from gridapp.domain.sync.merging import Mark, Stored, merge

DAY = date(2026, 3, 2)
CASE, UNIT = UUID(int=1), UUID(int=2)
ME, OTHER = 1, 2
HANDLED = {
    "state": "handled",
    "handler": "何某",
    "last_step": "handled",
    "last_step_on": "2026-03-05",
}
CONCLUDED = {
    **HANDLED,
    "state": "concluded",
    "conclusion": "interim",
    "concluded_on": "2026-03-09",
    "last_step": "concluded",
    "last_step_on": "2026-03-09",
}
STRUCK_OFF = {
    "state": "struck_off",
    "struck_off_on": "2026-03-12",
    "last_step": "struck_off",
    "last_step_on": "2026-03-12",
}


def stored(fields: Mapping[str, Any], writer: int = OTHER, revision: int = 3) -> Stored:
    """The case at the county, these fields written last by a laptop."""
    case = DisputeRecord(
        id=CASE,
        unit_id=UNIT,
        number="2026-001-0001",
        title="水沟",
        category="0201",
        registered_on=DAY,
        due_on=DAY,
        registered_by="何某",
        first_receiver="覃某",
    )
    before = case.model_dump(mode="json", exclude={"id"})
    marks = {name: Mark(1, OTHER) for name in before}
    marks |= {name: Mark(revision, writer) for name in fields}
    return Stored({**before, **fields}, marks, revision)


def change(fields: Mapping[str, Any], base: int = 3, kind: str = "dispute") -> Change:
    return Change(UUID(int=9), 1, UNIT, kind, CASE, Op.UPDATE, base, dict(fields))


def refused(
    standing: Stored | None, fields: Mapping[str, Any], base: int = 3, person: str = "韦某"
) -> F | None:
    return refusal(standing, change(fields, base), person, ME, frozenset())


def test_a_step_that_the_state_forbids_or_that_leads_elsewhere_is_refused() -> None:
    registered = stored({})
    assert refused(registered, STRUCK_OFF) == F.STEP_NOT_ALLOWED
    assert refused(registered, {**HANDLED, "state": "struck_off"}) == F.STEP_NOT_ALLOWED
    assert refused(registered, HANDLED) is None
    assert refused(stored(STRUCK_OFF), HANDLED) == F.STEP_NOT_ALLOWED


def test_the_handler_does_not_strike_off_named_step_or_not_known_or_not() -> None:
    concluded = stored(CONCLUDED)
    bare = {"state": "struck_off", "struck_off_on": "2026-03-12"}
    for fields in (STRUCK_OFF, bare, {**bare, "last_step": "of a newer program"}):
        for base in (3, 1):
            assert refused(concluded, fields, base, person="何某") == F.SAME_PERSON
            assert refused(concluded, fields, base, person="韦某") is None


def test_an_extension_beyond_the_limit_is_refused_from_old_programs_too() -> None:
    asked = stored({"extension_asked_by": "何某", "accepted_on": "2026-03-02", "state": "accepted"})
    last, beyond = "2026-05-31", "2026-06-01"  # 90 days and 91
    named = {"last_step": "extended", "last_step_on": "2026-04-20"}
    assert refused(asked, {**named, "extended_to": last}) is None
    assert refused(asked, {**named, "extended_to": beyond}) == F.EXTENSION_TOO_LONG
    assert refused(asked, {"extended_to": beyond}) == F.EXTENSION_TOO_LONG
    by_asker = refused(asked, {**named, "extended_to": last}, person="何某")
    assert by_asker == F.EXTENSION_BY_ASKER


@pytest.mark.parametrize("name", ["number", "registered_on", "registered_by", "first_receiver"])
def test_who_first_heard_of_it_and_when_stays_for_life(name: str) -> None:
    standing = stored({})
    assert refused(standing, {name: "2026-01-01"}) == F.FOR_LIFE
    assert refused(standing, {name: standing.fields[name]}) is None


def test_who_did_not_know_how_the_case_stands_is_not_refused_but_contradicted() -> None:
    concluded = stored(CONCLUDED)
    late = {**HANDLED, "handler": "莫某"}
    assert refused(concluded, late, base=3) == F.STEP_NOT_ALLOWED
    assert refused(concluded, late, base=2) is None
    merged = merge(concluded, change(late, base=2), ME)
    assert merged.verdict is Verdict.CONFLICT
    assert [found.field for found in merged.conflicts] == ["state"]
    assert merged.record is concluded, "nor does the other's step half happen"


def test_a_laptop_that_knows_more_than_a_restored_county_is_not_refused() -> None:
    registered = stored({}, revision=3)
    assert refused(registered, STRUCK_OFF, base=3) == F.STEP_NOT_ALLOWED
    assert refused(registered, STRUCK_OFF, base=7) is None
    assert merge(registered, change(STRUCK_OFF, base=7), ME).verdict is Verdict.CONFLICT


def test_a_laptop_takes_back_its_own_step_as_long_as_nobody_has_seen_it() -> None:
    before = {"state": "registered", "accepted_on": None, "last_step": "", "last_step_on": None}
    accepted = {
        "state": "accepted",
        "accepted_on": "2026-03-05",
        "last_step": "accepted",
        "last_step_on": "2026-03-05",
    }
    mine = stored(accepted, writer=ME)
    assert refused(mine, before, base=2) is None
    merged = merge(mine, change(before, base=2), ME)
    assert (merged.verdict, merged.record and merged.record.fields["state"]) == (
        Verdict.APPLIED,
        "registered",
    )
    handled = {**HANDLED, "conclusion": None, "concluded_on": None}
    assert refused(stored(CONCLUDED, writer=ME), handled, base=2) is None
    assert refused(stored(CONCLUDED, writer=ME), handled, base=3) == F.STEP_NOT_ALLOWED
    for standing in (stored(accepted, writer=OTHER), mine):
        assert merge(standing, change(before, base=3), ME).verdict is Verdict.CONFLICT


def test_to_decide_on_ones_own_request_at_once_is_no_undoing() -> None:
    asked = {
        "extension_asked_by": "韦某",
        "last_step": "extension_asked",
        "last_step_on": "2026-04-20",
    }
    standing = stored({**asked, "state": "accepted"}, writer=ME)
    decided = {"extended_to": "2026-04-30", "due_on": "2026-04-30", "extension_asked_by": ""}
    named = {"last_step": "extended", "last_step_on": "2026-04-20"}
    assert refused(standing, {**decided, **named}, base=2) == F.EXTENSION_BY_ASKER
    undone = {"extension_asked_by": "", "last_step": "", "last_step_on": None}
    assert refused(standing, undone, base=2) is None
    extended = stored({**decided, **named, "state": "accepted"}, writer=ME)
    again = {**decided, **named, "extended_to": "2026-05-10"}
    assert refused(extended, again, base=2) == F.EXTENSION_NOT_ASKED


def test_an_old_case_comes_closed_only_with_its_end_and_an_entry_says_what_was_done() -> None:
    def made(kind: str, fields: dict[str, Any]) -> F | None:
        new = Change(UUID(int=9), 1, UNIT, kind, CASE, Op.CREATE, 0, fields)
        return refusal(None, new, "韦某", ME, frozenset())

    whole = stored(CONCLUDED).fields
    assert made("dispute", whole) is None
    assert made("dispute", {**whole, "conclusion": None}) == F.CONCLUSION_MISSING
    assert made("dispute", {**whole, "amount_paid": -1}) == F.AMOUNT_WRONG
    assert made("case_event", {"kind": "handled", "text": " "}) == F.TEXT_MISSING
    assert made("case_event", {"kind": "concluded", "text": "和解"}) == F.CONCLUSION_MISSING
    assert made("case_event", {"kind": "registered", "text": ""}) is None


def test_a_return_is_late_when_no_holiday_explains_it() -> None:
    referred = stored({"state": "referred", "referred_on": "2026-03-02"})

    def returned(day: str) -> F | None:
        fields = {"state": "registered", "handling_unit_id": None, "referred_on": None}
        return refused(referred, {**fields, "last_step": "returned", "last_step_on": day})

    assert returned("2026-03-23") is None
    assert returned("2026-03-24") == F.OBJECTION_LATE  # Monday the 9th and 14 days


def test_an_older_programs_forbidden_transition_is_left_to_a_person() -> None:
    bare = {"state": "struck_off", "struck_off_on": "2026-03-12"}
    assert refused(stored({}), bare) is None
    assert merge(stored({}), change(bare), ME).verdict is Verdict.CONFLICT


def test_what_this_program_does_not_know_is_left_to_newer_ones() -> None:
    strange = {"last_step": "mediated_online", "last_step_on": "2026-03-05", "state": "online"}
    assert refused(stored({}), strange) is None
    assert refused(stored({"due_on": "bald"}), HANDLED) is None, "a case that it cannot read"
    assert refusal(None, change({}, kind="household"), "韦某", ME, frozenset()) is None


def test_a_contested_step_holds_back_every_field_that_steps_set() -> None:
    plain = set()
    for kind in STEPS:
        case = DisputeRecord.model_validate({"id": CASE, **stored({}).fields})
        data = {"level": "county", "unit": str(UNIT), "until": "2026-05-01", "handlers": ["何某"]}
        step = Taken(EventKind(kind), "何某", "办理", DAY, None, data)
        plain |= set(moves(case, step, DAY))
    told_apart = {"agent", "consent", "rating", "suitability"}  # of steps that leave the state
    guarded = {n for n in plain if KINDS["dispute"].merge_of(n) is not Merge.PLAIN}
    assert plain - guarded - told_apart == SET_BY_STEPS


@pytest.mark.parametrize("state", ["not_accepted", "diverted"])
def test_what_is_refused_or_diverted_gets_no_more_time_at_the_county_either(state: str) -> None:
    told = stored({"state": state, "last_step": state, "last_step_on": "2026-03-05"})
    asked = {"extension_asked_by": "何某", "last_step": "extension_asked"}
    longer = {"extended_to": "2026-05-31", "due_on": "2026-05-31", "last_step": "extended"}
    for fields in (asked, longer):
        assert refused(told, {**fields, "last_step_on": "2026-03-09"}) == F.STEP_NOT_ALLOWED
