"""In which order the households of a micro-grid are walked."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session

from gridapp.domain.screening import walking
from gridapp.domain.screening.walking import WalkBy
from gridapp.store import journal, screening
from gridapp.store.households import households
from gridapp.store.tables import Unit
from gridapp.usecases.desk import Changed, Desk, save


def reorder(desk: Desk, unit_id: UUID, household_ids: Sequence[UUID]) -> Changed:
    """Walk the households of a micro-grid in this order from now on."""
    with desk.store.session() as session:
        return _keep(desk, session, unit_id, household_ids)


def order_by(desk: Desk, round_id: UUID, unit_id: UUID, by: WalkBy) -> Changed:
    """Walk by address, or as the doors were called on in the round before ``round_id``."""
    with desk.store.session() as session:
        doors = screening.doors(session, round_id, unit_id)
        return _keep(desk, session, unit_id, walking.ordered(doors, by))


def _keep(desk: Desk, session: Session, unit_id: UUID, household_ids: Sequence[UUID]) -> Changed:
    current = {h.id: h for h in households.in_walking_order(session, unit_id)}
    edits = [
        journal.change(desk.new_id(), "household", current[id_], walk_order=order)
        for order, id_ in enumerate(household_ids, 1)
        if current[id_].walk_order != order
    ]
    name = session.get_one(Unit, unit_id).name
    return save(desk, session, "walk.reordered", name, edits) if edits else Changed(frozenset())
