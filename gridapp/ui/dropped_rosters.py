"""A page onto which the file of a roster can be dropped: it opens in the wizard."""

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from gridapp.ui.page import Page
from gridapp.ui.widgets.drops import dropped_file


class RosterTarget(Page):
    """Takes a file once ``setAcceptDrops`` has said so."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            self.services.go("rosters", path)
