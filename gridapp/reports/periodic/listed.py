"""The rows of tables 6 and 7: cases that stand in the report with a line of their own. Pure."""

from collections.abc import Sequence
from datetime import date

from gridapp.contract.disputes import State
from gridapp.domain.masking import mask_names, mask_text
from gridapp.reports.ledgers.wording import STATES, pressed, struck_off
from gridapp.reports.periodic.inputs import ListedCase
from gridapp.reports.periodic.model import ProminentRow, SupervisedRow
from gridapp.reports.wording import month_and_day, printable


def prominent_rows(cases: Sequence[ListedCase]) -> tuple[ProminentRow, ...]:
    """Table 6, in the order given; names, phones and citizen numbers are masked."""
    return tuple(
        ProminentRow(
            case=one.dispute_id,
            unit=printable(one.unit_name),
            brief=_brief(one),
            answerable=printable(one.answerable.strip()),
            limit=month_and_day(one.due_on),
            progress=_written(one, one.progress) or STATES.get(one.state, one.state),
            supervision=pressed(one.pressed),
            struck_off=struck_off(str(one.struck_off_on or one.state)),
        )
        for one in cases
    )


def supervised_rows(cases: Sequence[ListedCase], on: date) -> tuple[SupervisedRow, ...]:
    """Table 7, the latest first. ``on``: the day on which lateness is judged."""
    return tuple(
        SupervisedRow(
            case=one.dispute_id,
            unit=printable(one.unit_name),
            brief=_brief(one),
            answerable=printable(one.answerable.strip()),
            limit=month_and_day(one.due_on),
            standing=_standing(one, on),
            supervision=pressed(one.pressed),
            late=_is_late(one, on),
        )
        for one in sorted(cases, key=lambda one: (one.due_on, one.number))
    )


def _brief(one: ListedCase) -> str:
    return f"{printable(one.number)} {_written(one, one.title)}"


def _written(one: ListedCase, text: str) -> str:
    return printable(mask_text(mask_names(text, one.names)))


_ENDED = frozenset({State.CONCLUDED.value, State.STRUCK_OFF.value})


def _is_late(one: ListedCase, on: date) -> bool:
    return one.state not in _ENDED and one.due_on < on


def _standing(one: ListedCase, on: date) -> str:
    if one.state in _ENDED:
        return STATES[one.state]
    days = (one.due_on - on).days
    return f"超期{-days}天" if days < 0 else f"还有{days}天"
