"""One household on one screen: where it is, who belongs to it, numbers masked until revealed."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from gridapp.contract.codes import SEX
from gridapp.contract.households import Residence
from gridapp.ui import words as names
from gridapp.ui.households.reveal import RevealPanel
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button, words
from gridapp.usecases import households
from gridapp.usecases.households import HouseholdSheet, MemberLine, Revealed


@dataclass(frozen=True)
class Person:
    """A member as the table shows them; ``open`` while the numbers are in sight."""

    line: MemberLine
    open: bool = False


class SheetPanel(Card):
    """``left``: back to the list. ``stepped(±1)``: another household of the list is wanted."""

    left = Signal()
    stepped = Signal(int)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.household_id: UUID | None = None
        self._sheet: HouseholdSheet | None = None
        self._filling = False
        self._today = services.today()
        self.head_name, self.address = words("", "figure"), words("", wrap=True)
        self.place, self.note = words("", "muted", wrap=True), words("", "muted", wrap=True)
        self.members = self._table()
        self.reveal = RevealPanel(services)
        self._lay()
        for keys, act in (
            ("PgUp", partial(self.stepped.emit, -1)),
            ("PgDown", partial(self.stepped.emit, 1)),
            ("R", self.reveal.ask_reason),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self.members.chosen_row.connect(self._on_member)
        self.members.activated_row.connect(lambda _row: self.reveal.ask_reason())
        self.reveal.revealed.connect(self._show_numbers)
        self.reveal.covered.connect(self._cover)

    def open(self, household_id: UUID) -> None:
        """Show a household; its reading is noted."""
        self.reveal.cover()
        self.household_id, self._sheet = household_id, None
        self._today = self._services.today()
        self.refresh()
        self.members.setFocus()

    def refresh(self) -> None:
        """Ask for the household again."""
        desk, wanted = self._services.desk, self.household_id
        if wanted is not None:
            ask = self._services.background.run
            ask(self, lambda: households.sheet(desk, wanted), self._show)

    def close_household(self) -> None:
        """Forget the household; nothing in full stays in memory of the screen."""
        self.reveal.cover()
        self.household_id = self._sheet = None
        self.members.show_rows(())

    def hideEvent(self, event: QHideEvent) -> None:
        self.reveal.cover()
        super().hideEvent(event)

    def _lay(self) -> None:
        head = FlowLayout(gap=14)
        for part in (self.head_name, self.place):
            head.addWidget(part)
        walk = QHBoxLayout()
        walk.setSpacing(8)
        walk.addWidget(button(self.tr("Back to the list"), self.left.emit, icon="arrow-left"))
        walk.addStretch(1)
        for icon, name, by in (
            ("chevron-up", self.tr("Previous household"), -1),
            ("chevron-down", self.tr("Next household"), 1),
        ):
            made = button("", partial(self.stepped.emit, by), icon=icon)
            made.setAccessibleName(name)
            made.setToolTip(name)
            walk.addWidget(made)
        self.add(walk, head, self.address, self.note, self.members, self.reveal)
        self.body.addStretch(1)

    def _table(self) -> DataTable[Person]:
        columns = (
            Column[Person](self.tr("Full name"), lambda p: p.line.name, 76, stretch=1),
            Column[Person](
                self.tr("Relation"), lambda p: names.relation(p.line.relation), 72, stretch=1
            ),
            Column[Person](self.tr("Sex"), lambda p: SEX.get(p.line.sex, p.line.sex), 48),
            Column[Person](self.tr("Born"), self._born, 98),
            Column[Person](self.tr("Age"), self._age, 48, right=True),
            Column[Person](
                self.tr("Citizen number"), lambda p: p.line.citizen_number or "—", 168, ink=_ink
            ),
            Column[Person](self.tr("Phone"), lambda p: p.line.phone or "—", 112, ink=_ink),
            Column[Person](self.tr("Where"), _where, 76, stretch=1, tone=_where_tone),
        )
        return DataTable(
            self.tr("Members of the household"),
            columns,
            identity=lambda p: p.line.id,
            strong=lambda p: p.open,
            whole=True,
        )

    def _born(self, person: Person) -> str:
        return "—" if person.line.born_on is None else person.line.born_on.isoformat()

    def _age(self, person: Person) -> str:
        born = person.line.born_on
        return "—" if born is None else str(_years(born, self._today))

    def _show(self, sheet: HouseholdSheet | None) -> None:
        if sheet is None:
            self.left.emit()
            return
        if sheet.id != self.household_id:
            return
        self._sheet = sheet
        people = [Person(line) for line in sheet.members]
        self.head_name.setText(people[0].line.name if people else self.tr("Nobody"))
        self.address.setText(sheet.address)
        number = self.tr("No. {number}").format(number=sheet.number) if sheet.number else ""
        count = self.tr("{count} people").format(count=len(people))
        parts = (sheet.unit_name, sheet.group_name, number, count)
        self.place.setText(" · ".join(part for part in parts if part))
        self.note.setText(sheet.note)
        for label in (self.address, self.note):
            label.setVisible(bool(label.text()))
        self.reveal.cover()
        self._fill(people)
        if people and self.members.chosen() is None:
            self.members.choose_number(0)
        self._on_member(self.members.chosen())

    def _fill(self, people: list[Person]) -> None:
        """The current row is lost for a moment, which is no reason to cover the numbers."""
        self._filling = True
        self.members.show_rows(people)
        self._filling = False

    def _on_member(self, person: Person | None) -> None:
        if self._filling:
            return
        self.reveal.show_member(
            person.line.id if person else None, person.line.name if person else ""
        )

    def _show_numbers(self, member_id: UUID, numbers: Revealed) -> None:
        shown = []
        for row in self._rows():
            if row.line.id == member_id:
                line = replace(row.line, citizen_number=numbers.citizen_number, phone=numbers.phone)
                shown.append(Person(line, open=True))
            else:
                shown.append(row)
        self._fill(shown)
        self.members.setFocus()

    def _cover(self) -> None:
        self._fill(self._rows())

    def _rows(self) -> list[Person]:
        return [Person(line) for line in self._sheet.members] if self._sheet else []


def _years(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _ink(person: Person) -> Tone | None:
    return Tone.ACCENT if person.open else None


def _where(person: Person) -> str:
    return names.residence(person.line.residence)


def _where_tone(person: Person) -> Tone | None:
    tones: dict[str, Tone] = {Residence.AWAY: Tone.AMBER, Residence.PRESENT: Tone.GREEN}
    return tones.get(person.line.residence, Tone.NEUTRAL)
