"""The big card of a household: who lives there, what was found before, open cases."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QVBoxLayout, QWidget

from gridapp.contract.households import Residence
from gridapp.store.screening import PastVisit
from gridapp.ui import words as names
from gridapp.ui.screening.walking import Row
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import link, words
from gridapp.usecases.screening.screening import CardMember, HouseholdCard


class HouseholdPanel(QWidget):
    """Shows; ``open_case(id)`` is called for an open case that the person picks."""

    def __init__(self, open_case: Callable[[UUID], object]) -> None:
        super().__init__()
        self._open_case = open_case
        self._today = date.min
        self.household_id: UUID | None = None
        self.name, self.address = words("", "figure"), words("", wrap=True)
        self.place, self.mark = words("", "muted"), Chip()
        self.seen = Chip()
        self.note = words("", "muted", wrap=True)
        self.members = self._members_table()
        self._past, self._cases = QWidget(), QWidget()
        self._past_row, self._cases_row = FlowLayout(self._past), FlowLayout(self._cases)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head())
        for part in (self.note, self.members, self._past, self._cases):
            column.addWidget(part)
        column.addStretch(1)

    def set_tight(self, tight: bool) -> None:
        """Without the head of the table, whose columns explain themselves."""
        self.members.horizontalHeader().setVisible(not tight)

    def show_row(self, row: Row | None, total: int) -> None:
        """Show at once what the list knows; the rest follows with ``show_card``."""
        self.name.setText(row.head if row else "")
        self.place.setText(f"{row.place:02d} / {total:02d}" if row else "")
        self.address.setText(row.address if row else "")
        marked = row is not None and row.outcome is not None
        self.mark.setVisible(marked)
        self.seen.setVisible(row is not None and not marked and row.days_since is not None)
        if row is not None and row.outcome is not None:
            self.mark.show_state(names.outcome(row.outcome), names.outcome_tone(row.outcome))
        elif row is not None and row.days_since is not None:
            text = self.tr("last visit {days} days ago").format(days=row.days_since)
            self.seen.show_state(text, Tone.NEUTRAL)

    def show_card(self, card: HouseholdCard | None, today: date) -> None:
        """Show the household; None when it is no longer on this laptop."""
        self._today = today
        self.household_id = card.household_id if card else None
        self.members.show_rows(card.members if card else ())
        self.members.setVisible(bool(card and card.members))
        self.note.setText(card.note if card else "")
        self.note.setVisible(bool(card and card.note))
        self._show_past(card.past if card else ())
        self._show_cases(card.open_cases if card else ())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addWidget(self.address, 1)
        row.addWidget(self.place)
        row.addWidget(self.seen)
        row.addWidget(self.mark)
        return row

    def _members_table(self) -> DataTable[CardMember]:
        columns = (
            Column[CardMember](self.tr("Member"), lambda m: m.name, 110, stretch=2),
            Column[CardMember](self.tr("Relation"), _relation, 130, stretch=3),
            Column[CardMember](self.tr("Age"), self._age, 56, right=True),
            Column[CardMember](self.tr("Phone"), lambda m: m.phone or "—", 130, stretch=2),
        )
        table = DataTable(self.tr("Members of the household"), columns, row_height=36, whole=True)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        return table

    def _age(self, member: CardMember) -> str:
        born = member.born_on
        return "—" if born is None else str(age(born, self._today))

    def _show_past(self, past: tuple[PastVisit, ...]) -> None:
        _clear(self._past_row)
        self._past.setVisible(bool(past))
        self._past_row.addWidget(words(self.tr("Last visits"), "muted"))
        for visit in past:
            text = f"{visit.visited_on:%m-%d} {names.outcome(visit.outcome)}"
            chip = Chip(f"{text} · {visit.note}" if visit.note else text)
            chip.show_state(chip.text(), names.outcome_tone(visit.outcome))
            self._past_row.addWidget(chip)

    def _show_cases(self, cases: tuple[tuple[UUID, str, str], ...]) -> None:
        _clear(self._cases_row)
        self._cases.setVisible(bool(cases))
        self._cases_row.addWidget(words(self.tr("Open cases"), "muted"))
        for id_, _number, title in cases:
            self._cases_row.addWidget(link(title, partial(self._open_case, id_)))


def age(born: date, today: date) -> int:
    """Full years on a day."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _relation(member: CardMember) -> str:
    relation = names.relation(member.relation)
    if member.residence == Residence.PRESENT:
        return relation
    return f"{relation} · {names.residence(member.residence)}"


def _clear(row: FlowLayout) -> None:
    while row.count():
        item = row.takeAt(0)
        widget = item.widget() if item else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
