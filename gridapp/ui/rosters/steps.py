"""The steps of the wizard: which one is in sight, the marks above and the buttons below."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.one_of import OneOf
from gridapp.ui.widgets.words import button

translate = QCoreApplication.translate
FILE, COLUMNS, CHECK, COMPARE, IMPORT = range(5)


class Steps(QWidget):
    """``parts``: what each step shows, in order."""

    def __init__(
        self,
        parts: Sequence[QWidget],
        back: Callable[[], object],
        on: Callable[[], object],
    ) -> None:
        super().__init__()
        self.step = FILE
        self._parts = tuple(parts)
        self._marks = [Chip(f"{number} {word}") for number, word in enumerate(_words(), 1)]
        marks = FlowLayout()
        for mark in self._marks:
            marks.addWidget(mark)
        self._shown = OneOf()
        for part in parts:
            self._shown.add(part)
        self.back = button(self.tr("Back"), back, icon="arrow-left")
        self.next = button(self.tr("Next"), on, primary=True)
        self.foot = QWidget()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(marks)
        column.addWidget(self._shown, 1)
        column.addWidget(self.foot)

    def go(self, step: int) -> None:
        """Show a step; those before it are marked as done."""
        self.step = step
        self._shown.show_part(self._parts[step])
        for number, mark in enumerate(self._marks):
            tone = Tone.ACCENT if number == step else Tone.NEUTRAL
            mark.show_state(mark.text(), Tone.GREEN if number < step else tone)
        self.next.setVisible(step in (COLUMNS, CHECK, COMPARE))
        self.foot.setVisible(step != IMPORT)

    def say_next(self, imports: bool) -> None:
        """What the button does: ``imports`` unless a comparison comes first."""
        importing = imports and self.step in (CHECK, COMPARE)
        self.next.setText(self.tr("Import") if importing else self.tr("Next"))


def _words() -> tuple[str, ...]:
    return (
        translate("RostersPage", "File"),
        translate("RostersPage", "Columns"),
        translate("RostersPage", "Check"),
        translate("RostersPage", "Compare"),
        translate("RostersPage", "Import"),
    )
