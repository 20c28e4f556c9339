"""The papers of grids: the notice board and the roster of micro-grids, and their ways out."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.reports import files
from gridapp.reports.documents.paper import Paper
from gridapp.reports.grid_board import Board
from gridapp.ui import paper, saving
from gridapp.ui.acts.choosing import Choice
from gridapp.ui.acts.inputs import Line, Tick
from gridapp.ui.drafting import Drafting
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.grids import grid_papers
from gridapp.usecases.grids.grid_papers import BoardWish

A4, A3 = "a4", "a3"
DRAFT = "grid.board"
"""The phone of supervision is the same on every board: what was typed last comes back."""


class PapersPanel(QWidget):
    """The board, and below it the roster. ``left``: back. ``failed(error)``: it was not written."""

    left = Signal()
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services, self._unit, self._name = services, UUID(int=0), ""
        self._board, self._roster = Card(), Card()
        self._saving = saving.SaveDialog(self)
        self.phone = Line()
        self.masked = Tick(self.tr("Cover the middle of the phone numbers"))
        sizes = [(A4, self.tr("A4")), (A3, self.tr("A3, larger type"))]
        self.format = Choice(sizes, A4)
        self.purpose = Line()
        self._lay()
        self.drafting = Drafting(services, self._read, self._write, self)
        for made in (self.phone, self.masked, self.format):
            made.touched.connect(self.drafting.touch)
        bind_escape(self, self.leave)

    def open(self, unit_id: UUID, name: str) -> None:
        """Ask what the board of a unit is to be like."""
        self._unit = unit_id
        self._name = name
        self._board.set_title(self.tr("Notice board of {name}").format(name=name))
        self._roster.set_title(self.tr("Roster of the micro-grids of {name}").format(name=name))
        self.drafting.leave()
        self.drafting.open(DRAFT)
        self.phone.setFocus()

    def print_(self) -> None:
        """Preview the board as it is printed."""
        self._make(self._lay_out, self._preview)

    def export_word(self) -> None:
        """Write it as a Word document."""
        desk = self._services.desk

        def save(board: Board) -> None:
            path = self._saving.ask(grid_papers.file_name(board, ".docx"), ".docx")
            if path is not None:
                self._put(path, lambda: grid_papers.write_word(desk, board, path))

        self._make(lambda board: board, save)

    def export_pdf(self) -> None:
        """Write it as a PDF."""

        def save(made: tuple[str, Paper]) -> None:
            path = self._saving.ask(made[0], ".pdf")
            if path is not None:
                content = paper.pdf(made[1])
                self._put(path, lambda: files.put(content, path))

        self._make(lambda board: (grid_papers.file_name(board, ".pdf"), self._lay_out(board)), save)

    def export_roster(self) -> None:
        """Write the roster of the micro-grids as a workbook."""
        desk, unit, purpose = self._services.desk, self._unit, self.purpose.value()
        path = self._saving.ask(grid_papers.roster_name(unit, self._name), ".xlsx")
        if path is not None:
            self._put(path, lambda: grid_papers.write_roster(desk, unit, path, purpose))

    def leave(self) -> None:
        """Back; what was typed is kept."""
        self.drafting.leave()
        self.left.emit()

    def _lay(self) -> None:
        hint = self.tr(
            "Names of the grids, their areas, who is to be called and on which number, as of today."
        )
        row = FlowLayout()
        for made in (
            button(self.tr("Print preview"), self.print_, primary=True, icon="printer"),
            button(self.tr("Word"), self.export_word, icon="file-text"),
            button(self.tr("PDF"), self.export_pdf, icon="download"),
            button(self.tr("Back"), self.leave, icon="arrow-left"),
        ):
            row.addWidget(made)
        phone = Field(self.tr("Phone of supervision"), self.phone)
        self._board.add(words(hint, "muted", wrap=True), phone, self.masked)
        self._board.add(Field(self.tr("Paper size"), self.format), row)
        why = self.tr("Empty: the middle of the phone numbers is covered.")
        excel = button(self.tr("Excel"), self.export_roster, icon="file-spreadsheet")
        self._roster.add(Field(self.tr("Why phones are needed in full"), self.purpose, why))
        self._roster.body.addWidget(excel, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._board)
        column.addWidget(self._roster)
        column.addStretch(1)

    def _preview(self, pages: Paper) -> None:
        paper.preview(self.window(), pages).exec()

    def _wish(self) -> BoardWish:
        return BoardWish(self.phone.value(), self.masked.value(), self.format.value() == A3)

    def _make(self, made_of: Callable[[Board], Any], done: Callable[[Any], None]) -> None:
        """``done`` with what is made of the board, away from the window."""
        desk, unit, wish = self._services.desk, self._unit, self._wish()
        self.drafting.keep_now()
        self._services.background.run(
            self, lambda: made_of(grid_papers.board(desk, unit, wish)), done, self.failed.emit
        )

    def _lay_out(self, board: Board) -> Paper:
        return grid_papers.lay(self._services.desk, board)

    def _put(self, path: Path, write: Callable[[], object]) -> None:
        said = saving.written(path)
        self._services.background.run(
            self, write, lambda _: self._services.done(said), self.failed.emit
        )

    def _read(self) -> dict[str, Any]:
        return {
            "phone": self.phone.kept(),
            "masked": self.masked.kept(),
            "size": self.format.kept(),
        }

    def _write(self, body: dict[str, Any]) -> None:
        self.phone.put_back(body["phone"])
        self.masked.put_back(body["masked"])
        self.format.put_back(body["size"])
