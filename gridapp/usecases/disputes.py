"""Disputes, first form: register, handle, conclude, strike off; the ledger and one case."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.disputes import (
    CaseEventRecord,
    Conclusion,
    DisputeRecord,
    EventKind,
    PartyRecord,
    Side,
    State,
)
from gridapp.domain import disputes as rules
from gridapp.domain.dispute_faults import Taken, registration_faults, step_faults
from gridapp.store import disputes, journal, meta
from gridapp.store.disputes import Case, DisputeLine, Shelf, SortBy
from gridapp.store.journal import Edit
from gridapp.store.tables import Dispute
from gridapp.usecases import calendar
from gridapp.usecases.desk import Changed, Desk, RejectedError, save


@dataclass(frozen=True)
class NewParty:
    """A person on one side of a new case."""

    side: Side
    name: str
    phone: str = ""
    household_id: UUID | None = None


@dataclass(frozen=True)
class NewDispute:
    """A case about to be registered."""

    title: str
    category: str
    summary: str
    registered_on: date
    source: str = "screening"
    parties: tuple[NewParty, ...] = field(default=())


@dataclass(frozen=True)
class Step:
    """The next step of a case, as the person entered it."""

    kind: EventKind
    text: str
    happened_on: date
    conclusion: Conclusion | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


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
    dispute = DisputeRecord(
        id=desk.new_id(),
        unit_id=unit_id,
        number=_next_number(session, new.registered_on.year),
        title=new.title.strip(),
        category=new.category,
        summary=new.summary.strip(),
        source=new.source,
        registered_on=new.registered_on,
        due_on=rules.due_on(new.registered_on),
        registered_by=desk.person.name,
        first_receiver=desk.person.name,
        entered_at=desk.now(),
        household_id=household_id,
        visit_id=visit_id,
    )
    faults = registration_faults(dispute, desk.today())
    if faults:
        raise RejectedError(faults)
    edits = [journal.create(desk.new_id(), "dispute", dispute)]
    edits += [_party_edit(desk, dispute, place, party) for place, party in enumerate(new.parties)]
    first = Step(EventKind.REGISTERED, new.summary, new.registered_on)
    edits.append(_event_edit(desk, dispute, first))
    return dispute, edits


def _next_number(session: Session, year: int) -> str:
    """``2026-017-0003``: year, the device's number at the county, running number.

    Needs no agreement between laptops; 000 is a laptop that has not joined a county.
    """
    prefix = f"{year}-{meta.get(session, 'device_number', 0):03d}-"
    return f"{prefix}{disputes.highest_number(session, prefix) + 1:04d}"


def _party_edit(desk: Desk, dispute: DisputeRecord, place: int, party: NewParty) -> Edit:
    record = PartyRecord(
        id=desk.new_id(),
        unit_id=dispute.unit_id,
        dispute_id=dispute.id,
        side=party.side.value,
        name=party.name.strip(),
        phone=party.phone.strip(),
        household_id=party.household_id,
        place=place,
    )
    return journal.create(desk.new_id(), "party", record)


def _event_edit(desk: Desk, dispute: DisputeRecord, step: Step) -> Edit:
    event = CaseEventRecord(
        id=desk.new_id(),
        unit_id=dispute.unit_id,
        dispute_id=dispute.id,
        kind=step.kind.value,
        happened_on=step.happened_on,
        recorded_at=desk.now(),
        actor=desk.person.name,
        text=step.text.strip(),
        conclusion=step.conclusion.value if step.conclusion else None,
        data=dict(step.data),
    )
    return journal.create(desk.new_id(), "case_event", event)


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
    taken = Taken(
        step.kind, desk.person.name, step.text, step.happened_on, step.conclusion, step.data
    )
    history = disputes.history(session, dispute.id)
    faults = step_faults(dispute, taken, history, calendar.of_county(session), desk.today())
    if faults:
        raise RejectedError(faults)
    moved = _moved(desk, dispute, step) | besides
    edits = [journal.change(desk.new_id(), "dispute", dispute, **moved)] if moved else []
    return [*edits, _event_edit(desk, dispute, step)]


def _moved(desk: Desk, dispute: Dispute, step: Step) -> dict[str, object]:
    """The fields of a case that a step sets."""
    day, data = step.happened_on, step.data
    moved: dict[EventKind, dict[str, object]] = {
        EventKind.ACCEPTED: {"accepted_on": day, "due_on": rules.due_on(day)},
        EventKind.REFERRED: {"handling_unit_id": _id(data.get("unit"))},
        EventKind.RETURNED: {"handling_unit_id": None},
        EventKind.HANDLED: {"handler": desk.person.name},
        EventKind.ESCALATED: {"level": data.get("level"), "agent": data.get("agent", "")},
        EventKind.EXTENDED: {
            "extended_to": _day(data.get("until")),
            "due_on": _day(data.get("until")),
        },
        EventKind.ANSWERED: {"answered_on": day},
        EventKind.RATED: {"rating": data.get("rating")},
        EventKind.CONCLUDED: {
            "conclusion": step.conclusion.value if step.conclusion else None,
            "concluded_on": day,
            "handler": desk.person.name,
        },
        EventKind.STRUCK_OFF: {"struck_off_on": day},
        EventKind.REOPENED: {
            "conclusion": None,
            "concluded_on": None,
            "struck_off_on": None,
            "extended_to": None,
            "due_on": rules.due_on(day),
        },
        EventKind.SEALED: {"sealed": True, "handlers": data.get("handlers")},
        EventKind.UNSEALED: {"sealed": False, "handlers": []},
    }
    state = _state_after(dispute, step)
    return moved.get(step.kind, {}) | ({} if state is None else {"state": state.value})


def _state_after(dispute: Dispute, step: Step) -> State | None:
    """Where the step leads; None when the state stays."""
    ways = rules.STEPS[step.kind].leads_to
    if step.kind == EventKind.RETURNED:
        return State.ACCEPTED if dispute.accepted_on else State.REGISTERED
    if step.kind in {EventKind.REVIEW_DECIDED, EventKind.RE_REVIEW_DECIDED}:
        return State.ANSWERED if step.data.get("upheld", True) else State.HANDLED
    return next(iter(ways), None)


def _id(value: object) -> UUID | None:
    return UUID(str(value)) if value else None


def _day(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None


def ledger(
    desk: Desk,
    shelf: Shelf,
    sort: tuple[SortBy, bool] = (SortBy.REGISTERED, True),
    ids: tuple[UUID, ...] | None = None,
) -> list[DisputeLine]:
    """Cases of a shelf of the ledger, sorted by (column, descending)."""
    with desk.store.session() as session:
        return disputes.ledger(session, shelf, desk.today(), desk.person.name, sort=sort, ids=ids)


def shelf_counts(desk: Desk) -> dict[Shelf, int]:
    """How many cases stand on each shelf."""
    with desk.store.session() as session:
        return disputes.shelf_counts(session, desk.today(), desk.person.name)


def case(desk: Desk, dispute_id: UUID) -> Case | None:
    """One case with parties and timeline; None when it is no longer on this laptop."""
    with desk.store.session() as session:
        return disputes.case(session, dispute_id)


OFFERED = (
    EventKind.HANDLED,
    EventKind.CONCLUDED,
    EventKind.STRUCK_OFF,
    EventKind.REOPENED,
)
"""Steps that the case page has a form for."""


def next_steps(desk: Desk, found: Case) -> tuple[EventKind, ...]:
    """What this person may do next with a case: nobody strikes off what they handled."""
    steps = [step for step in rules.next_steps(found.dispute.state) if step in OFFERED]
    own = found.dispute.handler == desk.person.name
    return tuple(step for step in steps if not (step == EventKind.STRUCK_OFF and own))
