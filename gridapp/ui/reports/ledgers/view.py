"""The ledgers: one is chosen at the right, narrowed above, looked at, exported, printed."""

from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from gridapp.reports.ledgers.definitions import SHIPPED, Definition
from gridapp.ui.page import Page
from gridapp.ui.reports.ledgers.filters import LedgerFilters
from gridapp.ui.reports.ledgers.form import LedgerForm
from gridapp.ui.reports.ledgers.out import LedgerOut
from gridapp.ui.reports.ledgers.preview import LedgerPreview
from gridapp.ui.reports.page_view import PageView
from gridapp.ui.tokens import current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import Columns, FlowLayout
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Desk, RejectedError
from gridapp.usecases.grids import grids
from gridapp.usecases.grids.grids import WITHOUT_OFFICE, Place
from gridapp.usecases.reports import ledger_definitions, ledgers, report_templates
from gridapp.usecases.reports.ledgers import Look, Wanted

_LIST_WIDTH, _STACK_BELOW = 236, 720
"""px at 100 %."""


@dataclass(frozen=True)
class _Known:
    """What there is to choose from; ``words``: ledgers with a Word template of the county."""

    ledgers: tuple[Definition, ...]
    places: tuple[Place, ...]
    words: frozenset[str]


class LedgersView(PageView):
    """Shows; what is exported is what is narrowed here, whole."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._desk = page.services.desk
        self._words: frozenset[str] = frozenset()
        self._narrowed = SHIPPED[0].source
        self.definition = SHIPPED[0]
        self.filters = LedgerFilters(page.services.today(), self._desk.person.unit_id)
        self.preview, self.form, self.out = LedgerPreview(), LedgerForm(), LedgerOut(page)
        self._lay()
        self.list.chosen_row.connect(self._on_chosen)
        self.filters.ledger_chosen.connect(self.list.choose)
        self.filters.changed.connect(self.look)
        self.form.changed.connect(self._on_form)
        self.form.kept.connect(self._keep)
        self.form.left.connect(self._form_left)
        for keys, act in (
            ("Ctrl+E", self.export_excel),
            ("Ctrl+P", self.print_),
            ("Ctrl+N", self.new),
            ("Ctrl+D", self.change),
        ):
            self.bind(keys, act)
        self._narrow(self.definition)

    def refresh(self) -> None:
        desk = self._desk
        self.page.ask(partial(_known, desk), self._show_known)

    def focus(self) -> None:
        self.list.setFocus()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("↑ ↓", self.tr("Another ledger")),
            ("Ctrl+E", self.tr("Export Excel")),
            ("Ctrl+P", self.tr("Print")),
            ("Ctrl+N", self.tr("A new ledger")),
            ("Ctrl+D", self.tr("Change the ledger")),
        )

    def look(self) -> None:
        """Ask for the first rows."""
        desk, wanted = self._desk, self._wanted()
        if wanted.definition.columns:
            self.page.ask(lambda: ledgers.look(desk, wanted), self._show_look)

    def export_excel(self) -> None:
        """Write the ledger as .xlsx."""
        self.out.export(self._wanted(), self.filters.unit_name(), ".xlsx")

    def export_csv(self) -> None:
        """Write the ledger as .csv, for another program."""
        self.out.export(self._wanted(), self.filters.unit_name(), ".csv")

    def export_word(self) -> None:
        """Fill the county's own Word template."""
        self.out.export(self._wanted(), self.filters.unit_name(), ".docx")

    def print_(self) -> None:
        """Preview the ledger as it is printed."""
        self.out.print_(self._wanted())

    def new(self) -> None:
        """Make a ledger, beginning with the one in sight."""
        self._open(replace(self._wanted().definition, code="", name="", own=True))

    def change(self) -> None:
        """Change a ledger of one's own; a shipped one is copied."""
        chosen = self.definition
        if chosen.own:
            self._open(chosen)
        else:
            self.new()

    def drop(self) -> None:
        """Drop a ledger of one's own."""
        desk, code = self._desk, self.definition.code
        if self.definition.own:
            self.definition = SHIPPED[0]
            self._narrow(self.definition)
            self.page.ask(lambda: ledger_definitions.forget(desk, code), lambda _: self.refresh())

    def _lay(self) -> None:
        self.word = button(self.tr("Export Word"), self.export_word, icon="file-text")
        self.word.hide()
        self.excel = button(
            self.tr("Export Excel"), self.export_excel, primary=True, icon="file-spreadsheet"
        )
        self.head = PageHead(
            self.tr("Ledgers"),
            "",
            (
                button(self.tr("Print"), self.print_, icon="printer"),
                button("CSV", self.export_csv, icon="download"),
                self.word,
                self.excel,
            ),
        )
        columns = Columns(right_width=_LIST_WIDTH, stack_below=_STACK_BELOW)
        for part in (self.form, self.filters, self.out.work):
            columns.add_left(part)
        columns.add_left(self.preview, 1)
        columns.add_right(self._list_card())
        columns.add_right(self.out)
        self.column.addWidget(self.head)
        self.column.addWidget(columns, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the list stands below the rows, a box above them is nearer."""
        super().resizeEvent(event)
        self.filters.ledgers.setVisible(self.width() < current().px(_STACK_BELOW))

    def _list_card(self) -> Card:
        name = Column[Definition](self.tr("Ledger"), lambda one: one.name, 120, stretch=1)
        self.list: DataTable[Definition] = DataTable(
            self.tr("Ledgers"), [name], identity=lambda one: one.code, whole=12
        )
        self.list.horizontalHeader().hide()
        self.edit = button(self.tr("Change"), self.change, icon="pencil")
        self.away = button(self.tr("Drop"), self.drop, icon="trash-2")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        made: tuple[QPushButton, ...] = (
            button(self.tr("New"), self.new, icon="plus"),
            self.edit,
            self.away,
        )
        for one in made:
            flow.addWidget(one)
        card = Card(self.tr("Ledgers"))
        card.add(self.list, buttons)
        return card

    def _show_known(self, known: _Known) -> None:
        self._words, wanted = known.words, self.definition.code
        self.filters.show_places(known.places)
        self.list.show_rows(known.ledgers)  # which chooses the row that was chosen before
        self.list.choose(wanted)
        self.filters.show_ledgers(known.ledgers, wanted)
        self.look()

    def _on_chosen(self, chosen: Definition | None) -> None:
        if chosen is None or self.form.isVisible():
            return
        other = chosen.code != self.definition.code
        self.filters.ledgers.setCurrentIndex(self.filters.ledgers.findData(chosen.code))
        self.definition = chosen
        for made in (self.edit, self.away):
            made.setVisible(chosen.own)
        self.word.setVisible(chosen.name in self._words)
        if other:
            self._narrow(chosen)
            self.look()

    def _show_look(self, look: Look) -> None:
        self.preview.set_title(look.wanted.definition.name or self.tr("A new ledger"))
        self.preview.show_look(look)
        self.excel.setEnabled(bool(look.wanted.definition.columns))

    def _wanted(self) -> Wanted:
        definition = self.form.definition() if self.form.isVisible() else self.definition
        return self.filters.wanted(definition)

    def _open(self, definition: Definition) -> None:
        self.form.open(definition)
        self.look()

    def _keep(self, definition: Definition) -> None:
        desk = self._desk
        narrowed = self.filters.wanted(definition).definition
        self.page.ask(
            lambda: ledger_definitions.keep(desk, narrowed), self._is_kept, self._not_kept
        )

    def _is_kept(self, kept: Definition) -> None:
        self.definition = kept
        self.page.services.notify(self.tr("The ledger “{name}” is kept.").format(name=kept.name))
        self.form.hide()
        self._narrow(kept)
        self.refresh()
        self.list.setFocus()

    def _not_kept(self, error: Exception) -> None:
        if isinstance(error, RejectedError):
            self.form.show_faults(error.faults)
        else:
            self.page.show_failure(error)

    def _on_form(self) -> None:
        """Another source has other states and categories; a form that was left says no more."""
        if not self.form.isVisible():
            return
        made = self.form.definition()
        if made.source != self._narrowed:
            self._narrow(made)
        self.look()

    def _narrow(self, definition: Definition) -> None:
        self._narrowed = definition.source
        self.filters.show_definition(definition)

    def _form_left(self) -> None:
        self._narrow(self.definition)
        self.look()
        self.list.setFocus()


def _known(desk: Desk) -> _Known:
    found = ledger_definitions.all_of(desk)
    own = desk.person.unit_id
    places = tuple(
        place
        for place in grids.places(desk)
        if place.level not in WITHOUT_OFFICE or place.id == own
    )
    words = (one.name for one in found if ".docx" in report_templates.forms(desk, one.name))
    return _Known(found, places, frozenset(words))
