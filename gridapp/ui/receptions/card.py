"""One reception: its duty, how it went, the cases that came from it, what may be done."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.store.disputes.disputes import DisputeLine
from gridapp.store.receptions.receptions import ReceptionLine
from gridapp.ui.acts.card import ActCard
from gridapp.ui.receptions import acts
from gridapp.ui.receptions import words as names
from gridapp.ui.services import Services
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.words import button, link, words


class ReceptionCard(ActCard):
    """``matter_asked``: a matter that was raised is to become a case."""

    matter_asked = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services, self.tr("Reception"), primary=True)
        self.line: ReceptionLine | None = None
        self.standing = Chip()
        self.add_to_head(self.standing)
        self.facts, self.result = words("", wrap=True), words("", wrap=True)
        self.matter = button(
            self.tr("A matter raised becomes a case"),
            self.matter_asked.emit,
            primary=True,
            icon="plus",
        )
        self._cases_head = words(self.tr("Cases that came from it"), "muted")
        cases = QWidget()
        self._cases = QVBoxLayout(cases)
        self._cases.setContentsMargins(0, 0, 0, 0)
        self._cases.setSpacing(2)
        column = QVBoxLayout(self.shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.facts, self.result, self.matter, self._cases_head, cases):
            column.addWidget(part)

    def show_line(self, line: ReceptionLine | None, today: date) -> None:
        """Show another reception; None: the list is empty."""
        self.line = line
        self.setVisible(line is not None)
        if line is None:
            self.shut()
            return
        self.set_title(names.leader(line))
        self.standing.show_state(*names.standing(line, today))
        self.facts.setText(self._facts(line))
        self.result.setText(line.result)
        self.result.setVisible(bool(line.result))
        self.matter.setVisible(line.held_on is not None)
        self.offer(str(line.id), acts.acts_of(line, today))

    def show_cases(self, cases: Sequence[DisputeLine]) -> None:
        """Show the cases that came from it; each opens."""
        clear(self._cases)
        self._cases_head.setVisible(bool(cases))
        for case in cases:
            text = f"{case.number} {case.title}"
            made = link(text, partial(self.services.go, "disputes", case.id))
            self._cases.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)

    def buttons_laid(self) -> None:
        """Once it was held, the matters come first."""
        if self.line is not None and self.line.held_on is not None:
            for made in self.buttons.values():
                made.setProperty("primary", False)

    def open_likely(self) -> None:
        """Enter on the reception: the act that comes next."""
        if self.line is not None and self.line.held_on is not None:
            self.matter.setFocus()
        elif self.acts:
            self.open_act(next(iter(self.acts.values())))

    def _facts(self, line: ReceptionLine) -> str:
        came = self.tr("{groups} groups, {people} people")
        parts = (
            str(line.day),
            line.hours,
            line.place,
            names.field(line.field),
            "" if line.planned else self.tr("not in the year's roster"),
            line.held_on and came.format(groups=line.groups, people=line.people),
        )
        return " · ".join(part for part in parts if part)
