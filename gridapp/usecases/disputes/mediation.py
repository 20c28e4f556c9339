"""Mediators: who might take a case, by skill and load; who does."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.contract.disputes import EventKind
from gridapp.contract.grids import PostKind
from gridapp.domain.disputes.casework import TaskFault
from gridapp.domain.disputes.mediation import fits
from gridapp.store.disputes import casework
from gridapp.store.disputes.casework import Load
from gridapp.store.tables import Dispute
from gridapp.usecases.desk import Changed, Desk, RejectedError, save
from gridapp.usecases.disputes.dispute_steps import Step, step_edits


@dataclass(frozen=True)
class Suggestion:
    """A mediator of the pool; ``fits``: good at such matters."""

    load: Load
    fits: bool


def suggest_mediators(desk: Desk, dispute_id: UUID) -> tuple[Suggestion, ...]:
    """The mediators of the pool: who is good at it first, then who has room, then who has less."""
    with desk.store.session() as session:
        category = session.get_one(Dispute, dispute_id).category
        pool = casework.loads(session, PostKind.MEDIATOR, desk.today())
    found = [Suggestion(load, fits(load.skills, category)) for load in pool]
    return tuple(sorted(found, key=_order))


def _order(one: Suggestion) -> tuple[bool, bool, int, str]:
    return (not one.fits, one.load.is_full, one.load.open_cases, one.load.name)


def assign_mediator(desk: Desk, dispute_id: UUID, mediator: str, text: str, on: date) -> Changed:
    """A mediator handles the case from now on; a full load warns, it does not stop. Raises
    RejectedError.
    """
    name = mediator.strip()
    if not name:
        raise RejectedError([TaskFault.OWNER_MISSING])
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        step = Step(EventKind.HANDLED, text, on, data={"mediator": name})
        edits = step_edits(desk, session, dispute, step, handler=name)
        return save(desk, session, "dispute.mediator_assigned", dispute.title, edits, dispute_id)
