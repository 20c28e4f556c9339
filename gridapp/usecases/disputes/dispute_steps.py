"""The steps of a case: each is checked, kept in the timeline, and moves the case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.disputes import CaseEventRecord, Conclusion, DisputeRecord, EventKind
from gridapp.domain.disputes.case_moves import moves
from gridapp.domain.disputes.dispute_faults import DisputeFault, fault_if, party_faults
from gridapp.domain.disputes.sealing import is_out_of_reach
from gridapp.domain.disputes.step_faults import Taken, step_faults
from gridapp.store import journal
from gridapp.store.disputes import disputes
from gridapp.store.grids import grids
from gridapp.store.journal import Edit
from gridapp.store.tables import Dispute
from gridapp.usecases import calendar
from gridapp.usecases.desk import Changed, Desk, refuse, save


@dataclass(frozen=True)
class Step:
    """The next step of a case, as the person entered it.

    ``actor``: who took it, when it is entered from old paper; else the person at the desk.
    """

    kind: EventKind
    text: str
    happened_on: date
    conclusion: Conclusion | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    actor: str = ""


def take_step(desk: Desk, dispute_id: UUID, step: Step) -> Changed:
    """Add a step to a case and move its state. Raises RejectedError with every fault."""
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        edits = step_edits(desk, session, dispute, step)
        what = f"dispute.{step.kind.value}"
        return save(desk, session, what, dispute.title, edits, dispute_id)


def step_edits(
    desk: Desk, session: Session, dispute: Dispute, step: Step, **besides: object
) -> list[Edit]:
    """The edits of a step: the entry of the timeline, the case that moves with it.

    ``besides``: fields of the case that the same act sets. Raises RejectedError with every fault.
    """
    taken = as_taken(step, desk.person.name)
    moved = step_fields(desk, session, dispute, taken) | besides
    edits = [journal.change(desk.new_id(), "dispute", dispute, **moved)] if moved else []
    return [*edits, event_edit(desk, dispute, taken)]


def as_taken(step: Step, actor: str) -> Taken:
    """The step of this person."""
    return Taken(step.kind, actor, step.text, step.happened_on, step.conclusion, step.data)


def step_fields(
    desk: Desk, session: Session, dispute: DisputeRecord, taken: Taken
) -> dict[str, Any]:
    """The fields of the case that a step sets. Raises RejectedError with every fault."""
    faults = step_faults(dispute, taken, calendar.of_county(session), desk.today())
    refuse(faults)
    return moves(dispute, taken, calendar.handling_due(session, taken.happened_on))


def event_edit(desk: Desk, dispute: DisputeRecord, taken: Taken) -> Edit:
    """The entry of the timeline that tells of a step."""
    event = CaseEventRecord(
        id=desk.new_id(),
        unit_id=dispute.unit_id,
        dispute_id=dispute.id,
        kind=taken.kind.value,
        happened_on=taken.happened_on,
        recorded_at=desk.now(),
        actor=taken.actor,
        text=taken.text.strip(),
        conclusion=taken.conclusion.value if taken.conclusion else None,
        data=dict(taken.data),
    )
    return journal.create(desk.new_id(), "case_event", event)


def escalate(desk: Desk, dispute_id: UUID, level: str, agent: str, reason: str) -> Changed:
    """Hand a case to the agent (代办员) of a higher level; what was done so far stays."""
    data = {"level": level, "agent": agent.strip()}
    return take_step(desk, dispute_id, Step(EventKind.ESCALATED, reason, desk.today(), data=data))


def seal(desk: Desk, dispute_id: UUID, handlers: Sequence[str], reason: str) -> Changed:
    """Only the named handlers (``name@unit id``) see the case; never the accused (条例 art. 30).

    A handler of a unit in whose area the case does not lie would get nothing. Raises RejectedError.
    """
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        names = [handler.partition("@")[0] for handler in handlers]
        path = {unit.id for unit in grids.path(session, dispute.unit_id)}
        beyond = any(is_out_of_reach(handler, path) for handler in handlers)
        faults = party_faults(disputes.parties(session, dispute_id), names)
        refuse(faults + fault_if(beyond, DisputeFault.HANDLER_OUT_OF_REACH))
        data = {"handlers": list(handlers)}
        step = Step(EventKind.SEALED, reason, desk.today(), data=data)
        edits = step_edits(desk, session, dispute, step)
        return save(desk, session, "dispute.sealed", dispute.title, edits, dispute_id)


def unseal(desk: Desk, dispute_id: UUID, reason: str) -> Changed:
    """Everybody whose area it is sees the case again."""
    return take_step(desk, dispute_id, Step(EventKind.UNSEALED, reason, desk.today()))
