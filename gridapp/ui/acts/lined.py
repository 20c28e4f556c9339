"""An input that is a line with something below it: names on offer, a doubt, what was found."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.acts.inputs import Line, Understood


class Lined(Understood, QWidget):
    """Put what stands below the line into ``self.column``."""

    wide = True
    touched = Signal()

    def __init__(self, start: str = "") -> None:
        super().__init__()
        self.line = Line(start)
        self.line.touched.connect(self.touched)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def value(self) -> Any:
        """What was written."""
        return self.line.value()

    def kept(self) -> str:
        """As it was typed."""
        return self.line.kept()

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        self.line.put_back(kept)

    def setAccessibleName(self, name: str) -> None:
        """The name is read out where the focus is."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)
