"""The members of a household as a table that is written in like paper: type, Tab, go on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from gridapp.contract.codes import SEX
from gridapp.contract.households import Residence
from gridapp.domain.households.history import GONE
from gridapp.ui import words as names
from gridapp.ui.households.writer import Cell, CellWriter
from gridapp.ui.households.written import FIELDS, MASKED
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.rows import Column, RowModel
from gridapp.ui.widgets.table import DataTable
from gridapp.usecases.households.households import MemberLine

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Person:
    """A member as the table shows them; ``open`` while the numbers are in sight.

    Without a ``line`` it is the empty row at the end, where somebody is entered.
    """

    line: MemberLine | None
    open: bool = False

    @property
    def id(self) -> UUID | None:
        """The member's id, None for the empty row."""
        return self.line.id if self.line else None


class MembersTable(DataTable[Person]):
    """``edited(Cell, value)``: a cell was written, as it was when the writing began.

    ``unread(sentence)``: what stands in the open cell cannot be understood; "" when it can.
    """

    edited = Signal(object, object)
    unread = Signal(str)

    def __init__(self, name: str, today: Callable[[], date]) -> None:
        self._today = today
        columns = self._columns()
        super().__init__(
            name,
            columns,
            identity=lambda person: person.id,
            strong=lambda person: person.open,
            whole=True,
        )
        self.writable = False
        self._later: Sequence[Person] | None = None
        self._model: RowModel[Person] = _Model(columns, self)
        self.setModel(self._model)
        self._writer = CellWriter(self, self._cell)
        self._writer.unread.connect(self.unread)
        self._writer.written.connect(self.edited)
        self.setItemDelegate(self._writer)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def show_rows(self, rows: Sequence[Person]) -> None:
        """Show the members; what is being written stays open, others come when it is left."""
        self._later = None
        before = [person.id for person in self._model.rows]
        after = [person.id for person in rows]
        if before == after and rows:
            self._model.rows = rows
            last = self._model.index(len(rows) - 1, self._model.columnCount() - 1)
            self._model.dataChanged.emit(self._model.index(0, 0), last)
        elif self.state() == QAbstractItemView.State.EditingState:
            self._later = rows
        else:
            place = self.currentIndex()
            super().show_rows(rows)
            if place.isValid() and self._model.row(place.row()) is not None:
                self.setCurrentIndex(self._model.index(place.row(), place.column()))
        self.updateGeometry()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        QTimer.singleShot(0, self, self._catch_up)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def choose_cell(self, row: int, column: int) -> None:
        """Go to a cell."""
        self.setCurrentIndex(self._model.index(row, column))

    def _catch_up(self) -> None:
        if self._later is not None:
            self.show_rows(self._later)

    def _cell(self, row: int, column: int) -> Cell:
        line, field = self._model.rows[row].line, FIELDS[column]
        masked = field in MASKED and not self._model.rows[row].open
        if line is None:
            return Cell(field, masked, empty=True, sex="0", person=None, revision=0)
        return Cell(field, masked, False, line.sex, line.id, line.revision)

    def _columns(self) -> tuple[Column[Person], ...]:
        """Where somebody is stands before the long numbers, which a small window cuts off."""

        def shown(tell: Callable[[MemberLine], str]) -> Callable[[Person], str]:
            return lambda person: tell(person.line) if person.line else ""

        return (
            Column[Person](self.tr("Full name"), self._name, 84, stretch=1, ink=_ink),
            Column[Person](
                self.tr("Relation"), shown(_relation), 84, stretch=1, tone=_relation_tone
            ),
            Column[Person](
                self.tr("Sex"), shown(lambda m: SEX[m.sex] if m.sex in ("1", "2") else ""), 48
            ),
            Column[Person](self.tr("Born"), shown(_born), 104, ink=_doubt("born")),
            Column[Person](self.tr("Age"), shown(self._age), 48, right=True),
            Column[Person](
                self.tr("Where"),
                shown(lambda m: names.residence(m.residence)),
                84,
                stretch=1,
                tone=_where_tone,
            ),
            Column[Person](
                self.tr("Citizen number"),
                shown(lambda m: m.citizen_number),
                180,
                ink=_doubt("citizen"),
            ),
            Column[Person](self.tr("Phone"), shown(lambda m: m.phone), 116, ink=_ink),
            Column[Person](self.tr("Remark"), shown(lambda m: m.note), 72, stretch=2),
        )

    def _name(self, person: Person) -> str:
        return person.line.name if person.line else self.tr("Add somebody…")

    def _age(self, line: MemberLine) -> str:
        return "" if line.born_on is None else str(_years(line.born_on, self._today()))


class _Model(RowModel[Person]):
    """Cells can be written in, but for what follows from others and for who is gone."""

    def __init__(self, columns: Sequence[Column[Person]], table: MembersTable) -> None:
        super().__init__(columns, lambda person: person.open, table)
        self._table = table

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        person = self.row(index.row())
        if person is None or not self._table.writable:
            return flags
        field = FIELDS[index.column()]
        new = person.line is None
        gone = person.line is not None and person.line.residence in GONE
        if not field or (new and field != "name") or (gone and field == "residence"):
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _born(line: MemberLine) -> str:
    return "" if line.born_on is None else line.born_on.isoformat()


def _relation(line: MemberLine) -> str:
    return names.relation(line.relation) or "?"


def _relation_tone(person: Person) -> Tone | None:
    if person.line is None or person.line.residence in GONE or person.line.relation:
        return None
    return Tone.AMBER


def _ink(person: Person) -> Tone | None:
    if person.line is None or person.line.residence in GONE:
        return Tone.NEUTRAL
    return Tone.ACCENT if person.open else None


def _doubt(word: str) -> Callable[[Person], Tone | None]:
    def ink(person: Person) -> Tone | None:
        doubtful = person.line is not None and any(word in code for code in person.line.findings)
        return Tone.AMBER if doubtful else _ink(person)

    return ink


def _where_tone(person: Person) -> Tone | None:
    if person.line is None:
        return None
    tones: dict[str, Tone] = {Residence.AWAY: Tone.AMBER, Residence.PRESENT: Tone.GREEN}
    return tones.get(person.line.residence, Tone.NEUTRAL)
