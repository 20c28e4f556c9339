"""What a mediation agreement must hold, and how long a court may confirm it (人民调解法). Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gridapp.contract.casework import AgreementForm, AgreementRecord, TaskRecord
from gridapp.contract.disputes import Side, Suitability
from gridapp.domain.disputes.clocks import STATUTORY, Clock

CONFIRMATION_DAYS = STATUTORY[Clock.CONFIRM].days
"""To apply together to a court, from the day the agreement takes effect (art. 33)."""


class AgreementFault(StrEnum):
    """Why an agreement, or what became of it, cannot be kept as it stands."""

    PARTIES_MISSING = "agreement.parties_missing"
    FACTS_MISSING = "agreement.facts_missing"
    TERMS_MISSING = "agreement.terms_missing"
    MANNER_MISSING = "agreement.manner_missing"
    PERIOD_MISSING = "agreement.period_missing"
    PERIOD_TOO_EARLY = "agreement.period_too_early"
    MEDIATOR_MISSING = "agreement.mediator_missing"
    UNSUITABLE = "agreement.unsuitable"
    EFFECTIVE_TOO_EARLY = "agreement.effective_too_early"
    AMOUNT_WRONG = "agreement.amount_wrong"
    INSTALMENTS_SUM = "agreement.instalments_sum"
    INSTALMENT_TOO_EARLY = "agreement.instalment_too_early"
    NOT_YET_EFFECTIVE = "agreement.not_yet_effective"
    ASKED_ALREADY = "agreement.asked_already"
    CONFIRMATION_LATE = "agreement.confirmation_late"
    NOT_ASKED = "agreement.not_asked"
    CONFIRMED_ALREADY = "agreement.confirmed_already"
    SETTLED_ALREADY = "agreement.settled_already"
    INSTALMENTS_UNPAID = "agreement.instalments_unpaid"


ARTICLES: dict[AgreementFault, str] = {
    AgreementFault.PARTIES_MISSING: "人民调解法第二十九条",
    AgreementFault.FACTS_MISSING: "人民调解法第二十九条",
    AgreementFault.TERMS_MISSING: "人民调解法第二十八条、第二十九条",
    AgreementFault.MANNER_MISSING: "人民调解法第二十九条",
    AgreementFault.PERIOD_MISSING: "人民调解法第二十九条",
    AgreementFault.MEDIATOR_MISSING: "人民调解法第二十九条",
    AgreementFault.UNSUITABLE: "人民调解工作若干规定第二十二条",
    AgreementFault.CONFIRMATION_LATE: "人民调解法第三十三条",
}
"""The article behind a refusal."""


INSTALMENT = "第{number}期"
"""Title of an instalment."""


@dataclass(frozen=True)
class Instalment:
    """A part of the agreed sum: until when, how much in fen, by whom."""

    due_on: date
    amount: int
    payer: str = ""


def effective_on(agreement: AgreementRecord) -> date:
    """When it took effect: signed and sealed (art. 29), or agreed by word of mouth (art. 30)."""
    return agreement.effective_on or agreement.agreed_on


def confirmation_limit(agreement: AgreementRecord) -> date:
    """Last day on which both parties may ask a court to confirm it (art. 33)."""
    return last_to_confirm(effective_on(agreement))


def last_to_confirm(effective: date) -> date:
    """The same of one that took effect on that day."""
    return effective + timedelta(days=CONFIRMATION_DAYS)


def content_faults(
    agreement: AgreementRecord, sides: frozenset[str], suitability: str
) -> list[AgreementFault]:
    """Name what an agreement lacks. Of an oral one the terms are recorded (art. 28); a written
    one holds the parties, facts, terms, manner and period (art. 29).

    ``sides``: those on which the case has parties (``Side``).
    """
    written = agreement.form == AgreementForm.WRITTEN
    until, effective = agreement.perform_until, agreement.effective_on
    found = {
        AgreementFault.UNSUITABLE: suitability == Suitability.UNSUITABLE,
        AgreementFault.PARTIES_MISSING: not sides >= set(Side),
        AgreementFault.FACTS_MISSING: written and not agreement.facts,
        AgreementFault.TERMS_MISSING: not agreement.terms,
        AgreementFault.MANNER_MISSING: written and not agreement.manner,
        AgreementFault.PERIOD_MISSING: written and until is None,
        AgreementFault.PERIOD_TOO_EARLY: until is not None and until < agreement.agreed_on,
        AgreementFault.MEDIATOR_MISSING: not agreement.mediator,
        AgreementFault.EFFECTIVE_TOO_EARLY: (
            effective is not None and effective < agreement.agreed_on
        ),
    }
    return [fault for fault, wrong in found.items() if wrong]


def instalment_faults(
    agreed_on: date, amount: int | None, instalments: Sequence[Instalment]
) -> list[AgreementFault]:
    """The instalments together are the sum that is owed, none of them before the agreement."""
    wrong = amount is not None and amount <= 0
    found = {
        AgreementFault.AMOUNT_WRONG: wrong or any(part.amount <= 0 for part in instalments),
        AgreementFault.INSTALMENTS_SUM: bool(instalments)
        and sum(part.amount for part in instalments) != amount,
        AgreementFault.INSTALMENT_TOO_EARLY: any(part.due_on < agreed_on for part in instalments),
    }
    return [fault for fault, wrong in found.items() if wrong]


def application_faults(agreement: AgreementRecord, on: date) -> list[AgreementFault]:
    """Both parties ask a court within 30 days of taking effect, once (art. 33)."""
    if agreement.confirmation_asked_on is not None:
        return [AgreementFault.ASKED_ALREADY]
    if on < effective_on(agreement):
        return [AgreementFault.NOT_YET_EFFECTIVE]
    return [AgreementFault.CONFIRMATION_LATE] if on > confirmation_limit(agreement) else []


def confirmation_faults(agreement: AgreementRecord, on: date) -> list[AgreementFault]:
    """A court confirms what it was asked to confirm."""
    if agreement.confirmed_on is not None:
        return [AgreementFault.CONFIRMED_ALREADY]
    asked = agreement.confirmation_asked_on
    return [AgreementFault.NOT_ASKED] if asked is None or on < asked else []


def is_settled(agreement: AgreementRecord) -> bool:
    """Whether it was seen to be kept, or broken: nothing is watched any more (art. 31)."""
    return agreement.broken or agreement.performed_on is not None


def settlement_faults(
    agreement: AgreementRecord, instalments: Iterable[TaskRecord], *, kept: bool, on: date
) -> list[AgreementFault]:
    """It is seen once whether an agreement was kept; it was not while an instalment is owed."""
    if is_settled(agreement):
        return [AgreementFault.SETTLED_ALREADY]
    found = []
    if kept and any(part.done_on is None for part in instalments):
        found.append(AgreementFault.INSTALMENTS_UNPAID)
    if on < effective_on(agreement):
        found.append(AgreementFault.NOT_YET_EFFECTIVE)
    return found


def paid(instalments: Iterable[TaskRecord]) -> int:
    """What was paid of an agreement by instalments, in fen."""
    return sum(part.amount or 0 for part in instalments if part.done_on is not None)


def agreed_total(standing: Iterable[tuple[AgreementRecord, int]], new: int | None) -> int | None:
    """What is agreed in a case once a new agreement joins the others, in fen; None for no money.

    ``standing``: the agreements so far with what was paid by instalments; of a broken one only
    that counts, because the rest is agreed anew.
    """
    sums = [
        paid if agreement.broken else agreement.amount
        for agreement, paid in standing
        if agreement.amount is not None
    ]
    known = [one for one in (*sums, new) if one is not None]
    return sum(known) if known else None
