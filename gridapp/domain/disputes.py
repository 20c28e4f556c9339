"""Rules about the life of a dispute, first form: registered → handled → concluded → struck off."""

from datetime import date, timedelta
from enum import StrEnum

from gridapp.contract.codes import CATEGORIES
from gridapp.contract.disputes import Conclusion, DisputeRecord, EventKind, State

HANDLING_DAYS = 60
"""Calendar days to handle a matter, 信访工作条例 (2022) art. 34."""

STEPS: dict[str, dict[EventKind, State]] = {
    State.REGISTERED: {EventKind.HANDLED: State.HANDLED, EventKind.CONCLUDED: State.CONCLUDED},
    State.HANDLED: {EventKind.HANDLED: State.HANDLED, EventKind.CONCLUDED: State.CONCLUDED},
    State.CONCLUDED: {EventKind.STRUCK_OFF: State.STRUCK_OFF, EventKind.REOPENED: State.HANDLED},
    State.STRUCK_OFF: {EventKind.REOPENED: State.HANDLED},
}
"""What may follow in each state, and the state it leads to."""


class DisputeFault(StrEnum):
    """Why a case or its next step cannot be kept as it stands."""

    TITLE_MISSING = "dispute.title_missing"
    CATEGORY_MISSING = "dispute.category_missing"
    TEXT_MISSING = "dispute.text_missing"
    IN_FUTURE = "dispute.in_future"
    BEFORE_REGISTRATION = "dispute.before_registration"
    BEFORE_LAST_STEP = "dispute.before_last_step"
    STEP_NOT_ALLOWED = "dispute.step_not_allowed"
    CONCLUSION_MISSING = "dispute.conclusion_missing"
    SAME_PERSON = "dispute.struck_off_by_handler"


def due_on(registered_on: date) -> date:
    """Last day to conclude: 60 days after registration (条例 art. 34)."""
    return registered_on + timedelta(days=HANDLING_DAYS)


def is_open(state: str) -> bool:
    """Whether the case still waits for its conclusion."""
    return state in {State.REGISTERED, State.HANDLED}


def next_steps(state: str) -> tuple[EventKind, ...]:
    """What may be done next; nothing in a state this program does not know."""
    return tuple(STEPS.get(state, {}))


def legal_step(before: str, after: str, *, concurrent: bool = False) -> bool:
    """Whether a case may go from one state to the other in one step.

    ``concurrent``: the step was taken without knowing of ``before``. Then it may only lead
    further on; to reopen a case, a person must have seen that it was closed.
    """
    if concurrent and before in {State.CONCLUDED, State.STRUCK_OFF}:
        return (before, after) == (State.CONCLUDED, State.STRUCK_OFF)
    return after in STEPS.get(before, {}).values()


def registration_faults(dispute: DisputeRecord, today: date) -> list[DisputeFault]:
    """Name everything wrong with a case that is about to be registered."""
    found = []
    if not dispute.title.strip():
        found.append(DisputeFault.TITLE_MISSING)
    group, leaves = CATEGORIES.get(dispute.category[:2], ("", {}))
    if not group or dispute.category not in leaves:
        found.append(DisputeFault.CATEGORY_MISSING)
    if dispute.registered_on > today:
        found.append(DisputeFault.IN_FUTURE)
    return found


def step_faults(  # noqa: PLR0913 - a step is told by all of these
    dispute: DisputeRecord,
    step: EventKind,
    *,
    actor: str,
    text: str,
    conclusion: Conclusion | None,
    happened_on: date,
    last_step_on: date,
    today: date,
) -> list[DisputeFault]:
    """Name everything wrong with the next step of a case.

    The person who concluded a case does not strike it off (domain: 销号 is an approval of its own).
    """
    found = []
    if step not in next_steps(dispute.state):
        found.append(DisputeFault.STEP_NOT_ALLOWED)
    if not text.strip():
        found.append(DisputeFault.TEXT_MISSING)
    if step == EventKind.CONCLUDED and conclusion is None:
        found.append(DisputeFault.CONCLUSION_MISSING)
    if step == EventKind.STRUCK_OFF and actor == dispute.handler:
        found.append(DisputeFault.SAME_PERSON)
    return found + _date_faults(dispute, happened_on, last_step_on, today)


def _date_faults(
    dispute: DisputeRecord, happened_on: date, last_step_on: date, today: date
) -> list[DisputeFault]:
    if happened_on > today:
        return [DisputeFault.IN_FUTURE]
    if happened_on < dispute.registered_on:
        return [DisputeFault.BEFORE_REGISTRATION]
    if happened_on < last_step_on:
        return [DisputeFault.BEFORE_LAST_STEP]
    return []
