"""Text size and light or dark, at once and for the next start."""

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from gridapp.host.settings import TEXT_PERCENTS
from gridapp.ui import theme
from gridapp.ui.tokens import current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, set_property, words


class LookCard(Card):
    """``chosen(text_percent, dark)`` when the person chose another look."""

    chosen = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__(self.tr("Look"))
        self.sizes = {
            percent: button(f"{percent} %", _bound(self._take_size, percent))
            for percent in TEXT_PERCENTS
        }
        self.light = button(self.tr("Light"), lambda: self._take(current().text_percent, False))
        self.dark = button(self.tr("Dark"), lambda: self._take(current().text_percent, True))
        self.add(words(self.tr("Text size"), "muted"), _row(self.sizes.values()))
        self.add(words(self.tr("Colours"), "muted"), _row((self.light, self.dark)))
        self._mark()

    def focus(self) -> None:
        """Stand at the text size that is chosen."""
        self.sizes[current().text_percent].setFocus()

    def _take_size(self, percent: int) -> None:
        self._take(percent, current().colors.dark)

    def _take(self, percent: int, dark: bool) -> None:
        theme.apply(cast(QApplication, QCoreApplication.instance()), dark, percent)
        self._mark()
        self.chosen.emit(percent, dark)

    def _mark(self) -> None:
        now = current()
        marks = {made: percent == now.text_percent for percent, made in self.sizes.items()}
        marks |= {self.light: not now.colors.dark, self.dark: now.colors.dark}
        for made, marked in marks.items():
            set_property(made, "chosen", marked)
            made.setAccessibleDescription(self.tr("chosen") if marked else "")


def _bound(take: Callable[[int], None], percent: int) -> Callable[[], None]:
    return lambda: take(percent)


def _row(buttons: Iterable[QPushButton]) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row)
    for made in buttons:
        flow.addWidget(made)
    return row
