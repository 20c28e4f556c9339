"""The first start: three ways in."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from gridapp.ui import icons
from gridapp.ui.start.choice import ChoiceButton
from gridapp.ui.start.view import View
from gridapp.ui.widgets.words import link


class WaysView(View):
    """``join``, ``set_up``, ``demo``: what the person chose."""

    join = Signal()
    set_up = Signal()
    demo = Signal()

    def __init__(self, *, can_go_back: bool) -> None:
        super().__init__(self.tr("How do you want to begin?"))
        self.buttons = (
            self._way(
                "refresh-cw",
                self.tr("Join a county"),
                self.tr("With the server address and the one-time code from your township."),
                self.join.emit,
            ),
            self._way(
                "map-pin",
                self.tr("Set up here, without a server"),
                self.tr("Choose your county, township or village; a server can be joined later."),
                self.set_up.emit,
            ),
            self._way(
                "eye",
                self.tr("Try it"),
                self.tr("An invented county with households, rounds and cases. Nothing is sent."),
                self.demo.emit,
            ),
        )
        if can_go_back:
            self.column.addWidget(link(self.tr("Back"), self.go_back))
        self.setFocusProxy(self.buttons[0])

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        for made in self.buttons:
            made.setEnabled(not busy)

    def _way(
        self, icon: str, title: str, detail: str, chosen: Callable[[], object]
    ) -> ChoiceButton:
        picture = QLabel()
        icons.put(picture, icon, "accent", 24)
        made = ChoiceButton(picture, title, detail)
        made.clicked.connect(lambda _checked: chosen())
        self.column.addWidget(made)
        return made
