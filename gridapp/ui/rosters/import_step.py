"""Step 4: the import with its progress, and what it brought."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.background import Background
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.words import button, link
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases.rosters import Imported


class ImportStep(QWidget):
    """``to_grids``: look at the result. ``again``: import another file."""

    to_grids = Signal()
    again = Signal()

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.finished = False
        self.work = WorkPanel(background, self.tr("Importing; nothing is kept until the end"))
        self.open_grids = button(
            self.tr("Look at the micro-grids"), self.to_grids.emit, primary=True
        )
        self.result = Empty("circle-check", self.tr("Imported"), "", self.open_grids)
        self.another = link(self.tr("Import another file"), self.again.emit)
        self._card = Card()
        self._card.body.addStretch(1)
        self._card.body.addWidget(self.result)
        self._card.body.addWidget(self.another, 0, Qt.AlignmentFlag.AlignHCenter)
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
        self.finished = True
        text = self.tr("{households} households, {members} people, {grids} new micro-grids")
        self.result.title.setText(
            text.format(
                households=f"{imported.households:,}",
                members=f"{imported.members:,}",
                grids=imported.micro_grids,
            )
        )
        lines = [self.tr("Ctrl+Z takes the whole import back.")]
        if imported.skipped:
            skipped = self.tr("{count} households were there already and stay as they are.")
            lines.insert(0, skipped.format(count=imported.skipped))
        self.result.hint.setText("\n".join(lines))
        self.result.hint.show()
        self._card.show()
        self.open_grids.setFocus()
