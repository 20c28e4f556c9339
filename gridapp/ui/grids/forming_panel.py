"""Forms micro-grids from the households of a village that are in none, after a preview."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from gridapp.ui.grids.forming import FormingChoice
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.words import button
from gridapp.usecases import grid_board, regrouping
from gridapp.usecases.desk import Changed


class FormingPanel(Card):
    """``left``: back. ``formed(Changed)``: the micro-grids stand."""

    left = Signal()
    formed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._village: UUID | None = None
        self.choice = FormingChoice()
        self.save = button(self.tr("Form them"), self.submit, primary=True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("Back"), self.left.emit))
        row.addWidget(self.save)
        self.add(self.choice, row)
        self.body.addStretch(1)
        for keys in ("Ctrl+Return", "Ctrl+Enter", "F9"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save.click)

    def open(self, village_id: UUID, name: str) -> None:
        """Show what would become of the households of a village."""
        self._village = village_id
        self.set_title(self.tr("Form micro-grids in {name}").format(name=name))
        self.save.setEnabled(False)
        desk = self._services.desk
        self._services.background.run(
            self, lambda: grid_board.unassigned_groups(desk, village_id), self._show
        )
        self.choice.buttons[self.choice.forming].setFocus()

    def submit(self) -> None:
        """Form them."""
        desk, village, forming = self._services.desk, self._village, self.choice.forming
        if village is not None:
            self.save.setEnabled(False)
            self._services.background.run(
                self,
                lambda: regrouping.carry_out(
                    desk, regrouping.form(desk, village, forming, desk.today())
                ),
                self._kept,
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, groups: tuple[str, ...]) -> None:
        self.choice.show_groups(groups)
        self.save.setEnabled(bool(groups))

    def _kept(self, changed: Changed) -> None:
        self.formed.emit(changed)
