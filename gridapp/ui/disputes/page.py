"""The disputes: the ledger, a new case, one case; which of them is in sight."""

from collections.abc import Sequence
from functools import cached_property, partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.store.disputes.disputes import Shelf
from gridapp.ui.acts.act import Act
from gridapp.ui.disputes.case_view import CaseView
from gridapp.ui.disputes.ledger.reader import LedgerReader
from gridapp.ui.disputes.ledger.view import Ledger
from gridapp.ui.disputes.look import Look, look
from gridapp.ui.disputes.registering.new_case import NewCase
from gridapp.ui.disputes.registering.old_case import OldCase
from gridapp.ui.keeping import tell_kept
from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.views import Views
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Changed
from gridapp.usecases.disputes import disputes
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import Place


class DisputesPage(Page):
    """``opened`` with the id of a case shows it; with a shelf, or a tuple of ids, the ledger of
    these.
    """

    kinds = frozenset(
        {"dispute", "party", "case_event", "unit", "task", "agreement", "rule", "calendar_day"}
    )

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._case_id: UUID | None = None
        self.ledger = Ledger(services.today())
        self._reader = LedgerReader(self, self.ledger)
        self._lay()
        self._connect()

    @cached_property
    def case(self) -> CaseView:
        """The view of one case, made when the first one is opened: it has many parts."""
        made = CaseView(self.services)
        made.left.connect(self.show_ledger)
        made.wanted.connect(self._show_case_of)
        made.done.connect(self._done)
        made.failed.connect(self.show_failure)
        self._views.add(made)
        return made

    @cached_property
    def new_case(self) -> NewCase:
        """The form of a new case, made when it is first wanted: it is slow to make."""
        made = NewCase(self.services)
        made.form.submitted.connect(self._register)
        made.form.left.connect(self.show_ledger)
        made.failed.connect(self.show_failure)
        made.old_wanted.connect(self.start_old)
        self._views.add(made)
        return made

    @cached_property
    def old_case(self) -> OldCase:
        """The form of an old case with its whole history, made when it is first wanted."""
        made = OldCase(self.services)
        made.left.connect(self.show_ledger)
        made.form.failed.connect(self.show_failure)
        made.form.done.connect(self._entered)
        self._views.add(made)
        return made

    def opened(self, argument: object = None) -> None:
        if isinstance(argument, UUID):
            self._show_case_of(argument)
            return
        if isinstance(argument, tuple):
            self.ledger.choose(Shelf.ALL, argument)
        elif isinstance(argument, Shelf):
            self.ledger.choose(argument)
        if self._writing() and argument is None:
            self.refresh()
        else:
            self.show_ledger()

    def _writing(self) -> bool:
        """Whether a form is in sight; it stays there when the person comes back."""
        seen = self._views.in_sight
        return isinstance(seen, NewCase | OldCase) or (
            isinstance(seen, CaseView) and seen.writing()
        )

    def refresh(self) -> None:
        if self._case_id is not None:
            self._ask_case(self._case_id)
        else:
            self._reader.refresh()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+N", self.tr("Register a dispute")),
            ("Ctrl+Shift+V", self.tr("In a new dispute: paste from WeChat")),
            ("Enter", self.tr("Open the case")),
            ("Ctrl+C", self.tr("Copy the selected rows for Excel")),
            ("Ctrl+↑ / Ctrl+↓", self.tr("In the case plan: move the step")),
            ("Ctrl+Enter / F9", self.tr("Save the form")),
            ("Esc", self.tr("Back to the ledger")),
        )

    def show_ledger(self) -> None:
        """Back to the table."""
        self._case_id = None
        self._views.show_view(self._ledger_view)
        self.refresh()
        self.ledger.table.setFocus()

    def start_new(self) -> None:
        """Open the form of a new case."""
        desk = self.services.desk
        self._case_id = None
        self._views.show_view(self.new_case)
        self.ask(lambda: grids.places(desk), self._open_form)

    def start_old(self) -> None:
        """Open the form of an old case."""
        self.new_case.form.leave()
        self._views.show_view(self.old_case)
        self.old_case.open()

    def _lay(self) -> None:
        copy = button(self.tr("Copy for Excel"), self.ledger.copy_all, icon="copy")
        new = button(self.tr("Register a dispute"), self.start_new, primary=True, icon="plus")
        new.setToolTip("Ctrl+N")
        self._ledger_view = QWidget()
        column = QVBoxLayout(self._ledger_view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(PageHead(self.tr("Disputes"), "", (copy, new)))
        column.addWidget(self.ledger, 1)
        self._views = Views()
        self._views.add(self._ledger_view)
        self.column.addWidget(self._views, 1)

    def _connect(self) -> None:
        self.ledger.opened.connect(self._show_case_of)
        self.ledger.changed.connect(self.refresh)
        QShortcut(QKeySequence("Ctrl+N"), self).activated.connect(self.start_new)
        bind_escape(self, self._leave_case)

    def _leave_case(self) -> None:
        if self._case_id is not None:
            self.show_ledger()

    def _open_form(self, places: Sequence[Place]) -> None:
        self.new_case.open(places)

    def _register(self) -> None:
        desk, unit_id, new = (
            self.services.desk,
            self.new_case.unit_id(),
            self.new_case.new_dispute(),
        )
        if unit_id is None:
            return
        self.new_case.form.save.setEnabled(False)
        self.ask(
            lambda: disputes.register(desk, unit_id, new),
            partial(self._registered, new.title),
            self.new_case.form.show_refusal,
        )

    def _registered(self, title: str, changed: Changed) -> None:
        self.new_case.form.forget()
        tell_kept(self.services, self.tr("Registered: {title}").format(title=title), changed)
        if changed.record_id is not None:
            self._show_case_of(changed.record_id)

    def _entered(self, act: Act, changed: Changed) -> None:
        tell_kept(self.services, self.tr("Recorded: {act}").format(act=act.title), changed)
        if changed.record_id is not None:
            self._show_case_of(changed.record_id)

    def _show_case_of(self, case_id: UUID) -> None:
        self._case_id = case_id
        self._ask_case(case_id)

    def _ask_case(self, case_id: UUID) -> None:
        desk = self.services.desk
        self.ask(lambda: look(desk, case_id), partial(self._show_case, case_id))

    def _show_case(self, case_id: UUID, found: Look | None) -> None:
        if case_id != self._case_id:
            return
        if found is None:
            self.services.notify(self.tr("This case is no longer on this laptop."))
            self.show_ledger()
            return
        before = self.case.look
        fresh = self._views.in_sight is not self.case
        other = fresh or before is None or before.about != found.about
        self.case.show_look(found)
        self._views.show_view(self.case)
        if other:
            self.case.focus_steps()

    def _done(self, act: Act, changed: Changed) -> None:
        tell_kept(self.services, self.tr("Recorded: {act}").format(act=act.title), changed)
