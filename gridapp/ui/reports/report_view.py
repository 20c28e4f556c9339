"""A unit, a week, and the draft of the report as it will be printed."""

from collections.abc import Callable
from pathlib import Path

from gridapp.reports.periodic.model import PeriodReport
from gridapp.ui.page import Page
from gridapp.ui.reports.chooser import Chooser
from gridapp.ui.reports.draft import DraftView
from gridapp.ui.reports.page_view import PageView
from gridapp.ui.saving import SaveDialog
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.words import button
from gridapp.usecases import weekly
from gridapp.usecases.desk import Desk
from gridapp.usecases.weekly import ReportUnit

Write = Callable[[Desk, PeriodReport, Path], Path]


class ReportView(PageView):
    """Shows what was drafted; what is exported is what is shown."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._services = page.services
        self.report: PeriodReport | None = None
        self._saving = SaveDialog(page)
        self.word = button(self.tr("Export Word"), self.export_word, icon="file-text")
        self.excel = button(
            self.tr("Export Excel"), self.export_excel, primary=True, icon="file-spreadsheet"
        )
        self._head = PageHead(self.tr("Weekly report"), "", (self.word, self.excel))
        self.chooser = Chooser(self._services.today())
        self.chooser.changed.connect(self._draw_up)
        self.draft = DraftView()
        self.draft.cases_asked.connect(lambda ids: page.services.go("disputes", ids))
        self._none = Empty(
            "chart-column",
            self.tr("No report is drawn up for a single micro-grid"),
            self.tr("Your village draws up the report; your visits and cases are in it."),
        )
        for part in (self._head, self.chooser, self.draft, self._none):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._show_report(None)
        self._bind_keys()

    def refresh(self) -> None:
        desk = self._services.desk
        self.page.ask(lambda: weekly.units(desk), self._show_units)

    def focus(self) -> None:
        self.chooser.earlier.setFocus()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Alt+←", self.tr("Previous week")),
            ("Alt+→", self.tr("Next week")),
            ("Ctrl+E", self.tr("Export Excel")),
            ("Ctrl+Shift+E", self.tr("Export Word")),
            ("Enter", self.tr("Open the cases behind a number")),
        )

    def export_excel(self) -> None:
        """Write what is shown as .xlsx."""
        self._export(".xlsx", weekly.write_excel)

    def export_word(self) -> None:
        """Write what is shown as .docx."""
        self._export(".docx", weekly.write_word)

    def _show_units(self, units: list[ReportUnit]) -> None:
        self.chooser.show_units(units)
        for part in (self.chooser, self.word, self.excel):
            part.setVisible(bool(units))
        self._none.setVisible(not units)
        self._draw_up()

    def _draw_up(self) -> None:
        desk, unit, week = self._services.desk, self.chooser.unit(), self.chooser.week
        if unit is not None:
            self.page.ask(lambda: weekly.draw_up(desk, unit, week), self._show_report)

    def _show_report(self, report: PeriodReport | None) -> None:
        self.report = report
        self.draft.setVisible(report is not None)
        for made in (self.word, self.excel):
            made.setEnabled(report is not None)
        if report is not None:
            self._head.set_title(report.head.title)
            draft = self.tr("draft")
            self._head.set_sub(f"{report.head.issue} · {report.head.period} · {draft}")
            self.draft.show_report(report)

    def _export(self, suffix: str, write: Write) -> None:
        desk, report = self._services.desk, self.report
        if report is None:
            return
        path = self._saving.ask(weekly.file_name(report, suffix), suffix)
        if path is not None:
            self.page.ask(lambda: write(desk, report, path), self._written)

    def _written(self, path: Path) -> None:
        self._services.notify(self.tr("Written to {path}").format(path=path))

    def _bind_keys(self) -> None:
        self.bind("Alt+Left", self.chooser.go_earlier)
        self.bind("Alt+Right", self.chooser.go_later)
        self.bind("Ctrl+E", self.export_excel)
        self.bind("Ctrl+Shift+E", self.export_word)
