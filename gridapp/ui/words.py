"""The words of choices and of what people did: one place, so that a state has one name.

A value that this program does not know (from a newer one) is shown as it is.
"""

from PySide6.QtCore import QCoreApplication

from gridapp.contract.casework import TaskKind
from gridapp.contract.codes import RELATIONS
from gridapp.contract.disputes import Conclusion, EventKind, Side, State
from gridapp.contract.grids import Identity
from gridapp.contract.households import Residence
from gridapp.contract.receptions import Rhythm
from gridapp.contract.screening import Outcome, RoundKind
from gridapp.ui import case_words
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


def operation(what: str, name: str) -> str:
    """What a person did, for undo and for what waits: ``visit.quiet``, ``王建军`` → a line."""
    known = _visits() | _cases() | _meetings() | _keeping()
    return (known.get(what) or _step(what)).format(name=name).strip()


def _step(what: str) -> str:
    """A step of a case and a task by the words that they have in the timeline."""
    family, _, kind = what.partition(".")
    told = case_words.task_kind(kind) if kind in set(TaskKind) else event(kind)
    if family not in {"dispute", "agreement", "task"} or told == kind:
        return what
    return translate("words", "{step}: {name}").replace("{step}", told)


def _visits() -> Words:
    return {
        "visit.quiet": translate("words", "Visit: {name}, no dispute"),
        "visit.dispute": translate("words", "Visit with a dispute: {name}"),
        "visit.absent": translate("words", "Visit: {name}, not at home"),
        "visit.unreceptive": translate("words", "Visit: {name}, not receptive"),
        "visit.moved": translate("words", "Visit: {name}, moved away"),
        "round.opened": translate("words", "Round opened: {name}"),
        "walk.reordered": translate("words", "Walking order changed"),
    }


def _cases() -> Words:
    return {
        "dispute.registered": translate("words", "Dispute registered: {name}"),
        "dispute.handled": translate("words", "Handling noted: {name}"),
        "dispute.concluded": translate("words", "Dispute concluded: {name}"),
        "dispute.struck_off": translate("words", "Dispute struck off: {name}"),
        "dispute.reopened": translate("words", "Dispute reopened: {name}"),
        "dispute.history_entered": translate("words", "Old case entered with its history: {name}"),
        "dispute.parties_set": translate("words", "Parties changed: {name}"),
        "dispute.amounts_set": translate("words", "People and sums changed: {name}"),
        "dispute.related": translate("words", "Joined to an earlier matter: {name}"),
        "dispute.mediator_assigned": translate("words", "Handed to a mediator: {name}"),
        "attachment.added": translate("words", "File added: {name}"),
        "attachment.removed": translate("words", "File removed: {name}"),
        "agreement.kept": translate("words", "Agreement kept: {name}"),
        "agreement.broken": translate("words", "Agreement broken: {name}"),
        "agreement.rescheduled": translate("words", "Instalments made anew: {name}"),
        "task.signed_in": translate("words", "Signed in: {name}"),
        "task.answered": translate("words", "Task answered: {name}"),
        "task.rejected": translate("words", "Answer sent back: {name}"),
        "task.withdrawn": translate("words", "Task withdrawn: {name}"),
    }


def _meetings() -> Words:
    return {
        "reception.year_planned": translate("words", "Roster of receptions planned: {name}"),
        "reception.arranged": translate("words", "Reception added: {name}"),
        "reception.changed": translate("words", "Reception changed: {name}"),
        "reception.held": translate("words", "Reception logged: {name}"),
        "reception.removed": translate("words", "Reception taken out of the roster"),
        "meeting.called": translate("words", "Meeting called: {name}"),
        "meeting.changed": translate("words", "Meeting changed: {name}"),
        "meeting.agenda": translate("words", "Agenda changed: {name}"),
        "meeting.held": translate("words", "Minutes kept: {name}"),
        "meeting.called_off": translate("words", "Meeting called off: {name}"),
    }


def _keeping() -> Words:
    return {
        "grid.set_up": translate("words", "Grid tree set up: {name}"),
        "grid.formed": translate("words", "Micro-grids formed: {name}"),
        "grid.dedicated_added": translate("words", "Dedicated grid added: {name}"),
        "grid.appointed": translate("words", "Leader appointed: {name}"),
        "duty.taken_up": translate("words", "Duty taken up: {name}"),
        "duty.laid_down": translate("words", "Duty laid down: {name}"),
        "roster.imported": translate("words", "Roster imported: {name}"),
        "conflict.settled": translate("words", "Decided: {name}"),
        "undo": translate("words", "Taken back: {name}"),
    }
