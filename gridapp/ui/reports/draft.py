"""The draft on screen, in the order and the words of the printed report."""

from PySide6.QtCore import Signal

from gridapp.reports import wording
from gridapp.reports.charts import Chart
from gridapp.reports.periodic.model import CoverageRow, Part, PeriodReport
from gridapp.reports.periodic.sections import Section, sections
from gridapp.reports.periodic.wording import COVERAGE_HEADS
from gridapp.reports.tables import Table
from gridapp.ui.reports.paper import PaperTable
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.bars import BarChart, BarRow
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.words import words

_REACHED_WELL = 900
"""Per mille of the households due; below it the bar is amber."""
_REACHED = COVERAGE_HEADS[4]


class DraftView(Columns):
    """``cases_asked(ids)``: somebody wants to see what a number counts."""

    cases_asked = Signal(tuple)

    def __init__(self) -> None:
        super().__init__(right_width=300, stack_below=1000)
        self.parts = {part: _PartCard(part.value, self) for part in Part}
        self.summary = self.parts[Part.OVERVIEW].words
        self.check = Chip()
        self.parts[Part.FLOW].add_to_head(self.check)
        self._bars_card = Card(_REACHED)
        self.bars = BarChart(_REACHED)
        self._bars_card.add(self.bars)
        self._charts = {part: _ChartCard() for part in (Part.OVERVIEW, Part.CATEGORIES)}
        self._notes_card = Card(wording.NOTES_LABEL.rstrip("："))
        self._notes = words("", "muted", wrap=True)
        self._notes_card.add(self._notes)
        for part_card in self.parts.values():
            self.add_left(part_card)
        for card in (self._bars_card, *self._charts.values(), self._notes_card):
            self.add_right(card)

    def show_report(self, report: PeriodReport) -> None:
        """Show another draft."""
        for section in sections(report):
            self.parts[section.part].show_section(section)
            if section.part in self._charts:
                self._charts[section.part].show_chart(section.chart)
        self.check.show_state(
            f"{report.check} {'✓' if report.balances else '✗'}",
            Tone.GREEN if report.balances else Tone.RED,
        )
        self._show_bars(report)
        self._notes.setText("\n".join(report.notes))

    def _show_bars(self, report: PeriodReport) -> None:
        total = report.coverage[-1].coverage
        due, visited = COVERAGE_HEADS[1], COVERAGE_HEADS[2]
        self._bars_card.set_note(f"{due} {total.due:,} · {visited} {total.visited:,}")
        self.bars.show_rows(tuple(_bar(row) for row in report.coverage[:-1]))


class _PartCard(Card):
    """A part: what it says, its table, which is made anew when its columns change, its text."""

    def __init__(self, title: str, view: DraftView) -> None:
        super().__init__(title, flush=True)
        self._view = view
        self._table: PaperTable | None = None
        self.words = words("", wrap=True)
        self.words.setContentsMargins(16, 0, 16, 12)
        self.add(self.words)

    def show_section(self, section: Section) -> None:
        """Show it as it is now."""
        self.set_title(section.heading)
        said = (*section.paragraphs, *section.text.splitlines())
        self.words.setText("\n".join(said))
        self.words.setVisible(bool(said))
        if section.table is not None:
            self._show_table(section.table, section.part)
        if self._table is not None:
            self._table.setVisible(section.table is not None)

    def _show_table(self, table: Table, part: Part) -> None:
        """In the balance, late cases are bad news: the last number before the share."""
        shown = self._table
        if shown is None or shown.headings != table.headings:
            shown = self._put(PaperTable(table, table.columns - 2 if part == Part.FLOW else None))
        shown.show_paper(list(table.rows), total=table.total)

    def _put(self, table: PaperTable) -> PaperTable:
        if self._table is not None:
            self.body.removeWidget(self._table)
            self._table.deleteLater()
        self._table = table
        table.figure_opened.connect(self._view.cases_asked)
        self.add(table)
        return table


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
        self.set_title(chart.title)
        first = chart.series[0]
        most = max((*first.values, 1))
        pairs = zip(chart.names, first.values, strict=True)
        self._bars.show_rows(tuple(BarRow(name, n / most, f"{n:,}") for name, n in pairs))


def _bar(row: CoverageRow) -> BarRow:
    share = row.coverage.reached.per_mille or 0
    tone = Tone.ACCENT if share >= _REACHED_WELL else Tone.AMBER
    return BarRow(row.name, share / 1000, row.coverage.reached.percent, tone)
