"""The documents of a case: what it calls for now comes first, the rest is one key away."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from gridapp.store.disputes.disputes import Case
from gridapp.ui.disputes.cards.document_panel import DocumentPanel
from gridapp.ui.keeping import tell_kept
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.words import link, words
from gridapp.usecases.desk import Changed
from gridapp.usecases.disputes import documents
from gridapp.usecases.disputes.documents import DocumentError, DocumentLine


class DocumentsCard(Card):
    """Give it a case with ``show_case``. ``buttons`` are by the code of the document."""

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("Documents"))
        self._services = services
        self._case: Case | None = None
        self._lines: Sequence[DocumentLine] = ()
        self.buttons: dict[str, QPushButton] = {}
        self.panel = DocumentPanel(services)
        self.panel.left.connect(self._on_left)
        self.panel.kept.connect(self._on_kept)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.none = words(self.tr("The case calls for none at the moment."), "muted", wrap=True)
        self.more = link("", self.toggle)
        self._all, self._chosen = False, ""
        for part in (self.none, self._list, self.more, self.panel):
            self.add(part)
        self.body.setAlignment(self.more, Qt.AlignmentFlag.AlignLeft)

    def show_case(self, case: Case) -> None:
        """Show what can be drawn up for a case."""
        if self._case is None or self._case.dispute.id != case.dispute.id:
            self._all = False
            self.panel.hide()
            self._show_lines(case.dispute.id, ())
        self._case = case
        desk, case_id = self._services.desk, case.dispute.id
        self._services.background.run(
            self,
            lambda: documents.documents(desk, case_id),
            partial(self._show_lines, case_id),
            self._gone,
        )

    def toggle(self) -> None:
        """Show all documents, or only those that are called for."""
        self._all = not self._all
        self._lay_lines()
        self.more.setFocus()

    def open_document(self, code: str) -> None:
        """Offer what can be done with a document."""
        line = next((line for line in self._lines if line.code == code), None)
        if self._case is not None and line is not None:
            self._chosen = code
            self._list.hide()
            self.more.hide()
            self.none.hide()
            self.panel.open(self._case.dispute.id, self._case.dispute.number, line)

    def _gone(self, error: Exception) -> None:
        """The case has left this laptop; the page says so."""
        if not isinstance(error, DocumentError):
            raise error

    def _show_lines(self, case_id: UUID, lines: Sequence[DocumentLine]) -> None:
        if not lines or (self._case is not None and self._case.dispute.id == case_id):
            self._lines = lines
            self._lay_lines()

    def _lay_lines(self) -> None:
        """Lay the list anew; the focus stays in it, though a document has gone from it."""
        focused = any(made.hasFocus() for made in self.buttons.values())
        clear(self._grid)
        self.buttons = {}
        shown = [line for line in self._lines if line.due or self._all]
        for row, line in enumerate(shown):
            made = link(line.title, partial(self.open_document, line.code))
            self.buttons[line.code] = made
            self._grid.addWidget(made, row, 0, Qt.AlignmentFlag.AlignLeft)
            if line.drawn_on is not None:
                self._grid.addWidget(words(f"{line.drawn_on:%m-%d} ✓", "muted"), row, 1)
        every = self.tr("All documents ({count})").format(count=len(self._lines))
        self.more.setText(self.tr("Fewer documents") if self._all else every)
        self._show_list(self.panel.isHidden())
        if focused:
            self._focus_list()

    def _show_list(self, shown: bool) -> None:
        self._list.setVisible(shown and bool(self.buttons))
        self.more.setVisible(shown and bool(self._lines))
        self.none.setVisible(shown and bool(self._lines) and not self.buttons)

    def _on_left(self) -> None:
        self._show_list(True)
        self._focus_list()

    def _focus_list(self) -> None:
        self.buttons.get(self._chosen, self.more).setFocus()

    def _on_kept(self, title: str, changed: Changed) -> None:
        text = self.tr("Kept with the case: {title}").format(title=title)
        tell_kept(self._services, text, changed)
        if self._case is not None:
            self.show_case(self._case)
