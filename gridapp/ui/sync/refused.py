"""What the county did not take: why, the values, and what can be done about it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui import field_words, messages
from gridapp.ui.operation_words import operation
from gridapp.ui.services import Services
from gridapp.ui.sync import line
from gridapp.ui.sync.correcting import CorrectionForm
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.one_of import OneOf
from gridapp.ui.widgets.scrolling import bring_into_sight
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button, set_tone, words
from gridapp.usecases.sync.refused import RefusedChange


class RefusedCard(Card):
    """``sent_again(change id, corrected fields or None)``. ``given_up(change id)``.

    Hidden while there is nothing. Enter on a line opens the correction.
    """

    sent_again = Signal(object, object)
    given_up = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(
            self.tr("Not taken by the county"), self.tr("Kept here, nothing is lost"), flush=True
        )
        self._row: RefusedChange | None = None
        self.table = self._table(services.desk.now)
        self.table.chosen_row.connect(self._choose)
        self.table.activated_row.connect(lambda _row: self.open_correction())
        self.reason = words("", wrap=True)
        set_tone(self.reason, Tone.AMBER)
        self.values = words("", "muted", wrap=True)
        self.correct = button(self.tr("Correct and send again"), self.open_correction)
        self.as_it_is = button(self.tr("Send again as it is"), self._send_as_it_is)
        self.give_up = button(self.tr("Give it up"), self._ask_once)
        self.form = CorrectionForm(services.today)
        self.form.submitted.connect(self._send_corrected)
        self.form.left.connect(self.close_form)
        self._choices = _row_of(self.correct, self.as_it_is, self.give_up)
        self.sure = button(self.tr("Give it up"), self._give_up)
        self._question = self._make_question()
        self._lay()

    def show_lines(self, lines: Sequence[RefusedChange]) -> None:
        """Show these."""
        self.setVisible(bool(lines))
        self.table.show_rows(lines)
        if lines and self.table.chosen() is None:
            self.table.choose_number(0)

    def look(self) -> None:
        """Begin here: the list has the focus, and what is chosen is in sight."""
        self.table.setFocus()
        bring_into_sight(self._detail)

    def open_correction(self) -> None:
        """Show the fields of the chosen change."""
        if self._row is not None and self.correct.isEnabled():
            self.form.open(self._row)
            self._what.show_part(self.form)
            self.form.focus_first()
            bring_into_sight(self._detail)

    def close_form(self) -> None:
        """Offer the choices again."""
        self._what.show_part(self._choices)
        self.table.setFocus()

    def _choose(self, row: RefusedChange | None) -> None:
        same = (
            row is not None
            and self._row is not None
            and row.line.change_id == self._row.line.change_id
        )
        self._row = row
        self._detail.setVisible(row is not None)
        if row is None or same:
            return
        self.reason.setText(messages.sentence(row.reason))
        self.values.setText(_values(row))
        self.values.setVisible(bool(self.values.text()))
        self.correct.setEnabled(row.can_be_sent and CorrectionForm.has_fields(row))
        self.as_it_is.setEnabled(row.can_be_sent)
        self._what.show_part(self._choices)
        if self.table.hasFocus():
            bring_into_sight(self._detail)

    def _send_as_it_is(self) -> None:
        if self._row is not None:
            self.sent_again.emit(self._row.line.change_id, None)

    def _send_corrected(self, fields: dict[str, object]) -> None:
        if self._row is not None:
            self.sent_again.emit(self._row.line.change_id, fields)

    def _ask_once(self) -> None:
        self._what.show_part(self._question)
        self._back.setFocus()

    def _give_up(self) -> None:
        if self._row is not None:
            self.given_up.emit(self._row.line.change_id)
            self.close_form()

    def _table(self, now: Callable[[], datetime]) -> DataTable[RefusedChange]:
        columns: tuple[Column[RefusedChange], ...] = (
            Column(self.tr("Entry"), _entry, 220, 2),
            Column(self.tr("Part"), lambda row: field_words.kind(row.line.kind), 100, 1),
            Column(self.tr("When"), lambda row: line.moment(row.line.made_at, now()), 110),
        )
        return DataTable(self.title.text(), columns, identity=_id, whole=5)

    def _make_question(self) -> QWidget:
        self._back = button(self.tr("Back"), self.close_form)
        asked = self.tr("It will not be sent any more. This laptop keeps a record of it.")
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(words(asked, wrap=True))
        column.addWidget(_row_of(self._back, self.sure))
        return made

    def _lay(self) -> None:
        self._what = OneOf()
        for part in (self._choices, self.form, self._question):
            self._what.add(part)
        self._detail = QWidget()
        column = QVBoxLayout(self._detail)
        column.setContentsMargins(14, 6, 14, 10)
        column.setSpacing(8)
        for part in (self.reason, self.values, self._what):
            column.addWidget(part)
        self.add(self.table, self._detail)
        self.hide()


def _id(row: RefusedChange) -> UUID:
    return row.line.change_id


def _entry(row: RefusedChange) -> str:
    return operation(row.line.what, row.line.name)


def _values(row: RefusedChange) -> str:
    """``电话：138… · 备注：…``."""
    kind = row.line.kind
    return " · ".join(
        f"{field_words.label(kind, name)}：{field_words.value(kind, name, value, {})}"
        for name, value in row.shown.items()
    )


def _row_of(*buttons: QWidget) -> QWidget:
    made = QWidget()
    row = FlowLayout(made)
    for part in buttons:
        row.addWidget(part)
    return made
