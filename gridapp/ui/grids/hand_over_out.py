"""The hand-over list of a grid leaves the screen: on paper, as a Word document."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from gridapp.reports.documents.paper import Paper
from gridapp.reports.hand_over import HandOver
from gridapp.ui import paper, saving, words
from gridapp.ui.services import Services
from gridapp.usecases.grids import hand_over


class HandOverOut(QObject):
    """``failed(error)``: it could not be written."""

    failed = Signal(object)

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._window = services, parent
        self._saving = saving.SaveDialog(parent)

    def print_(self, unit_id: UUID) -> None:
        """Preview the list as it is printed."""
        desk = self._services.desk

        def work() -> Paper:
            return hand_over.lay(desk, hand_over.gather(desk, unit_id, "", words.state))

        self._services.background.run(self, work, self._preview, self.failed.emit)

    def export(self, unit_id: UUID) -> None:
        """Write the list as a Word document."""
        desk = self._services.desk
        self._services.background.run(
            self,
            lambda: hand_over.gather(desk, unit_id, "", words.state),
            self._ask_where,
            self.failed.emit,
        )

    def _preview(self, pages: Paper) -> None:
        paper.preview(self._window, pages).exec()

    def _ask_where(self, made: HandOver) -> None:
        desk, path = self._services.desk, self._saving.ask(hand_over.file_name(made), ".docx")
        if path is not None:
            written: Callable[[object], None] = partial(self._say, str(path))
            self._services.background.run(
                self, lambda: hand_over.write_word(desk, made, path), written, self.failed.emit
            )

    def _say(self, path: str, _written: object) -> None:
        self._services.done(saving.written(path))
