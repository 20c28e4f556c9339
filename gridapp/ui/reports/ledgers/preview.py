"""The first rows of a ledger under its headings, covered as they would be exported."""

from PySide6.QtWidgets import QSizePolicy

from gridapp.reports.ledgers.cells import Row
from gridapp.reports.ledgers.columns import Column as LedgerColumn
from gridapp.reports.ledgers.columns import Sort
from gridapp.reports.ledgers.pages import said
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.usecases.reports.ledgers import SHOWN, Look

_CHARACTER, _PAD, _WIDEST = 14, 22, 240
"""px at 100 %."""


class LedgerPreview(Card):
    """The table is made anew when its columns change."""

    def __init__(self) -> None:
        super().__init__(self.tr("First rows"), flush=True)
        self.table: DataTable[Row] | None = None
        self._columns: tuple[tuple[LedgerColumn, str], ...] = ()
        self.none = Empty(
            "clipboard-list",
            self.tr("Nothing stands in this ledger"),
            self.tr("Choose another period, state or unit above."),
        )
        self.none.hide()
        self.body.addWidget(self.none)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_look(self, look: Look) -> None:
        """Show another ledger, or the same narrowed otherwise."""
        definition = look.wanted.definition
        self.set_title(definition.name or self.tr("A new ledger"))
        columns = tuple(zip(definition.chosen, definition.headings, strict=True))
        if self.table is None or columns != self._columns:
            self._put(columns)
        if self.table is not None:
            self.table.show_rows(look.rows)
            self.table.setVisible(bool(look.rows))
        self.none.setVisible(not look.rows)
        shown = self.tr("{count} rows").format(count=f"{look.count:,}")
        if look.count > SHOWN:
            shown = self.tr("the first {shown} of {count} rows").format(
                shown=SHOWN, count=f"{look.count:,}"
            )
        if definition.maker:
            shown += self.tr(" · made by {unit}").format(unit=definition.maker)
        self.set_note(shown)

    def _put(self, columns: tuple[tuple[LedgerColumn, str], ...]) -> None:
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self._columns = columns
        self.table = DataTable(
            self.tr("First rows of the ledger"),
            [_column(place, *one) for place, one in enumerate(columns)],
        )
        self.body.insertWidget(0, self.table, 1)


def _column(place: int, column: LedgerColumn, heading: str) -> Column[Row]:
    wide = max(column.wide, len(heading))
    width = min(_WIDEST, wide * _CHARACTER + _PAD)
    right = column.sort in (Sort.NUMBER, Sort.MONEY)
    text = _Said(place, column.sort)
    return Column(heading, text, width, stretch=column.wide, right=right)


class _Said:
    """A cell as it is read."""

    def __init__(self, place: int, sort: Sort) -> None:
        self._place, self._sort = place, sort

    def __call__(self, row: Row) -> str:
        return said(row[self._place], self._sort)
