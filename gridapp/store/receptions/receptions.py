"""Questions about receptions: the roster, the log, the cases that came from them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from gridapp.domain.receptions.receptions import Planned, Turnout
from gridapp.store.tables import Dispute, Reception, Unit


@dataclass(frozen=True)
class ReceptionLine:
    """A reception in the roster or the log. ``cases``: how many matters it turned into cases."""

    id: UUID
    unit_id: UUID
    unit_name: str
    planned_on: date
    planned: bool
    leader: str
    post: str
    place: str
    hours: str
    field: str
    held_on: date | None
    groups: int
    people: int
    result: str
    cases: int
    revision: int

    @property
    def day(self) -> date:
        """The day it was held, or is to be held."""
        return self.held_on or self.planned_on


_day = func.coalesce(Reception.held_on, Reception.planned_on)


def between(
    session: Session, first: date, last: date, unit_ids: Collection[UUID]
) -> list[ReceptionLine]:
    """Receptions of these units, held or to be held from first to last, both included."""
    keys = frozenset(unit_ids)  # a county has thousands: too many to name in a question
    return [one for one in _lines(session, _day.between(first, last)) if one.unit_id in keys]


def _lines(session: Session, *conditions: object) -> list[ReceptionLine]:
    cases = (
        select(col(Dispute.reception_id), func.count().label("count"))
        .where(col(Dispute.reception_id).is_not(None), col(Dispute.sealed).is_(False))
        .group_by(col(Dispute.reception_id))
        .subquery()
    )
    query = (
        select(Reception, Unit.name, cases.c.count)
        .outerjoin(Unit, col(Unit.id) == col(Reception.unit_id))
        .outerjoin(cases, cases.c.reception_id == Reception.id)
        .where(*conditions)  # type: ignore[arg-type]
        .order_by(_day, col(Reception.hours), col(Reception.id))
    )
    return [_line(row, name, count) for row, name, count in session.execute(query)]


def _line(row: Reception, unit_name: str | None, cases: int | None) -> ReceptionLine:
    return ReceptionLine(
        id=row.id,
        unit_id=row.unit_id,
        unit_name=unit_name or "",
        planned_on=row.planned_on,
        planned=row.planned,
        leader=row.leader,
        post=row.post,
        place=row.place,
        hours=row.hours,
        field=row.field,
        held_on=row.held_on,
        groups=row.groups,
        people=row.people,
        result=row.result,
        cases=cases or 0,
        revision=row.revision,
    )


def turnout(lines: Iterable[ReceptionLine]) -> Turnout:
    """What the receptions that were held amounted to."""
    held = (line for line in lines if line.held_on is not None)
    return sum((Turnout(1, line.groups, line.people) for line in held), Turnout())


def case_ids(session: Session, reception_ids: Collection[UUID]) -> tuple[UUID, ...]:
    """The cases that came from these receptions; sealed ones are not told of."""
    query = select(col(Dispute.id)).where(
        col(Dispute.reception_id).in_(tuple(reception_ids)), col(Dispute.sealed).is_(False)
    )
    return tuple(session.exec(query))


def planned(session: Session, unit_ids: Collection[UUID], since: date) -> list[Planned]:
    """The rosters of these units from that day on, in the order in which they were made."""
    query = select(
        col(Reception.id), col(Reception.unit_id), col(Reception.planned_on), col(Reception.held_on)
    ).where(
        col(Reception.unit_id).in_(tuple(unit_ids)),
        col(Reception.planned).is_(True),
        col(Reception.planned_on) >= since,
    )
    rows = session.execute(query.order_by(col(Reception.id)))
    return [Planned(id_, unit, day, held is not None) for id_, unit, day, held in rows]


def planned_days(session: Session, unit_id: UUID, first: date, last: date) -> set[date]:
    """Days of a unit that the roster has already."""
    query = select(col(Reception.planned_on)).where(
        col(Reception.unit_id) == unit_id,
        col(Reception.planned).is_(True),
        col(Reception.planned_on).between(first, last),
    )
    return set(session.exec(query))
