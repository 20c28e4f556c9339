"""The line that checks the tree, always in sight, and what it has found."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gridapp.domain.grids.grids import BAND
from gridapp.ui.grids.sizing import size_text, size_tone
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.grids.grid_checks import Check, Finding
from gridapp.usecases.grids.grids import TreeView

translate = QCoreApplication.translate


class CheckChip(Chip):
    """A chip that opens what it has counted, by mouse, Enter or Space."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(QColor(current().colors.accent), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
            painter.end()


class CheckLine(QWidget):
    """``asked``: what was found is wanted."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sum = Chip()
        self.chips = {check: CheckChip() for check in Check}
        self.row = FlowLayout(self)
        self.row.addWidget(self.sum)
        for chip in self.chips.values():
            chip.pressed.connect(self.asked)
            self.row.addWidget(chip)

    def show_view(self, view: TreeView) -> None:
        """The sum of the units by level."""
        tally = view.tally
        parts = [tally.county, tally.township, tally.village, tally.micro, tally.dedicated]
        meaning = self.tr("County + townships + villages + micro-grids + dedicated grids")
        if tally.large:
            parts.insert(3, tally.large)
            meaning = self.tr(
                "County + townships + villages + large grids + micro-grids + dedicated grids"
            )
        fits = sum(parts) == len(view.lines)
        shown = " + ".join(map(str, parts))
        tone = Tone.GREEN if fits else Tone.RED
        self.sum.show_state(f"{shown} = {len(view.lines)} {'✓' if fits else '✗'}", tone)
        self.sum.setToolTip(meaning)
        self.sum.setAccessibleDescription(meaning)

    def show_past(self, past: bool) -> None:
        """Of a day before, who was in two grids is not known."""
        self.chips[Check.TWICE].setVisible(not past)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """How many of each kind; households are counted, not their villages."""
        counts = Counter(one.check for one in found)
        counts[Check.LOOSE] = sum(one.number for one in found if one.check == Check.LOOSE)
        for check, chip in self.chips.items():
            number = counts[check]
            text = _counted(check).format(count=number, low=BAND[0], high=BAND[1])
            chip.show_state(text, Tone.AMBER if number else Tone.NEUTRAL)


def _counted(check: Check) -> str:
    known = {
        Check.LOOSE: translate("checks", "{count} households in no micro-grid"),
        Check.TWICE: translate("checks", "{count} entered in two grids"),
        Check.VACANT: translate("checks", "{count} micro-grids without a leader"),
        Check.OUTSIDE: translate("checks", "{count} outside {low}–{high} households"),
    }
    return known[check]


class ChecksPanel(Card):
    """``left``: back. ``opened(Finding)``: its place is wanted."""

    left = Signal()
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__(translate("checks", "What to put in order"), flush=True)
        columns = (
            Column[Finding](self.tr("Finding"), lambda f: _kind(f.check), 130, stretch=1),
            Column[Finding](self.tr("Which one"), lambda f: f.subject, 130, stretch=2),
            Column[Finding](self.tr("How many"), _detail, 130, stretch=1, tone=_tone),
        )
        self.table = DataTable(self.title.text(), columns)
        self.table.activated_row.connect(self.opened)
        self.nothing = words(self.tr("Everything is in order."), wrap=True)
        self.nothing.setContentsMargins(16, 8, 16, 8)
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 4)
        row.addWidget(words(self.tr("Enter opens the place."), "muted"), 1)
        row.addWidget(button(self.tr("Back"), self.left.emit, icon="arrow-left"))
        self.body.addWidget(self.table, 1)
        self.add(self.nothing, row)
        bind_escape(self, self.left.emit)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show them, those that matter most first."""
        order = list(Check)
        self.table.show_rows(sorted(found, key=lambda one: order.index(one.check)))
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if self.table.chosen() is None and found:
            self.table.choose_number(0)


def _kind(check: Check) -> str:
    known = {
        Check.LOOSE: translate("checks", "In no micro-grid"),
        Check.TWICE: translate("checks", "In two grids"),
        Check.VACANT: translate("checks", "Without a leader"),
        Check.OUTSIDE: translate("checks", "Outside the band"),
    }
    return known[check]


def _detail(finding: Finding) -> str:
    if finding.check == Check.OUTSIDE:
        return size_text(finding.number)
    if finding.check == Check.TWICE:
        return finding.unit_name
    return translate("sizing", "{count} households").format(count=finding.number)


def _tone(finding: Finding) -> Tone | None:
    return size_tone(finding.number) if finding.check == Check.OUTSIDE else None
