"""Which steps a person is offered in which state of a case, and which of them are likely. Pure."""

from dataclasses import dataclass

from gridapp.contract.disputes import DisputeRecord, EventKind, State
from gridapp.contract.people import Role
from gridapp.domain.disputes.disputes import next_steps
from gridapp.domain.disputes.step_bars import bars

_E, _S = EventKind, State

LEADER_STEPS = frozenset({_E.HANDLED, _E.AGREED, _E.FOLLOWED_UP, _E.CONCLUDED, _E.CONSENT_GIVEN})
"""What a leader of a micro-grid does; the rest of a case's life is the village's and above."""

DECIDED_ABOVE = frozenset(
    {_E.REVIEW_DECIDED, _E.RE_REVIEW_DECIDED, _E.SEALED, _E.UNSEALED, _E.LEADER_ASSIGNED}
)
"""What a township or the county does."""

_LIKELY: dict[str, tuple[EventKind, ...]] = {
    _S.REGISTERED: (_E.ACCEPTED, _E.HANDLED, _E.CONCLUDED),
    _S.ACCEPTED: (_E.HANDLED, _E.AGREED, _E.CONCLUDED),
    _S.REFERRED: (_E.HANDLED, _E.RETURNED, _E.CONCLUDED),
    _S.HANDLED: (_E.HANDLED, _E.AGREED, _E.CONCLUDED),
    _S.ANSWERED: (_E.FOLLOWED_UP, _E.CONCLUDED),
    _S.REVIEWED: (_E.REVIEW_DECIDED,),
    _S.RE_REVIEWED: (_E.RE_REVIEW_DECIDED,),
    _S.NOT_ACCEPTED: (_E.CONCLUDED,),
    _S.DIVERTED: (_E.CONCLUDED,),
    _S.CONCLUDED: (_E.STRUCK_OFF, _E.FOLLOWED_UP),
    _S.STRUCK_OFF: (_E.FOLLOWED_UP,),
}

MORE = (
    _E.NOT_ACCEPTED,
    _E.DIVERTED,
    _E.REFERRED,
    _E.RETURNED,
    _E.EXTENSION_ASKED,
    _E.CONSENT_GIVEN,
    _E.ASSESSED,
    _E.ANSWERED,
    _E.REVIEW_ASKED,
    _E.RE_REVIEW_ASKED,
    _E.REOPENED,
    _E.SEALED,
    _E.UNSEALED,
)
"""What stands one key away, in this order; to escalate a case and to have an agreement confirmed
is offered where they are shown. Whoever asks for consent learns of a refusal as well,
whoever decides on an extension may refuse it: these pairs are one form each."""


@dataclass(frozen=True)
class Offers:
    """The steps that a person may take: the likely ones in their order, and the others."""

    likely: tuple[EventKind, ...]
    more: tuple[EventKind, ...]


def offers(dispute: DisputeRecord, role: str, person: str) -> Offers:
    """What this person may do next with a case."""
    allowed = {kind for kind in next_steps(dispute.state) if _may(kind, dispute, role, person)}
    likely = [kind for kind in _LIKELY.get(dispute.state, ()) if kind in allowed]
    if _E.EXTENDED in allowed:
        likely.insert(0, _E.EXTENDED)
    return Offers(
        tuple(likely), tuple(kind for kind in MORE if kind in allowed and kind not in likely)
    )


def _may(kind: EventKind, dispute: DisputeRecord, role: str, person: str) -> bool:
    if role == Role.LEADER and kind not in LEADER_STEPS:
        return False
    if role == Role.VILLAGE and kind in DECIDED_ABOVE:
        return False
    return not bars(dispute, kind, person) and _makes_sense(kind, dispute)


def _makes_sense(kind: EventKind, dispute: DisputeRecord) -> bool:
    """Whether a step that no rule speaks against is worth offering."""
    sense = {
        _E.EXTENSION_ASKED: not dispute.extension_asked_by and dispute.extended_to is None,
        _E.REVIEW_ASKED: dispute.answered_on is not None,
        _E.SEALED: not dispute.sealed,
        _E.UNSEALED: dispute.sealed,
    }
    return sense.get(kind, True)
