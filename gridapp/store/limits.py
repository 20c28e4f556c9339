"""Which open cases come near the end of a clock, from the columns of the case: the index finds the
handling, and few cases are still undecided or under review. A clock of the county's own is looked
up in the timelines.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal, select
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col

from gridapp.contract.disputes import EventKind, State
from gridapp.domain.clocks import Clock, ClockRule
from gridapp.domain.disputes import OPEN_STATES
from gridapp.store.tables import CaseEvent, Dispute

_HANDLING = OPEN_STATES - {State.ANSWERED, State.REVIEWED, State.RE_REVIEWED}
"""States in which the handling has not been answered yet."""

Day = ColumnElement[date] | Mapped[date] | Mapped[date | None]


class Running(NamedTuple):
    """A case with a clock that runs since ``start``; of the handling its last day. ``mine``: the
    case is handled, led or looked after by the person who asks. A tuple: a county has thousands.
    """

    id: UUID
    number: str
    title: str
    handler: str
    mine: bool
    start: date


def handling(session: Session, until: date, person: str) -> list[Running]:
    """Cases that have to be handled until that day or earlier; ``start`` is their last day."""
    due = col(Dispute.due_on)
    query = _cases(due, person).where(col(Dispute.state).in_(_HANDLING), due <= until)
    return _found(session, query)


def running(session: Session, rule: ClockRule, since: date, person: str) -> list[Running]:
    """Open cases in which this clock, but for the handling, runs since that day or earlier."""
    start, condition = _statutory().get(rule.code) or _own(rule)
    query = _cases(start, person).where(col(Dispute.state).in_(OPEN_STATES), condition)
    return _found(session, query.where(start <= since))


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


def _cases(start: Day, person: str) -> Select[*tuple[Any, ...]]:
    answerable = func.coalesce(func.nullif(col(Dispute.handler), ""), col(Dispute.registered_by))
    mine = (answerable == person) | (col(Dispute.leader) == person) | (col(Dispute.agent) == person)
    return select(col(Dispute.id), col(Dispute.number), col(Dispute.title), answerable, mine, start)


def _found(session: Session, query: Select[*tuple[Any, ...]]) -> list[Running]:
    return [Running(*row) for row in session.execute(query)]


def to_strike_off(session: Session, person: str, most: int) -> tuple[int, list[Running]]:
    """How many concluded cases of other handlers there are, and some of them, since the day they
    were concluded.
    """
    others = (col(Dispute.state) == State.CONCLUDED, col(Dispute.handler) != person)
    count = session.execute(select(func.count()).select_from(Dispute).where(*others)).scalar_one()
    query = _cases(col(Dispute.concluded_on), person).where(*others).limit(most)
    return count, _found(session, query) if count <= most else []


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
