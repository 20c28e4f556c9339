"""The numbers that a county may set: clocks of the law, its own clocks, stall triggers, feedback,
replies to letters, what its reports go by. Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from gridapp.domain.disputes import contacts, letters, stalls
from gridapp.domain.disputes.clocks import OWN, STATUTORY, TUNES, ClockRule, tuned
from gridapp.domain.disputes.letters import Numbering
from gridapp.domain.reports import chasing, periods, prominent

MOST_DAYS = 365

Standing = Mapping[str, Mapping[str, Any] | None]
"""The county's value by code; None for a rule that it switched off."""


class Sort(StrEnum):
    """What sort of number it is; the code of its record tells as well."""

    CLOCK = "clock"
    OWN_CLOCK = "own_clock"
    STALL = "stall"
    FEEDBACK = "feedback"
    LETTER = "letter"
    REPORT = "report"


class RuleFault(StrEnum):
    """Why a county's rule cannot be kept as it stands."""

    MAY_NOT = "rule.may_not"
    DAYS_WRONG = "rule.days_wrong"
    AGAINST_LAW = "rule.against_law"
    PERCENT_WRONG = "rule.percent_wrong"
    PEOPLE_WRONG = "rule.people_wrong"
    WEEKDAY_WRONG = "rule.weekday_wrong"
    HOUR_WRONG = "rule.hour_wrong"
    NAME_MISSING = "rule.name_missing"
    STEPS_MISSING = "rule.steps_missing"
    STEPS_SAME = "rule.steps_same"
    FORMAT_WRONG = "rule.format_wrong"
    UNIT_WORD_TWICE = "rule.unit_word_twice"
    NO_DAYS_READ = "rule.no_days_read"
    NOT_OUR_DAY = "rule.not_our_day"


@dataclass(frozen=True)
class Measure:
    """A number in force. ``what``: the field of its record (days, percent, people, weekday or
    hour); ``usual``: what holds without the county; ``working``: of a clock, whether working days
    count; ``source``: article.
    """

    code: str
    sort: Sort
    what: str
    value: int
    usual: int
    on: bool = True
    working: bool = False
    usual_working: bool = False
    source: str = ""
    right: bool = False
    """What somebody may do until then, not what somebody has to."""

    @property
    def may_be_off(self) -> bool:
        """Whether it may be switched off; what the law sets may not."""
        return self.sort in (Sort.OWN_CLOCK, Sort.STALL, Sort.FEEDBACK)

    @property
    def changed(self) -> bool:
        """Whether the county has set it otherwise."""
        return (self.value, self.working, self.on) != (self.usual, self.usual_working, True)


def measures(standing: Standing) -> tuple[Measure, ...]:
    """Every number as it stands with these records."""
    clocks = tuned((code, value) for code, value in standing.items() if value is not None)
    found = [_clock(rule) for rule in clocks.values()]
    force = stalls.in_force(standing)
    for trigger, (what, usual) in stalls.MEASURES.items():
        on = trigger in force
        value = force.get(trigger, usual)
        found.append(Measure(stalls.PREFIX + trigger, Sort.STALL, what, value, usual, on))
    days = contacts.handling_days(standing.get(contacts.HANDLING_RULE, {}))
    usual = contacts.HANDLING_DAYS
    found.append(
        Measure(
            contacts.HANDLING_RULE, Sort.FEEDBACK, "days", days or usual, usual, days is not None
        )
    )
    reply = letters.reply_days(standing.get(letters.REPLY_RULE) or {})
    kept = letters.REPLY_DAYS
    found.append(Measure(letters.REPLY_RULE, Sort.LETTER, "days", reply, kept, True, True, True))
    return (*found, *_of_reports(standing))


def _of_reports(standing: Standing) -> tuple[Measure, ...]:
    people = prominent.people(standing.get(prominent.PEOPLE_RULE))
    weekday = periods.first_weekday(standing.get(periods.FIRST_WEEKDAY_RULE)) + 1
    return (
        Measure(prominent.PEOPLE_RULE, Sort.REPORT, "people", people, prominent.PEOPLE),
        Measure(periods.FIRST_WEEKDAY_RULE, Sort.REPORT, "weekday", weekday, periods.MONDAY + 1),
        *(_due(code, standing) for code in chasing.USUAL),
    )


def _due(code: str, standing: Standing) -> Measure:
    """When a report is to be handed in."""
    what, value = code.rpartition("_")[2], chasing.in_force(code, standing)
    return Measure(code, Sort.REPORT, what, value, chasing.USUAL[code])


def _clock(rule: ClockRule) -> Measure:
    law = STATUTORY.get(rule.code)
    usual = law or rule
    return Measure(
        code=rule.code if law is None else TUNES + rule.code,
        sort=Sort.OWN_CLOCK if law is None else Sort.CLOCK,
        what="days",
        value=rule.days,
        usual=usual.days,
        working=rule.working,
        usual_working=usual.working,
        source=rule.article,
        right=rule.right,
    )


_MOST = {
    "percent": (100, RuleFault.PERCENT_WRONG),
    "people": (10_000, RuleFault.PEOPLE_WRONG),
    "weekday": (7, RuleFault.WEEKDAY_WRONG),
    "hour": (23, RuleFault.HOUR_WRONG),
}


def number_faults(measure: Measure, value: int, *, working: bool = False) -> list[RuleFault]:
    """A share is of the time to handle; days are those of a year at most. What the law gives an
    office may be made shorter, what it gives a person longer.
    """
    if measure.what in _MOST:
        most, fault = _MOST[measure.what]
        return [] if 1 <= value <= most else [fault]
    if not 1 <= value <= MOST_DAYS:
        return [RuleFault.DAYS_WRONG]
    longer = _in_days(value, working) - _in_days(measure.usual, measure.usual_working)
    against = longer < 0 if measure.right else longer > 0
    return [RuleFault.AGAINST_LAW] if against and measure.sort == Sort.CLOCK else []


def _in_days(value: int, working: bool) -> float:
    """A working week of five days is one of seven."""
    return value * 7 / 5 if working else value


@dataclass(frozen=True)
class OwnClock:
    """A clock that only this county has. ``name``: the rule, as it is shown and printed."""

    name: str
    days: int
    working: bool
    starts: tuple[str, ...]
    stops: tuple[str, ...]

    @property
    def value(self) -> dict[str, Any]:
        """As its record keeps it."""
        return {
            "days": self.days,
            "working": self.working,
            "starts": list(self.starts),
            "stops": list(self.stops),
            "article": self.name.strip(),
        }


def own_clock_faults(new: OwnClock) -> list[RuleFault]:
    """Name everything wrong with a clock about to be added."""
    wrong = {
        RuleFault.NAME_MISSING: not new.name.strip(),
        RuleFault.DAYS_WRONG: not 1 <= new.days <= MOST_DAYS,
        RuleFault.STEPS_MISSING: not (new.starts and new.stops),
        RuleFault.STEPS_SAME: bool(set(new.starts) & set(new.stops)),
    }
    return [fault for fault, found in wrong.items() if found]


def numbering_faults(new: Numbering) -> list[RuleFault]:
    """A number of a letter has its place, and two units have no word in common."""
    words = list(new.units.values())
    wrong = {
        RuleFault.FORMAT_WRONG: "{number}" not in new.form,
        RuleFault.UNIT_WORD_TWICE: len(set(words)) < len(words),
    }
    return [fault for fault, found in wrong.items() if found]


def own_code(suffix: str) -> str:
    """The code of a new clock of the county's own."""
    return OWN + suffix
