"""Signing in: who, and the password; a wrong one waits longer each time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from gridapp.ui.start.choice import ChoiceButton
from gridapp.ui.start.password import PasswordField
from gridapp.ui.start.patience import Patience
from gridapp.ui.start.view import View
from gridapp.ui.widgets.words import button, link, words

if TYPE_CHECKING:
    from uuid import UUID

    from gridapp.host.people import PersonLabel

_TICK_MS = 200
WRONG_PASSWORD = "key.wrong_password"
"""``host.keyfile.KeyFault``, which is not imported: it would come before the first paint."""


class SignInView(View):
    """``tried(person, password)`` when somebody wants in; ``another`` to add a person.

    ``clock`` gives seconds that only go forward.
    """

    tried = Signal(object, str)
    another = Signal()

    def __init__(
        self,
        people: Sequence[PersonLabel],
        last: UUID | None,
        patience: Patience,
        clock: Callable[[], float],
    ) -> None:
        super().__init__(self.tr("Who is working?"))
        self._clock, self._patience = clock, patience
        self._buttons = {person.id: self._person(person) for person in people}
        self.password = PasswordField(self.tr("Password"))
        self.password.line.returnPressed.connect(self._try)
        self.password.line.textEdited.connect(self._clear)
        self._enter = button(self.tr("Sign in"), self._try, primary=True)
        self.advice = words("", "muted", wrap=True)
        self.advice.hide()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._count_down)
        self._lay()
        self._buttons[last if last in self._buttons else people[0].id].setChecked(True)
        self.setFocusProxy(self.password)

    def chosen(self) -> UUID:
        """Who wants in."""
        return next(id_ for id_, made in self._buttons.items() if made.isChecked())

    def show_faults(self, codes: Sequence[str]) -> Sequence[str]:
        if WRONG_PASSWORD not in codes:
            return codes
        self._patience.failed(self.chosen(), self._clock())
        self.password.line.selectAll()
        self._tick.start()
        self._count_down()
        return ()

    def show_busy(self, busy: bool) -> None:
        super().show_busy(busy)
        self._enter.setText(self.tr("Opening…") if busy else self.tr("Sign in"))
        self._refresh()

    def _try(self) -> None:
        if not self.busy and not self._left() and self.password.text():
            self.tried.emit(self.chosen(), self.password.text())

    def _left(self) -> float:
        return self._patience.left(self.chosen(), self._clock())

    def _count_down(self) -> None:
        left = self._left()
        if left:
            text = self.tr("Wrong password. Try again in {seconds} s.")
            self.password.show_error(text.format(seconds=-int(-left // 1)))
        else:
            self._tick.stop()
            self.password.show_error(self.tr("Wrong password. Try again."))
        self._refresh()

    def _advise(self) -> None:
        """Nobody can open the data without the password; what can still be done."""
        from gridapp.ui.widgets.scrolling import bring_into_sight

        self.advice.setText(
            self.tr(
                "Nobody can open this data without the password. Ask the township for a new "
                "one-time code, then choose “Add a person” and join again: what was sent comes "
                "back, what was not sent is lost."
            )
        )
        self.advice.setVisible(self.advice.isHidden())
        bring_into_sight(self.advice)
        self.password.line.setFocus()

    def _clear(self) -> None:
        if not self._tick.isActive():
            self.password.show_error("")

    def _turn(self) -> None:
        """Another person was chosen: their own wait counts."""
        self.password.line.clear()
        self.password.show_error("")
        if self._left():
            self._tick.start()
            self._count_down()
        else:
            self._tick.stop()
            self._refresh()

    def _refresh(self) -> None:
        self._enter.setEnabled(not self.busy and not self._left())

    def _person(self, person: PersonLabel) -> ChoiceButton:
        name = person.name or self.tr("Person without a readable name")
        initial = words(name[:1], "initial")
        made = ChoiceButton(initial, name, person.unit_name, checkable=True)
        if person.demo:
            from gridapp.ui.tokens import Tone
            from gridapp.ui.widgets.chip import Chip

            made.row.addWidget(Chip(self.tr("Demo"), Tone.AMBER))
        made.clicked.connect(lambda _checked: self.password.setFocus())
        made.toggled.connect(lambda on: self._turn() if on else None)
        return made

    def _lay(self) -> None:
        for made in self._buttons.values():
            self.column.addWidget(made)
        self.column.addSpacing(4)
        self.column.addWidget(self.password)
        self.add_buttons(
            link(self.tr("Add a person"), self.another.emit),
            link(self.tr("Password forgotten?"), self._advise),
            right=self._enter,
        )
        self.column.addWidget(self.advice)
