"""One case: head, timeline with the next steps, plan, tasks; clocks, feedbacks, parties, facts."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.contract.codes import SOURCES, category_name
from gridapp.ui import case_words
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act
from gridapp.ui.disputes.cards.case_card import CaseCard
from gridapp.ui.disputes.cards.clocks_card import ClocksCard
from gridapp.ui.disputes.cards.documents import DocumentsCard
from gridapp.ui.disputes.cards.events_card import EventsCard
from gridapp.ui.disputes.cards.fact_cards import DutyCard, PartiesCard, RelatedCard
from gridapp.ui.disputes.cards.feedback_card import FeedbackCard
from gridapp.ui.disputes.cards.task_cards import AgreementCard, PlanCard, TasksCard
from gridapp.ui.disputes.files.card import FilesCard
from gridapp.ui.disputes.look import Look
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.tab_order import follow
from gridapp.ui.widgets.words import link, words
from gridapp.usecases.desk import Changed

_STACK_BELOW = 860


class CaseView(QWidget):
    """``left``: back to the ledger. ``wanted(id)``: open another case. ``done(Act, Changed)`` and
    ``failed(error)``: of what was done on the page.
    """

    left = Signal()
    wanted = Signal(object)
    done = Signal(object, object)
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.look: Look | None = None
        self._tabs_stale, self._stacked = False, False
        services.background.idle.connect(self._on_idle)
        self.title, self.state = words("", "title", wrap=True), Chip()
        self.left_days, self.sealed = Chip(), Chip(self.tr("Sealed case"), Tone.RED)
        self.facts = words("", "muted", wrap=True)
        self.events = EventsCard(services)
        self.plan = PlanCard(services, self.tr("Case plan"))
        self.tasks = TasksCard(services, self.tr("Given to others"))
        self.agreement = AgreementCard(services)
        self.clocks, self.feedbacks = ClocksCard(), FeedbackCard(services)
        self.duty, self.parties = DutyCard(services), PartiesCard(services)
        self.related = RelatedCard(services)
        self.documents, self.files = DocumentsCard(services), FilesCard(services)
        self.related.wanted.connect(self.wanted)
        for card in self.cards():
            card.opened.connect(self._only_one_form)
            card.laid.connect(self._set_tabs)
            card.emptied.connect(self.focus_steps)
            card.done.connect(self._on_done)
            card.failed.connect(self.failed)
        self._lay()

    def cards(self) -> tuple[CaseCard, ...]:
        """The cards on which something is done."""
        beside = (self.feedbacks, self.parties, self.duty, self.related)
        return (*self._left(), *beside)

    def _left(self) -> tuple[CaseCard, ...]:
        return (self.events, self.plan, self.tasks, self.agreement)

    def _right(self) -> tuple[Card, ...]:
        return (self.clocks, self.feedbacks, self.parties, self.duty, self.related)

    def _papers(self) -> tuple[Card, ...]:
        """Below the timeline where there is room, else behind everything."""
        return (self.documents, self.files)

    def show_look(self, look: Look) -> None:
        """Show a case as it stands."""
        self.look = look
        self._show_head(look)
        self.documents.setVisible(not look.is_leader)
        if not look.is_leader:
            self.documents.show_case(look.case)
        self.files.show_case(look.case)
        for card in self.cards():
            card.show_look(look)
        self._show_clocks(look)
        self._show_days()
        self._tabs_stale = True

    def focus_steps(self) -> None:
        """Put the focus on what is most likely next."""
        if not self.events.focus_first():
            self._back.setFocus()

    def writing(self) -> bool:
        """Whether a form is open."""
        return any(card.form.act is not None for card in self.cards())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_papers(self.width() < current().px(_STACK_BELOW))
        self._show_days()

    def _on_done(self, act: Act, changed: Changed) -> None:
        """Go on where there is something to do: in the card, else with the next step."""
        card = self.sender()
        if isinstance(card, CaseCard) and not card.buttons:
            self.focus_steps()
        self.done.emit(act, changed)

    def _only_one_form(self) -> None:
        for card in self.cards():
            if card is not self.sender():
                card.shut()

    def _set_tabs(self) -> None:
        self._tabs_stale = False
        left, right, papers = self._left(), self._right(), self._papers()
        beside = (*right, *papers) if self._stacked else (*papers, *right)
        follow([self._back, *left, *beside])

    def _on_idle(self) -> None:
        """Documents and files have come, too."""
        if self._tabs_stale:
            self._set_tabs()

    def _show_head(self, look: Look) -> None:
        dispute = look.case.dispute
        self.title.setText(dispute.title)
        self.state.show_state(names.state(dispute.state), names.state_tone(dispute.state))
        self.sealed.setVisible(dispute.sealed)
        source = SOURCES.get(dispute.source, dispute.source)
        parts = [dispute.number, category_name(dispute.category), look.case.unit_name, source]
        parts.append(case_words.level(dispute.level))
        rated = case_words.rating(dispute.rating) if dispute.rating else ""
        settled = self.tr("matter settled") if dispute.matter_settled else ""
        reconciled = self.tr("people reconciled") if dispute.people_settled else ""
        parts += [rated, settled, reconciled]
        self.facts.setText("  ·  ".join(part for part in parts if part))

    def _show_clocks(self, look: Look) -> None:
        dispute = look.case.dispute
        ended_on = dispute.struck_off_on or dispute.concluded_on
        ended = f"{names.state(dispute.state)} {ended_on or ''}".strip()
        self.clocks.show_clocks(look.faces, look.case.events, look.today, ended)

    def _show_days(self) -> None:
        """Where the clocks stand below the timeline, the head says how long there is."""
        nearest = self.clocks.nearest
        self.left_days.setVisible(self._stacked and nearest is not None)
        if nearest is not None:
            self.left_days.show_state(*nearest)

    def _place_papers(self, stacked: bool) -> None:
        if stacked != self._stacked:
            self._stacked, self._tabs_stale = stacked, True
            for card in self._papers():
                (self._columns.add_right if stacked else self._columns.add_left)(card)

    def _lay(self) -> None:
        self._back = link(self.tr("‹ Ledger"), self.left.emit)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._back)
        head.addWidget(self.title, 1)
        for chip in (self.sealed, self.left_days, self.state):
            head.addWidget(chip)
        self._columns = Columns(stack_below=_STACK_BELOW)
        for card in (*self._left(), *self._papers()):
            self._columns.add_left(card)
        for beside in self._right():
            self._columns.add_right(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self._columns)
        column.addStretch(1)
