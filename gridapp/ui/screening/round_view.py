"""The walk on screen: progress, the list at the left, card or dispute form at the right."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gridapp.domain.screening.screening import Progress
from gridapp.store.screening import RoundLine
from gridapp.ui.disputes.registering.form import DisputeForm
from gridapp.ui.screening.household import HouseholdPanel
from gridapp.ui.screening.marking import Marking
from gridapp.ui.screening.walk_list import ADDRESS, WalkList
from gridapp.ui.screening.walking import Look
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.elided import Elided
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.progress import ProgressLine
from gridapp.ui.widgets.scrolling import Scrolling
from gridapp.ui.widgets.views import Views
from gridapp.ui.widgets.words import words

_LIST_WIDTH, _STACK_BELOW = 384, 780
_PANEL, _TIGHT_PANEL = 120, 78
_TIGHT_LIST_WIDTH, _TIGHT_STACK_BELOW = 250, 640


class _Choice(QComboBox):
    """Gives way to what stands beside it when there is little room."""

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), current().px(96)), hint.height())


class RoundView(QWidget):
    """Only lays out and shows; the page decides."""

    def __init__(self, panel: HouseholdPanel, marking: Marking) -> None:
        super().__init__()
        self.panel, self.marking = panel, marking
        self.form_card = Card(self.tr("New dispute"))
        self.list = WalkList(self.tr("Households in walking order"))
        self.rounds, self.grids = _Choice(), _Choice()
        self.rounds.setAccessibleName(self.tr("Round"))
        self.grids.setAccessibleName(self.tr("Micro-grid"))
        self.title = Elided("", "heading")
        self._tight = False
        self.progress = ProgressLine(self.tr("Progress of this walk"))
        self.finished = words("", "heading", wrap=True)
        self._inner = Scrolling(panel)
        self._right = Views()
        self._left = Card(flush=True)
        self._left.add(self.list)
        self.empty = Empty(
            "users",
            self.tr("No households here yet"),
            self.tr("Import the roster of the village on the page Households first."),
        )
        self._lay()

    def show_choices(self, look: Look, today: date) -> None:
        """Offer the rounds and the micro-grids of the chosen one."""
        self._fill(
            self.rounds,
            [(self._round_name(r, today), r.id) for r in look.rounds],
            look.round.id if look.round else None,
        )
        self._fill(self.grids, [(g.name, g.unit_id) for g in look.grids], look.unit_id)
        self.body.setVisible(bool(look.lines))
        self.empty.setVisible(not look.lines)

    def show_progress(self, far: Progress, note: str, further: str) -> None:
        """How far the walk is; at its end, the name of the micro-grid to go on with."""
        done, due, absent = far.done, far.due, far.absent
        text = self.tr("Visited {done} of {due} households").format(done=done, due=due)
        if absent:
            text += " · " + self.tr("{absent} to call on again").format(absent=absent)
        self.progress.show_count(done, due, text, note, Tone.GREEN if done == due else Tone.ACCENT)
        over = due > 0 and done + absent == due
        left = self.tr("Everyone was called on. To call on again: {absent}.").format(absent=absent)
        whole = self.tr("This micro-grid is done: {due} households.").format(due=due)
        on = self.tr("N or Enter goes on to {grid}.").format(grid=further) if further else ""
        self.finished.setText(f"{left if absent else whole} {on}".strip())
        self.finished.setVisible(over)

    def hold(self, form: DisputeForm) -> None:
        """Take in the dispute form."""
        self.form_card.body.addWidget(form, 1)

    def show_form(self, shown: bool) -> None:
        """The dispute form instead of list and card, or these again."""
        self._right.show_view(self.form_card if shown else self._card)
        self._left.setVisible(not shown)

    def fold(self, tight: bool, buttons: Sequence[QPushButton]) -> None:
        """In a low window the head of the page stands in the row of the progress."""
        self._tight = tight
        if tight:
            for made in buttons:
                self._row.addWidget(made)
        self.title.setVisible(tight and not self.rounds.isVisibleTo(self))
        self.progress.note.setVisible(not tight)
        self.marking.set_tight(tight)
        self.panel.set_tight(tight)
        self._inner.set_height(_TIGHT_PANEL if tight else _PANEL)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to let list and card be stacked at all."""
        widths = (part.minimumSizeHint().width() for part in (self._left, self._right, self._top))
        return QSize(max(widths), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        theme = current()
        stacked = self.width() < theme.px(_TIGHT_STACK_BELOW if self._tight else _STACK_BELOW)
        wide = theme.px(_TIGHT_LIST_WIDTH if self._tight else _LIST_WIDTH)
        self.list.setColumnHidden(ADDRESS, self._tight and not stacked)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.BottomToTop if stacked else ways.LeftToRight)
        self._left.setMinimumWidth(0 if stacked else wide)
        self._left.setMaximumWidth(16777215 if stacked else wide)

    def _lay(self) -> None:
        self._top = QWidget()
        self._row = top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(12)
        for part in (self.title, self.rounds, self.grids):
            top.addWidget(part)
        top.addWidget(self.progress, 1)
        self._card = self._make_card()
        for card in (self._card, self.form_card):
            self._right.add(card)
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

    def _make_card(self) -> Card:
        card = Card()
        card.add(self.finished)
        card.body.addWidget(self._inner, 1)
        card.add(self.marking)
        return card

    def _round_name(self, line: RoundLine, today: date) -> str:
        if line.ends_on >= today:
            return line.name
        return self.tr("{name} (ended)").format(name=line.name)

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
