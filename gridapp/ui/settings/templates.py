"""The templates of documents: the county's own ones, and what is wrong with them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gridapp.ui import template_words
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.disputes.templates import TemplateLine


class TemplatesCard(Card):
    """``chosen(Path or None)``: use the templates of this folder. ``wanted(Path)``: put ours there
    to be changed.
    """

    chosen = Signal(object)
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Templates of documents"))
        self._folder: Path | None = None
        self.where = words("", "muted", wrap=True)
        self.own = button(self.tr("Choose a folder"), self.choose, icon="folder-open")
        self.write = button(self.tr("Write them out to change"), self.write_out, icon="download")
        self.ours = button(self.tr("Use the shipped ones"), self.use_ours)
        self.check = button(self.tr("Check again"), self.check_again, icon="refresh-cw")
        self.faults = words("", "error", wrap=True)
        choices = QWidget()
        flow = FlowLayout(choices)
        for made in (self.own, self.write, self.check, self.ours):
            flow.addWidget(made)
        self.add(self.where, choices, self.faults)

    def show_templates(self, found: tuple[Path | None, tuple[TemplateLine, ...]]) -> None:
        """Show the folder, how many templates stand in it, and every fault of each."""
        self._folder, lines = found
        ours = self.tr("The shipped templates are used.")
        self.where.setText(str(self._folder) if self._folder else ours)
        for made in (self.ours, self.check):
            made.setVisible(self._folder is not None)
        said = [
            f"{line.title}：{template_words.template_fault(fault)}"
            for line in lines
            for fault in line.faults
        ]
        self.faults.setText("\n".join(said))
        self.faults.setVisible(bool(said))
        self._note(sum(line.own for line in lines), len(said))

    def _note(self, own: int, faults: int) -> None:
        if not own:
            self.set_note("")
        elif faults:
            self.set_note(
                self.tr("{own} of your own, {faults} faults").format(own=own, faults=faults)
            )
        else:
            self.set_note(self.tr("{own} of your own, all in order").format(own=own))

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
