"""What an entry of the timeline tells besides its text: from its data, in words."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gridapp.contract.disputes import CaseEventRecord, EventKind
from gridapp.domain.money import yuan
from gridapp.ui import case_words

translate = QCoreApplication.translate
Units = Mapping[UUID, str]


def details(event: CaseEventRecord, units: Units) -> str:
    """One line, "" when the text says all. What is missing or of another form is passed over."""
    return _told(_TOLD, event, units)


def below(event: CaseEventRecord) -> str:
    """What is too long for that line, else as there."""
    return _told(_BELOW, event, {})


def _told(words: "Words", event: CaseEventRecord, units: Units) -> str:
    told = words.get(event.kind)
    try:
        return told(event.data, units) if told else ""
    except (KeyError, ValueError, TypeError):
        return ""


def _referral(data: Mapping[str, Any], units: Units) -> str:
    known = units.get(UUID(data["unit"]), "")
    return translate("entries", "To: {unit}").format(unit=known) if known else ""


def _notice(data: Mapping[str, Any], _: Units) -> str:
    told = {
        "channel": "{channel}",
        "notice": translate("entries", "notice {notice}"),
        "receipt": translate("entries", "receipt {receipt}, {receipt_on}"),
    }
    return " · ".join(text.format(**data) for name, text in told.items() if data.get(name))


def _level(data: Mapping[str, Any], _: Units) -> str:
    now = translate("entries", "Now handled by: {level}")
    agent = translate("entries", "agent {name}").format(name=data.get("agent"))
    told = [now.format(level=case_words.level(data["level"])), agent if data.get("agent") else ""]
    return " · ".join(filter(None, told))


def _until(data: Mapping[str, Any], _: Units) -> str:
    return translate("entries", "Until: {day}").format(day=data["until"])


def _feedback(data: Mapping[str, Any], _: Units) -> str:
    return case_words.feedback(data["stage"])


def _rating(data: Mapping[str, Any], _: Units) -> str:
    return case_words.rating(data["rating"])


def _follow_up(data: Mapping[str, Any], units: Units) -> str:
    """Of an agreement whether it is kept, else the rating."""
    if "kept" not in data:
        return _rating(data, units)
    if data["kept"]:
        return translate("entries", "The agreement is kept")
    return translate("entries", "The agreement is broken")


def _suitability(data: Mapping[str, Any], _: Units) -> str:
    return case_words.suitability(data["suitability"])


def _task(data: Mapping[str, Any], _: Units) -> str:
    kind, owner = case_words.task_kind(data["task_kind"]), data.get("owner", "")
    paid = yuan(data["amount"]) if data.get("amount") is not None else ""
    return " · ".join(filter(None, (kind, owner, paid)))


def _review(data: Mapping[str, Any], _: Units) -> str:
    if data["upheld"]:
        return translate("entries", "The answer is upheld")
    return translate("entries", "To be handled anew")


Words = dict[str, Callable[[Mapping[str, Any], Units], str]]

_TOLD: Words = {
    EventKind.REFERRED: _referral,
    EventKind.ESCALATED: _level,
    EventKind.EXTENSION_ASKED: _until,
    EventKind.EXTENDED: _until,
    EventKind.FEEDBACK: _feedback,
    EventKind.FOLLOWED_UP: _follow_up,
    EventKind.RATED: _rating,
    EventKind.TASK_GIVEN: _task,
    EventKind.TASK_SIGNED: _task,
    EventKind.TASK_ANSWERED: _task,
    EventKind.TASK_REJECTED: _task,
    EventKind.TASK_WITHDRAWN: _task,
    EventKind.LEADER_ASSIGNED: _until,
    EventKind.ASSESSED: _suitability,
    EventKind.REVIEW_DECIDED: _review,
    EventKind.RE_REVIEW_DECIDED: _review,
}
_BELOW: Words = {EventKind.NOT_ACCEPTED: _notice, EventKind.DIVERTED: _notice}
