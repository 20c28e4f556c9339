"""The walk on screen: progress, the list at the left, card or dispute form at the right."""

from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gridapp.ui.disputes.form import DisputeForm
from gridapp.ui.screening.household import HouseholdPanel
from gridapp.ui.screening.marking import Marking
from gridapp.ui.screening.walk_list import WalkList
from gridapp.ui.screening.walking import Look
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.progress import ProgressLine
from gridapp.ui.widgets.scrolling import Scrolling
from gridapp.ui.widgets.words import words

_LIST_WIDTH, _STACK_BELOW = 384, 780


class RoundView(QWidget):
    """Only lays out and shows; the page decides."""

    def __init__(self, panel: HouseholdPanel, marking: Marking) -> None:
        super().__init__()
        self.panel, self.marking = panel, marking
        self.form_card = Card(self.tr("New dispute"))
        self.list = WalkList(self.tr("Households in walking order"))
        self.rounds, self.grids = QComboBox(), QComboBox()
        self.rounds.setAccessibleName(self.tr("Round"))
        self.grids.setAccessibleName(self.tr("Micro-grid"))
        self.progress = ProgressLine(self.tr("Progress of this walk"))
        self.finished = words("", "heading", wrap=True)
        self._right = QStackedWidget()
        self._left = Card(flush=True)
        self._left.add(self.list)
        self.empty = Empty(
            "users",
            self.tr("No households here yet"),
            self.tr("Import the roster of the village on the page Households first."),
        )
        self._lay()

    def show_choices(self, look: Look) -> None:
        """Offer the running rounds and the micro-grids of the chosen one."""
        self._fill(
            self.rounds,
            [(r.name, r.id) for r in look.rounds],
            look.round.id if look.round else None,
        )
        self._fill(self.grids, [(g.name, g.unit_id) for g in look.grids], look.unit_id)
        self.body.setVisible(bool(look.lines))
        self.empty.setVisible(not look.lines)

    def show_progress(self, done: int, due: int, absent: int, note: str) -> None:
        """Households reached, of how many, and how many wait for a second call."""
        text = self.tr("Visited {done} of {due} households").format(done=done, due=due)
        if absent:
            text += " · " + self.tr("{absent} to call on again").format(absent=absent)
        self.progress.show_count(done, due, text, note, Tone.GREEN if done == due else Tone.ACCENT)
        over = due > 0 and done + absent == due
        left = self.tr("Everyone was called on. To call on again: {absent}.").format(absent=absent)
        whole = self.tr("This micro-grid is done: {due} households.").format(due=due)
        self.finished.setText(left if absent else whole)
        self.finished.setVisible(over)

    def hold(self, form: DisputeForm) -> None:
        """Take in the dispute form."""
        self.form_card.body.addWidget(form, 1)

    def show_form(self, shown: bool) -> None:
        """The dispute form instead of list and card, or these again."""
        self._right.setCurrentIndex(1 if shown else 0)
        self._left.setVisible(not shown)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to let list and card be stacked at all."""
        widths = (part.minimumSizeHint().width() for part in (self._left, self._right, self._top))
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current()
        stacked = self.width() < theme.px(_STACK_BELOW)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.BottomToTop if stacked else ways.LeftToRight)
        self._left.setMinimumWidth(0 if stacked else theme.px(_LIST_WIDTH))
        self._left.setMaximumWidth(16777215 if stacked else theme.px(_LIST_WIDTH))

    def _lay(self) -> None:
        self._top = QWidget()
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(12)
        top.addWidget(self.rounds)
        top.addWidget(self.grids)
        top.addWidget(self.progress, 1)
        for part in (self._card(), self.form_card):
            self._right.addWidget(part)
        self.body = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.body)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addWidget(self._left)
        self._box.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._top)
        column.addWidget(self.body, 1)
        column.addWidget(self.empty, 1)

    def _card(self) -> Card:
        card = Card()
        card.add(self.finished)
        card.body.addWidget(Scrolling(self.panel), 1)
        card.add(self.marking)
        return card

    @staticmethod
    def _fill(box: QComboBox, choices: list[tuple[str, UUID]], chosen: UUID | None) -> None:
        box.blockSignals(True)
        box.clear()
        for name, id_ in choices:
            box.addItem(name, id_)
        ids = [id_ for _name, id_ in choices]
        box.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)
        box.setVisible(len(choices) > 1)
        box.blockSignals(False)
