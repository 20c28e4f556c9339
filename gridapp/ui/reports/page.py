"""The weekly report: a unit, a week, and the draft as it will be printed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from gridapp.reports.weekly_model import WeeklyReport
from gridapp.ui.page import Page
from gridapp.ui.reports.chooser import Chooser
from gridapp.ui.reports.draft import DraftView
from gridapp.ui.saving import SaveDialog
from gridapp.ui.services import Services
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.words import button
from gridapp.usecases import weekly
from gridapp.usecases.desk import Desk
from gridapp.usecases.weekly import ReportUnit

Write = Callable[[Desk, WeeklyReport, Path], Path]


class ReportsPage(Page):
    """Shows what was drafted; what is exported is what is shown."""

    kinds = frozenset({"dispute", "case_event", "visit", "round", "household", "unit", "reception"})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.report: WeeklyReport | None = None
        self._saving = SaveDialog(self)
        self.word = button(self.tr("Export Word"), self.export_word, icon="file-text")
        self.excel = button(
            self.tr("Export Excel"), self.export_excel, primary=True, icon="file-spreadsheet"
        )
        self._head = PageHead(self.tr("Weekly report"), "", (self.word, self.excel))
        self.chooser = Chooser(services.today())
        self.chooser.changed.connect(self._draw_up)
        self.draft = DraftView()
        self.draft.cases_asked.connect(lambda ids: services.go("disputes", ids))
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
        desk = self.services.desk
        self.ask(lambda: weekly.units(desk), self._show_units)

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
        desk, unit, week = self.services.desk, self.chooser.unit(), self.chooser.week
        if unit is not None:
            self.ask(lambda: weekly.draw_up(desk, unit, week), self._show_report)

    def _show_report(self, report: WeeklyReport | None) -> None:
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
        desk, report = self.services.desk, self.report
        if report is None:
            return
        path = self._saving.ask(weekly.file_name(report, suffix), suffix)
        if path is not None:
            self.ask(lambda: write(desk, report, path), self._written)

    def _written(self, path: Path) -> None:
        self.services.notify(self.tr("Written to {path}").format(path=path))

    def _bind_keys(self) -> None:
        for keys, act in (
            ("Alt+Left", self.chooser.go_earlier),
            ("Alt+Right", self.chooser.go_later),
            ("Ctrl+E", self.export_excel),
            ("Ctrl+Shift+E", self.export_word),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
