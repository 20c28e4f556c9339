"""One case: head, timeline with the next steps, clock, parties, facts."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gridapp.contract.codes import SOURCES, category_name
from gridapp.contract.disputes import EventKind
from gridapp.domain.disputes import is_open
from gridapp.domain.masking import mask_phone
from gridapp.store.disputes import Case
from gridapp.ui import words as names
from gridapp.ui.disputes.clock import ClockCard, days_left, days_tone
from gridapp.ui.disputes.step_form import StepForm
from gridapp.ui.disputes.timeline import Timeline
from gridapp.ui.services import Services
from gridapp.ui.tokens import current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import Columns, FlowLayout
from gridapp.ui.widgets.words import button, link, words

_STACK_BELOW = 860


class CaseView(QWidget):
    """``left``: back to the ledger. The page takes the steps that ``form`` submits."""

    left = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.case: Case | None = None
        self.steps: dict[EventKind, QWidget] = {}
        self.title, self.state = words("", "title", wrap=True), Chip()
        self.left_days = Chip()
        self.facts = words("", "muted", wrap=True)
        self.timeline, self.form = Timeline(), StepForm(services)
        self.clock = ClockCard()
        self.parties = Card(self.tr("Parties"))
        self.note = words("", "muted", wrap=True)
        self.form.left.connect(self.close_form)
        self.form.hide()
        self._lay()

    def show_case(self, case: Case, steps: tuple[EventKind, ...]) -> None:
        """Show a case and what this person may do next with it."""
        other = self.case is None or self.case.dispute.id != case.dispute.id
        self.case = case
        dispute = case.dispute
        self.title.setText(dispute.title)
        self.state.show_state(names.state(dispute.state), names.state_tone(dispute.state))
        self.facts.setText(self._facts(case))
        self.timeline.show_events(case.events)
        self._events.set_note(
            self.tr("only grows · {count} entries").format(count=len(case.events))
        )
        ended = dispute.struck_off_on or dispute.concluded_on
        today = self._services.today()
        self.clock.show_case(dispute.state, dispute.registered_on, dispute.due_on, ended, today)
        self._show_days()
        self._show_parties(case)
        self._show_steps(case, steps)
        if other and self.form.isVisible():
            self.form.leave()

    def open_step(self, kind: EventKind) -> None:
        """Open the form of a step below the timeline."""
        if self.case is None:
            return
        self._choices.hide()
        self.note.hide()
        self.form.show()
        draft = f"dispute.step.{self.case.dispute.id}.{kind}"
        self.form.open(kind, self._label(kind), self._rule(kind), draft)

    def close_form(self) -> None:
        """Offer the steps again."""
        self.form.hide()
        self._choices.show()
        self.note.setVisible(bool(self.note.text()))
        self.focus_steps()

    def focus_steps(self) -> None:
        """Put the focus on what is most likely next."""
        first = next(iter(self.steps.values()), None)
        (first or self._back).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_days()

    def _show_days(self) -> None:
        """Where the clock stands below the timeline, the head says how long there is."""
        stacked = self.width() < current().px(_STACK_BELOW)
        running = self.case is not None and is_open(self.case.dispute.state)
        self.left_days.setVisible(stacked and running)
        if self.case is not None:
            days = (self.case.dispute.due_on - self._services.today()).days
            self.left_days.show_state(days_left(days), days_tone(days))

    def _lay(self) -> None:
        self._back = link(self.tr("‹ Ledger"), self.left.emit)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._back)
        head.addWidget(self.title, 1)
        head.addWidget(self.left_days)
        head.addWidget(self.state)
        self._events = Card(self.tr("What was done"))
        self._choices = QWidget()
        self._choices_row = FlowLayout(self._choices)
        self._events.add(self.timeline, self._choices, self.note, self.form)
        self._people = QGridLayout()
        self._people.setHorizontalSpacing(12)
        self._people.setColumnStretch(1, 1)
        self.parties.add(self._people)
        columns = Columns(stack_below=_STACK_BELOW)
        columns.add_left(self._events)
        columns.left.addStretch(1)
        for card in (self.clock, self.parties):
            columns.add_right(card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(columns)
        column.addStretch(1)

    def _facts(self, case: Case) -> str:
        dispute = case.dispute
        source = SOURCES.get(dispute.source, dispute.source)
        parts = [dispute.number, category_name(dispute.category), case.unit_name, source]
        if dispute.handler:
            parts.append(self.tr("handled by {name}").format(name=dispute.handler))
        return "  ·  ".join(part for part in parts if part)

    def _show_parties(self, case: Case) -> None:
        while self._people.count():
            item = self._people.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, party in enumerate(case.parties):
            self._people.addWidget(words(names.side(party.side), "muted"), row, 0)
            self._people.addWidget(words(party.name, wrap=True), row, 1)
            self._people.addWidget(words(mask_phone(party.phone), "muted"), row, 2)
        self.parties.setVisible(bool(case.parties))

    def _show_steps(self, case: Case, steps: tuple[EventKind, ...]) -> None:
        for made in self.steps.values():
            self._choices_row.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.steps = {}
        for number, kind in enumerate(steps):
            made = button(self._label(kind), partial(self.open_step, kind), primary=number == 0)
            self.steps[kind] = made
            self._choices_row.addWidget(made)
        other = self.tr("Striking off needs another person than {name}, who concluded the case.")
        waits = case.dispute.state == "concluded" and EventKind.STRUCK_OFF not in steps
        self.note.setText(other.format(name=case.dispute.handler) if waits else "")
        self.note.setVisible(waits and not self.form.isVisible())

    def _label(self, kind: EventKind) -> str:
        return {
            EventKind.HANDLED: self.tr("Note what was done"),
            EventKind.CONCLUDED: self.tr("Conclude the case"),
            EventKind.STRUCK_OFF: self.tr("Strike off the ledger"),
            EventKind.REOPENED: self.tr("Reopen the case"),
        }.get(kind, names.event(kind))

    def _rule(self, kind: EventKind) -> str:
        dispute = self.case.dispute if self.case else None
        due, handler = (dispute.due_on, dispute.handler) if dispute else ("", "")
        return {
            EventKind.HANDLED: self.tr("The time limit runs on: {day}.").format(day=due),
            EventKind.CONCLUDED: self.tr(
                "The time limit stops on the day of conclusion. Another person strikes it off."
            ),
            EventKind.STRUCK_OFF: self.tr(
                "You confirm that the case that {name} concluded is really settled."
            ).format(name=handler),
            EventKind.REOPENED: self.tr(
                "The case comes back among the open ones; the time limit is still {day}."
            ).format(day=due),
        }.get(kind, "")
