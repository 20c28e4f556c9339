"""What bars a step of a case before a word of it is written. Pure."""

from datetime import date

from gridapp.contract.disputes import DisputeRecord, EventKind
from gridapp.domain.disputes.dispute_faults import DisputeFault
from gridapp.domain.disputes.step_faults import Taken, step_faults
from gridapp.domain.workdays import Calendar


def bars(dispute: DisputeRecord, kind: EventKind, person: str) -> set[DisputeFault]:
    """What speaks against a step of this person, whatever they would write of it."""
    bare = Taken(kind, person, "—", date.max)
    return _WHATEVER_IS_WRITTEN.intersection(step_faults(dispute, bare, Calendar({}), date.max))


_WHATEVER_IS_WRITTEN = {
    DisputeFault.STEP_NOT_ALLOWED,
    DisputeFault.SAME_PERSON,
    DisputeFault.EXTENSION_NOT_ASKED,
    DisputeFault.EXTENSION_BY_ASKER,
    DisputeFault.CONSENT_REFUSED,
    DisputeFault.REVIEW_DONE,
    DisputeFault.REVIEW_FIRST,
}
"""That a right has lapsed is none of them: it may have been used in time, and is entered later."""
