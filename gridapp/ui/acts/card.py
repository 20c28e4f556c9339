"""A card that shows something, offers what may be done with it, and asks for it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from gridapp.ui.acts.act import Act
from gridapp.ui.acts.form import ActForm
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, link


class ActCard(Card):
    """Give ``shown`` a layout for what it shows; below stand the offered acts, or the form of one.

    ``opened``: a form was opened here. ``laid``, ``done(Act, Changed)`` and ``failed(error)`` as
    of the form. ``emptied``: the offered act that had the focus is gone, and no other has come.
    The first offered act is the likely one.
    """

    opened = Signal()
    laid = Signal()
    emptied = Signal()
    done = Signal(object, object)
    failed = Signal(object)

    def __init__(self, services: Services, title: str, *, primary: bool = False) -> None:
        super().__init__(title)
        self.services = services
        self._primary, self.about = primary, ""
        self.acts: dict[str, Act] = {}
        self.buttons: dict[str, QPushButton] = {}
        self.shown = QWidget()
        self.choices = QWidget()
        self.flow = FlowLayout(self.choices)
        self.form = ActForm(services)
        if not title:  # nothing stands above the form
            self.form.line.hide()
        self.form.done.connect(self._on_done)
        self.form.failed.connect(self.failed)
        self.form.left.connect(self._on_left)
        self.form.laid.connect(self.laid)
        self.add(self.shown, self.choices, self.form)

    def offer(self, about: str, acts: Sequence[Act]) -> None:
        """Offer these acts on the subject ``about``; the form of another one is left."""
        if about != self.about:
            self.about = about
            self._shut()
        same = [(act.code, act.title) for act in acts] == [
            (act.code, act.title) for act in self.acts.values()
        ]
        self.acts = {act.code: act for act in acts}
        if not same:
            self._lay_buttons(acts)
        self.choices.setVisible(bool(acts) and self.form.act is None)

    def open_act(self, act: Act) -> None:
        """Ask for an act here."""
        self.choices.hide()
        self.form.open(act, self.about)
        self.opened.emit()

    def focus_first(self) -> bool:
        """Put the focus on the likely act; False when nothing is offered."""
        first = next(iter(self.buttons.values()), None)
        if first is not None and self.choices.isVisible():
            first.setFocus()
        return first is not None

    def shut(self) -> None:
        """Leave the form, if one is open; what was entered stays as a draft."""
        if self.form.act is not None:
            self._shut()

    def _shut(self) -> None:
        self.form.shut()
        self.choices.setVisible(bool(self.acts))

    def _open_offered(self, code: str) -> None:
        self.open_act(self.acts[code])

    def _lay_buttons(self, acts: Sequence[Act]) -> None:
        focused = any(made.hasFocus() for made in self.buttons.values())
        for made in self.buttons.values():
            self.flow.removeWidget(made)
            made.hide()
            made.deleteLater()
        make: Callable[..., QPushButton] = button if self._primary else link
        self.buttons = {
            act.code: make(act.title, partial(self._open_offered, act.code)) for act in acts
        }
        for number, made in enumerate(self.buttons.values()):
            made.setProperty("primary", self._primary and number == 0)
            self.flow.addWidget(made)
        self.buttons_laid()
        if focused and not self.focus_first():
            self.emptied.emit()

    def buttons_laid(self) -> None:
        """A card that has more to offer adds it after the buttons."""

    def _on_left(self) -> None:
        self.choices.setVisible(bool(self.acts))
        self.focus_first()

    def _on_done(self, act: Act, changed: object) -> None:
        self._on_left()
        self.done.emit(act, changed)
