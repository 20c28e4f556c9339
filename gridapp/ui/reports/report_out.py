"""A report leaves the screen: as files, on paper, as a text for WeChat."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from gridapp.reports import files, wechat
from gridapp.reports.documents.paper import Paper
from gridapp.reports.periodic.model import PeriodReport
from gridapp.ui import paper
from gridapp.ui.page import Page
from gridapp.ui.saving import SaveDialog
from gridapp.usecases.exporting import Way
from gridapp.usecases.reports import frozen_reports, report_templates, weekly
from gridapp.usecases.reports.frozen_reports import Opened

Write = Callable[[Path], Path]


class ReportOut(QObject):
    """What leaves is what is shown."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.services.desk
        self._saving = SaveDialog(page)

    def excel(self, report: PeriodReport) -> None:
        """Write it as .xlsx."""
        self._export(report, ".xlsx", lambda path: weekly.write_excel(self._desk, report, path))

    def word(self, report: PeriodReport) -> None:
        """Write it as .docx."""
        self._export(report, ".docx", lambda path: weekly.write_word(self._desk, report, path))

    def kept(self, opened: Opened, form: str, *, by_template: bool = False) -> None:
        """Write a report that was handed in, to the byte as always, or by the county's template."""
        write = frozen_reports.write_word if form == ".docx" else frozen_reports.write_excel
        self._export(
            opened.report,
            form,
            lambda path: write(self._desk, opened, path, by_template=by_template),
        )

    def pdf(self, report: PeriodReport) -> None:
        """Write its pages as PDF."""
        path = self._saving.ask(weekly.file_name(report, ".pdf"), ".pdf")
        if path is not None:
            self._lay(report, "export", partial(self._put_pdf, path))

    def print_(self, report: PeriodReport) -> None:
        """Preview it as it is printed."""
        self._lay(report, "print", self._preview)

    def _preview(self, laid: tuple[Paper, bool]) -> None:
        pages, has_template = laid
        paper.preview(self._page, pages, self._usual() if has_template else "").exec()

    def _usual(self) -> str:
        """Pages of ours are not laid out by a template of the county: Word alone can."""
        return self.tr("Usual layout. For your county's own template, export Word and print there.")

    def copy_text(self, report: PeriodReport) -> None:
        """Put the text for WeChat on the clipboard: figures only, nobody is named."""
        QGuiApplication.clipboard().setText(wechat.report_text(report))
        self._page.services.notify(self.tr("The text without names is copied. Paste it."))

    def _export(self, report: PeriodReport, suffix: str, write: Write) -> None:
        path = self._saving.ask(weekly.file_name(report, suffix), suffix)
        if path is not None:
            self._page.ask(lambda: write(path), self._written)

    def _lay(
        self, report: PeriodReport, way: Way, then: Callable[[tuple[Paper, bool]], None]
    ) -> None:
        """``then`` gets the pages, and whether the county has a Word template of its own."""
        desk, form = self._desk, ".docx"
        self._page.ask(
            lambda: (
                weekly.lay(desk, report, way),
                report_templates.of_report(desk, report, form) is not None,
            ),
            then,
        )

    def _put_pdf(self, path: Path, laid: tuple[Paper, bool]) -> None:
        pages, has_template = laid
        content, usual = paper.pdf(pages), self._usual() if has_template else ""
        self._page.ask(lambda: files.put(content, path), lambda _none: self._written(path, usual))

    def _written(self, path: Path, usual: str = "") -> None:
        told = self.tr("Written to {path}").format(path=path)
        self._page.services.notify(f"{told}　{usual}" if usual else told)
