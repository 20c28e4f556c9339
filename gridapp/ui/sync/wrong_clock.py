"""That the clock of this laptop is wrong, in a sentence, wherever a page has room for it."""

from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel

from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.words import set_tone, words

translate = QCoreApplication.translate


def warning() -> QLabel:
    """Room for the sentence; hidden until there is something to say."""
    label = words("", wrap=True)
    set_tone(label, Tone.AMBER)
    label.hide()
    return label


def warn(label: QLabel, ahead: timedelta) -> None:
    """Say it in this label, or nothing while the clock may be right."""
    label.setText(told(ahead) if ahead else "")
    label.setVisible(bool(ahead))


def told(ahead: timedelta) -> str:
    """That the clock of this laptop is wrong, by how much, and what to do."""
    text = (
        translate(
            "line",
            "The clock of this laptop is {time} fast, and the days of visits and cases go by it."
            " Set it right in the system's settings; what is written already stays as it is.",
        )
        if ahead > timedelta()
        else translate(
            "line",
            "The clock of this laptop is {time} slow or more, and the days of visits and cases go"
            " by it. Set it right in the system's settings; what is written already stays as it"
            " is.",
        )
    )
    return text.format(time=_duration(abs(ahead)))


def _duration(time: timedelta) -> str:
    if time.days:
        return translate("line", "{count} days").format(count=time.days)
    minutes = time.seconds // 60
    if minutes >= 60:
        return translate("line", "{count} hours").format(count=minutes // 60)
    return translate("line", "{count} minutes").format(count=minutes)
