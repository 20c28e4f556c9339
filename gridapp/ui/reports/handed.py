"""One line: whether the report of these days was handed in, and by whom; it opens the report."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gridapp.store.reports.reports import ReportLine
from gridapp.ui import report_words
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import link, words


class HandedLine(QWidget):
    """``wanted(id)``: the report is to be opened."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._line: ReportLine | None = None
        self.chip, self.told = Chip(), words("", "muted")
        self.open = link(self.tr("Open"), self._open)
        row = FlowLayout(self, gap=12)
        for part in (self.chip, self.told, self.open):
            row.addWidget(part)
        self.hide()

    def show_line(self, line: ReportLine | None) -> None:
        """Show the last report of these days; None: there is none."""
        self._line = line
        self.setVisible(line is not None)
        if line is not None:
            self.chip.show_state(*report_words.state(line))
            self.told.setText(self._words(line))

    def _words(self, line: ReportLine) -> str:
        handed = self.tr("handed in by {name} {time}").format(
            name=line.submitted_by, time=report_words.moment(line.submitted_at)
        )
        if line.doubled:
            return report_words.doubled(line)
        if line.signed:
            signed = self.tr("{number}, signed by {name} {time}").format(
                number=line.number, name=line.signed_by, time=report_words.moment(line.signed_at)
            )
            return f"{signed} · {handed}"
        return f"{line.returned_for} · {handed}" if line.returned_for else handed

    def _open(self) -> None:
        if self._line is not None:
            self.wanted.emit(self._line.id)
