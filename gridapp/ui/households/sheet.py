"""One household on one screen: what is written of it, its people, what happened, its history."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.ui import messages
from gridapp.ui.households.facts import Facts
from gridapp.ui.households.history_card import HistoryCard
from gridapp.ui.households.life_card import LifeCard
from gridapp.ui.households.members import MembersTable, Person
from gridapp.ui.households.reveal import RevealPanel
from gridapp.ui.households.writer import Cell
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.households import household_edits, households
from gridapp.usecases.households.comings import NewMember
from gridapp.usecases.households.households import HouseholdSheet, Revealed


class SheetPanel(QWidget):
    """``left``: back to the list. ``stepped(±1)``: another household of the list is wanted.

    ``kept(Changed)``: a cell or line was put right. ``done(Act, Changed)`` and ``failed(error)``:
    of what happened to the household.
    """

    left = Signal()
    stepped = Signal(int)
    kept = Signal(object)
    done = Signal(object, object)
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.household_id: UUID | None = None
        self.sheet: HouseholdSheet | None = None
        self._filling = False
        self.head_name, self.place = words("", "figure"), words("", "muted", wrap=True)
        self.facts = Facts()
        self.members = MembersTable(self.tr("Members of the household"), services.today)
        self.unread, self.doubts = words("", "error", wrap=True), words("", "muted", wrap=True)
        self.reveal = RevealPanel(services)
        self.life, self.history = LifeCard(services), HistoryCard(services)
        self._lay()
        self._connect()

    def open(self, household_id: UUID) -> None:
        """Show a household; its reading is noted. An open cell still belongs to the one before."""
        self.members.setFocus()
        self.reveal.cover()
        self.household_id, self.sheet = household_id, None
        self._say_unread("")
        self.refresh()

    def refresh(self) -> None:
        """Ask for the household again."""
        desk, wanted = self._services.desk, self.household_id
        if wanted is not None:
            ask = self._services.background.run
            ask(self, lambda: households.sheet(desk, wanted), self._show)

    def close_household(self) -> None:
        """Forget the household; nothing in full stays in memory of the screen."""
        self.reveal.cover()
        self.life.shut()
        self.history.shut()
        self.household_id = self.sheet = None
        self.members.show_rows(())

    def hideEvent(self, event: QHideEvent) -> None:
        self.reveal.cover()
        super().hideEvent(event)

    def _lay(self) -> None:
        walk = QHBoxLayout()
        walk.setSpacing(12)
        walk.addWidget(button(self.tr("Back to the list"), self.left.emit, icon="arrow-left"))
        walk.addWidget(self.head_name)
        walk.addWidget(self.place, 1)
        for icon, name, by in (
            ("chevron-up", self.tr("Previous household"), -1),
            ("chevron-down", self.tr("Next household"), 1),
        ):
            made = button("", partial(self.stepped.emit, by), icon=icon)
            made.setAccessibleName(name)
            made.setToolTip(name)
            walk.addWidget(made)
        card = Card()
        card.add(walk, self.facts, self.members, self.unread, self.doubts, self.reveal)
        self.columns = Columns(right_width=240, stack_below=1040)
        self.columns.add_left(card)
        self.columns.add_left(self.life)
        self.columns.add_right(self.history)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    def _connect(self) -> None:
        for keys, act in (
            ("PgUp", partial(self.stepped.emit, -1)),
            ("PgDown", partial(self.stepped.emit, 1)),
            ("Ctrl+R", self.reveal.ask_reason),
        ):
            bind(self, keys, act)
        self.life.bind_keys(self)
        self.members.chosen_row.connect(self._on_member)
        self.members.edited.connect(self._on_cell)
        self.members.unread.connect(self._say_unread)
        self.facts.edited.connect(self._on_fact)
        self.reveal.revealed.connect(self._show_numbers)
        self.reveal.covered.connect(self._cover)
        for card, other in ((self.life, self.history), (self.history, self.life)):
            card.opened.connect(other.shut)
            card.done.connect(self.done)
            card.failed.connect(self.failed)

    def _show(self, sheet: HouseholdSheet | None) -> None:
        if sheet is None:
            self.left.emit()
            return
        if sheet.id != self.household_id:
            return
        again = self.sheet is not None
        self.sheet = sheet
        people = self._rows()
        writable = sheet.until is None
        self.members.writable = writable
        self.head_name.setText(sheet.members[0].name if sheet.members else self.tr("Nobody"))
        self.place.setText(self._place_of(sheet))
        self.facts.show_sheet(sheet, writable=writable)
        self._tell_doubts(sheet)
        self.reveal.cover()
        self._fill(people)
        if not again:
            self.members.choose_cell(0, 0)
        self._on_member(self.members.chosen())
        self.life.show_sheet(sheet)
        self.history.show_sheet(sheet)

    def _place_of(self, sheet: HouseholdSheet) -> str:
        count = self.tr("{count} people").format(count=sheet.people)
        ended = self.tr("until {day}").format(day=sheet.until) if sheet.until else ""
        return " · ".join(part for part in (sheet.unit_name, count, ended) if part)

    def _tell_doubts(self, sheet: HouseholdSheet) -> None:
        """What a person should look at, one line each; nothing of it is in the way."""
        told = [messages.sentence(code) for code in sheet.findings]
        for line in sheet.members:
            told += [f"{line.name}：{messages.sentence(code)}" for code in line.findings]
        self.doubts.setText("\n".join(told))
        self.doubts.setVisible(bool(told))

    def _fill(self, people: list[Person]) -> None:
        """The current row is lost for a moment, which is no reason to cover the numbers."""
        self._filling = True
        self.members.show_rows(people)
        self._filling = False

    def _on_member(self, person: Person | None) -> None:
        if not self._filling:
            line = person.line if person else None
            self.reveal.show_member(line.id if line else None, line.name if line else "")

    def _on_cell(self, cell: Cell, value: object) -> None:
        home, person = self.household_id, cell.person
        if home is None or (person is None and not value):
            return

        def work(desk: Desk) -> Changed:
            if person is None:
                return household_edits.add_member(desk, home, NewMember(str(value)))
            return household_edits.change_member(desk, person, {cell.field: value}, cell.revision)

        self._keep(work)

    def _on_fact(self, field: str, text: str) -> None:
        home = self.household_id
        if home is not None:
            self._keep(lambda desk: household_edits.change_household(desk, home, {field: text}))

    def _keep(self, work: Callable[[Any], Changed]) -> None:
        desk = self._services.desk
        run = self._services.background.run
        run(self, lambda: work(desk), self.kept.emit, self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        if isinstance(error, RejectedError):
            self._say_unread(messages.sentence(error.faults[0]))
            self.refresh()
        else:
            self.failed.emit(error)

    def _say_unread(self, sentence: str) -> None:
        self.unread.setText(sentence)
        self.unread.setVisible(bool(sentence))

    def _show_numbers(self, member_id: UUID, numbers: Revealed) -> None:
        shown = []
        for row in self._rows():
            if row.line is not None and row.id == member_id:
                line = replace(row.line, citizen_number=numbers.citizen_number, phone=numbers.phone)
                shown.append(Person(line, open=True))
            else:
                shown.append(row)
        self._fill(shown)
        self.members.setFocus()

    def _cover(self) -> None:
        self._fill(self._rows())

    def _rows(self) -> list[Person]:
        if self.sheet is None:
            return []
        people = [Person(line) for line in self.sheet.members]
        return people if self.sheet.until else [*people, Person(None)]
