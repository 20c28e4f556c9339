"""What the fields of a case tell of its steps: all that the rules for the next step need. Pure."""

from gridapp.contract.disputes import DisputeRecord, EventKind
from gridapp.domain.disputes.clocks import Happened

_DAYS: dict[EventKind, str] = {
    EventKind.REGISTERED: "registered_on",
    EventKind.ACCEPTED: "accepted_on",
    EventKind.REFERRED: "referred_on",
    EventKind.ANSWERED: "answered_on",
    EventKind.REVIEW_ASKED: "review_asked_on",
    EventKind.REVIEW_DECIDED: "review_decided_on",
    EventKind.RE_REVIEW_ASKED: "re_review_asked_on",
    EventKind.RE_REVIEW_DECIDED: "re_review_decided_on",
    EventKind.CONCLUDED: "concluded_on",
    EventKind.STRUCK_OFF: "struck_off_on",
    EventKind.REOPENED: "reopened_on",
}
"""Steps whose last day the case keeps, by the field that keeps it."""


def told_by(dispute: DisputeRecord) -> list[Happened]:
    """These steps, the last of each kind, in the order of their days.

    The timeline says the same at greater length; but the county has the fields alone at hand, and
    where both judge by the same, they judge alike.
    """
    days = ((kind.value, getattr(dispute, name)) for kind, name in _DAYS.items())
    return sorted(((kind, day) for kind, day in days if day is not None), key=lambda told: told[1])
