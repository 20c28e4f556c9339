"""The running clocks of a case: what is due first large, the others below it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.contract.disputes import CaseEventRecord
from gridapp.domain.disputes.clocks import Clock, Face
from gridapp.store.disputes.disputes import SOON_DAYS
from gridapp.ui import case_words
from gridapp.ui.disputes import clock
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.progress import Bar
from gridapp.ui.widgets.words import set_tone, words


class ClocksCard(Card):
    """Of each: days left, the arithmetic, the article. What is over is not shown."""

    def __init__(self) -> None:
        super().__init__(self.tr("Time limits"))
        self.what, self.figure, self.bar = words("", "muted"), words("", "figure", wrap=True), Bar()
        self.sum, self.article = words("", "muted", wrap=True), words("", "muted", wrap=True)
        self.nearest: tuple[str, Tone] | None = None
        """What is due first, as on the card: days left and their tone."""
        self.others: list[QWidget] = []
        self.add(self.what, self.figure, self.bar, self.sum, self.article)

    def show_clocks(
        self, faces: Sequence[Face], events: Sequence[CaseEventRecord], today: date, ended: str
    ) -> None:
        """Show what runs today; ``ended`` stands in the place of the days when nothing does."""
        running = [one for one in faces if one.runs(today)]
        running.sort(key=lambda one: _rank(one, today))
        first = running[0] if running else None
        for part in (self.what, self.bar, self.sum, self.article):
            part.setVisible(first is not None)
        self.nearest = None
        if first is None:
            self.figure.setText(ended)
            set_tone(self.figure, None)
        else:
            self._show_first(first, events, today)
        for made in self.others:
            made.hide()
            made.deleteLater()
        self.others = [_Small(one, events, today) for one in running[1:]]
        self.add(*self.others)

    def _show_first(self, one: Face, events: Sequence[CaseEventRecord], today: date) -> None:
        days = (one.limit - today).days
        tone = _tone(one, days)
        self.what.setText(clock.name(one.rule))
        self.what.setVisible(one.rule.code != Clock.HANDLE)
        self.figure.setText(clock.days_left(days))
        self.nearest = (self.figure.text(), tone)
        set_tone(self.figure, None if tone is Tone.ACCENT else tone)
        whole = max(1, (one.limit - one.reckoning.start).days)
        self.bar.show_share(1 - days / whole, tone)
        self.sum.setText(clock.reckoned(one.reckoning, clock.started_by(one, events)))
        self.article.setText(case_words.cite(one.rule.article))


class _Small(QWidget):
    """One of the other clocks."""

    def __init__(self, one: Face, events: Sequence[CaseEventRecord], today: date) -> None:
        super().__init__()
        days = (one.limit - today).days
        head = QHBoxLayout()
        head.addWidget(words(clock.name(one.rule), wrap=True), 1)
        head.addWidget(Chip(clock.days_left(days), _tone(one, days)))
        counted = clock.reckoned(one.reckoning, clock.started_by(one, events))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        article = case_words.cite(one.rule.article)
        column.addWidget(words(" · ".join(filter(None, (counted, article))), "muted", wrap=True))


def _rank(one: Face, today: date) -> tuple[bool, bool, date, bool]:
    """As on Today: the handling when it is late, else what is owed first; what may be asked for
    comes last. So the 15 days to decide on a matter stand before the 60 to handle it.
    """
    code, late = one.rule.code, one.limit < today
    return (not (late and code == Clock.HANDLE), one.rule.right, one.limit, code != Clock.NOTICE)


def _tone(one: Face, days: int) -> Tone:
    """A right that lapses is nobody's delay."""
    return Tone.NEUTRAL if one.rule.right and days > SOON_DAYS else clock.days_tone(days)
