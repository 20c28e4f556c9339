"""Mediation agreements: made, confirmed by a court, kept or broken; what is due of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.casework import AgreementForm, AgreementRecord, TaskKind, TaskRecord
from gridapp.contract.disputes import EventKind
from gridapp.domain import agreements as rules
from gridapp.domain.agreements import AgreementFault, Instalment
from gridapp.store import agreements as stored
from gridapp.store import casework, disputes, journal
from gridapp.store.agreements import Watched
from gridapp.store.casework import TaskLine
from gridapp.store.tables import Agreement, Dispute
from gridapp.usecases.desk import Changed, Desk, RejectedError, save
from gridapp.usecases.dispute_steps import Step, step_edits


@dataclass(frozen=True)
class NewAgreement:
    """What the parties agreed. ``amount``: the whole sum in fen, None when no money is owed;
    ``effective_on`` None: the day it was agreed; ``mediator`` empty: this person.
    """

    form: AgreementForm
    terms: str
    agreed_on: date
    facts: str = ""
    manner: str = ""
    perform_until: date | None = None
    effective_on: date | None = None
    mediator: str = ""
    amount: int | None = None
    number: str = ""


def agree(
    desk: Desk, dispute_id: UUID, new: NewAgreement, instalments: Sequence[Instalment] = ()
) -> Changed:
    """Keep what the parties agreed, with its instalments. Raises RejectedError with every fault."""
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        agreement = _record(desk, dispute, new)
        faults = rules.content_faults(
            agreement, _sides(session, dispute_id), dispute.suitability
        ) + rules.instalment_faults(new.agreed_on, new.amount, instalments)
        if faults:
            raise RejectedError(faults)
        data = {"agreement": str(agreement.id), "form": new.form.value}
        step = Step(EventKind.AGREED, new.terms, new.agreed_on, data=data)
        edits = step_edits(desk, session, dispute, step, amount_agreed=new.amount)
        edits.append(journal.create(desk.new_id(), "agreement", agreement))
        first = casework.next_place(session, dispute_id, TaskKind.INSTALMENT)
        edits += [
            journal.create(desk.new_id(), "task", _owed(desk, agreement, part, place))
            for place, part in enumerate(instalments, first)
        ]
        return save(desk, session, "dispute.agreed", dispute.title, edits, agreement.id)


def _sides(session: Session, dispute_id: UUID) -> frozenset[str]:
    return frozenset(party.side for party in disputes.parties(session, dispute_id))


def _record(desk: Desk, dispute: Dispute, new: NewAgreement) -> AgreementRecord:
    return AgreementRecord(
        id=desk.new_id(),
        unit_id=dispute.unit_id,
        dispute_id=dispute.id,
        form=new.form.value,
        number=new.number.strip(),
        facts=new.facts.strip(),
        terms=new.terms.strip(),
        manner=new.manner.strip(),
        perform_until=new.perform_until,
        agreed_on=new.agreed_on,
        effective_on=new.effective_on or new.agreed_on,
        mediator=new.mediator.strip() or desk.person.name,
    )


def _owed(desk: Desk, agreement: AgreementRecord, part: Instalment, place: int) -> TaskRecord:
    return TaskRecord(
        id=desk.new_id(),
        unit_id=agreement.unit_id,
        dispute_id=agreement.dispute_id,
        kind=TaskKind.INSTALMENT.value,
        title=agreement.number,
        owner=part.payer.strip(),
        asked_by=agreement.mediator,
        asked_on=agreement.agreed_on,
        due_on=part.due_on,
        amount=part.amount,
        place=place,
        agreement_id=agreement.id,
    )


def agreements(desk: Desk, dispute_id: UUID) -> tuple[Agreement, ...]:
    """All agreements of a case, the oldest first."""
    with desk.store.session() as session:
        return tuple(stored.of_case(session, dispute_id))


def ask_confirmation(desk: Desk, agreement_id: UUID, text: str, on: date) -> Changed:
    """Both parties have asked a court to confirm it (art. 33). Raises RejectedError."""
    with desk.store.session() as session:
        agreement = session.get_one(Agreement, agreement_id)
        _refuse(rules.application_faults(agreement, on))
        step = Step(EventKind.CONFIRMATION_ASKED, text, on)
        return _settle(desk, session, agreement, step, confirmation_asked_on=on)


def confirm(desk: Desk, agreement_id: UUID, text: str, on: date) -> Changed:
    """A court has confirmed it; ``text`` names the decision. Raises RejectedError."""
    with desk.store.session() as session:
        agreement = session.get_one(Agreement, agreement_id)
        _refuse(rules.confirmation_faults(agreement, on))
        step = Step(EventKind.CONFIRMED, text, on)
        return _settle(desk, session, agreement, step, confirmed_on=on)


def _settle(
    desk: Desk, session: Session, agreement: Agreement, step: Step, **fields: object
) -> Changed:
    """Keep what became of an agreement with its entry in the timeline."""
    dispute = session.get_one(Dispute, agreement.dispute_id)
    step = replace(step, data={**step.data, "agreement": str(agreement.id)})
    edits = [journal.change(desk.new_id(), "agreement", agreement, **fields)]
    edits += step_edits(desk, session, dispute, step)
    what = f"agreement.{step.kind.value}"
    return save(desk, session, what, dispute.title, edits, agreement.id)


def _refuse(faults: list[AgreementFault]) -> None:
    if faults:
        raise RejectedError(faults)


class WatchKind(StrEnum):
    """Why an agreement asks for attention."""

    INSTALMENT = "instalment"
    PERFORMANCE = "performance"
    CONFIRMATION = "confirmation"


@dataclass(frozen=True)
class Due:
    """What is due of an agreement, until when; ``task_id`` of an instalment, ``amount`` in fen."""

    why: WatchKind
    due_on: date
    dispute_id: UUID
    case_number: str
    case_title: str
    agreement_id: UUID | None = None
    task_id: UUID | None = None
    amount: int | None = None
    owner: str = ""


def watch(desk: Desk) -> tuple[Due, ...]:
    """What is overdue or due within a week: instalments, agreements to be kept (art. 31); and
    each that a court may still confirm (art. 33). The most urgent first.
    """
    today = desk.today()
    until = today + timedelta(days=7)
    with desk.store.session() as session:
        owed = casework.open_tasks(session, until)
        since = today - timedelta(days=rules.CONFIRMATION_DAYS)
        watched = stored.unsettled(session, until, since)
    found = [due for line in owed for due in _of_instalment(line)]
    found += [due for one in watched for due in _of_agreement(one, today, until)]
    return tuple(sorted(found, key=lambda due: (due.due_on, due.case_number)))


def _of_instalment(line: TaskLine) -> Iterator[Due]:
    if line.kind == TaskKind.INSTALMENT and line.due_on and line.dispute_id:
        yield Due(
            why=WatchKind.INSTALMENT,
            due_on=line.due_on,
            dispute_id=line.dispute_id,
            case_number=line.case_number,
            case_title=line.case_title,
            task_id=line.id,
            amount=line.amount,
            owner=line.owner,
        )


def _of_agreement(one: Watched, today: date, until: date) -> Iterator[Due]:
    agreement = one.agreement
    limit = rules.confirmation_limit(agreement)
    found = {}
    if agreement.perform_until is not None and agreement.perform_until <= until:
        found[WatchKind.PERFORMANCE] = agreement.perform_until
    if agreement.confirmation_asked_on is None and today <= limit:
        found[WatchKind.CONFIRMATION] = limit
    for why, due_on in found.items():
        yield Due(why, due_on, agreement.dispute_id, one.case_number, one.case_title, agreement.id)
