"""The ways out of the screen of a report: as files, on paper, as a text for WeChat."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from gridapp.reports import files, wechat
from gridapp.reports.documents.paper import Paper
from gridapp.reports.periodic.model import PeriodReport
from gridapp.ui import paper, saving
from gridapp.ui.page import Page
from gridapp.ui.widgets.words import button
from gridapp.usecases.exporting import Way
from gridapp.usecases.reports import frozen_reports, report_templates, weekly
from gridapp.usecases.reports.frozen_reports import Opened


class ReportOut(QObject):
    """What leaves is what is shown: a draft, or a report that was handed in, to the byte as always.
    Its buttons and keys are for the view to place and to bind.
    """

    def __init__(self, page: Page, shown: Callable[[], PeriodReport | Opened | None]) -> None:
        super().__init__(page)
        self._page, self._desk, self._shown = page, page.services.desk, shown
        self._saving = saving.SaveDialog(page)
        self.text = button(self.tr("Text for WeChat"), self.copy_text, icon="copy")
        self.printed = button(self.tr("Print"), self.print_, icon="printer")
        self.pdf = button("PDF", self.save_pdf, icon="download")
        self.word = button(self.tr("Export Word"), self.export_word, icon="file-text")
        self.excel = button(self.tr("Export Excel"), self.export_excel, icon="file-spreadsheet")
        for made, keys in zip(self.buttons, self.keys, strict=True):
            made.setToolTip(keys)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """One for each way."""
        return (self.text, self.printed, self.pdf, self.word, self.excel)

    @property
    def keys(self) -> dict[str, Callable[[], None]]:
        """What the keys do, in the order of the buttons."""
        return {
            "Ctrl+Shift+C": self.copy_text,
            "Ctrl+P": self.print_,
            "Ctrl+Shift+P": self.save_pdf,
            "Ctrl+Shift+E": self.export_word,
            "Ctrl+E": self.export_excel,
        }

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """The keys with their words."""
        return (
            ("Ctrl+E", self.tr("Export Excel")),
            ("Ctrl+Shift+E", self.tr("Export Word")),
            ("Ctrl+P", self.tr("Print")),
            ("Ctrl+Shift+P", self.tr("Save as PDF")),
            ("Ctrl+Shift+C", self.tr("Copy the text for WeChat")),
        )

    def export_excel(self) -> None:
        """Write it as .xlsx."""
        self._export(".xlsx")

    def export_word(self) -> None:
        """Write it as .docx."""
        self._export(".docx")

    def export_by_template(self, form: str) -> None:
        """Write what was handed in by the county's template; a draft is written so anyhow."""
        self._export(form, by_template=True)

    def save_pdf(self) -> None:
        """Write its pages as PDF."""
        report = self._report()
        if report is not None:
            path = self._saving.ask(weekly.file_name(report, ".pdf"), ".pdf")
            if path is not None:
                self._lay(report, "export", partial(self._put_pdf, path))

    def print_(self) -> None:
        """Preview it as it is printed."""
        report = self._report()
        if report is not None:
            self._lay(report, "print", self._preview)

    def copy_text(self) -> None:
        """Put the text for WeChat on the clipboard: figures only, nobody is named."""
        report = self._report()
        if report is not None:
            QGuiApplication.clipboard().setText(wechat.report_text(report))
            self._page.services.done(self.tr("The text without names is copied. Paste it."))

    def _report(self) -> PeriodReport | None:
        shown = self._shown()
        return shown.report if isinstance(shown, Opened) else shown

    def _export(self, form: str, *, by_template: bool = False) -> None:
        desk, shown, report = self._desk, self._shown(), self._report()
        if shown is None or report is None:
            return
        path = self._saving.ask(weekly.file_name(report, form), form)
        if path is None:
            return
        if isinstance(shown, Opened):
            kept = frozen_reports.write_word if form == ".docx" else frozen_reports.write_excel
            self._page.ask(lambda: kept(desk, shown, path, by_template=by_template), self._written)
        else:
            write = weekly.write_word if form == ".docx" else weekly.write_excel
            self._page.ask(lambda: write(desk, report, path), self._written)

    def _preview(self, laid: tuple[Paper, bool]) -> None:
        pages, has_template = laid
        paper.preview(self._page, pages, self._usual() if has_template else "").exec()

    def _usual(self) -> str:
        """Pages of ours are not laid out by a template of the county: Word alone can."""
        return self.tr("Usual layout. For your county's own template, export Word and print there.")

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
        told = saving.written(path)
        self._page.services.done(f"{told}　{usual}" if usual else told)
