"""What can be done at a door: five marks with their keys, a remark, another date."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gridapp.contract.screening import Outcome
from gridapp.domain.screening.walking import WalkBy
from gridapp.ui import words as names
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.keys import KeyButton
from gridapp.ui.widgets.words import link, set_property, words

KEYS = {
    "1": Outcome.QUIET,
    "2": Outcome.DISPUTE,
    "3": Outcome.ABSENT,
    "4": Outcome.UNRECEPTIVE,
    "5": Outcome.MOVED,
}


class Marking(QWidget):
    """The buttons only say what was pressed.

    ``marked(Outcome)``, ``undo_asked``; ``remarked``: Enter in the remark; ``numbered(int)``: the
    number of a household on paper; ``ordered(WalkBy)``; ``left``: an input is done with.
    """

    marked = Signal(object)
    undo_asked = Signal()
    remarked = Signal()
    numbered = Signal(int)
    ordered = Signal(object)
    left = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._usual, self._ended = today, False
        self.remark = QLineEdit()
        self.remark.setAccessibleName(self.tr("Remark"))
        self.remark.setPlaceholderText(self.tr("Remark for this visit · Enter keeps it"))
        self.remark.returnPressed.connect(self.remarked)
        self.remark.hide()
        self.number = self._make_number()
        self.orders = QWidget()
        self.orders.hide()
        self.date = DayEdit(today)
        self.date.setAccessibleName(self.tr("Date of the visits"))
        self.date.dateChanged.connect(self._show_banner)
        self.banner = self._make_banner()
        self._keys: list[KeyButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        for part in (
            self.banner,
            self.remark,
            self.number,
            self._marks(),
            self._small(),
            self.orders,
        ):
            self._column.addWidget(part)

    def set_tight(self, tight: bool) -> None:
        """Flat buttons where the window is low: all five marks stay in sight."""
        self._column.setSpacing(6 if tight else 10)
        for made in self._keys:
            set_property(made, "tight", tight)

    def set_days(self, today: date, last: date) -> None:
        """Marks are dated today, or with the last day of a round that has ended.

        Another date stays, unless the round is another.
        """
        usual, ended = min(today, last), last < today
        another = usual != self._usual and (ended or self._ended)
        moves = another or self.date.day() == self._usual
        self._usual, self._ended = usual, ended
        if moves:
            self.date.show_day(usual)
        self._back.setVisible(not ended)
        self._show_banner()

    def visited_on(self) -> date:
        """The day that the next marks are for."""
        return self.date.day()

    def take_remark(self) -> str:
        """The remark for the mark that is being set; the input is empty afterwards."""
        text = self.remark.text().strip()
        self.remark.clear()
        self.remark.hide()
        return text

    def edit_remark(self) -> None:
        """Open the remark."""
        self.remark.show()
        self.remark.setFocus()

    def edit_number(self) -> None:
        """Ask for the number of a household on the walking list on paper."""
        self.number.clear()
        self.number.show()
        self.number.setFocus()

    def offer_orders(self) -> None:
        """Show the orders in which the micro-grid can be walked, or hide them again."""
        self.orders.setVisible(self.orders.isHidden())

    def order(self, by: WalkBy) -> None:
        """Take one of the orders that are offered."""
        if not self.orders.isHidden():
            self.orders.hide()
            self.ordered.emit(by)

    def edit_date(self) -> None:
        """Open the date."""
        self.banner.show()
        self.date.setFocus()
        self.date.setCurrentSection(DayEdit.Section.DaySection)

    def back_to_today(self) -> None:
        """Stop back-dating."""
        self.date.show_day(self._usual)
        self.banner.hide()
        self.left.emit()

    def leave_inputs(self) -> None:
        """Esc or Enter in an input: keep what it says and go back to the walk."""
        self.remark.setVisible(bool(self.remark.text().strip()))
        self.number.hide()
        self.orders.hide()
        self._show_banner()
        self.left.emit()

    def _make_number(self) -> QLineEdit:
        number = QLineEdit()
        number.setAccessibleName(self.tr("Number on the walking list"))
        number.setPlaceholderText(self.tr("Number on the walking list · Enter goes there"))
        number.setValidator(QIntValidator(1, 9999, number))
        number.returnPressed.connect(self._on_number)
        number.hide()
        return number

    def _on_number(self) -> None:
        self.number.hide()
        self.numbered.emit(int(self.number.text()))

    def _marks(self) -> EvenGrid:
        grid = EvenGrid(116)
        for key, outcome in KEYS.items():
            made = KeyButton(
                key,
                names.outcome(outcome),
                partial(self.marked.emit, outcome),
                names.outcome_tone(outcome),
            )
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._keys.append(made)
            grid.add(made)
        return grid

    def _small(self) -> QWidget:
        acts = (
            ("R", self.tr("Write a remark"), self.edit_remark),
            ("D", self.tr("Another date"), self.edit_date),
            ("G", self.tr("Go to a number"), self.edit_number),
            ("O", self.tr("Walking order"), self.offer_orders),
            ("←", self.tr("Step back"), self.undo_asked.emit),
        )
        orders = (
            ("A", self.tr("By address"), partial(self.order, WalkBy.ADDRESS)),
            ("L", self.tr("As walked in the round before"), partial(self.order, WalkBy.LAST_ROUND)),
        )
        self._fill(self.orders, orders)
        return self._fill(QWidget(), acts)

    def _fill(self, row: QWidget, acts: Iterable[tuple[str, str, Callable[[], object]]]) -> QWidget:
        flow = FlowLayout(row)
        for key, text, act in acts:
            made = KeyButton(key, text, act, small=True)
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._keys.append(made)
            flow.addWidget(made)
        return row

    def _make_banner(self) -> QFrame:
        banner = QFrame()
        banner.setProperty("notice", str(Tone.AMBER))
        row = QHBoxLayout(banner)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(words(self.tr("Entering paper: all marks are dated"), "heading"))
        row.addWidget(self.date)
        row.addStretch(1)
        self._back = link(self.tr("Back to today"), self.back_to_today)
        row.addWidget(self._back)
        banner.hide()
        return banner

    def _show_banner(self) -> None:
        if not self.date.hasFocus():
            self.banner.setVisible(self._ended or self.date.day() != self._usual)
