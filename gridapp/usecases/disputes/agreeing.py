"""Agreements are made, and their instalments made anew: each one operation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.casework import AgreementForm, AgreementRecord, TaskKind, TaskRecord
from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes import agreements as rules
from gridapp.domain.disputes.agreements import AgreementFault, Instalment
from gridapp.store import journal
from gridapp.store.disputes import agreements as stored
from gridapp.store.disputes import casework, disputes
from gridapp.store.journal import Edit
from gridapp.store.tables import Agreement, Dispute, Task
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.disputes.dispute_steps import Step, step_edits


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
    """Keep what the parties agreed, with its instalments. Raises RejectedError with every fault.

    The case's agreed sum grows by the agreement's; of broken ones only what was paid counts.
    """
    with desk.store.session() as session:
        dispute = session.get_one(Dispute, dispute_id)
        agreement = _record(desk, dispute, new)
        sides = frozenset(party.side for party in disputes.parties(session, dispute_id))
        refuse(
            rules.content_faults(agreement, sides, dispute.suitability)
            + rules.instalment_faults(new.agreed_on, new.amount, instalments)
        )
        data = {"agreement": str(agreement.id), "form": new.form.value}
        step = Step(EventKind.AGREED, new.terms, new.agreed_on, data=data)
        total = rules.agreed_total(_so_far(session, dispute_id), new.amount)
        edits = step_edits(desk, session, dispute, step, amount_agreed=total)
        edits.append(journal.create(desk.new_id(), "agreement", agreement))
        edits += _owed(desk, session, agreement, instalments)
        return save(desk, session, "dispute.agreed", dispute.title, edits, agreement.id)


def reschedule(
    desk: Desk, agreement_id: UUID, instalments: Sequence[Instalment], reason: str
) -> Changed:
    """Instead of those that are not paid yet, the rest of the sum is owed in these instalments.
    Raises RejectedError with every fault.
    """
    with desk.store.session() as session:
        agreement = session.get_one(Agreement, agreement_id)
        standing = stored.instalments(session, agreement)
        rest = (agreement.amount or 0) - rules.paid(standing)
        settled = [AgreementFault.SETTLED_ALREADY] if rules.is_settled(agreement) else []
        given = [] if instalments else [AgreementFault.INSTALMENTS_SUM]
        faults = rules.instalment_faults(agreement.agreed_on, rest, instalments)
        refuse(settled + (given or faults))
        dispute = session.get_one(Dispute, agreement.dispute_id)
        data = {"agreement": str(agreement.id), "task_kind": TaskKind.INSTALMENT.value}
        step = Step(EventKind.TASK_GIVEN, reason, desk.today(), data=data)
        edits = step_edits(desk, session, dispute, step)
        edits += withdrawn(desk, standing)
        edits += _owed(desk, session, agreement, instalments, [p for p in standing if p.done_on])
        return save(desk, session, "agreement.rescheduled", dispute.title, edits, agreement.id)


def withdrawn(desk: Desk, instalments: Sequence[Task]) -> list[Edit]:
    """The edits that take back what is not paid."""
    return [
        journal.change(desk.new_id(), "task", part, withdrawn=True)
        for part in instalments
        if part.done_on is None
    ]


def _so_far(session: Session, dispute_id: UUID) -> list[tuple[AgreementRecord, int]]:
    return [
        (agreement, rules.paid(stored.instalments(session, agreement)))
        for agreement in stored.of_case(session, dispute_id)
    ]


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
        amount=new.amount,
    )


def _owed(
    desk: Desk,
    session: Session,
    agreement: AgreementRecord,
    instalments: Sequence[Instalment],
    paid: Sequence[Task] = (),
) -> list[Edit]:
    """Instalments that follow those that are paid."""
    place = casework.next_place(session, agreement.dispute_id, TaskKind.INSTALMENT)
    tasks = [
        TaskRecord(
            id=desk.new_id(),
            unit_id=agreement.unit_id,
            dispute_id=agreement.dispute_id,
            agreement_id=agreement.id,
            kind=TaskKind.INSTALMENT.value,
            title=rules.INSTALMENT.format(number=number),
            owner=part.payer.strip(),
            asked_by=agreement.mediator,
            asked_on=agreement.agreed_on,
            due_on=part.due_on,
            amount=part.amount,
            place=place + number,
        )
        for number, part in enumerate(instalments, len(paid) + 1)
    ]
    return [journal.create(desk.new_id(), "task", task) for task in tasks]
