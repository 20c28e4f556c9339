"""An input of several rows alike: instalments, parties, handlers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.acts.inputs import Input, Understood
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.words import link, words

Cells = Mapping[str, tuple[str, Input]]
"""The inputs of a row by name, each with its label."""


class Carried(Understood, QObject):
    """What a row carries along unseen, such as the id of a record."""

    wide = False
    touched = Signal()

    def __init__(self, carried: str) -> None:
        super().__init__()
        self._carried = carried

    def value(self) -> str:
        """What is carried."""
        return self._carried

    kept = value

    def put_back(self, kept: Any) -> None:
        """Carry what a draft has kept."""
        self._carried = str(kept)


class Rows(QWidget):
    """``make`` builds the inputs of a new row; ``starts`` are those of the rows there are already.

    The value is one mapping a row. ``grown``: there is a row more.
    """

    wide = True
    touched = Signal()
    grown = Signal()

    def __init__(
        self,
        make: Callable[[], Cells],
        add_text: str,
        starts: Sequence[Callable[[], Cells]] = (),
    ) -> None:
        super().__init__()
        self._make = make
        self.rows: list[tuple[QWidget, Cells]] = []
        self.more = link(add_text, self.add_row)
        held = QWidget()
        self._column = QVBoxLayout(held)
        whole = QVBoxLayout(self)
        for column in (self._column, whole):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
        whole.addWidget(held)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for start in starts:
            self._append(start())
        self.setFocusProxy(_first(self.rows[0][1]) if self.rows else self.more)

    def add_row(self) -> None:
        """One more, ready to be typed into."""
        cells = self._append(self._make())
        self.grown.emit()
        _first(cells).setFocus()
        self.touched.emit()

    def value(self) -> list[dict[str, Any]]:
        """What was entered, row by row."""
        return [{name: made.value() for name, (_, made) in cells.items()} for _, cells in self.rows]

    def fault(self) -> str:
        """The first thing that cannot be understood."""
        made = (made for _, cells in self.rows for _, made in cells.values())
        return next(filter(None, (one.fault() for one in made)), "")

    def kept(self) -> list[dict[str, Any]]:
        """The rows as JSON."""
        return [{name: made.kept() for name, (_, made) in cells.items()} for _, cells in self.rows]

    def put_back(self, kept: Any) -> None:
        """Show a draft."""
        while self.rows:
            self._drop(self.rows[-1][0])
        for body in kept:
            cells = self._append(self._make())
            for name, (_, made) in cells.items():
                if name in body:
                    made.put_back(body[name])

    def _append(self, cells: Cells) -> Cells:
        row = EvenGrid(132, 8)
        for label, made in cells.values():
            made.touched.connect(self.touched)
            if isinstance(made, QWidget):
                row.add(Field(label, made))
        row.add(_below_label(link(self.tr("Remove this row"), partial(self._remove, row))))
        self.rows.append((row, cells))
        self._column.addWidget(row)
        return cells

    def _remove(self, row: QWidget) -> None:
        self._drop(row)
        self.more.setFocus()
        self.touched.emit()

    def _drop(self, row: QWidget) -> None:
        self.rows = [kept for kept in self.rows if kept[0] is not row]
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


def _below_label(made: QWidget) -> QWidget:
    """At the height of the inputs beside it, which stand below their labels."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(words(" ", "muted"))
    column.addWidget(made)
    return box


def _first(cells: Cells) -> QWidget:
    return next(made for _, made in cells.values() if isinstance(made, QWidget))
