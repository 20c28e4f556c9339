"""Registering a case: new at the door, or from old paper with its whole history."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.disputes import DisputeRecord, EventKind, PartyRecord, PartyRole, Side
from gridapp.domain.disputes import levels
from gridapp.domain.disputes.dispute_faults import DisputeFault, party_faults, registration_faults
from gridapp.domain.disputes.step_faults import Taken
from gridapp.store import journal, meta
from gridapp.store.disputes import disputes
from gridapp.store.journal import Edit
from gridapp.store.tables import Dispute, Unit
from gridapp.usecases import calendar
from gridapp.usecases.desk import Changed, Desk, RejectedError, refuse, save
from gridapp.usecases.disputes.dispute_steps import Step, as_taken, event_edit, step_fields


@dataclass(frozen=True)
class NewParty:
    """A person on one side of a case. ``id``: of one who is among its parties already."""

    side: Side
    name: str
    phone: str = ""
    household_id: UUID | None = None
    role: PartyRole = PartyRole.PARTY
    representative: bool = False
    id: UUID | None = None


@dataclass(frozen=True)
class NewDispute:
    """A case about to be registered. Sums in fen.

    ``level``: empty for that of the unit where it arose. ``first_receiver``: empty for the person
    at the desk. ``occurred_on``: when it arose; ``registered_on``: when it was first told.
    """

    title: str
    category: str
    summary: str
    registered_on: date
    source: str = "screening"
    parties: tuple[NewParty, ...] = field(default=())
    occurred_on: date | None = None
    scale: str = "01"
    people_involved: int = 0
    amount_claimed: int | None = None
    amount_agreed: int | None = None
    amount_paid: int | None = None
    repeat_of: UUID | None = None
    level: str = ""
    agent: str = ""
    policy_field: str = ""
    route: str = ""
    first_receiver: str = ""
    reception_id: UUID | None = None


def register(desk: Desk, unit_id: UUID, new: NewDispute) -> Changed:
    """Register a case that arose in a unit. Raises RejectedError with every fault."""
    with desk.store.session() as session:
        dispute, edits = registration(desk, session, new, unit_id)
        return save(desk, session, "dispute.registered", dispute.title, edits, dispute.id)


def registration(
    desk: Desk,
    session: Session,
    new: NewDispute,
    unit_id: UUID,
    *,
    household_id: UUID | None = None,
    visit_id: UUID | None = None,
) -> tuple[DisputeRecord, list[Edit]]:
    """The records of a new case and the edits that keep them; raises RejectedError."""
    found = {"household_id": household_id, "visit_id": visit_id}
    dispute, first, parties = _opened(desk, session, new, unit_id, found)
    return dispute, [
        journal.create(desk.new_id(), "dispute", dispute),
        *parties,
        event_edit(desk, dispute, first),
    ]


def enter_history(desk: Desk, unit_id: UUID, new: NewDispute, steps: Sequence[Step]) -> Changed:
    """Enter an old case with all its steps, in their order, as one operation.

    Each step is checked as if it were taken on its day. Raises HistoryRejectedError for the first
    step that cannot be kept, RejectedError when the case itself cannot.
    """
    with desk.store.session() as session:
        dispute, first, parties = _opened(desk, session, new, unit_id, {})
        told = [first]
        for place, step in enumerate(steps):
            taken = as_taken(step, step.actor or desk.person.name)
            try:
                moved = step_fields(desk, session, dispute, taken)
            except RejectedError as error:
                raise HistoryRejectedError(error.faults, place) from error
            dispute = dispute.model_copy(update=moved)
            told.append(taken)
        edits = [
            journal.create(desk.new_id(), "dispute", dispute),
            *parties,
            *(event_edit(desk, dispute, taken) for taken in told),
        ]
        return save(desk, session, "dispute.history_entered", dispute.title, edits, dispute.id)


class HistoryRejectedError(RejectedError):
    """A step of an old case cannot be kept. ``place``: its place among the steps, from 0."""

    def __init__(self, faults: Sequence[Any], place: int) -> None:
        super().__init__(faults)
        self.place = place


def _opened(
    desk: Desk, session: Session, new: NewDispute, unit_id: UUID, found: dict[str, Any]
) -> tuple[DisputeRecord, Taken, list[Edit]]:
    """The case, its first entry and the edits that keep its parties. Raises RejectedError."""
    dispute = _record(desk, session, new, unit_id, found)
    parties = [party_record(desk, dispute, place, one) for place, one in enumerate(new.parties)]
    faults = registration_faults(dispute, desk.today())
    faults += party_faults(parties, {desk.person.name, dispute.agent} - {""})
    if new.repeat_of is not None and session.get(Dispute, new.repeat_of) is None:
        faults.append(DisputeFault.REPEATED_MISSING)
    refuse(faults)
    first = Taken(EventKind.REGISTERED, dispute.first_receiver, new.summary, new.registered_on)
    edits = [journal.create(desk.new_id(), "party", party) for party in parties]
    return dispute, first, edits


def _record(
    desk: Desk, session: Session, new: NewDispute, unit_id: UUID, found: dict[str, Any]
) -> DisputeRecord:
    return DisputeRecord(
        id=desk.new_id(),
        unit_id=unit_id,
        number=_next_number(session, new.registered_on.year),
        title=new.title.strip(),
        category=new.category,
        summary=new.summary.strip(),
        source=new.source,
        registered_on=new.registered_on,
        occurred_on=new.occurred_on,
        due_on=calendar.handling_due(session, new.registered_on),
        registered_by=desk.person.name,
        first_receiver=new.first_receiver.strip() or desk.person.name,
        entered_at=desk.now(),
        level=new.level or _level_of(session, unit_id),
        agent=new.agent.strip(),
        scale=new.scale,
        people_involved=new.people_involved,
        amount_claimed=new.amount_claimed,
        amount_agreed=new.amount_agreed,
        amount_paid=new.amount_paid,
        repeat_of=new.repeat_of,
        policy_field=new.policy_field,
        route=new.route,
        reception_id=new.reception_id,
        **found,
    )


def _level_of(session: Session, unit_id: UUID) -> str:
    """The level that handles what arises in a unit; below the village it is the village."""
    unit = session.get(Unit, unit_id)
    return unit.level if unit is not None and unit.level in levels.LADDER else levels.LADDER[0]


def _next_number(session: Session, year: int) -> str:
    """``2026-017-0003``: year, the device's number at the county, running number.

    Needs no agreement between laptops; 000 is a laptop that has not joined a county.
    """
    prefix = f"{year}-{meta.get(session, 'device_number', 0):03d}-"
    return f"{prefix}{disputes.highest_number(session, prefix) + 1:04d}"


def party_record(desk: Desk, dispute: DisputeRecord, place: int, party: NewParty) -> PartyRecord:
    """The record of a party of this case."""
    return PartyRecord(
        id=party.id or desk.new_id(),
        unit_id=dispute.unit_id,
        dispute_id=dispute.id,
        side=party.side.value,
        name=party.name.strip(),
        phone=party.phone.strip(),
        household_id=party.household_id,
        place=place,
        role=party.role.value,
        representative=party.representative,
    )
