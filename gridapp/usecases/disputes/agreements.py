"""Mediation agreements: what becomes of them, and what is due of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.casework import TaskKind
from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes import agreements as rules
from gridapp.store import journal
from gridapp.store.disputes import agreements as stored
from gridapp.store.disputes.agreements import Watched
from gridapp.store.disputes.casework import TaskLine
from gridapp.store.journal import Edit
from gridapp.store.tables import Agreement, Dispute
from gridapp.usecases.desk import Changed, Desk, refuse, save
from gridapp.usecases.disputes.agreeing import NewAgreement, agree, reschedule, withdrawn
from gridapp.usecases.disputes.dispute_steps import Step, step_edits

__all__ = [
    "Due",
    "NewAgreement",
    "WatchKind",
    "agree",
    "agreements",
    "ask_confirmation",
    "confirm",
    "reschedule",
    "settle",
    "watch",
]

SOON_DAYS = 7
"""What is due within a week is watched."""


class WatchKind(StrEnum):
    """Why an agreement asks for attention."""

    INSTALMENT = "instalment"
    PERFORMANCE = "performance"
    CONFIRMATION = "confirmation"


class Due(NamedTuple):
    """What is due of an agreement, until when; ``amount`` of an instalment, in fen."""

    why: WatchKind
    due_on: date
    dispute_id: UUID
    case_number: str
    case_title: str
    amount: int | None = None
    owner: str = ""


def agreements(desk: Desk, dispute_id: UUID) -> tuple[Agreement, ...]:
    """All agreements of a case, the oldest first."""
    with desk.store.session() as session:
        return tuple(stored.of_case(session, dispute_id))


def ask_confirmation(desk: Desk, agreement_id: UUID, text: str, on: date) -> Changed:
    """Both parties have asked a court to confirm it (art. 33). Raises RejectedError."""
    with desk.store.session() as session:
        agreement = session.get_one(Agreement, agreement_id)
        refuse(rules.application_faults(agreement, on))
        step = Step(EventKind.CONFIRMATION_ASKED, text, on)
        edits = [journal.change(desk.new_id(), "agreement", agreement, confirmation_asked_on=on)]
        return _keep(desk, session, agreement, step, edits)


def confirm(desk: Desk, agreement_id: UUID, text: str, on: date) -> Changed:
    """A court has confirmed it; ``text`` names the decision. Raises RejectedError."""
    with desk.store.session() as session:
        agreement = session.get_one(Agreement, agreement_id)
        refuse(rules.confirmation_faults(agreement, on))
        step = Step(EventKind.CONFIRMED, text, on)
        edits = [journal.change(desk.new_id(), "agreement", agreement, confirmed_on=on)]
        return _keep(desk, session, agreement, step, edits)


def settle(desk: Desk, agreement_id: UUID, text: str, on: date, *, kept: bool) -> Changed:
    """It was seen that an agreement was kept, or broken (art. 31). Raises RejectedError.

    A sum that was not owed in instalments is paid with it; a broken one leaves nothing owed.
    """
    with desk.store.session() as session:
        agreement = session.get_one(Agreement, agreement_id)
        parts = stored.instalments(session, agreement)
        refuse(rules.settlement_faults(agreement, parts, kept=kept, on=on))
        fields = {"performed_on": on} if kept else {"broken": True}
        edits = [journal.change(desk.new_id(), "agreement", agreement, **fields)]
        edits += [] if kept else withdrawn(desk, parts)
        step = Step(EventKind.FOLLOWED_UP, text, on, data={"kept": kept})
        at_once = agreement.amount if kept and not parts else None
        return _keep(desk, session, agreement, step, edits, at_once)


def _keep(
    desk: Desk,
    session: Session,
    agreement: Agreement,
    step: Step,
    edits: list[Edit],
    paid: int | None = None,
) -> Changed:
    """Keep what became of an agreement, its entry in the timeline, and what was ``paid`` now."""
    dispute = session.get_one(Dispute, agreement.dispute_id)
    told = replace(step, data={**step.data, "agreement": str(agreement.id)})
    besides = {} if paid is None else {"amount_paid": (dispute.amount_paid or 0) + paid}
    edits = [*edits, *step_edits(desk, session, dispute, told, **besides)]
    what = f"agreement.{_became(step)}"
    return save(desk, session, what, dispute.title, edits, agreement.id)


def _became(step: Step) -> str:
    if step.kind == EventKind.FOLLOWED_UP:
        return "kept" if step.data["kept"] else "broken"
    return step.kind.value


def watch(desk: Desk, owed: Iterable[TaskLine]) -> tuple[Due, ...]:
    """What is overdue or due within a week: instalments among what is ``owed``, agreements to be
    kept (art. 31); and each that a court may still confirm (art. 33). The most urgent first.
    """
    today = desk.today()
    until = today + timedelta(days=SOON_DAYS)
    with desk.store.session() as session:
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
            amount=line.amount,
            owner=line.owner,
        )


def _of_agreement(one: Watched, today: date, until: date) -> Iterator[Due]:
    limit = rules.last_to_confirm(one.effective_on)
    found = {}
    if one.perform_until is not None and one.perform_until <= until:
        found[WatchKind.PERFORMANCE] = one.perform_until
    if not one.asked and today <= limit:
        found[WatchKind.CONFIRMATION] = limit
    for why, due_on in found.items():
        yield Due(why, due_on, one.dispute_id, one.case_number, one.case_title)
