"""The draft on screen, in the order and the words of the printed report."""

from PySide6.QtCore import Signal

from gridapp.reports import tables, wording
from gridapp.reports.periodic.model import CoverageRow, PeriodReport
from gridapp.reports.tables import Table
from gridapp.ui.reports import cells
from gridapp.ui.reports.cells import Row
from gridapp.ui.reports.paper import PaperTable
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.bars import BarChart, BarRow
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.words import words

_OVERDUE = 7
"""The column of table 1 that is bad news."""
_REACHED_WELL = 900
"""Per mille of the households due; below it the bar is amber."""
_REACHED = wording.COVERAGE_HEADS[4]


class DraftView(Columns):
    """``cases_asked(ids)``: somebody wants to see what a number counts."""

    cases_asked = Signal(tuple)

    def __init__(self) -> None:
        super().__init__(right_width=300, stack_below=1000)
        self.summary = words("", wrap=True)
        self.check = Chip()
        self._overview = Card(wording.OVERVIEW)
        self._overview.add(self.summary)
        self._flow = _TableCard(wording.FLOW, self)
        self._flow.add_to_head(self.check)
        self._categories = _TableCard(wording.CATEGORIES, self)
        self._no_categories = Card(wording.CATEGORIES)
        self._no_categories.add(words(wording.CATEGORIES_NONE, "muted", wrap=True))
        self._coverage = _TableCard(wording.COVERAGE, self)
        self._receptions = _TableCard(wording.RECEPTIONS, self)
        self._no_receptions = Card(wording.RECEPTIONS)
        self._no_receptions.add(words(wording.RECEPTIONS_NONE, "muted", wrap=True))
        self._bars_card = Card(_REACHED)
        self.bars = BarChart(_REACHED)
        self._bars_card.add(self.bars)
        self._notes_card = Card(wording.NOTES_LABEL.rstrip("："))
        self._notes = words("", "muted", wrap=True)
        self._notes_card.add(self._notes)
        for card in (
            self._overview,
            self._flow,
            self._categories,
            self._no_categories,
            self._coverage,
            self._receptions,
            self._no_receptions,
        ):
            self.add_left(card)
        self.add_right(self._bars_card)
        self.add_right(self._notes_card)

    def show_report(self, report: PeriodReport) -> None:
        """Show another draft."""
        self.summary.setText(report.summary)
        self.check.show_state(
            f"{report.check} {'✓' if report.balances else '✗'}",
            Tone.GREEN if report.balances else Tone.RED,
        )
        self._flow.show_table(
            tables.flow_table(report), [cells.flow(row) for row in report.flow], _OVERDUE
        )
        self._categories.show_table(
            tables.category_table(report), [cells.categories(row) for row in report.matrix]
        )
        self._categories.setVisible(bool(report.categories))
        self._no_categories.setVisible(not report.categories)
        self._coverage.show_table(
            tables.coverage_table(report), [cells.coverage(row) for row in report.coverage]
        )
        self._show_receptions(report)
        self._show_bars(report)
        self._notes.setText("\n".join(report.notes))

    def _show_receptions(self, report: PeriodReport) -> None:
        self._receptions.setVisible(bool(report.receptions))
        self._no_receptions.setVisible(not report.receptions)
        self._receptions.set_note(report.turnout)
        if report.receptions:
            table = tables.reception_table(report)
            self._receptions.show_table(table, [cells.reception(row) for row in report.receptions])

    def _show_bars(self, report: PeriodReport) -> None:
        total = report.coverage[-1].coverage
        due, visited = wording.COVERAGE_HEADS[1], wording.COVERAGE_HEADS[2]
        self._bars_card.set_note(f"{due} {total.due:,} · {visited} {total.visited:,}")
        self.bars.show_rows(tuple(_bar(row) for row in report.coverage[:-1]))


class _TableCard(Card):
    """A card around a table that is made anew when its columns change."""

    def __init__(self, title: str, view: DraftView) -> None:
        super().__init__(title, flush=True)
        self._view = view
        self._table: PaperTable | None = None

    def show_table(self, table: Table, rows: list[Row], warn: int | None = None) -> None:
        """Show the rows under these headings; numbers in column ``warn`` are bad news."""
        shown = self._table
        if shown is None or shown.headings != table.headings:
            shown = self._put(PaperTable(table, warn))
        shown.show_paper(rows)

    def _put(self, table: PaperTable) -> PaperTable:
        if self._table is not None:
            self.body.removeWidget(self._table)
            self._table.deleteLater()
        self._table = table
        table.figure_opened.connect(self._view.cases_asked)
        self.add(table)
        return table


def _bar(row: CoverageRow) -> BarRow:
    share = row.coverage.reached.per_mille or 0
    tone = Tone.ACCENT if share >= _REACHED_WELL else Tone.AMBER
    return BarRow(row.name, share / 1000, row.coverage.reached.percent, tone)
