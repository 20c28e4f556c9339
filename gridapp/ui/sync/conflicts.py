"""What waits for a decision: a list, and of the chosen conflict both values side by side."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.contract.conflicts import Choice
from gridapp.store.sync.conflicts import ConflictLine
from gridapp.ui import field_words
from gridapp.ui.services import Services
from gridapp.ui.sync import line as times
from gridapp.ui.sync.sides import SidePane
from gridapp.ui.sync.third import ThirdValue
from gridapp.ui.sync.value_input import can_be_typed
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.keys import KeyButton
from gridapp.ui.widgets.scrolling import bring_into_sight
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import words
from gridapp.usecases.sync import conflicts

SECONDS = 60
"""So long numbers of people stay in sight."""


class ConflictsCard(Card):
    """``decided(conflict id, choice, third value)``. ``reveal_wanted(conflict id)``.

    The keys 1, 2, 3 decide about the chosen line; R shows numbers of people in full.
    """

    decided = Signal(object, object, object)
    reveal_wanted = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("For you to decide"), flush=True)
        self._services = services
        self._role = services.desk.person.role
        self._line: ConflictLine | None = None
        self.table = self._table(services.desk.now)
        self.table.chosen_row.connect(self._choose)
        self.heading = words("", "heading", wrap=True)
        keep = partial(self._decide, Choice.STANDING)
        take = partial(self._decide, Choice.OFFERED)
        self.standing = SidePane(
            Choice.STANDING, self.tr("In force now"), self.tr("Keep this"), keep, self
        )
        self.offered = SidePane(
            Choice.OFFERED, self.tr("Also written"), self.tr("Take this instead"), take, self
        )
        self.other = KeyButton("3", self.tr("Another value"), self._type, small=True, scope=self)
        self.reveal = KeyButton("R", self.tr("Show the numbers"), self._ask, small=True, scope=self)
        self._cover = QTimer(self)
        self._cover.setSingleShot(True)
        self._cover.timeout.connect(self.cover)
        self.third = ThirdValue(services.today)
        self.third.entered.connect(partial(self._decide, Choice.OTHER))
        self.third.left.connect(self._leave_third)
        self._lay()

    def show_lines(self, lines: Sequence[ConflictLine]) -> None:
        """Show these; hidden while there are none."""
        self.table.show_rows(lines)
        self.setVisible(bool(lines))
        self.set_note(f"{len(lines):,}")
        if lines and self.table.chosen() is None:
            self.table.choose_number(0)

    def look(self) -> None:
        """Begin here: the list has the focus, and what is chosen is in sight."""
        self.table.setFocus()
        bring_into_sight(self._detail)

    def show_revealed(self, line: ConflictLine) -> None:
        """The numbers of the chosen conflict in full, for a minute or until another is chosen."""
        if self._line is not None and self._line.id == line.id:
            self._show(line)
            self.reveal.hide()
            self._cover.start(SECONDS * 1000)

    def cover(self) -> None:
        """Numbers of people are masked again."""
        row = self.table.chosen()
        if row is not None and not self.third.isVisible():
            self._show(row)

    def show_faults(self, sentences: Sequence[str]) -> None:
        """What is wrong with the third value."""
        self.third.show_fault(" ".join(sentences))

    def close_third(self) -> None:
        """The decision has been kept."""
        if self.third.isVisible():
            self._leave_third()

    def _decide(self, choice: Choice, value: Any = None) -> None:
        if self._line is not None:
            self.decided.emit(self._line.id, choice, value)

    def _type(self) -> None:
        """Ask for a third value; the keys wait meanwhile, digits are typed."""
        if self._line is not None:
            self._keys_on(False)
            self._more.hide()
            self.third.open(self._line)
            bring_into_sight(self._detail)

    def _leave_third(self) -> None:
        self.third.hide()
        self._more.show()
        self._keys_on(True)
        self.table.setFocus()

    def _ask(self) -> None:
        if self._line is not None:
            self.reveal_wanted.emit(self._line.id)

    def _choose(self, row: ConflictLine | None) -> None:
        same = row is not None and self._line is not None and row.id == self._line.id
        if same and self.third.isVisible():
            return
        self._detail.setVisible(row is not None)
        self.close_third()
        self._line = row
        if row is not None:
            self._show(row)
            if self.table.hasFocus():
                bring_into_sight(self._detail)

    def _show(self, row: ConflictLine) -> None:
        self._line = row
        allowed = conflicts.choices(self._role, row)
        template = self.tr("{subject}: {field}")
        self.heading.setText(template.format(subject=_subject(row), field=_field(row)))
        self.standing.show_side(row, row.standing_by, allowed)
        by = row.offered_by or self.tr("another laptop")
        when = times.moment(row.offered_at, self._services.desk.now())
        self.offered.show_side(row, f"{by} · {when}", allowed)
        typed = Choice.OTHER in allowed and can_be_typed(row.kind, row.field)
        self.other.setVisible(typed)
        self.reveal.setVisible(conflicts.is_masked(row))
        self._keys_on(True)

    def _keys_on(self, on: bool) -> None:
        for key in (self.standing.take, self.offered.take, self.other, self.reveal):
            key.setEnabled(on and not key.isHidden())

    def _table(self, now: Callable[[], datetime]) -> DataTable[ConflictLine]:
        columns: tuple[Column[ConflictLine], ...] = (
            Column(self.tr("About"), _subject, 240, 2),
            Column(self.tr("What"), _field, 110, 1),
            Column(self.tr("When"), lambda row: times.moment(row.offered_at, now()), 110),
        )
        return DataTable(self.title.text(), columns, identity=lambda row: row.id, whole=5)

    def _lay(self) -> None:
        sides = EvenGrid(220, 24)
        sides.add(self.standing)
        sides.add(self.offered)
        self._more = QWidget()
        row = FlowLayout(self._more)
        row.addWidget(self.other)
        row.addWidget(self.reveal)
        effect = self.tr(
            "The decision goes to the county and holds everywhere; undo it until then."
        )
        self._detail = QWidget()
        column = QVBoxLayout(self._detail)
        column.setContentsMargins(14, 6, 14, 10)
        column.setSpacing(10)
        for part in (
            self.heading,
            sides,
            self._more,
            self.third,
            words(effect, "muted", wrap=True),
        ):
            column.addWidget(part)
        self.add(self.table, self._detail)
        self.third.hide()
        self.hide()


def _subject(row: ConflictLine) -> str:
    name = row.subject.name or field_words.kind(row.kind)
    return f"{name}（{row.subject.place}）" if row.subject.place else name


def _field(row: ConflictLine) -> str:
    return field_words.label(row.kind, row.field)
