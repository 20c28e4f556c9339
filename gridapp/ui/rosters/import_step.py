"""The last step: the import with its progress, what it brought, and its undo as a whole."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.background import Background
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.words import button, link
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases.rosters.rosters import Imported


class ImportStep(QWidget):
    """``to_grids``: look at the result. ``again``: import another file. ``undo(operation id)``."""

    to_grids = Signal()
    again = Signal()
    undo = Signal(object)

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.finished = False
        self._imported: Imported | None = None
        self.work = WorkPanel(background, self.tr("Importing; nothing is kept until the end"))
        self.open_grids = button(
            self.tr("Look at the micro-grids"), self.to_grids.emit, primary=True
        )
        self.result = Empty("circle-check", self.tr("Imported"), "", self.open_grids)
        self.take_back = link(self.tr("Undo the whole import"), self._on_undo)
        self.another = link(self.tr("Import another file"), self.again.emit)
        self._card = Card()
        self._card.body.addStretch(1)
        self._card.body.addWidget(self.result)
        for made in (self.take_back, self.another):
            self._card.body.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)
        self._card.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.work)
        column.addWidget(self._card, 1)
        column.addStretch(0)
        self.clear()

    def clear(self) -> None:
        """Nothing has been imported yet."""
        self.finished = False
        self._card.hide()

    def show_result(self, imported: Imported) -> None:
        """Say what came in and how to take it back."""
        self.finished, self._imported = True, imported
        text = self.tr("{households} households, {members} people, {grids} new micro-grids")
        self.result.title.setText(
            text.format(
                households=f"{imported.households:,}",
                members=f"{imported.members:,}",
                grids=imported.micro_grids,
            )
        )
        self.result.hint.setText("\n".join(self._details(imported)))
        self.result.hint.show()
        self.take_back.show()
        self._card.show()
        self.open_grids.setFocus()

    def show_undone(self) -> None:
        """Say that everything is as it was before."""
        self.result.title.setText(self.tr("The import was taken back"))
        self.result.hint.setText(self.tr("Everything is as it was before."))
        self.take_back.hide()
        self.another.setFocus()

    def _details(self, imported: Imported) -> list[str]:
        told = (
            (imported.skipped, self.tr("{count} households were there already.")),
            (imported.altered, self.tr("{count} known people or households were changed.")),
            (imported.left, self.tr("{count} people were marked as moved out.")),
        )
        lines = [text.format(count=f"{count:,}") for count, text in told if count]
        until = self.tr("It can be undone as a whole, after a restart too, until it is sent.")
        return [*lines, until]

    def _on_undo(self) -> None:
        if self._imported is not None:
            self.undo.emit(self._imported.changed.operation_id)
