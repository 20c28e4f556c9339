"""Step 4: a roster that comes again against what is kept; each difference is taken or left."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.rosters.comparing import Comparison, RowKind
from gridapp.ui.rosters import compare_lines as told
from gridapp.ui.rosters.compare_lines import Line
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button, set_property, words
from gridapp.usecases.rosters.roster_choices import Choices

_SHOWN = (None, RowKind.NEW_HOUSEHOLD, RowKind.CHANGED, RowKind.MOVED, RowKind.MISSING)


class CompareStep(QWidget):
    """``chosen(keys → taken)``: the person takes or leaves lines."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._choices: Choices = {}
        self._kind: RowKind | None = None
        self.lines = self._table()
        self.summary = words("", "heading", wrap=True)
        self.hint = words(
            self.tr(
                "Space takes or leaves the chosen lines, Ctrl+A chooses all. Nobody is removed:"
                " who is missing stays, unless you take the line."
            ),
            "muted",
            wrap=True,
        )
        self.none = words(self.tr("Nothing of this kind."), "muted", wrap=True)
        self.filters = {kind: button("", partial(self.show_kind, kind)) for kind in _SHOWN}
        self._lay()
        self.lines.toggled.connect(self._toggle)

    def show_comparison(self, comparison: Comparison, choices: Choices) -> None:
        """Show what differs; the lines that are in sight stay the same."""
        self._comparison, self._choices = comparison, choices
        new = (RowKind.NEW_HOUSEHOLD, RowKind.NEW_MEMBER)
        text = self.tr("{same} people are the same; {count} differences")
        count = len(comparison.rows)
        self.summary.setText(text.format(same=f"{comparison.unchanged:,}", count=f"{count:,}"))
        for kind, made in self.filters.items():
            kinds = new if kind == RowKind.NEW_HOUSEHOLD else (kind,)
            held = sum(kind is None or row.kind in kinds for row in comparison.rows)
            made.setText(f"{self._filter_word(kind)} {held:,}")
            made.setAccessibleName(made.text())
        self.show_kind(self._kind)

    def show_kind(self, kind: RowKind | None) -> None:
        """Show the lines of one kind, or all."""
        self._kind = kind
        for one, made in self.filters.items():
            set_property(made, "chosen", one == kind)
        rows = self._comparison.rows if self._comparison else ()
        shown = told.lines_of(rows, self._choices, kind)
        self.lines.show_rows(shown)
        self.none.setVisible(not shown)
        if shown and not self.lines.currentIndex().isValid():
            self.lines.choose_number(0)

    def set_focus(self) -> None:
        """Stand in the lines."""
        self.lines.setFocus()

    def _filter_word(self, kind: RowKind | None) -> str:
        known: Mapping[RowKind | None, str] = {
            None: self.tr("All"),
            RowKind.NEW_HOUSEHOLD: self.tr("New ones"),
            RowKind.CHANGED: self.tr("Changed"),
            RowKind.MOVED: self.tr("Moved"),
            RowKind.MISSING: self.tr("Missing"),
        }
        return known[kind]

    def _table(self) -> "_Lines":
        columns = (
            Column[Line](self.tr("Choice"), told.taken_word, 80, tone=told.taken_tone),
            Column[Line](self.tr("Difference"), told.kind_word, 96, tone=told.kind_tone),
            Column[Line](self.tr("Group"), lambda line: line.row.group or "—", 68),
            Column[Line](self.tr("Full name"), lambda line: line.row.name, 72),
            Column[Line](self.tr("What differs"), told.field_word, 80),
            Column[Line](self.tr("Kept so far"), told.old_word, 116, stretch=1),
            Column[Line](self.tr("In the roster"), told.new_word, 128, stretch=1),
        )
        return _Lines(self.tr("Differences"), columns, identity=lambda line: line.key, multi=True)

    def _lay(self) -> None:
        row = QWidget()
        flow = FlowLayout(row)
        for made in self.filters.values():
            flow.addWidget(made)
        card = Card(self.tr("Differences"), flush=True)
        card.add(self.lines, self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.summary)
        column.addWidget(self.hint)
        column.addWidget(row)
        column.addWidget(card, 1)

    def _toggle(self, lines: tuple[Line, ...]) -> None:
        """Several lines become alike: taken, unless all of them are."""
        taken = not all(line.taken for line in lines)
        self.chosen.emit({line.key: taken for line in lines})


class _Lines(DataTable[Line]):
    """``toggled(lines)``: Space or Enter on the chosen lines, or a double click."""

    toggled = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in keys and plain and self.selected():
            self.toggled.emit(self.selected())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: object) -> None:
        if self.selected():
            self.toggled.emit(self.selected())
