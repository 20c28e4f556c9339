"""A case as its steps happen at random: the laptop and the county judge each of them alike."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from gridapp.contract.disputes import Conclusion, DisputeRecord, Rating
from gridapp.contract.disputes import EventKind as E
from gridapp.contract.sync import Change, Op, Verdict
from gridapp.domain.disputes.case_moves import moves
from gridapp.domain.disputes.dispute_faults import ARTICLES, DisputeFault
from gridapp.domain.disputes.disputes import STEPS, due_on, is_open, next_steps
from gridapp.domain.disputes.step_faults import Taken, step_faults
from gridapp.domain.reports.metrics import CaseLine, balance_moves, case_flow
from gridapp.domain.sync.county_checks import refusal
from gridapp.domain.sync.merging import Stored, merge
from gridapp.domain.workdays import Calendar

DAY = date(2026, 3, 2)
CASE, UNIT = UUID(int=1), UUID(int=2)
PEOPLE = ("何某", "韦某", "莫某")
ALL_OF_IT = (DAY, date(2036, 1, 1))
MOVING = [
    *sorted(kind for kind, rule in STEPS.items() if rule.leads_to),
    *(E.EXTENSION_ASKED, E.EXTENDED, E.EXTENSION_REFUSED, E.ESCALATED),
    *(E.CONSENT_REFUSED, E.CONSENT_GIVEN, E.RATED, E.SEALED),
]


def new_case() -> DisputeRecord:
    return DisputeRecord(
        id=CASE,
        unit_id=UNIT,
        number="2026-001-0001",
        title="水沟",
        category="0201",
        registered_on=DAY,
        registered_by="何某",
        first_receiver="何某",
        due_on=due_on(DAY),
    )


def as_json(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.isoformat()
        if isinstance(value, date)
        else str(value)
        if isinstance(value, UUID)
        else value
        for name, value in fields.items()
    }


def change(fields: Mapping[str, Any], base: int, op: Op = Op.UPDATE) -> Change:
    return Change(UUID(int=9), 1, UNIT, "dispute", CASE, op.value, base, as_json(fields))


class Life:
    """A case on the laptops, which are in step, and at the county."""

    def __init__(self) -> None:
        self.case = new_case()
        self.told = [Taken(E.REGISTERED, "何某", "水沟", DAY)]
        fields = self.case.model_dump(exclude={"id"})
        merged = merge(None, change(fields, 0, Op.CREATE), writer=0)
        assert merged.record is not None
        self.county: Stored = merged.record

    def laptop(self, step: Taken) -> set[DisputeFault]:
        return set(step_faults(self.case, step, Calendar({}), date.max))

    def sent(self, step: Taken) -> Change:
        """What a laptop that does not ask its rules would send."""
        return change(moves(self.case, step, due_on(step.happened_on)), self.county.revision)

    def refused(self, step: Taken) -> DisputeFault | None:
        writer = PEOPLE.index(step.actor)
        return refusal(self.county, self.sent(step), step.actor, writer, frozenset())

    def take(self, step: Taken) -> None:
        sent = self.sent(step)
        merged = merge(self.county, sent, PEOPLE.index(step.actor))
        assert merged.verdict is Verdict.APPLIED
        assert merged.record is not None
        self.county = merged.record
        for name, value in moves(self.case, step, due_on(step.happened_on)).items():
            setattr(self.case, name, value)
        self.told.append(step)

    def in_balance(self) -> bool:
        events = ((one.kind, one.happened_on, one.conclusion) for one in self.told)
        line = CaseLine(CASE, UNIT, UNIT, "0201", DAY, balance_moves(events))
        return case_flow(line, *ALL_OF_IT, ALL_OF_IT[1]).open == 1


@st.composite
def attempts(draw: st.DrawFn, life: Life, last: date) -> Taken:
    """A step that somebody tries to take: three in four times one of the state, if not right."""
    ways = [kind for kind in MOVING if kind in next_steps(life.case.state)]
    kind = E(draw(st.sampled_from(ways * 3 + MOVING)))
    day = last + timedelta(days=draw(st.sampled_from([-3, 0, 0, 1, 4, 20, 35])))
    until = life.case.due_on + timedelta(days=draw(st.integers(-1, 31)))
    data: dict[E, dict[str, Any]] = {
        E.EXTENDED: {"until": until.isoformat()},
        E.DIVERTED: {"channel": "民事诉讼"},
        E.REFERRED: {"unit": draw(st.sampled_from([str(UNIT), str(UNIT), ""]))},
        E.ESCALATED: {"level": draw(st.sampled_from(["village", "township", "county"]))},
        E.RATED: {"rating": draw(st.sampled_from([*Rating, "angry"]))},
        E.SEALED: {"handlers": draw(st.sampled_from([[], ["何某"]]))},
        E.REVIEW_DECIDED: {"upheld": draw(st.booleans())},
        E.RE_REVIEW_DECIDED: {"upheld": draw(st.booleans())},
    }
    how = draw(st.sampled_from([*Conclusion, None])) if kind == E.CONCLUDED else None
    return Taken(kind, draw(st.sampled_from(PEOPLE)), "办理", day, how, data.get(kind, {}))


@settings(max_examples=100, deadline=None)
@given(st.data(), st.integers(1, 25))
def test_whatever_the_laptop_refuses_the_county_refuses_and_names_the_same_rule(
    data: st.DataObject, number: int
) -> None:
    life, last = Life(), DAY
    for _ in range(number):
        step = data.draw(attempts(life, last))
        faults, refused = life.laptop(step), life.refused(step)
        if faults:
            holidays = {None} if faults == {DisputeFault.OBJECTION_LATE} else set()
            assert refused in faults | holidays
            assert all(fault in ARTICLES or STEPS[step.kind].source for fault in faults)
        else:
            assert refused is None
            life.take(step)
        last = step.happened_on
        assert life.county.fields["state"] == life.case.state
        assert life.in_balance() == is_open(life.case.state)
