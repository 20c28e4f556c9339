"""The clocks of a case: from which step how long, until when, by which article. Pure.

The statutory ones follow 信访工作条例 (2022) and 人民调解法. A county tunes them, and adds its own,
by records of kind ``rule``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from gridapp.contract.disputes import EventKind
from gridapp.domain.workdays import Calendar, Reckoning, count_calendar

Happened = tuple[str, date]
"""A step of the timeline: kind (EventKind) and the day it took place."""

TUNES = "clock."
OWN = "clock.own."
"""How the codes of a county's records begin: for a clock that all have, and for one of its own."""


class Clock(StrEnum):
    """The clocks that the law sets."""

    FORWARD = "forward"
    NOTICE = "notice"
    OBJECT = "object"
    HANDLE = "handle"
    ASK_REVIEW = "ask_review"
    DECIDE_REVIEW = "decide_review"
    ASK_RE_REVIEW = "ask_re_review"
    DECIDE_RE_REVIEW = "decide_re_review"
    CONFIRM = "confirm"


@dataclass(frozen=True)
class ClockRule:
    """A clock. It starts with the latest step of ``starts`` and ends with the next of ``stops``.

    ``right``: somebody may do it until then; to let it pass is not a delay.
    ``article``: the source in Chinese, as it is shown and printed.
    """

    code: str
    days: int
    starts: frozenset[str]
    stops: frozenset[str]
    article: str
    working: bool = False
    right: bool = False


@dataclass(frozen=True)
class Face:
    """A clock of one case. ``stopped_on``: the day that ended it; None while it runs."""

    rule: ClockRule
    reckoning: Reckoning
    stopped_on: date | None

    @property
    def limit(self) -> date:
        """The last day."""
        return self.reckoning.limit

    def is_late(self, today: date) -> bool:
        """Whether it was stopped, or still runs, after its limit."""
        return not self.rule.right and (self.stopped_on or today) > self.limit

    def runs(self, today: date) -> bool:
        """Whether something still has to, or may, be done."""
        return self.stopped_on is None and not (self.rule.right and today > self.limit)


_E = EventKind
_DECIDED = frozenset({_E.ACCEPTED, _E.NOT_ACCEPTED, _E.DIVERTED})
_ANSWERED = frozenset({_E.ANSWERED, _E.CONCLUDED})
_22, _23, _34, _35, _36 = (
    f"信访工作条例第{n}条" for n in ("二十二", "二十三", "三十四", "三十五", "三十六")
)


def _on(*kinds: EventKind) -> frozenset[str]:
    return frozenset(kinds)


STATUTORY: dict[str, ClockRule] = {
    rule.code: rule
    for rule in (
        ClockRule(
            Clock.FORWARD,
            15,
            _on(_E.REGISTERED),
            _DECIDED | _ANSWERED | _on(_E.REFERRED, _E.HANDLED),
            _22,
        ),
        ClockRule(
            Clock.NOTICE,
            15,
            _on(_E.REGISTERED, _E.RETURNED),
            _DECIDED | _ANSWERED | _on(_E.HANDLED),
            _23,
        ),
        ClockRule(
            Clock.OBJECT,
            5,
            _on(_E.REFERRED),
            _ANSWERED | _on(_E.RETURNED, _E.HANDLED),
            _23,
            working=True,
            right=True,
        ),
        ClockRule(
            Clock.HANDLE,
            60,
            _on(_E.REGISTERED, _E.ACCEPTED, _E.REOPENED),
            _ANSWERED | _on(_E.NOT_ACCEPTED, _E.DIVERTED),
            _34,
        ),
        ClockRule(Clock.ASK_REVIEW, 30, _on(_E.ANSWERED), _on(_E.REVIEW_ASKED), _35, right=True),
        ClockRule(Clock.DECIDE_REVIEW, 30, _on(_E.REVIEW_ASKED), _on(_E.REVIEW_DECIDED), _35),
        ClockRule(
            Clock.ASK_RE_REVIEW,
            30,
            _on(_E.REVIEW_DECIDED),
            _on(_E.RE_REVIEW_ASKED),
            _36,
            right=True,
        ),
        ClockRule(
            Clock.DECIDE_RE_REVIEW, 30, _on(_E.RE_REVIEW_ASKED), _on(_E.RE_REVIEW_DECIDED), _36
        ),
        ClockRule(
            Clock.CONFIRM,
            30,
            _on(_E.AGREED),
            _on(_E.CONFIRMATION_ASKED, _E.CONFIRMED),
            "人民调解法第三十三条",
            right=True,
        ),
    )
}
"""Art. 22 register and forward; 23 tell whether it is accepted, object to a wrong referral; 34
handle within 60 days; 35 review; 36 re-review; 人民调解法 art. 33 judicial confirmation.

The 60 days count from acceptance. What is handled without a formal one was taken on when it was
registered: a village may not win time by leaving the acceptance out. The page says so. What is not
accepted, or diverted, is handled no further: the notice of art. 23 ends it."""


def tuned(records: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, ClockRule]:
    """The clocks of a county: the statutory ones with its values, and its own.

    ``records``: (code, value) of its enabled rules; a value that makes no clock is passed over.
    """
    rules = dict(STATUTORY)
    for code, value in records:
        if code.startswith(OWN):
            own = _own(code, value)
            if own is not None:
                rules[own.code] = own
        elif code.startswith(TUNES) and code[len(TUNES) :] in STATUTORY:
            rule = STATUTORY[code[len(TUNES) :]]
            days = _days(value.get("days", rule.days))
            if days:
                working = bool(value.get("working", rule.working))
                rules[rule.code] = replace(rule, days=days, working=working)
    return rules


def _own(code: str, value: Mapping[str, Any]) -> ClockRule | None:
    days, starts, stops = _days(value.get("days")), value.get("starts"), value.get("stops")
    if not days or not isinstance(starts, list) or not isinstance(stops, list):
        return None
    return ClockRule(
        code,
        days,
        frozenset(map(str, starts)),
        frozenset(map(str, stops)),
        str(value.get("article", "")),
        working=bool(value.get("working", False)),
    )


def _days(value: Any) -> int:
    """A sensible number of days, else 0."""
    return value if type(value) is int and 0 < value <= 3660 else 0


def face(rule: ClockRule, steps: Sequence[Happened], calendar: Calendar) -> Face | None:
    """The clock of a case with these steps, in order; None when it never started."""
    started = None
    for number, (kind, _) in enumerate(steps):
        if kind in rule.starts:
            started = number
    if started is None:
        return None
    start = steps[started][1]
    stopped = next((day for kind, day in steps[started + 1 :] if kind in rule.stops), None)
    counted = (
        calendar.count_working(start, rule.days)
        if rule.working
        else count_calendar(start, rule.days)
    )
    return Face(rule, counted, stopped)


def faces(
    rules: Mapping[str, ClockRule],
    steps: Sequence[Happened],
    calendar: Calendar,
    extended_to: date | None = None,
) -> list[Face]:
    """Every clock that has started, the nearest limit first. An extension moves the handling's."""
    found = [face(rule, steps, calendar) for rule in rules.values()]
    running = [one for one in found if one is not None]
    return sorted(
        (_extended(one, extended_to) for one in running), key=lambda one: (one.limit, one.rule.code)
    )


def _extended(one: Face, extended_to: date | None) -> Face:
    if one.rule.code != Clock.HANDLE or extended_to is None or extended_to <= one.limit:
        return one
    return replace(one, reckoning=replace(one.reckoning, limit=extended_to))
