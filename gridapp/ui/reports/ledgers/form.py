"""The form of a ledger of one's own: what it lists, its columns and order, its name."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gridapp.reports.ledgers.definitions import Definition
from gridapp.reports.ledgers.sources import KINDS
from gridapp.store.reports.ledgers import Source
from gridapp.ui import messages
from gridapp.ui.reports.ledgers.column_list import ColumnList
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.words import button, words

_SOON = 300
"""Milliseconds after a change, until the rows below are asked for again."""
_AT = {
    "ledger.name_missing": "name",
    "ledger.name_taken": "name",
    "ledger.no_column": "columns",
}


class LedgerForm(Card):
    """``changed``: look again. ``kept(Definition)``: keep it. ``left``: think better of it."""

    changed = Signal()
    kept = Signal(object)
    left = Signal()

    def __init__(self, unit: str) -> None:
        super().__init__(self.tr("A ledger of your own"))
        self._unit = unit
        self._start = Definition("", "", Source.CASES, (), own=True)
        self.name, self.sources, self.columns = QLineEdit(), QComboBox(), ColumnList()
        for source, kind in KINDS.items():
            self.sources.addItem(kind.name, source)
        self.order, self.down = QComboBox(), QCheckBox(self.tr("Rows: last first"))
        self.fields = {
            "name": Field(self.tr("Name"), self.name),
            "source": Field(self.tr("What it lists"), self.sources),
            "order": Field(self.tr("Order of the rows"), self.order),
            "columns": Field(
                self.tr("Columns"),
                self.columns,
                self.tr("Space ticks · Alt+↑ Alt+↓ move · F2 gives another heading"),
            ),
        }
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.changed)
        self._lay()
        self.sources.currentIndexChanged.connect(self._on_source)
        self.columns.changed.connect(self._soon.start)
        self.order.currentIndexChanged.connect(self._soon.start)
        self.down.toggled.connect(self._soon.start)
        self.hide()
        bind_save(self, self.keep)
        bind_escape(self, self.leave)

    def open(self, start: Definition) -> None:
        """Begin with this; one without a code is new."""
        self._start = start
        self.set_title(self.tr("Change the ledger") if start.code else self.tr("A new ledger"))
        self.name.setText(start.name)
        self._block(on=True)
        self.sources.setCurrentIndex(self.sources.findData(start.source))
        self.sources.setEnabled(not start.code)
        self._block(on=False)
        self._offer(start)
        show_errors(self.fields, {})
        self.show()
        self.name.setFocus()

    def definition(self) -> Definition:
        """As it stands."""
        source = Source(self.sources.currentData())
        same = source == self._start.source
        return replace(
            self._start,
            name=self.name.text(),
            source=source,
            columns=self.columns.chosen(),
            sort=(self.order.currentData() or "", self.down.isChecked()),
            shelf=self._start.shelf if same else "",
            category=self._start.category if same else "",
            own=True,
        )

    def show_faults(self, codes: Sequence[str]) -> None:
        """Say at each field what is wrong with it."""
        show_errors(self.fields, {_AT.get(code, "name"): messages.sentence(code) for code in codes})

    def keep(self) -> None:
        """Keep it as it stands."""
        self.kept.emit(self.definition())

    def leave(self) -> None:
        """Leave everything as it was."""
        self.hide()
        self.left.emit()

    def _lay(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        for name in ("name", "source", "order"):
            left.addWidget(self.fields[name])
        left.addStretch(1)
        moves = QWidget()
        flow = FlowLayout(moves)
        for made in (
            button(self.tr("Further up"), self.columns.move_up, icon="chevron-up"),
            button(self.tr("Further down"), self.columns.move_down, icon="chevron-down"),
            self.down,
        ):
            flow.addWidget(made)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.fields["columns"])
        right.addWidget(moves)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, 2)
        middle.addLayout(right, 3)
        row = QHBoxLayout()
        hint = self.tr(
            "{unit} and all below it have it after their next sync."
            " Period, state and unit are chosen below."
        ).format(unit=self._unit)
        row.addWidget(words(hint, "muted", wrap=True), 1)
        row.addWidget(button(self.tr("Back"), self.leave))
        row.addWidget(button(self.tr("Keep the ledger"), self.keep, primary=True))
        self.add(middle, row)

    def _on_source(self) -> None:
        self._offer(self.definition())
        self._soon.start()

    def _offer(self, start: Definition) -> None:
        """The columns and orders of a source."""
        self._block(on=True)
        known = tuple(start.kind.columns.values())
        same = start.source == self._start.source
        self.columns.show_columns(known, self._start.columns if same else _first(start))
        self.order.clear()
        self.order.addItem(self.tr("the usual order"), "")
        for column in known:
            if column.can_sort:
                self.order.addItem(column.heading, column.key)
        by, down = self._start.sort if same else ("", False)
        self.order.setCurrentIndex(max(0, self.order.findData(by)))
        self.down.setChecked(down)
        self._block(on=False)

    def _block(self, *, on: bool) -> None:
        for one in (self.sources, self.order, self.down, self.columns):
            one.blockSignals(on)


def _first(definition: Definition) -> tuple[tuple[str, str], ...]:
    """The first columns of a source: something to look at."""
    known = list(definition.kind.columns.values())[:6]
    return tuple((column.key, column.heading) for column in known)
