"""The cases that a report lists one by one: prominent ones, late ones, those pressed for."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.reports import prominent
from gridapp.domain.reports.metrics import CaseLine
from gridapp.domain.reports.periods import Period
from gridapp.reports.periodic.inputs import ListedCase
from gridapp.store import rules
from gridapp.store.reports import report_cases
from gridapp.store.reports.report_cases import CaseFacts
from gridapp.usecases.reports.report_area import Area

NEAR = timedelta(days=7)
"""So long before its last day a case is listed."""

MOST = 200
"""Lines of a list, the most urgent ones; the sentence above it tells how many there are."""


def prominent_ids(session: Session, area: Area, period: Period) -> list[UUID]:
    """Cases that are prominent by the county's rule, the most urgent first."""
    code = prominent.PEOPLE_RULE
    people = prominent.people(rules.standing(session, code).get(code))
    return report_cases.prominent(session, area.line_of, period.first, period.last, people)


def supervised_ids(
    session: Session, area: Area, period: Period, open_ones: Iterable[CaseLine]
) -> Iterable[UUID]:
    """Of the cases open at the end those near their last day or beyond, the latest first; then
    those in which somebody was pressed in the period.
    """
    late = sorted((case.due_on, case.dispute_id) for case in open_ones)
    pressed = report_cases.pressed(session, area.line_of, period.first, period.last)
    return dict.fromkeys([*(case for _, case in late), *pressed])


def listed(session: Session, area: Area, ids: Iterable[UUID]) -> tuple[ListedCase, ...]:
    """What stands in the lines of these cases, in their order."""
    shown: Sequence[UUID] = list(ids)[:MOST]
    return tuple(_told(area, one) for one in report_cases.facts(session, shown))


def _told(area: Area, one: CaseFacts) -> ListedCase:
    unit = area.village_of[one.unit_id].name
    return ListedCase(
        dispute_id=one.id,
        unit_name=unit,
        number=one.number,
        title=one.title,
        state=one.state,
        due_on=one.due_on,
        answerable=f"{one.handling_unit or unit} {one.person}",
        progress=one.progress,
        pressed=one.pressed,
        struck_off_on=one.struck_off_on,
        names=one.names,
    )
