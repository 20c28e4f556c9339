"""The ledgers: one is chosen at the right, narrowed above, looked at, exported, printed."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QResizeEvent

from gridapp.reports.ledgers.definitions import SHIPPED, Definition
from gridapp.ui.page import Page
from gridapp.ui.reports.ledgers.filters import LedgerFilters
from gridapp.ui.reports.ledgers.list_card import LedgerList
from gridapp.ui.reports.ledgers.making import LedgerMaking
from gridapp.ui.reports.ledgers.out import LedgerOut
from gridapp.ui.reports.ledgers.preview import LedgerPreview
from gridapp.ui.reports.page_view import PageView
from gridapp.ui.tokens import current
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Desk
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
        self.making, self.preview, self.out = LedgerMaking(page), LedgerPreview(), LedgerOut(page)
        self.form = self.making.form
        self.side = LedgerList(self.new, self.change, self.drop, may=self.making.may)
        self.list = self.side.rows
        self._lay()
        self._connect()
        self._narrow(self.definition)

    def refresh(self) -> None:
        desk = self._desk
        self.page.ask(partial(_known, desk), self._show_known)

    def focus(self) -> None:
        self.list.setFocus()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        usual = (
            ("↑ ↓", self.tr("Another ledger")),
            ("Ctrl+E", self.tr("Export Excel")),
            ("Ctrl+P", self.tr("Print")),
        )
        making = (
            ("Ctrl+N", self.tr("A new ledger")),
            ("Ctrl+D", self.tr("Change the ledger")),
        )
        return (*usual, *making) if self.making.may else usual

    def look(self) -> None:
        """Ask for the first rows."""
        desk, wanted = self._desk, self._wanted()
        if wanted.definition.lists:
            self.page.ask(lambda: ledgers.look(desk, wanted), self._show_look)

    def export_excel(self) -> None:
        """Write the ledger as .xlsx."""
        self._export(".xlsx")

    def export_csv(self) -> None:
        """Write the ledger as .csv, for another program."""
        self._export(".csv")

    def export_word(self) -> None:
        """Fill the county's own Word template."""
        self._export(".docx")

    def print_(self) -> None:
        """Preview the ledger as it is printed."""
        if self._wanted().definition.lists:
            self.out.print_(self._wanted())

    def new(self) -> None:
        """Make a ledger, beginning with the one in sight."""
        self.making.copy(self._wanted().definition)

    def change(self) -> None:
        """Change a ledger of this unit's making; any other is copied."""
        chosen = self.definition
        self.making.change(chosen if chosen.may_change else self._wanted().definition)

    def drop(self) -> None:
        """Drop a ledger of this unit's making."""
        self.making.drop(self.definition)

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
        columns.add_right(self.side)
        columns.add_right(self.out)
        self.column.addWidget(self.head)
        self.column.addWidget(columns, 1)

    def _connect(self) -> None:
        self.list.chosen_row.connect(self._on_chosen)
        self.filters.ledger_chosen.connect(self.list.choose)
        self.filters.changed.connect(self.look)
        self.making.changed.connect(self._on_form)
        self.form.kept.connect(lambda made: self.making.keep(self.filters.wanted(made).definition))
        self.making.kept.connect(self._is_kept)
        self.making.left.connect(self._form_left)
        self.making.dropped.connect(self._is_dropped)
        for keys, act in (
            ("Ctrl+E", self.export_excel),
            ("Ctrl+P", self.print_),
            ("Ctrl+N", self.new),
            ("Ctrl+D", self.change),
        ):
            bind(self, keys, act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the list stands below the rows, a box above them is nearer."""
        super().resizeEvent(event)
        self.filters.ledgers.setVisible(self.width() < current().px(_STACK_BELOW))

    def _show_known(self, known: _Known) -> None:
        self._words, wanted = known.words, self.definition.code
        self.filters.show_places(known.places)
        self.side.show_ledgers(known.ledgers, wanted)
        self.filters.show_ledgers(known.ledgers, wanted)
        self.look()

    def _on_chosen(self, chosen: Definition | None) -> None:
        if chosen is None or self.form.isVisible():
            return
        other = chosen.code != self.definition.code
        self.filters.ledgers.setCurrentIndex(self.filters.ledgers.findData(chosen.code))
        self.definition = chosen
        self.side.show_chosen(chosen)
        self.word.setVisible(chosen.name in self._words)
        if other:
            self._narrow(chosen)
            self.look()

    def _show_look(self, look: Look) -> None:
        self.preview.show_look(look)
        self.excel.setEnabled(look.wanted.definition.lists)

    def _wanted(self) -> Wanted:
        return self.filters.wanted(self.making.under_way() or self.definition)

    def _export(self, suffix: str) -> None:
        wanted = self._wanted()
        if wanted.definition.lists:
            self.out.export(wanted, self.filters.unit_name(), suffix)

    def _is_kept(self, kept: Definition) -> None:
        self.definition = kept
        self._narrow(kept)
        self.refresh()
        self.list.setFocus()

    def _is_dropped(self) -> None:
        self.definition = SHIPPED[0]
        self._narrow(self.definition)
        self.refresh()

    def _on_form(self) -> None:
        """Another source has other states and categories; a form that was left says no more."""
        made = self.making.under_way()
        if made is None:
            return
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
