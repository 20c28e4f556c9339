"""Checks the tree whenever it is shown: first what it tells itself, then what has to be sought."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from gridapp.ui.grids.checks import CheckLine
from gridapp.ui.grids.looking import NOTHING, Look
from gridapp.ui.services import Services
from gridapp.usecases.grids import grid_checks
from gridapp.usecases.grids.grid_checks import Finding

LATER_MS = 300
"""All people are read to find who is in two grids; what the person does meanwhile goes first."""


class Checking(QObject):
    """Shows what it finds in the line that is always in sight, and tells ``findings`` of it."""

    def __init__(
        self, services: Services, line: CheckLine, findings: Callable[[Sequence[Finding]], object]
    ) -> None:
        super().__init__(line)
        self._services, self._line, self._tell = services, line, findings
        self._look = NOTHING
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS)
        self._later.timeout.connect(self._seek)

    def show_look(self, look: Look) -> None:
        """Check the tree of today, or of a day before, of which who was in two grids is unknown."""
        self._look = look
        self._line.show_view(look.view)
        self._line.show_past(look.is_past)
        self._show(look.findings)
        if look.is_past:
            self._later.stop()
        else:
            self._later.start()

    def _seek(self) -> None:
        look, desk = self._look, self._services.desk
        if self._line.isVisible():
            self._services.background.run(
                self, lambda: (look, grid_checks.twice(desk, look.lines)), self._found
            )

    def _found(self, answer: tuple[Look, list[Finding]]) -> None:
        look, twice = answer
        if look is self._look:
            self._show([*look.findings, *twice])

    def _show(self, found: Sequence[Finding]) -> None:
        self._line.show_findings(found)
        self._tell(found)
