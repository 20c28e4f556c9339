"""The words of receptions: how one stands, who receives, on which field."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from gridapp.contract.codes import POLICY_FIELDS
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.ui.tokens import Tone

translate = QCoreApplication.translate


def standing(line: ReceptionLine, today: date) -> tuple[str, Tone]:
    """How a reception stands today."""
    if line.held_on is not None:
        return translate("receptions", "Held"), Tone.GREEN
    if line.day < today:
        return translate("receptions", "Not logged"), Tone.AMBER
    if line.day == today:
        return translate("receptions", "Today is its day"), Tone.ACCENT
    return translate("receptions", "Planned"), Tone.NEUTRAL


def leader(line: ReceptionLine) -> str:
    """Name and post."""
    return f"{line.leader}（{line.post}）" if line.post else line.leader


def field(code: str) -> str:
    """A field of policy; what is no code is shown as it is."""
    return POLICY_FIELDS.get(code, code)


def fields() -> list[tuple[str, str]]:
    """The fields of policy to choose from; none is a choice too."""
    return [("", translate("receptions", "No field of its own")), *POLICY_FIELDS.items()]
