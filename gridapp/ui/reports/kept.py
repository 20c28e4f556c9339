"""Reports that were handed in: those that wait for a signature first, then the signed ones."""

from PySide6.QtCore import QCoreApplication

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.periods import Period
from gridapp.store.reports.reports import ReportLine
from gridapp.ui import report_words
from gridapp.ui.page import Page
from gridapp.ui.reports.kept_sheet import KeptSheet
from gridapp.ui.reports.page_view import PageView
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.list_and_sheet import ListAndSheet
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.usecases.reports import frozen_reports
from gridapp.usecases.reports.frozen_reports import Opened

translate = QCoreApplication.translate


class KeptView(PageView):
    """The list, and one report of it."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.table = _table()
        self.sheet = KeptSheet(page)
        self._both = ListAndSheet(self.table, self.sheet, self.sheet.focus)
        self._both.asked.connect(self.refresh)
        self.sheet.left.connect(self._both.show_list)
        self._head = PageHead(self.tr("Handed in and signed"))
        self._card = Card(flush=True)
        self._card.add(self.table)
        self._empty = Empty(
            "file-text",
            self.tr("No report was handed in yet"),
            self.tr("Draw one up in the first tab; Ctrl+Enter hands it in."),
        )
        self._both.column.addWidget(self._head)
        self._both.column.addWidget(self._card, 1)
        self._both.column.addWidget(self._empty, 1)
        self.column.addWidget(self._both, 1)
        for keys, act in self.sheet.out.keys.items():
            bind(self, keys, act)

    def refresh(self) -> None:
        desk, id_ = self.page.services.desk, self._both.wanted
        self.page.ask(lambda: frozen_reports.all_reports(desk), self._show)
        if id_ is not None:
            self.page.ask(
                lambda: frozen_reports.open_report(desk, id_), self._show_one, self._not_opened
            )

    def focus(self) -> None:
        self._both.focus()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Enter", self.tr("Open the report")),
            ("Esc", self.tr("Back to the list")),
            *self.sheet.out.shortcuts(),
            ("Ctrl+Enter / F9", self.tr("Save the form")),
        )

    def open(self, report_id: object) -> None:
        """Show a report."""
        self._both.open(report_id)

    def _show(self, lines: list[ReportLine]) -> None:
        self.table.show_rows(sorted(lines, key=lambda line: not line.waits))
        if lines and self.table.chosen() is None:
            self.table.choose_number(0)
        waiting = sum(line.waits for line in lines)
        told = self.tr("{count} wait for a signature").format(count=waiting)
        self._head.set_sub(told if waiting else "")
        self._card.setVisible(bool(lines))
        self._empty.setVisible(not lines)

    def _show_one(self, opened: Opened | None) -> None:
        if opened is None:
            self.page.services.notify(self.tr("This report is no longer on this laptop."))
            self._both.show_list()
        elif opened.line.id == self._both.wanted:
            self.sheet.show_opened(opened)
            self._both.show_sheet()

    def _not_opened(self, error: Exception) -> None:
        self._both.show_list()
        self.page.show_failure(error)


def _table() -> DataTable[ReportLine]:
    columns: tuple[Column[ReportLine], ...] = (
        Column(translate("reports", "Number"), lambda line: line.number, 92),
        Column(translate("reports", "Period"), _period, 118, stretch=1),
        Column(translate("reports", "Unit"), lambda line: line.unit_name, 96, stretch=1),
        Column(
            translate("reports", "State"),
            lambda line: report_words.state(line)[0],
            92,
            tone=lambda line: report_words.state(line)[1],
        ),
        Column(translate("reports", "Nil report"), _nil, 66),
        Column(translate("reports", "Handed in by"), lambda line: line.submitted_by, 78),
        Column(
            translate("reports", "Handed in"),
            lambda line: report_words.whole_moment(line.submitted_at)[:10],
            104,
        ),
        Column(translate("reports", "Signed by"), lambda line: line.signed_by, 78),
    )
    table = DataTable(translate("reports", "Reports"), columns, identity=lambda line: line.id)
    table.take_the_room()
    return table


def _period(line: ReportLine) -> str:
    return report_words.period(Period(ReportPeriod(line.period), line.first, line.last))


def _nil(line: ReportLine) -> str:
    return "✓" if line.nil else ""
