"""Checks the tree whenever it is shown: first what it tells itself, then what has to be sought."""

from PySide6.QtCore import QObject, QTimer

from gridapp.ui.grids.checks import CheckLine, ChecksPanel
from gridapp.ui.services import Services
from gridapp.usecases.grids import grid_checks
from gridapp.usecases.grids.grid_checks import Finding
from gridapp.usecases.grids.grids import TreeView

LATER_MS = 300
"""All people are read to find who is in two grids; what the person does meanwhile goes first."""


class Checking(QObject):
    """Shows what it finds in the line that is always in sight, and in the list of findings."""

    def __init__(self, services: Services, line: CheckLine, panel: ChecksPanel) -> None:
        super().__init__(line)
        self._services, self._line, self._panel = services, line, panel
        self._view: TreeView | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._seek)

    def show_view(self, view: TreeView, *, past: bool) -> None:
        """Check the tree of today, or of a day before, of which who was in two grids is unknown."""
        self._view = view
        self._line.show_view(view)
        self._line.show_past(past)
        self._show(grid_checks.of_tree(view))
        if past:
            self._later.stop()
        else:
            self._later.start()

    def _seek(self) -> None:
        view, desk = self._view, self._services.desk
        if view is not None and self._line.isVisible():
            lines = {line.id: line for line in view.lines}
            self._services.background.run(
                self, lambda: (view, grid_checks.twice(desk, lines)), self._found
            )

    def _found(self, answer: tuple[TreeView, list[Finding]]) -> None:
        view, twice = answer
        if view is self._view:
            self._show(grid_checks.of_tree(view) + twice)

    def _show(self, found: list[Finding]) -> None:
        self._line.show_findings(found)
        self._panel.show_findings(found)
