"""Which feedbacks the residents of open cases were given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlmodel import Session, col

from gridapp.contract.disputes import EventKind, State
from gridapp.domain.contacts import Contact, Standing
from gridapp.domain.disputes import OPEN_STATES
from gridapp.store.tables import CaseEvent, Dispute


@dataclass(frozen=True)
class ContactLine:
    """A case that is not struck off, and how it stands with its resident."""

    id: UUID
    number: str
    title: str
    standing: Standing


def lines(session: Session, person: str) -> list[ContactLine]:
    """Those of the cases that this person handles, or registered and nobody handles yet. What was
    told before a case was opened again does not count, nor a visit before it ended.
    """
    started = func.coalesce(col(Dispute.reopened_on), col(Dispute.registered_on))
    ended = func.coalesce(col(Dispute.concluded_on), col(Dispute.answered_on))
    query = select(
        col(Dispute.id),
        col(Dispute.number),
        col(Dispute.title),
        col(Dispute.state),
        started,
        col(Dispute.accepted_on),
        ended,
        _of_case(func.group_concat(_STAGE), (EventKind.FEEDBACK.value,), started),
        _of_case(func.count(), (EventKind.FOLLOWED_UP.value, EventKind.RATED.value), ended),
    ).where(
        col(Dispute.state).in_(OPEN_STATES | {State.CONCLUDED}),
        func.coalesce(func.nullif(col(Dispute.handler), ""), col(Dispute.registered_by)) == person,
    )
    return [_line(row) for row in session.execute(query)]


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


def _line(row: Sequence[Any]) -> ContactLine:
    id_, number, title, state, started, accepted, ended, stages, visits = row
    given = {*(stages or "").split(","), *([Contact.FOLLOW_UP] if visits else [])}
    return ContactLine(id_, number, title, Standing(state, started, accepted, ended, given))
