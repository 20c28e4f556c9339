"""Shows the numbers of one member in full for a minute, for a reason that is written down."""

from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gridapp.ui import messages
from gridapp.ui.services import Services
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.desk import RejectedError
from gridapp.usecases.households import households
from gridapp.usecases.households.households import Revealed

SECONDS = 60


class RevealPanel(QWidget):
    """``revealed(member id, numbers)``, and ``covered`` when the time is over."""

    revealed = Signal(object, object)
    covered = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._member: UUID | None = None
        self._left = 0
        self.ask = button("", self.ask_reason, icon="eye")
        self.reason = QLineEdit()
        self.reason.returnPressed.connect(self.submit)
        self.field = Field(self.tr("What for? It is written down."), self.reason)
        self.show_numbers = button(self.tr("Show for 60 seconds"), self.submit, primary=True)
        self.state = words("", "muted")
        self.hide_numbers = button(self.tr("Hide now"), self.cover, icon="eye-off")
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self.second_passed)
        self._lay()
        self._show_part(self.ask)

    def show_member(self, member_id: UUID | None, name: str) -> None:
        """The member whose numbers would be shown next; the numbers in sight are covered."""
        if member_id == self._member:
            return
        self.cover()
        self._member = member_id
        self.ask.setText(self.tr("Show the numbers of {name}").format(name=name))
        self.ask.setAccessibleName(self.ask.text())
        self.ask.setEnabled(member_id is not None)

    def ask_reason(self) -> None:
        """Ask why."""
        if self._member is not None and not self._tick.isActive():
            self._show_part(self._form)
            self.reason.setFocus()

    def submit(self) -> None:
        """Show the numbers if there is a reason."""
        desk, member, reason = self._services.desk, self._member, self.reason.text()
        if member is not None:
            self._services.background.run(
                self,
                lambda: (member, households.reveal(desk, member, reason)),
                self._show,
                self._refused,
            )

    def cover(self) -> None:
        """Mask again."""
        was_open = self._tick.isActive()
        self._tick.stop()
        self.reason.clear()
        self.field.show_error("")
        self._show_part(self.ask)
        if was_open:
            self.covered.emit()

    def second_passed(self) -> None:
        """Count down; covers at the end."""
        self._left -= 1
        if self._left <= 0:
            self.cover()
        else:
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.ask.isVisible():
            self.cover()
            self.ask.setFocus()
        else:
            super().keyPressEvent(event)

    def _show(self, answer: tuple[UUID, Revealed]) -> None:
        member, numbers = answer
        if member != self._member or not self.isVisible():
            return
        self._left = SECONDS
        self._tick.start()
        self._say()
        self.reason.clear()
        self._show_part(self._running)
        self.revealed.emit(member, numbers)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, RejectedError):
            raise error
        self.field.show_error(messages.sentence(error.faults[0]))
        self.reason.setFocus()

    def _say(self) -> None:
        self.state.setText(self.tr("In full for {seconds} s more").format(seconds=self._left))

    def _lay(self) -> None:
        self._form, self._running = QWidget(), QWidget()
        form = QHBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(self.field, 1)
        form.addWidget(self.show_numbers, 0, Qt.AlignmentFlag.AlignBottom)
        running = QHBoxLayout(self._running)
        running.setContentsMargins(0, 0, 0, 0)
        running.addWidget(self.hide_numbers)
        running.addWidget(self.state)
        running.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._form)
        column.addWidget(self._running)

    def _show_part(self, part: QWidget) -> None:
        for known in (self.ask, self._form, self._running):
            known.setVisible(known is part)
