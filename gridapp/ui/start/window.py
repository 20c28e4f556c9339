"""The first window: who is working, or how to begin. Nothing heavy is imported before its paint.

Not even ``QtCore.Qt``, whose enums take 13 ms, nor ``QStyle``; both come with the first key.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gridapp.host import people, settings
from gridapp.ui.background import Background
from gridapp.ui.start import doors
from gridapp.ui.start.patience import Patience
from gridapp.ui.start.sign_in import SignInView
from gridapp.ui.start.view import View
from gridapp.ui.tokens import current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.words import words

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from gridapp.host.divisions import Division
    from gridapp.host.laptop import Laptop
    from gridapp.ui.start.doors import Entered

_WIDTH = 460
"""px of the column in the middle, at 100 %."""


class StartWindow(QWidget):
    """``signed_in(desk)`` and ``demo_wanted()``; whoever listens closes this window."""

    signed_in = Signal(object)
    demo_wanted = Signal()
    painted = Signal()
    """Once, after the first paint."""

    def __init__(
        self,
        background: Background,
        laptop: Laptop,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._background, self._laptop, self._clock = background, laptop, clock
        self._people = people.list_people(laptop.data)
        self._settings = settings.load(laptop.data)
        self._patience = Patience()
        self._unpainted = True
        self.setWindowTitle(self.tr("Grid work"))
        self._problem = words("", "error", wrap=True)
        self.view = View()
        self._lay()
        self.resize(960, 640)
        self.begin()

    def begin(self) -> None:
        """The first thing to see: the people of this laptop, or the ways in."""
        if not self._people:
            self.show_ways()
            return
        view = SignInView(self._people, self._settings.last_person, self._patience, self._clock)
        view.tried.connect(self._sign_in)
        view.another.connect(self.show_ways)
        self._show(view)

    def show_ways(self) -> None:
        """How to begin, for the first or another person."""
        from gridapp.ui.start.ways import WaysView

        view = WaysView(can_go_back=bool(self._people))
        view.join.connect(self._show_join)
        view.set_up.connect(self._show_set_up)
        view.demo.connect(self._want_demo)
        view.back.connect(self.begin)
        self._show(view)

    def show_problem(self, sentence: str) -> None:
        """Say below the form what did not work; the form can be used again."""
        self.view.show_busy(False)
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._unpainted:
            self._unpainted = False
            QTimer.singleShot(0, self._after_paint)

    def _after_paint(self) -> None:
        self.painted.emit()
        self._background.run(self, doors.warm_up)

    def _show_join(self) -> None:
        from gridapp.ui.start.join import JoinView

        view = JoinView(self._settings.server_address)
        view.wanted.connect(self._join)
        view.back.connect(self.show_ways)
        self._show(view)

    def _show_set_up(self) -> None:
        from gridapp.ui.start.set_up import SetUpView

        view = SetUpView(self._background)
        view.wanted.connect(self._set_up)
        view.back.connect(self.show_ways)
        self._show(view)

    def _want_demo(self) -> None:
        self.view.show_busy(True)
        self.demo_wanted.emit()

    def _sign_in(self, person: UUID, password: str) -> None:
        laptop = self._laptop
        self._open(lambda: doors.sign_in(laptop, person, password))

    def _set_up(
        self, county: Division, below: list[Division], unit: Division, who: Entered
    ) -> None:
        laptop = self._laptop
        self._open(lambda: doors.set_up(laptop, county, below, unit, who))

    def _join(self, address: str, code: str, who: Entered) -> None:
        laptop = self._laptop
        self._open(lambda: doors.join(laptop, address, code, who), network=True)

    def _open(self, door: Callable[[], object], *, network: bool = False) -> None:
        """Go through a door on a worker's thread; the form waits meanwhile."""
        self.view.show_busy(True)
        self._problem.hide()
        run = self._background.run_network if network else self._background.run
        run(self, door, self.signed_in.emit, self._fail)

    def _fail(self, error: Exception) -> None:
        from gridapp.ui import messages

        codes = codes_of(error)
        self.view.show_busy(False)
        if not codes:
            sys.excepthook(type(error), error, error.__traceback__)
        else:
            rest = self.view.show_faults(codes)
            self.show_problem(" ".join(messages.sentence(code) for code in rest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            self.view.go_back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.setFixedWidth(min(current().px(_WIDTH), self.width() - 32))

    def _show(self, view: View) -> None:
        self._problem.hide()
        self._card.body.replaceWidget(self.view, view)
        self.view.deleteLater()
        self.view = view
        view.show()
        view.setFocus()

    def _lay(self) -> None:
        self._card = Card()
        self._card.body.setContentsMargins(10, 10, 10, 10)
        self._card.add(self.view, self._problem)
        whole = QWidget()
        whole.setProperty("role", "page")
        column = QVBoxLayout(whole)
        column.setContentsMargins(16, 24, 16, 24)
        column.setSpacing(16)
        column.addStretch(2)
        column.addLayout(_centred(words(self.windowTitle(), "muted")))
        column.addLayout(_centred(self._card))
        column.addStretch(3)
        area = QScrollArea()
        area.setProperty("focusPolicy", 0)  # none; by name Qt's enums would load before the paint
        area.setWidgetResizable(True)
        area.setWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch()
    row.addWidget(widget)
    row.addStretch()
    return row


def codes_of(error: Exception) -> tuple[str, ...]:
    """The codes of a known fault: each of the person's, or the one of the surroundings."""
    code = getattr(error, "code", None)
    return tuple(getattr(error, "faults", ())) or (() if code is None else (str(code),))
