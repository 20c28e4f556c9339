"""Reads the ledger from the store: the order of a shelf first, its lines where somebody looks."""

from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from gridapp.store.disputes.disputes import DisputeLine, Shelf, SortBy
from gridapp.ui.disputes.ledger.lazy_lines import PAGE, LazyLines
from gridapp.ui.disputes.ledger.view import Ledger
from gridapp.ui.page import Page
from gridapp.ui.widgets.rows import as_tsv
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes


class LedgerReader(QObject):
    """Answers what the ledger of a page asks for."""

    def __init__(self, page: Page, ledger: Ledger) -> None:
        super().__init__(page)
        self._page, self._ledger = page, ledger
        self._first = True
        ledger.wanted.connect(self._look_up)
        ledger.copy_asked.connect(self._copy)

    def refresh(self) -> None:
        """Ask for the shelf in sight, and how many cases stand on each."""
        desk, shelf, sort = self._page.services.desk, self._ledger.shelf, self._ledger.sort
        ids = self._ledger.chosen_ids
        self._page.ask(
            lambda: (_lines(desk, shelf, sort, ids), disputes.shelf_counts(desk)), self._show
        )

    def _show(self, found: tuple[LazyLines, dict[Shelf, int]]) -> None:
        """Whoever has no case of their own sees all of them at first."""
        lines, counts = found
        self._ledger.show_counts(counts)
        first, self._first = self._first, False
        if first and not lines and self._ledger.chosen_ids is None and counts[Shelf.ALL]:
            self._ledger.show_all()
        else:
            self._ledger.show_lines(lines, self._page.services.today())

    def _look_up(self, ids: tuple[UUID, ...]) -> None:
        desk = self._page.services.desk
        self._page.ask(lambda: disputes.ledger_lines(desk, ids), self._ledger.fill)

    def _copy(self, ids: tuple[UUID, ...]) -> None:
        desk = self._page.services.desk
        most = len(ids)
        self._page.ask(
            lambda: disputes.lines_to_take_out(desk, ids),
            lambda lines: self._to_clipboard(lines, most),
        )

    def _to_clipboard(self, lines: list[DisputeLine], most: int) -> None:
        QGuiApplication.clipboard().setText(as_tsv(self._ledger.table.columns, lines))
        text = self.tr("{count} rows copied, names covered; paste them into Excel.")
        if len(lines) < most:
            text = self.tr("{count} rows copied; sealed cases stay here.")
        self._page.services.done(text.format(count=len(lines)))


def _lines(
    desk: Desk, shelf: Shelf, sort: tuple[SortBy, bool], ids: tuple[UUID, ...] | None
) -> LazyLines:
    """The order of a shelf and its first page; of chosen cases every line."""
    if ids is not None:
        found = disputes.ledger(desk, shelf, sort, ids)
        return LazyLines([line.id for line in found], found)
    order = disputes.ledger_ids(desk, shelf, sort)
    return LazyLines(order, disputes.ledger_lines(desk, order[:PAGE]))
