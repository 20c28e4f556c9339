"""The words of choices and of what people did: one place, so that a state has one name.

A value that this program does not know (from a newer one) is shown as it is.
"""

from PySide6.QtCore import QCoreApplication

from gridapp.contract.codes import RELATIONS
from gridapp.contract.disputes import Conclusion, EventKind, Side, State
from gridapp.contract.grids import Identity
from gridapp.contract.households import Residence
from gridapp.contract.receptions import Rhythm
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.ui.tokens import Tone

translate = QCoreApplication.translate
Words = dict[str, str]


def outcome(value: str) -> str:
    """What was found at a door."""
    known: Words = {
        Outcome.QUIET: translate("words", "No dispute"),
        Outcome.DISPUTE: translate("words", "Dispute found"),
        Outcome.ABSENT: translate("words", "Not at home"),
        Outcome.UNRECEPTIVE: translate("words", "Not receptive"),
        Outcome.MOVED: translate("words", "Moved away"),
    }
    return known.get(value, value)


def outcome_tone(value: str) -> Tone:
    """The tone of an outcome."""
    known: dict[str, Tone] = {
        Outcome.QUIET: Tone.GREEN,
        Outcome.DISPUTE: Tone.RED,
        Outcome.ABSENT: Tone.AMBER,
    }
    return known.get(value, Tone.NEUTRAL)


def round_kind(value: str) -> str:
    """Why a round is walked."""
    known: Words = {
        RoundKind.ROUTINE: translate("words", "Routine round"),
        RoundKind.DYNAMIC: translate("words", "Dynamic round"),
        RoundKind.CENTRALISED: translate("words", "Centralised round"),
    }
    return known.get(value, value)


def state(value: str) -> str:
    """Where a case stands."""
    known: Words = {
        State.REGISTERED: translate("words", "Registered"),
        State.ACCEPTED: translate("words", "Accepted"),
        State.NOT_ACCEPTED: translate("words", "Not accepted"),
        State.DIVERTED: translate("words", "Diverted to a legal channel"),
        State.REFERRED: translate("words", "Referred"),
        State.HANDLED: translate("words", "Being handled"),
        State.ANSWERED: translate("words", "Answered"),
        State.REVIEWED: translate("words", "Under review"),
        State.RE_REVIEWED: translate("words", "Under re-review"),
        State.CONCLUDED: translate("words", "Concluded"),
        State.STRUCK_OFF: translate("words", "Struck off"),
    }
    return known.get(value, value)


def state_tone(value: str) -> Tone:
    """The tone of a state."""
    known: dict[str, Tone] = {
        State.REGISTERED: Tone.AMBER,
        State.ACCEPTED: Tone.ACCENT,
        State.REFERRED: Tone.ACCENT,
        State.HANDLED: Tone.ACCENT,
        State.REVIEWED: Tone.AMBER,
        State.RE_REVIEWED: Tone.AMBER,
        State.CONCLUDED: Tone.GREEN,
    }
    return known.get(value, Tone.NEUTRAL)


def event(value: str) -> str:
    """What an entry of a timeline tells."""
    known: Words = {
        EventKind.REGISTERED: translate("words", "Registration"),
        EventKind.ACCEPTED: translate("words", "Acceptance"),
        EventKind.NOT_ACCEPTED: translate("words", "Not accepted"),
        EventKind.DIVERTED: translate("words", "Diverted to a legal channel"),
        EventKind.REFERRED: translate("words", "Referral"),
        EventKind.RETURNED: translate("words", "Returned by the unit"),
        EventKind.HANDLED: translate("words", "Handling"),
        EventKind.ESCALATED: translate("words", "Handed to another level"),
        EventKind.EXTENSION_ASKED: translate("words", "Extension asked for"),
        EventKind.EXTENDED: translate("words", "Extension approved"),
        EventKind.EXTENSION_REFUSED: translate("words", "Extension refused"),
        EventKind.CONSENT_GIVEN: translate("words", "Agreed to be mediated"),
        EventKind.CONSENT_REFUSED: translate("words", "Refused to be mediated"),
        EventKind.AGREED: translate("words", "Mediation agreement"),
        EventKind.CONFIRMED: translate("words", "Judicial confirmation"),
        EventKind.TASK_GIVEN: translate("words", "Task given"),
        EventKind.TASK_SIGNED: translate("words", "Signed in"),
        EventKind.TASK_ANSWERED: translate("words", "Task answered"),
        EventKind.FEEDBACK: translate("words", "Feedback to the resident"),
        EventKind.ANSWERED: translate("words", "Answer"),
        EventKind.REVIEW_ASKED: translate("words", "Review asked for"),
        EventKind.REVIEW_DECIDED: translate("words", "Review decided"),
        EventKind.RE_REVIEW_ASKED: translate("words", "Re-review asked for"),
        EventKind.RE_REVIEW_DECIDED: translate("words", "Re-review decided"),
        EventKind.FOLLOWED_UP: translate("words", "Follow-up visit"),
        EventKind.RATED: translate("words", "Rating"),
        EventKind.SEALED: translate("words", "Sealed"),
        EventKind.UNSEALED: translate("words", "Opened again"),
        EventKind.DISCUSSED: translate("words", "Discussed at a meeting"),
        EventKind.ASSESSED: translate("words", "Whether it can be mediated"),
        EventKind.LEADER_ASSIGNED: translate("words", "Leader takes on the case"),
        EventKind.TASK_REJECTED: translate("words", "Answer sent back"),
        EventKind.TASK_WITHDRAWN: translate("words", "Task withdrawn"),
        EventKind.CONFIRMATION_ASKED: translate("words", "Judicial confirmation applied for"),
        EventKind.CONCLUDED: translate("words", "Conclusion"),
        EventKind.STRUCK_OFF: translate("words", "Striking off"),
        EventKind.REOPENED: translate("words", "Reopening"),
    }
    return known.get(value, value)


def conclusion(value: str) -> str:
    """How a case ended."""
    known: Words = {
        Conclusion.SUBSTANTIVE: translate("words", "Substantive end"),
        Conclusion.INTERIM: translate("words", "Interim end"),
        Conclusion.PROCEDURAL: translate("words", "Procedural end"),
    }
    return known.get(value, value)


def conclusion_meaning(value: str) -> str:
    """What an end stands for, for the person who has to choose."""
    known: Words = {
        Conclusion.SUBSTANTIVE: translate(
            "words", "The dispute is settled and what was agreed is done. Counts as resolved."
        ),
        Conclusion.INTERIM: translate(
            "words", "Settled for now; something remains to be done later. Not counted as resolved."
        ),
        Conclusion.PROCEDURAL: translate(
            "words",
            "Handed to a court, arbitration or another procedure. Not counted as resolved.",
        ),
    }
    return known.get(value, "")


def side(value: str) -> str:
    """On which side a party stands."""
    known: Words = {
        Side.FIRST: translate("words", "First party"),
        Side.SECOND: translate("words", "Second party"),
    }
    return known.get(value, value)


def identity(value: str) -> str:
    """Identity category of a leader."""
    known: Words = {
        Identity.PARTY_MEMBER: translate("words", "Party member"),
        Identity.APPLICANT: translate("words", "Applicant for party membership"),
        Identity.ELDER: translate("words", "One of the five kinds of elders"),
        Identity.WORTHY: translate("words", "Village worthy"),
        Identity.CADRE: translate("words", "Village cadre"),
        Identity.POLICE_AUXILIARY: translate("words", "Police auxiliary"),
        Identity.GRID_WORKER: translate("words", "Full-time grid worker"),
        Identity.OTHER: translate("words", "Other identity"),
    }
    return known.get(value, value)


def residence(value: str) -> str:
    """Where a member of a household is now."""
    known: Words = {
        Residence.PRESENT: translate("words", "Lives here"),
        Residence.AWAY: translate("words", "Away for work or study"),
        Residence.MOVED: translate("words", "Moved out"),
        Residence.DEAD: translate("words", "Deceased"),
    }
    return known.get(value, value)


def rhythm(value: str) -> str:
    """How often receptions and meetings come back."""
    known: Words = {
        Rhythm.ONCE: translate("words", "Once"),
        Rhythm.WEEKLY: translate("words", "Weekly"),
        Rhythm.MONTHLY: translate("words", "Monthly"),
        Rhythm.QUARTERLY: translate("words", "Quarterly"),
    }
    return known.get(value, value)


def relation(value: str) -> str:
    """Relation to the head of the household, GB/T 4761."""
    return RELATIONS.get(value, value)
