"""What the acts of a household ask for: a relation, a number, somebody elsewhere."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from gridapp.domain.households import citizen_number
from gridapp.ui import messages
from gridapp.ui.acts.inputs import Line
from gridapp.ui.acts.lined import Lined
from gridapp.ui.households import written
from gridapp.ui.households.written import UnreadError
from gridapp.ui.services import Services
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.words import button, set_property, words
from gridapp.usecases.desk import Desk
from gridapp.usecases.households.finding import Found

FIND_MS = 200


class RelationLine(Line):
    """A relation as people say it; the value is its GB/T 4761 code."""

    def value(self) -> str:
        """The code, "" for nothing."""
        return written.relation(self.text())

    def fault(self) -> str:
        """Whether it is a relation at all."""
        try:
            self.value()
        except UnreadError as error:
            return str(error)
        return ""


class NumberLine(Lined):
    """A citizen number; what is doubtful about it is said at once and never in the way."""

    def __init__(self) -> None:
        super().__init__()
        self.doubt = words("", "muted", wrap=True)
        self.doubt.hide()
        self.line.textChanged.connect(self._check)
        self.column.addWidget(self.doubt)

    def _check(self, text: str) -> None:
        """While it is still being typed it is too short, which needs no word."""
        found = citizen_number.check(text) if len(text.strip()) >= 15 else ()
        self.doubt.setText(" ".join(messages.sentence(code) for code in found))
        self.doubt.setVisible(bool(found))


class Finder(Lined):
    """Somebody else, found by any part of name, address or number; one of those found is chosen.
    The draft keeps what was typed: it is found again.
    """

    def __init__(self, services: Services, ask: Callable[[Desk, str], list[Found]]) -> None:
        super().__init__()
        self._services, self._ask = services, ask
        self._chosen: UUID | None = None
        self.line.setPlaceholderText(self.tr("Name, address or number"))
        self.offers: dict[UUID, QPushButton] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(FIND_MS)
        self._soon.timeout.connect(self.look)
        self.line.textChanged.connect(lambda _text: self._soon.start())
        self._found = QVBoxLayout()
        self._found.setSpacing(4)
        self.column.addLayout(self._found)

    def look(self) -> None:
        """Ask for those that fit what is typed."""
        self._soon.stop()
        desk, text = self._services.desk, self.line.text().strip()
        self._services.background.run(self, lambda: self._ask(desk, text), self._offer)

    def choose(self, id_: UUID) -> None:
        """Choose one of those found."""
        self._chosen = id_
        for one, made in self.offers.items():
            set_property(made, "chosen", one == id_)
            made.setAccessibleDescription(self.tr("chosen") if one == id_ else "")
        self.touched.emit()

    def value(self) -> UUID | None:
        """The chosen one, None while none is."""
        return self._chosen

    def _offer(self, found: list[Found]) -> None:
        clear(self._found)
        self.offers = {}
        for one in found:
            made = self.offers[one.id] = button(one.text, partial(self.choose, one.id))
            self._found.addWidget(made)
        if self._chosen not in self.offers:
            self._chosen = None
        if len(found) == 1:
            self.choose(found[0].id)
