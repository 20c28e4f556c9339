"""How the clock of a case is told: days left, the arithmetic, the article."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from gridapp.domain.disputes import HANDLING_DAYS, is_open
from gridapp.store.disputes import SOON_DAYS
from gridapp.ui import words as names
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.progress import Bar
from gridapp.ui.widgets.words import set_tone, words

translate = QCoreApplication.translate


def days_left(days: int) -> str:
    """``还剩 4 天``, ``今天到期``, ``超期 13 天``."""
    if days < 0:
        return translate("clock", "{days} days overdue").format(days=-days)
    if days == 0:
        return translate("clock", "due today")
    return translate("clock", "{days} days to go").format(days=days)


def days_tone(days: int) -> Tone:
    """Red when overdue, amber in the last week."""
    if days < 0:
        return Tone.RED
    return Tone.AMBER if days <= SOON_DAYS else Tone.ACCENT


def arithmetic(registered_on: date, due_on: date) -> str:
    """From which day how many days, until when."""
    text = translate("clock", "{days} days from registration on {first}, until {last}")
    return text.format(days=HANDLING_DAYS, first=registered_on, last=due_on)


def article() -> str:
    """The source of the limit."""
    return translate("clock", "Regulations on Petition Work, article 34")


class ClockCard(Card):
    """Days left with a bar, the arithmetic and the article; the end when the case has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Time limit"), parent=parent)
        self.figure, self.bar = words("", "figure", wrap=True), Bar()
        self.sum, self.article = words("", "muted", wrap=True), words(article(), "muted", wrap=True)
        self.add(self.figure, self.bar, self.sum, self.article)

    def show_case(
        self, state: str, registered_on: date, due_on: date, ended_on: date | None, today: date
    ) -> None:
        """Show the clock as it stands today."""
        running = is_open(state)
        days = (due_on - today).days
        self.figure.setText(days_left(days) if running else self._ended(state, ended_on))
        set_tone(self.figure, days_tone(days) if running and days <= SOON_DAYS else None)
        self.bar.setVisible(running)
        self.bar.show_share(1 - days / HANDLING_DAYS, days_tone(days))
        self.sum.setText(arithmetic(registered_on, due_on))

    def _ended(self, state: str, ended_on: date | None) -> str:
        return names.state(state) + (f" {ended_on:%m-%d}" if ended_on else "")
