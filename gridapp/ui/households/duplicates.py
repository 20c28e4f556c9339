"""Two who may be one, side by side: a key per field, Enter makes one of them, N keeps two."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from gridapp.domain.households.duplicates import Pair
from gridapp.ui.households.duplicate_rows import (
    HOME,
    LEFT,
    RIGHT,
    FieldRow,
    columns,
    rows_of,
    why,
)
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.table import DataTable
from gridapp.ui.widgets.words import button, words
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases.desk import RejectedError
from gridapp.usecases.households import duplicates
from gridapp.usecases.households.duplicates import FIELDS, BothSides

_COLUMNS = {2: LEFT, 3: RIGHT}


class DuplicatesPanel(Card):
    """``left``: back to the list. ``merged(Changed)``: one was made of two. ``failed(error)``."""

    left = Signal()
    merged = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.pairs: list[Pair] = []
        self.at = 0
        self.sides: BothSides | None = None
        self._chosen: dict[str, int] = {}
        self.work = WorkPanel(services.background, self.tr("Looking for duplicates"))
        self.told, self.why = words("", "heading"), words("", "muted", wrap=True)
        self.table = self._table()
        self.none = Empty("users", self.tr("Nobody stands here twice"))
        self._lay()
        self._connect()

    def start(self, unit: UUID) -> None:
        """Look through a unit and all below it."""
        self.pairs, self.sides = [], None
        self._show_parts()
        self.none.hide()
        desk = self._services.desk
        self.work.start(
            lambda progress: duplicates.find(desk, unit, progress.report),
            self._found,
            self.failed.emit,
            cancelled=self.left.emit,
        )

    def choose(self, key: int, side: int | None = None) -> None:
        """Take a field, by its key, from a side; from the other one than now when None."""
        row = next((row for row in self.table.rows if row.key == key), None)
        if row is not None and not row.same:
            self._chosen[row.field] = 1 - row.chosen if side is None else side
            self._fill()

    def merge(self) -> None:
        """Make one of the two."""
        if self.sides is None:
            return
        home = self._chosen[HOME]
        both = (self.sides.first, self.sides.second)
        kept, dropped = both[home].id, both[1 - home].id
        taken = {
            name
            for name in FIELDS
            if name in self.sides.differ and self._chosen.get(name, home) != home
        }
        desk, self.sides = self._services.desk, None
        self._services.background.run(
            self,
            lambda: duplicates.merge(desk, kept, dropped, taken),
            self._merged,
            self._not_merged,
        )

    def keep_apart(self) -> None:
        """They are two; remember it."""
        if self.sides is None:
            return
        desk, pair = self._services.desk, self.pairs[self.at]
        self.sides = None
        self._services.background.run(
            self,
            lambda: duplicates.not_the_same(desk, pair.first, pair.second),
            lambda _nothing: self._drop(),
        )

    def step(self, by: int) -> None:
        """To another pair."""
        if self.pairs:
            self.at = (self.at + by) % len(self.pairs)
            self._ask()

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(button(self.tr("Back to the list"), self.left.emit, icon="arrow-left"))
        head.addWidget(self.told, 1)
        self.one = button(self.tr("One person: merge (Enter)"), self.merge, primary=True)
        self.two = button(self.tr("Two people (N)"), self.keep_apart)
        self.before = button(self.tr("Pair before"), partial(self.step, -1))
        self.after = button(self.tr("Next pair"), partial(self.step, 1))
        acts = FlowLayout()
        for made in (self.one, self.two, self.before, self.after):
            acts.addWidget(made)
        self.add(head, self.work, self.why, self.table, acts, self.none)
        self.body.addStretch(1)

    def _connect(self) -> None:
        keys = [(str(number), partial(self.choose, number)) for number in range(1, 9)]
        for text, act in (
            *keys,
            ("Return", self.merge),
            ("Enter", self.merge),
            ("N", self.keep_apart),
            ("PgUp", partial(self.step, -1)),
            ("PgDown", partial(self.step, 1)),
        ):
            shortcut = QShortcut(QKeySequence(text), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self.table.cell_clicked.connect(self._on_clicked)

    def _table(self) -> DataTable[FieldRow]:
        name = self.tr("Two entries side by side")
        return DataTable(name, columns(), identity=lambda row: row.field, whole=True)

    def _found(self, found: list[Pair]) -> None:
        self.pairs, self.at = found, 0
        self._ask()

    def _ask(self) -> None:
        if not self.pairs:
            self.sides = None
            self._show_parts()
            return
        desk, pair = self._services.desk, self.pairs[self.at]
        self._services.background.run(
            self, lambda: duplicates.both(desk, pair.first, pair.second), self._show
        )

    def _show(self, sides: BothSides | None) -> None:
        if sides is None:
            self._drop()
            return
        self.sides = sides
        both = (sides.first, sides.second)
        self._chosen = {HOME: LEFT} | {
            name: LEFT if both[LEFT].values[name] or not both[RIGHT].values[name] else RIGHT
            for name in sides.differ
        }
        self._fill()
        self._show_parts()
        self.table.choose_number(0)
        self.table.setFocus()

    def _show_parts(self) -> None:
        some = self.sides is not None
        for part in (self.table, self.one, self.two, self.before, self.after, self.why):
            part.setVisible(some)
        self.none.setVisible(not some)
        place = self.tr("Pair {number} of {count}")
        self.told.setText(place.format(number=self.at + 1, count=len(self.pairs)) if some else "")
        if some:
            self.why.setText(why(self.pairs[self.at].likeness))

    def _fill(self) -> None:
        if self.sides is None:
            return
        self.table.show_rows(rows_of(self.sides, self._chosen))

    def _on_clicked(self, row: FieldRow, column: int) -> None:
        if column in _COLUMNS:
            self.choose(row.key, _COLUMNS[column])

    def _merged(self, changed: object) -> None:
        self.merged.emit(changed)
        self._drop()

    def _not_merged(self, error: Exception) -> None:
        """One of them is gone meanwhile."""
        if isinstance(error, RejectedError):
            self._drop()
        else:
            self.failed.emit(error)

    def _drop(self) -> None:
        """This pair is done with; the next comes by itself."""
        del self.pairs[self.at]
        self.at = min(self.at, max(0, len(self.pairs) - 1))
        self._ask()
