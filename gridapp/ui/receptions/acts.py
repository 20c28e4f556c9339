"""What may be done with the roster and with a reception, as acts with their forms."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.receptions import Rhythm
from gridapp.domain.receptions.rhythms import Pattern
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Pick
from gridapp.ui.acts.inputs import Day, Line, Number, Text
from gridapp.ui.receptions import words
from gridapp.ui.receptions.duty_days import DutyDays
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.receptions import duty_rosters, receptions
from gridapp.usecases.receptions.duty_rosters import Plan
from gridapp.usecases.receptions.receptions import Duty, Outcome

translate = QCoreApplication.translate

_LATE_IN_THE_YEAR = 11
"""From this month on, a roster is planned for the year to come."""


def arrange(units: Mapping[UUID, str], unit_id: UUID, today: date) -> Act:
    """Add a reception that the roster did not foresee."""

    def do(desk: Desk, values: Values) -> Changed:
        return receptions.arrange(desk, _unit(values, unit_id), _duty(values))

    asks = (*_which_unit(units, unit_id), *_duty_asks(today))
    return Act("reception.arrange", translate("receptions", "Add a reception"), do, asks)


def plan(units: Mapping[UUID, str], unit_id: UUID, today: date) -> Act:
    """Make the roster of a year."""

    def do(desk: Desk, values: Values) -> Changed:
        return duty_rosters.plan_year(desk, _unit(values, unit_id), _plan(values))

    rule = translate(
        "receptions",
        "Leaders take turns. A weekly day that is off by the official calendar is left out;"
        " a monthly or quarterly one moves to the next working day. Days that the roster has"
        " stay as they are.",
    )
    asks = (*_which_unit(units, unit_id), *_plan_asks(today))
    return Act("reception.plan", translate("receptions", "Plan a year"), do, asks, rule)


def remove_second(ids: Sequence[UUID]) -> Act:
    """Take the second of two plans out of the roster."""

    def do(desk: Desk, _values: Values) -> Changed:
        return receptions.remove(desk, ids)

    rule = translate(
        "receptions",
        "The plan that was made later goes, {count} receptions in all; what was held stays. It can"
        " be undone as one step.",
    )
    title = translate("receptions", "Remove the second plan")
    return Act("reception.remove_second", title, do, rule=rule.format(count=len(ids)))


def acts_of(line: ReceptionLine, today: date) -> list[Act]:
    """What may be done with a reception, the likely act first."""
    if line.held_on is not None:
        return [_hold(line, today, translate("receptions", "Correct the log")), _change(line)]
    held = _hold(line, today, translate("receptions", "Log how it went"))
    both = [held, _change(line)] if line.day <= today else [_change(line), held]
    return [*both, _remove(line)]


def _hold(line: ReceptionLine, today: date, title: str) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        outcome = Outcome(values["date"], values["groups"], values["people"], values["text"])
        return receptions.hold(desk, line, outcome)

    day = line.held_on or min(line.planned_on, today)
    asks = (
        Asked("date", translate("receptions", "Held on"), partial(Day, day)),
        Asked("groups", translate("receptions", "Groups"), partial(Number, line.groups)),
        Asked("people", translate("receptions", "Visitors"), partial(Number, line.people)),
        Asked("text", translate("receptions", "What came of it"), partial(Text, line.result)),
    )
    rule = translate("receptions", "Groups and people are counted; no visitor is named here.")
    return Act("reception.hold", title, do, asks, rule)


def _change(line: ReceptionLine) -> Act:
    def do(desk: Desk, values: Values) -> Changed:
        return receptions.change(desk, line, _duty(values))

    asks = _duty_asks(line.planned_on, line)
    return Act("reception.change", translate("receptions", "Change the duty"), do, asks)


def _remove(line: ReceptionLine) -> Act:
    def do(desk: Desk, _values: Values) -> Changed:
        return receptions.remove(desk, [line.id])

    return Act("reception.remove", translate("receptions", "Take out of the roster"), do)


def _duty(values: Values) -> Duty:
    return Duty(
        values["leader"],
        values["day"],
        values["post"],
        values["place"],
        values["hours"],
        values["field"],
    )


def _duty_asks(day: date, line: ReceptionLine | None = None) -> tuple[Asked, ...]:
    return (
        Asked(
            "leader",
            translate("receptions", "Receiving leader"),
            _line(line.leader if line else ""),
        ),
        Asked("post", translate("receptions", "Office held"), _line(line.post if line else "")),
        Asked("day", translate("receptions", "On which day"), partial(Day, day)),
        *_where(line),
    )


def _where(line: ReceptionLine | None = None) -> tuple[Asked, ...]:
    field = partial(Pick, words.fields(), line.field if line else "")
    return (
        Asked("hours", translate("receptions", "Hours"), _line(line.hours if line else "")),
        Asked("place", translate("receptions", "Place"), _line(line.place if line else "")),
        Asked("field", translate("receptions", "Field"), field),
    )


def _line(start: str) -> partial[Line]:
    return partial(Line, start)


def _plan_asks(today: date) -> tuple[Asked, ...]:
    late = today.month >= _LATE_IN_THE_YEAR
    first = date(today.year + 1, 1, 1) if late else today
    rhythms = [(r.value, names.rhythm(r)) for r in Rhythm if r is not Rhythm.ONCE]
    return (
        Asked(
            "leaders",
            translate("receptions", "Receiving leaders"),
            Text,
            translate("receptions", "One on a line: name, a space, post."),
        ),
        Asked("rhythm", translate("receptions", "How often"), partial(Pick, rhythms)),
        Asked(
            "on",
            translate("receptions", "On which days"),
            partial(DutyDays, "周一"),
            translate("receptions", "Weekdays, or days of the month."),
        ),
        Asked("first", translate("receptions", "First day"), partial(Day, first)),
        Asked("last", translate("receptions", "Last day"), partial(Day, date(first.year, 12, 31))),
        *_where(),
    )


def _plan(values: Values) -> Plan:
    """Weekdays count from 0 in the rules and from 1 on the screen."""
    rhythm, on = Rhythm(values["rhythm"]), values["on"]
    days = tuple(day - 1 for day in on) if rhythm == Rhythm.WEEKLY else on
    leaders = (line.split(maxsplit=1) for line in values["leaders"].splitlines() if line.strip())
    return Plan(
        tuple((name, "".join(post)) for name, *post in leaders),
        Pattern(rhythm, days),
        values["first"],
        values["last"],
        values["place"],
        values["hours"],
        values["field"],
    )


def _which_unit(units: Mapping[UUID, str], unit_id: UUID) -> tuple[Asked, ...]:
    """Asked for only where there is a choice."""
    if len(units) < 2:
        return ()
    offered = [(str(id_), name) for id_, name in units.items()]
    pick = partial(Pick, offered, str(unit_id))
    return (Asked("unit", translate("receptions", "Unit"), pick),)


def _unit(values: Values, own: UUID) -> UUID:
    return UUID(values["unit"]) if "unit" in values else own
