"""What the county refuses of the parties and agreements of a case, as the laptop does. Pure.

Whoever deletes one says nothing of it: ``after`` is never deleted here.

Left to the laptop: that an agreement has parties on both sides, and that its matter can be
mediated. Others may have changed that meanwhile, and what people have agreed stays agreed.
"""

from collections.abc import Iterable
from uuid import UUID

from gridapp.contract.casework import AgreementRecord
from gridapp.contract.disputes import Side
from gridapp.domain.disputes.agreements import (
    AgreementFault,
    confirmation_limit,
    content_faults,
    instalment_faults,
)
from gridapp.domain.disputes.dispute_faults import MOST_REPRESENTATIVES, DisputeFault
from gridapp.domain.sync.merging import Stored

NOBODY_ASKED = UUID(int=0)
"""The id of a record that is only looked at."""


def party_refusal(
    before: Stored | None, after: Stored, others: Iterable[Stored]
) -> DisputeFault | None:
    """At most five represent a group (信访工作条例 art. 20): nobody becomes the sixth.

    ``others``: the other parties of the case. It holds as well for a laptop that did not know
    them: who speaks for the group is for the people to say.
    """
    if not _represents(after) or (before is not None and _represents(before)):
        return None
    crowded = sum(map(_represents, others)) >= MOST_REPRESENTATIVES
    return DisputeFault.TOO_MANY_REPRESENTATIVES if crowded else None


def _represents(party: Stored) -> bool:
    return not party.deleted and bool(party.fields.get("representative"))


def agreement_refusal(before: Stored | None, after: Stored) -> AgreementFault | None:
    """An agreement holds what 人民调解法 art. 28 and 29 ask, and a court is asked within the days
    of art. 33. What was wrong with it before is no fault of the change.
    """
    known = _faults(before) if before is not None and not before.deleted else []
    return next((fault for fault in _faults(after) if fault not in known), None)


def _faults(state: Stored) -> list[AgreementFault]:
    try:
        agreement = AgreementRecord.model_validate({**state.fields, "id": NOBODY_ASKED})
    except ValueError:
        return []  # of a newer program
    asked_on = agreement.confirmation_asked_on
    late = asked_on is not None and asked_on > confirmation_limit(agreement)
    return [
        *content_faults(agreement, frozenset(Side), ""),
        *instalment_faults(agreement.agreed_on, agreement.amount, ()),
        *([AgreementFault.CONFIRMATION_LATE] if late else []),
    ]
