"""While the demo is made: a small window that says what is being done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui import messages
from gridapp.ui.background import Background, Progress
from gridapp.ui.tokens import current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.progress import ProgressLine
from gridapp.ui.widgets.words import words


class Preparing(QWidget):
    """``ready(result)`` when the work is done. The work reports the number of its stage."""

    ready = Signal(object)

    def __init__(self, background: Background, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Grid work · Demo"))
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line = ProgressLine(self.tr("Preparing the demo"))
        card = Card()
        card.add(
            words(self.tr("Preparing the demo"), "title"),
            words(
                self.tr(
                    "A county server starts on this computer, and the county of Yongfu is made "
                    "with invented people. This takes about half a minute, the first time only."
                ),
                "muted",
                wrap=True,
            ),
            self._line,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(card)
        self.resize(current().px(520), current().px(220))
        self._show(0, 0)
        self._problem = words("", "error", wrap=True)
        card.add(self._problem)
        background.run_long(self, work, self.ready.emit, self._failed, self._show)

    def _failed(self, error: Exception) -> None:
        code = getattr(error, "code", None)
        if code is None:
            raise error
        self._line.hide()
        self._problem.setText(messages.sentence(code))

    def _show(self, stage: int, stages: int) -> None:
        names = (
            self.tr("Starting the county server"),
            self.tr("Writing the villages' rosters"),
            self.tr("Setting up the county's grid tree"),
            self.tr("The township joins the county"),
            self.tr("Importing the rosters"),
            self.tr("Two weeks of rounds and disputes"),
            self.tr("Sending everything to the county"),
        )
        self._line.show_count(stage, stages, names[min(stage, len(names) - 1)])
