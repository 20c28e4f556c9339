"""An input in which some of several are ticked: grids, members of a household."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from gridapp.ui.acts.inputs import Understood
from gridapp.ui.widgets.even import EvenGrid


class Ticks(Understood, QWidget):
    """The value: the ids of the ticked ones, in the order of ``options`` (id → name)."""

    wide = True
    touched = Signal()

    def __init__(self, options: Mapping[UUID, str], start: Collection[UUID] = ()) -> None:
        super().__init__()
        self.boxes: dict[UUID, QCheckBox] = {}
        grid = EvenGrid(170)
        for id_, name in options.items():
            box = QCheckBox(name)
            box.setChecked(id_ in start)
            box.toggled.connect(self.touched)
            self.boxes[id_] = box
            grid.add(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)
        first = next(iter(self.boxes.values()), None)
        if first is not None:
            self.setFocusProxy(first)

    def value(self) -> tuple[UUID, ...]:
        """The ticked ones."""
        return tuple(id_ for id_, box in self.boxes.items() if box.isChecked())

    def kept(self) -> list[str]:
        """The ticked ones as JSON."""
        return [str(id_) for id_ in self.value()]

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        for id_, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(str(id_) in kept)
            box.blockSignals(False)
