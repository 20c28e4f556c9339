"""The words of what belongs to a case: clocks, feedbacks, tasks, ratings, levels, roles.

Like ``words``: one name for one thing; a value of a newer program is shown as it is.
"""

from PySide6.QtCore import QCoreApplication

from gridapp.contract.casework import AgreementForm, TaskKind
from gridapp.contract.disputes import Feedback, PartyRole, Rating, Suitability
from gridapp.contract.grids import Level
from gridapp.domain.disputes.clocks import Clock
from gridapp.domain.disputes.levels import LevelReason

translate = QCoreApplication.translate
Words = dict[str, str]

_LAWS = ("信访工作条例", "人民调解法", "人民调解工作若干规定")


def cite(source: str) -> str:
    """``《信访工作条例》第三十四条`` for an article; another rule as it is."""
    for law in _LAWS:
        if source.startswith(law):
            return f"《{law}》{source[len(law) :]}"
    return source


def clock(value: str) -> str:
    """What has to be done, or may be done, before a clock runs out."""
    known: Words = {
        Clock.FORWARD: translate("words", "Register and pass on"),
        Clock.NOTICE: translate("words", "Say whether it is accepted"),
        Clock.OBJECT: translate("words", "The unit may return it"),
        Clock.HANDLE: translate("words", "Handle the matter"),
        Clock.ASK_REVIEW: translate("words", "A review may be asked for"),
        Clock.DECIDE_REVIEW: translate("words", "Decide the review"),
        Clock.ASK_RE_REVIEW: translate("words", "A re-review may be asked for"),
        Clock.DECIDE_RE_REVIEW: translate("words", "Decide the re-review"),
        Clock.CONFIRM: translate("words", "Judicial confirmation may be applied for"),
    }
    return known.get(value, "")


def feedback(value: str) -> str:
    """Which of the three feedbacks."""
    known: Words = {
        Feedback.ACCEPTANCE: translate("words", "At acceptance"),
        Feedback.HANDLING: translate("words", "While handled"),
        Feedback.CONCLUSION: translate("words", "At conclusion"),
    }
    return known.get(value, value)


def rating(value: str) -> str:
    """What the resident said afterwards."""
    known: Words = {
        Rating.SATISFIED: translate("words", "Satisfied"),
        Rating.MOSTLY: translate("words", "Mostly satisfied"),
        Rating.UNSATISFIED: translate("words", "Not satisfied"),
        Rating.NOT_ASKED: translate("words", "Not asked"),
    }
    return known.get(value, value)


def rating_meaning(value: str) -> str:
    """What a rating stands for where it is not plain."""
    if value == Rating.NOT_ASKED:
        return translate("words", "Counts neither as satisfied nor as not satisfied.")
    return ""


def task_kind(value: str) -> str:
    """Why somebody has something to do."""
    known: Words = {
        TaskKind.WHISTLE: translate("words", "Whistle"),
        TaskKind.CO_HANDLING: translate("words", "Co-handling"),
        TaskKind.PLAN_STEP: translate("words", "Step of the plan"),
        TaskKind.INSTRUCTION: translate("words", "Instruction of a leader"),
        TaskKind.REMINDER_LETTER: translate("words", "Reminder letter"),
        TaskKind.SUPERVISION_LETTER: translate("words", "Supervision letter"),
        TaskKind.ACCOUNTABILITY_LETTER: translate("words", "Accountability letter"),
        TaskKind.TALK: translate("words", "Talk with the unit"),
        TaskKind.INSTALMENT: translate("words", "Instalment"),
        TaskKind.FOLLOW_UP: translate("words", "Follow-up visit"),
        TaskKind.MEETING_ACTION: translate("words", "Action of a meeting"),
    }
    return known.get(value, value)


def level(value: str) -> str:
    """Which level handles a case."""
    known: Words = {
        Level.VILLAGE: translate("words", "Village level"),
        Level.TOWNSHIP: translate("words", "Township level"),
        Level.COUNTY: translate("words", "County level"),
    }
    return known.get(value, value)


def level_reason(value: str) -> str:
    """Why a level is proposed for a case."""
    known: Words = {
        LevelReason.AT_HOME: translate("words", "nothing speaks against the village"),
        LevelReason.SCALE: translate("words", "a group matter"),
        LevelReason.PEOPLE: translate("words", "many people involved"),
        LevelReason.AMOUNT: translate("words", "a large sum"),
        LevelReason.TIME: translate("words", "has gone on for long"),
        LevelReason.POWER: translate("words", "in the power of that level"),
    }
    return known.get(value, value)


def role(value: str) -> str:
    """What a person is in a case."""
    known: Words = {
        PartyRole.PARTY: translate("words", "Party"),
        PartyRole.APPLICANT: translate("words", "Applicant"),
        PartyRole.RESPONDENT: translate("words", "Respondent"),
        PartyRole.ACCUSED: translate("words", "Accused"),
        PartyRole.THIRD: translate("words", "Third person"),
    }
    return known.get(value, value)


def suitability(value: str) -> str:
    """Whether a matter can be mediated."""
    known: Words = {
        Suitability.UNKNOWN: translate("words", "Not yet known"),
        Suitability.SUITABLE: translate("words", "Can be mediated"),
        Suitability.UNSUITABLE: translate("words", "Cannot be mediated"),
    }
    return known.get(value, value)


def agreement_form(value: str) -> str:
    """How parties agreed."""
    known: Words = {
        AgreementForm.WRITTEN: translate("words", "Written agreement"),
        AgreementForm.ORAL: translate("words", "Oral agreement, recorded"),
    }
    return known.get(value, value)
