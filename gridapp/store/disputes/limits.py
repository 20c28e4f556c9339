"""Which open cases come near the end of a clock, from the columns of the case: the index finds the
handling, and few cases are still undecided or under review. A clock of the county's own is looked
up in the timelines.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Date, Select, String, bindparam, func, literal, or_, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from gridapp.contract.disputes import EventKind, State
from gridapp.domain.disputes.clocks import Clock, ClockRule
from gridapp.domain.disputes.disputes import OPEN_STATES, TIMED_STATES
from gridapp.store import plain
from gridapp.store.tables import CaseEvent, Dispute

_HANDLING = TIMED_STATES - {State.ANSWERED, State.REVIEWED, State.RE_REVIEWED}
"""States in which the handling has not been answered yet."""

Day = ColumnElement[date] | Mapped[date] | Mapped[date | None]


class Running(NamedTuple):
    """A case with a clock that runs since ``start``; of the handling its last day. ``mine``: the
    case is handled, led or looked after by the person who asks. A tuple with the ``key`` as the
    driver has it: a county has thousands.
    """

    key: bytes
    number: str
    title: str
    handler: str
    mine: bool
    start: date

    @property
    def id(self) -> UUID:
        """Of the case."""
        return UUID(bytes=self.key)


def handling(session: Session, until: date, person: str) -> list[Running]:
    """Cases that have to be handled until that day or earlier; ``start`` is their last day."""
    return _found(session, _of_handling(), until, person)


@cache
def _of_handling() -> Select[*tuple[Any, ...]]:
    due = col(Dispute.due_on)
    return _cases(due).where(col(Dispute.state).in_(_HANDLING), due <= _DAY)


def running(session: Session, rule: ClockRule, since: date, person: str) -> list[Running]:
    """Open cases in which this clock, but for the handling, runs since that day or earlier."""
    return _found(session, _of_clock(rule), since, person)


@cache
def _of_clock(rule: ClockRule) -> Select[*tuple[Any, ...]]:
    start, condition = _statutory().get(rule.code) or _own(rule)
    return _cases(start).where(col(Dispute.state).in_(OPEN_STATES), condition, start <= _DAY)


def _statutory() -> dict[str, tuple[Day, ColumnElement[bool]]]:
    """Since when each clock of the law runs, and in which cases."""
    state, registered = col(Dispute.state), col(Dispute.registered_on)
    untold = (state == State.REGISTERED) | (
        (state == State.REFERRED) & col(Dispute.accepted_on).is_(None)
    )
    returned = func.coalesce(_last(frozenset({EventKind.RETURNED})), registered)
    return {
        Clock.FORWARD: (
            registered,
            (state == State.REGISTERED) & (returned == registered),
        ),
        Clock.NOTICE: (returned, untold),
        Clock.DECIDE_REVIEW: (col(Dispute.review_asked_on), state == State.REVIEWED),
        Clock.DECIDE_RE_REVIEW: (col(Dispute.re_review_asked_on), state == State.RE_REVIEWED),
    }


def _own(rule: ClockRule) -> tuple[Day, ColumnElement[bool]]:
    """A clock that only this county has: its last start has no stop after it."""
    start = _last(rule.starts)
    return start, func.coalesce(_last(rule.stops), literal("")) < start


def _last(kinds: frozenset[str]) -> Day:
    """The last day of such a step in the case; the index of the timelines has it."""
    return (
        select(func.max(col(CaseEvent.happened_on)))
        .where(col(CaseEvent.dispute_id) == col(Dispute.id))
        .where(col(CaseEvent.kind).in_(sorted(kinds)))
        .correlate(Dispute)
        .scalar_subquery()
    )


_DAY = bindparam("day", type_=Date)
_PERSON = bindparam("person", type_=String)


def _cases(start: Day) -> Select[*tuple[Any, ...]]:
    answerable = func.coalesce(func.nullif(col(Dispute.handler), ""), col(Dispute.registered_by))
    owners = (answerable, col(Dispute.leader), col(Dispute.agent))
    mine = or_(*(one == _PERSON for one in owners))
    return select(col(Dispute.id), col(Dispute.number), col(Dispute.title), answerable, mine, start)


def _found(
    session: Session, query: Select[*tuple[Any, ...]], day: date, person: str
) -> list[Running]:
    return [
        Running(key, number, title, handler, bool(mine), date.fromisoformat(start))
        for key, number, title, handler, mine, start in plain.rows(
            session, query, day=day, person=person
        )
    ]


def to_strike_off(session: Session, person: str, most: int) -> tuple[int, list[Running]]:
    """How many concluded cases of other handlers there are, and some of them, since the day they
    were concluded.
    """
    others = (col(Dispute.state) == State.CONCLUDED, col(Dispute.handler) != person)
    count = session.execute(select(func.count()).select_from(Dispute).where(*others)).scalar_one()
    concluded = col(Dispute.concluded_on)
    query = _cases(concluded).where(*others, concluded <= _DAY)
    return count, _found(session, query, date.max, person) if count <= most else []


def extensions(session: Session, ids: Sequence[UUID]) -> dict[UUID, date | None]:
    """Until when the handling of these cases was extended."""
    query = select(col(Dispute.id), col(Dispute.extended_to)).where(col(Dispute.id).in_(ids))
    return {row.id: row.extended_to for row in session.execute(query)}


def stories(session: Session, ids: Sequence[UUID]) -> dict[UUID, list[tuple[str, date]]]:
    """The steps of these cases, (kind, day), in order."""
    query = (
        select(col(CaseEvent.dispute_id), col(CaseEvent.kind), col(CaseEvent.happened_on))
        .where(col(CaseEvent.dispute_id).in_(ids))
        .order_by(col(CaseEvent.happened_on), col(CaseEvent.recorded_at), col(CaseEvent.id))
    )
    found: dict[UUID, list[tuple[str, date]]] = {id_: [] for id_ in ids}
    for id_, kind, day in session.execute(query):
        found[id_].append((kind, day))
    return found
