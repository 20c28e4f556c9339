"""Tab goes the way the eye goes, also through parts that were made later.

The parts of a widget count in the order in which they were put into it. (Their layouts are not
asked: an item of a layout may be gone while Python still holds it.)
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(parts: Iterable[QWidget]) -> None:
    """Let Tab walk through these parts, one after the other."""
    for before, after in pairwise(stop for part in parts for stop in stops(part)):
        QWidget.setTabOrder(before, after)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """The widgets that Tab stops at."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
        return
    for child in widget.children():
        if isinstance(child, QWidget):
            yield from stops(child)
