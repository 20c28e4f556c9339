"""Long work in sight: a bar, what is being done, and a button that cancels it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from gridapp.ui.background import Background, Cancelled, Progress
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.progress import ProgressLine
from gridapp.ui.widgets.words import button

T = TypeVar("T")


class WorkPanel(Card):
    """Hidden until ``start``; hides again when the work is over. One work at a time."""

    def __init__(self, background: Background, title: str) -> None:
        super().__init__()
        self._background, self._title = background, title
        self._progress: Progress | None = None
        self.line = ProgressLine(title)
        self._cancel = button(self.tr("Cancel"), self.cancel)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.line, 1)
        row.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignBottom)
        self.add(row)
        self.hide()

    def start(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        cancelled: Callable[[], None] | None = None,
        network: bool = False,
    ) -> None:
        """Do ``work``; a cancelled one ends without a word, as the person wished."""

        def finish(result: T) -> None:
            self._over()
            done(result)

        def fail(error: Exception) -> None:
            self._over()
            if isinstance(error, Cancelled):
                if cancelled is not None:
                    cancelled()
            elif failed is not None:
                failed(error)

        self.line.show_count(0, 0, self._title)
        self._cancel.setEnabled(True)
        self.show()
        self._progress = self._background.run_long(
            self, work, finish, fail, self._show, network=network
        )

    def running(self) -> bool:
        """Whether work is under way."""
        return self._progress is not None

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        if self._progress is not None:
            self._progress.cancel()
            self._cancel.setEnabled(False)

    def _show(self, done: int, total: int) -> None:
        self.line.show_count(done, total, self._title, f"{done:,} / {total:,}")

    def _over(self) -> None:
        self._progress = None
        self.hide()
