"""Which step may follow in which state of a case, where it leads, which article or rule says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from gridapp.contract.disputes import EventKind, State

HANDLING_DAYS = 60
"""Calendar days to handle a matter, 信访工作条例 (2022) art. 34."""

_E, _S = EventKind, State

_DECIDING = frozenset({_S.REGISTERED})
_WORKING = frozenset({_S.REGISTERED, _S.ACCEPTED, _S.REFERRED, _S.HANDLED})
_REVIEWING = frozenset({_S.REVIEWED, _S.RE_REVIEWED})
_REFUSED = frozenset({_S.NOT_ACCEPTED, _S.DIVERTED})
OPEN_STATES = _WORKING | _REVIEWING | _REFUSED | {_S.ANSWERED}
"""States of a case that still waits for its conclusion."""

TIMED_STATES = OPEN_STATES - _REFUSED
"""Open states in which a case has a last day. What was not accepted, or went to another legal
channel, has none: the person was told so in writing (条例 art. 23), and the 60 days are those of
matters that were accepted (art. 34)."""

_CLOSED = frozenset({_S.CONCLUDED, _S.STRUCK_OFF})
_ANY = OPEN_STATES | _CLOSED

_ART = "信访工作条例第{}条"
_MEDIATION = "人民调解法第{}条"
_22, _23, _34, _35, _36 = (
    _ART.format(n) for n in ("二十二", "二十三", "三十四", "三十五", "三十六")
)
_FEEDBACK = "一信三反馈"
_TASKS = "吹哨报到、协办与督办"
_STRIKE_OFF = "销号审批：由承办人以外的人凭材料审批"


@dataclass(frozen=True)
class StepRule:
    """A step: the states in which it may be taken, where it leads (empty: the state stays), and
    the article or rule behind it, in Chinese as it is shown.
    """

    states: frozenset[State]
    leads_to: frozenset[State]
    source: str


def _rule(states: frozenset[State], leads_to: set[State], source: str) -> StepRule:
    return StepRule(states, frozenset(leads_to), source)


STEPS: dict[EventKind, StepRule] = {
    _E.ACCEPTED: _rule(_DECIDING, {_S.ACCEPTED}, _23),
    _E.NOT_ACCEPTED: _rule(_DECIDING, {_S.NOT_ACCEPTED}, _23),
    _E.DIVERTED: _rule(_DECIDING, {_S.DIVERTED}, _23),
    _E.REFERRED: _rule(_WORKING, {_S.REFERRED}, _22),
    _E.RETURNED: _rule(frozenset({_S.REFERRED}), {_S.REGISTERED, _S.ACCEPTED}, _23),
    _E.HANDLED: _rule(_WORKING, {_S.HANDLED}, _34),
    _E.ESCALATED: _rule(_WORKING, set(), "三级代办"),
    _E.EXTENSION_ASKED: _rule(_WORKING - _DECIDING, set(), _34),
    _E.EXTENDED: _rule(_WORKING - _DECIDING, set(), _34),
    _E.EXTENSION_REFUSED: _rule(_WORKING - _DECIDING, set(), _34),
    _E.CONSENT_GIVEN: _rule(_WORKING, set(), _MEDIATION.format("十七")),
    _E.CONSENT_REFUSED: _rule(_WORKING, set(), _MEDIATION.format("十七")),
    _E.AGREED: _rule(_WORKING, {_S.HANDLED}, _MEDIATION.format("二十八")),
    _E.CONFIRMED: _rule(_ANY - _REFUSED, set(), _MEDIATION.format("三十三")),
    _E.TASK_GIVEN: _rule(_ANY - {_S.STRUCK_OFF}, set(), _TASKS),
    _E.TASK_SIGNED: _rule(_ANY, set(), _TASKS),
    _E.TASK_ANSWERED: _rule(_ANY, set(), _TASKS),
    _E.FEEDBACK: _rule(_ANY, set(), _FEEDBACK),
    _E.ANSWERED: _rule(_WORKING, {_S.ANSWERED}, _34),
    _E.REVIEW_ASKED: _rule(frozenset({_S.ANSWERED, _S.CONCLUDED}), {_S.REVIEWED}, _35),
    _E.REVIEW_DECIDED: _rule(frozenset({_S.REVIEWED}), {_S.ANSWERED, _S.HANDLED}, _35),
    _E.RE_REVIEW_ASKED: _rule(frozenset({_S.ANSWERED, _S.CONCLUDED}), {_S.RE_REVIEWED}, _36),
    _E.RE_REVIEW_DECIDED: _rule(frozenset({_S.RE_REVIEWED}), {_S.ANSWERED, _S.HANDLED}, _36),
    _E.FOLLOWED_UP: _rule(_ANY - _REFUSED, set(), "回访"),
    _E.RATED: _rule(_ANY - _REFUSED, set(), "评价"),
    _E.CONCLUDED: _rule(_WORKING | _REFUSED | {_S.ANSWERED}, {_S.CONCLUDED}, _34),
    _E.STRUCK_OFF: _rule(frozenset({_S.CONCLUDED}), {_S.STRUCK_OFF}, _STRIKE_OFF),
    _E.REOPENED: _rule(_CLOSED, {_S.HANDLED}, "再访重启"),
    _E.SEALED: _rule(_ANY, set(), _ART.format("三十")),
    _E.UNSEALED: _rule(_ANY, set(), _ART.format("三十")),
    _E.DISCUSSED: _rule(_ANY, set(), "会商研判"),
    _E.ASSESSED: _rule(_WORKING, set(), "人民调解工作若干规定第二十二条"),
    _E.LEADER_ASSIGNED: _rule(_ANY - {_S.STRUCK_OFF}, set(), "领导包案"),
    _E.TASK_REJECTED: _rule(_ANY, set(), _TASKS),
    _E.TASK_WITHDRAWN: _rule(_ANY, set(), _TASKS),
    _E.CONFIRMATION_ASKED: _rule(_ANY - _REFUSED, set(), _MEDIATION.format("三十三")),
}
"""Registration is no step: it brings the case into being."""

SET_BY_STEPS = frozenset(
    {
        *("handler", "handling_unit_id", "extended_to", "extension_asked_by", "due_on"),
        *("last_step", "last_step_on", "accepted_on", "referred_on", "answered_on"),
        *("concluded_on", "struck_off_on", "reopened_on", "review_asked_on", "review_decided_on"),
        *("re_review_asked_on", "re_review_decided_on"),
    }
)
"""Fields that stay as they are when the state to which their step leads is contested."""

_PAIRS = {
    (state, after) for rule in STEPS.values() for state in rule.states for after in rule.leads_to
}


def due_on(started_on: date) -> date:
    """Last day to conclude: 60 days after acceptance, or else after registration (art. 34)."""
    return started_on + timedelta(days=HANDLING_DAYS)


def unseen_last_day(standing: Mapping[str, Any], offered: Mapping[str, Any]) -> dict[str, Any]:
    """The last day of a case that one laptop extended and another counted anew, neither knowing of
    the other: the later, so that no extension is lost. Empty when it is not extended (art. 34).
    """
    extended = offered.get("extended_to", standing.get("extended_to"))
    if not extended or "due_on" not in offered:
        return {}
    return {"due_on": max(offered["due_on"], standing["due_on"])}


def is_open(state: str) -> bool:
    """Whether the case still waits for its conclusion; a state of a newer program does not."""
    return state in OPEN_STATES


def is_timed(state: str) -> bool:
    """Whether the case has a last day that can pass."""
    return state in TIMED_STATES


def next_steps(state: str) -> tuple[EventKind, ...]:
    """What may be done next; nothing in a state this program does not know."""
    return tuple(kind for kind, rule in STEPS.items() if state in rule.states)


def legal_step(before: str, after: str, *, concurrent: bool = False) -> bool:
    """Whether a case may go from one state to the other in one step.

    ``concurrent``: the step was taken without knowing of ``before``. Then it may only lead
    further on; to reopen a case, a person must have seen that it was closed.
    """
    if concurrent and before in _CLOSED:
        return (before, after) == (_S.CONCLUDED, _S.STRUCK_OFF)
    return (before, after) in _PAIRS
