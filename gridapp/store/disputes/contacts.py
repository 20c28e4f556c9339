"""Which feedbacks the residents of open cases were given."""

from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, Select, bindparam, case, func, select
from sqlmodel import Session, col

from gridapp.contract.disputes import EventKind, State
from gridapp.domain.disputes.contacts import OWING, Contact, Standing
from gridapp.store import plain
from gridapp.store.tables import CaseEvent, Dispute


class ContactLine(NamedTuple):
    """A case whose resident may be owed something, and how it stands with its resident."""

    id: UUID
    number: str
    title: str
    standing: Standing


def lines(session: Session, person: str) -> list[ContactLine]:
    """Those of the cases that this person handles, or registered and nobody handles yet. What was
    told before a case was opened again does not count, nor a visit before it ended.
    """
    return [_line(row) for row in plain.rows(session, _standings(), person=person)]


@cache
def _standings() -> Select[*tuple[Any, ...]]:
    answerable = func.coalesce(func.nullif(col(Dispute.handler), ""), col(Dispute.registered_by))
    started = func.coalesce(col(Dispute.reopened_on), col(Dispute.registered_on))
    ended = func.coalesce(col(Dispute.concluded_on), col(Dispute.answered_on))
    visits = _of_case(func.count(), (EventKind.FOLLOWED_UP.value, EventKind.RATED.value), ended)
    return select(
        col(Dispute.id),
        col(Dispute.number),
        col(Dispute.title),
        col(Dispute.state),
        started,
        col(Dispute.accepted_on),
        ended,
        _of_case(func.group_concat(_STAGE), (EventKind.FEEDBACK.value,), started),
        case((col(Dispute.state) == State.CONCLUDED, visits)),
    ).where(
        col(Dispute.state).in_(OWING),
        answerable == bindparam("person"),
    )


_STAGE = func.json_extract(col(CaseEvent.data), "$.stage")


def _of_case(
    what: ColumnElement[Any], kinds: tuple[str, ...], since: ColumnElement[date]
) -> ScalarSelect[Any]:
    """Something about the entries of these kinds of a case; the index finds them."""
    return (
        select(what)
        .where(col(CaseEvent.dispute_id) == col(Dispute.id))
        .where(col(CaseEvent.kind).in_(kinds), col(CaseEvent.happened_on) >= since)
        .scalar_subquery()
    )


def _line(row: plain.Row) -> ContactLine:
    id_, number, title, state, started, accepted, ended, stages, visits = row
    given = (stages or "").split(",") + ([Contact.FOLLOW_UP.value] if visits else [])
    days = (date.fromisoformat(started), plain.day(accepted), plain.day(ended))
    return ContactLine(UUID(bytes=id_), number, title, Standing(state, *days, given))
