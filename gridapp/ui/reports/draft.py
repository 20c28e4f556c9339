"""The report on screen, in the order and the words of the printed one."""

from functools import partial

from PySide6.QtCore import Signal

from gridapp.domain.reports.indicators import Share
from gridapp.domain.reports.metrics import Figure
from gridapp.reports.charts import Chart
from gridapp.reports.periodic import tables, wording
from gridapp.reports.periodic.model import CoverageRow, Part, PeriodReport
from gridapp.reports.periodic.sections import sections
from gridapp.ui.reports.section_card import SectionCard
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.bars import BarChart, BarRow
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.words import words
from gridapp.usecases.reports import behind

_REACHED_WELL = 900
"""Per mille of the households due; below it the bar is amber."""
_OF_INDICATOR = {1: 3, 2: 2}
"""Numerator and denominator of the coverage, as columns of table 3."""
_REACHED = wording.COVERAGE_HEADS[4]


class DraftView(Columns):
    """``cases_asked(ids)``: somebody wants to see what a number counts. ``households_asked(row,
    column)`` of table 3, ``receptions_asked(rows)`` of table 5: likewise. ``written(part, text)``:
    as of ``SectionCard``.
    """

    cases_asked = Signal(tuple)
    households_asked = Signal(int, int)
    receptions_asked = Signal(tuple)
    written = Signal(str, str)

    def __init__(self, *, editable: bool) -> None:
        super().__init__(right_width=300, stack_below=1000)
        self.report: PeriodReport | None = None
        self.check = Chip()
        self.cards = {part: SectionCard(part, editable=editable) for part in Part}
        for card in self.cards.values():
            card.opened.connect(self._open)
            card.written.connect(self.written)
            self.add_left(card)
        self.cards[Part.FLOW].add_to_head(self.check)
        self._bars_card = Card(_REACHED)
        self.bars = BarChart(_REACHED)
        self._bars_card.add(self.bars)
        self.charts = {part: _ChartCard() for part in (Part.OVERVIEW, Part.CATEGORIES)}
        self._notes_card = Card(self.tr("Definitions"))
        self._notes = words("", "muted", wrap=True)
        self._notes_card.add(self._notes)
        for beside in (self._bars_card, *self.charts.values(), self._notes_card):
            self.add_right(beside)

    def show_report(self, report: PeriodReport) -> None:
        """Show another report, or the same with other numbers."""
        self.report = report
        self.check.show_state(
            f"{report.check} {'✓' if report.balances else '✗'}",
            Tone.GREEN if report.balances else Tone.RED,
        )
        for section in sections(report):
            self.cards[section.part].show_section(section, partial(_leads_on, report, section.part))
            if section.part in self.charts:
                self.charts[section.part].show_chart(section.chart)
        self._show_bars(report)
        self._notes.setText("\n".join(report.notes))

    def focus_first(self) -> None:
        """Stand in the first table."""
        table = self.cards[Part.FLOW].table
        if table is not None:
            table.setFocus()

    def _open(self, part: str, row: int, column: int) -> None:
        report, table = self.report, self.cards[Part(part)].table
        if report is None or table is None:
            return
        cell = table.rows[row].cells[column]
        if isinstance(cell, Figure) and cell.cases:
            self.cases_asked.emit(cell.cases)
        elif part == Part.COVERAGE:
            self.households_asked.emit(row, column)
        elif part == Part.RECEPTIONS:
            self.receptions_asked.emit(tables.receptions_behind(report, row))
        elif part == Part.OVERVIEW:
            self.households_asked.emit(len(report.coverage) - 1, _OF_INDICATOR[column])
        else:
            listed = report.prominent if part == Part.PROMINENT else report.supervised
            self.cases_asked.emit((listed[row].case,))

    def _show_bars(self, report: PeriodReport) -> None:
        total = report.coverage[-1].coverage
        due, visited = wording.COVERAGE_HEADS[1], wording.COVERAGE_HEADS[2]
        self._bars_card.set_note(f"{due} {total.due:,} · {visited} {total.visited:,}")
        self.bars.show_rows(tuple(_bar(row) for row in report.coverage[:-1]))


class _ChartCard(Card):
    """A picture of a table as bars, the first series of a chart."""

    def __init__(self) -> None:
        super().__init__("")
        self._bars = BarChart("")
        self.add(self._bars)

    def show_chart(self, chart: Chart | None) -> None:
        """Show other bars, or nothing where there is nothing to compare."""
        self.setVisible(chart is not None)
        if chart is None:
            return
        first = chart.series[0]
        most = max((*first.values, 1))
        self.set_title(chart.title)
        self.set_note(first.name)
        pairs = zip(chart.names, first.values, strict=True)
        self._bars.show_rows(tuple(BarRow(name, n / most, f"{n:,}") for name, n in pairs))


def _leads_on(report: PeriodReport, part: Part, row: int, column: int) -> bool:
    """Whether a cell without cases of its own opens something."""
    if part == Part.COVERAGE:
        return column in behind.COLUMNS
    if part == Part.RECEPTIONS:
        return column in tables.TURNOUT
    if part == Part.OVERVIEW:
        return report.indicators[row].code == Share.COVERAGE and column in _OF_INDICATOR
    return part in (Part.PROMINENT, Part.SUPERVISED)


def _bar(row: CoverageRow) -> BarRow:
    share = row.coverage.reached.per_mille or 0
    tone = Tone.ACCENT if share >= _REACHED_WELL else Tone.AMBER
    return BarRow(row.name, share / 1000, row.coverage.reached.percent, tone)
