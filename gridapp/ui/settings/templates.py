"""The templates of documents: the county's own ones, and what is wrong with them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gridapp.ui import template_words
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.templates import TemplateLine


class TemplatesCard(Card):
    """``chosen(Path or None)``: use the templates of this folder. ``wanted(Path)``: put ours there
    to be changed.
    """

    chosen = Signal(object)
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Templates of documents"), flush=True)
        self._folder: Path | None = None
        self.where = words("", "muted", wrap=True)
        self.where.setContentsMargins(17, 0, 17, 0)
        self.own = button(self.tr("Choose a folder"), self.choose, icon="folder-open")
        self.write = button(self.tr("Write them out to change"), self.write_out, icon="download")
        self.ours = button(self.tr("Use the shipped ones"), self.use_ours)
        self.check = button(self.tr("Check again"), self.check_again, icon="refresh-cw")
        self.table = DataTable(
            self.title.text(), self._columns(), identity=lambda line: line.code, whole=True
        )
        self.faults = words("", "error", wrap=True)
        self.faults.setContentsMargins(17, 4, 17, 8)
        choices = QWidget()
        flow = FlowLayout(choices)
        flow.setContentsMargins(17, 0, 17, 0)
        for made in (self.own, self.write, self.check, self.ours):
            flow.addWidget(made)
        self.add(self.where, choices, self.faults, self.table)

    def show_templates(self, found: tuple[Path | None, tuple[TemplateLine, ...]]) -> None:
        """Show the folder and what stands in it; the templates with faults first."""
        self._folder, lines = found
        ours = self.tr("The shipped templates are used.")
        self.where.setText(str(self._folder) if self._folder else ours)
        for made in (self.ours, self.check):
            made.setVisible(self._folder is not None)
        own = sum(line.own for line in lines)
        self.set_note(self.tr("{count} of your own").format(count=own) if own else "")
        self.table.show_rows([line for line in lines if line.own])
        self.table.setVisible(own > 0)
        said = [
            f"{line.title}：{template_words.template_fault(fault)}"
            for line in lines
            for fault in line.faults
        ]
        self.faults.setText("\n".join(said))
        self.faults.setVisible(bool(said))

    def choose(self) -> None:
        """Ask for the folder of the own templates."""
        folder = self._ask(self.tr("Folder of your own templates"))
        if folder is not None:
            self.chosen.emit(folder)

    def write_out(self) -> None:
        """Ask where to put the shipped templates."""
        folder = self._ask(self.tr("Where to write the templates"))
        if folder is not None:
            self.wanted.emit(folder)

    def use_ours(self) -> None:
        """Back to the shipped ones; the folder stays as it is."""
        self.chosen.emit(None)

    def check_again(self) -> None:
        """After a template was changed in Word."""
        self.chosen.emit(self._folder)

    def _ask(self, title: str) -> Path | None:
        folder = QFileDialog.getExistingDirectory(self, title, str(self._folder or Path.home()))
        return Path(folder) if folder else None

    def _columns(self) -> tuple[Column[TemplateLine], ...]:
        fine, faulty = self.tr("in order"), self.tr("{count} faults")
        return (
            Column(self.tr("Document"), lambda line: line.title, 180, 1),
            Column(
                self.tr("State"),
                lambda line: faulty.format(count=len(line.faults)) if line.faults else fine,
                100,
                tone=lambda line: Tone.AMBER if line.faults else Tone.GREEN,
            ),
        )
