"""Who leads a unit: now, before and on any day; who stands in; what is handed over."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.store.grids.posts import PostLine
from gridapp.ui.acts.act import Act
from gridapp.ui.acts.form import ActForm
from gridapp.ui.grids.appoint import AppointForm
from gridapp.ui.grids.hand_over_out import HandOverOut
from gridapp.ui.grids.post_acts import end_act, stand_in_act
from gridapp.ui.grids.post_history import Held, history_table, post_text, with_vacancies
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.flow import Columns, FlowLayout
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.words import button, set_tone, words
from gridapp.usecases.desk import Changed, RejectedError
from gridapp.usecases.grids import posts
from gridapp.usecases.grids.posts import Answerable


class LeadersPanel(QWidget):
    """``left``: back. ``kept(what, Changed)``: a post was given, stood in for, or ended.

    ``failed(error)``: not through a fault of the input.
    """

    left = Signal()
    kept = Signal(str, object)
    failed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.unit_id: UUID | None = None
        self.history = history_table()
        self.nobody = words(self.tr("Nobody has led this grid yet."), "muted", wrap=True)
        self.day, self.answer = DayEdit(services.today()), words("", "heading", wrap=True)
        self.form, self.act = AppointForm(services), ActForm(services)
        self.out = HandOverOut(services, self)
        self.stand_in = button(self.tr("Name a stand-in"), self._stand_in, icon="user-plus")
        self.end = button(self.tr("End the post"), self._end)
        self._lay()
        self.history.chosen_row.connect(self._on_row)
        self.day.dateChanged.connect(self._ask_answer)
        self.form.submitted.connect(self._appoint)
        self.act.done.connect(self._done)
        for part in (self.act, self.out):
            part.failed.connect(self.failed)
        bind_escape(self, self.leave)

    def open(self, unit_id: UUID, name: str, *, may_change: bool) -> None:
        """Show the posts of a unit."""
        self.unit_id = unit_id
        self.act.shut()
        self._card.set_title(self.tr("Leaders of {name}").format(name=name))
        for part in (self.form, self.stand_in, self.end):
            part.setVisible(may_change)
        self.day.show_day(self._services.today())
        if may_change:
            self.form.open(unit_id)
        else:
            self.day.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        desk, unit_id = self._services.desk, self.unit_id
        if unit_id is not None:
            self._services.background.run(
                self, lambda: (unit_id, posts.history(desk, unit_id)), self._show
            )

    def leave(self) -> None:
        """Back; what was typed is kept."""
        self.form.drafting.leave()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.end.isEnabled() and self.end.isVisible():
            self._end()
        else:
            super().keyPressEvent(event)

    def _lay(self) -> None:
        self._card = Card(self.tr("Leaders"), flush=True)
        self._card.add(self.history, self.nobody, self.act)
        self.nobody.setContentsMargins(16, 0, 16, 8)
        self.act.setContentsMargins(16, 0, 16, 12)
        asked = Card()
        asked.add(Field(self.tr("Who was responsible on that day?"), self.day), self.answer)
        columns = Columns(right_width=330, stack_below=820)
        columns.add_left(self._card)
        columns.add_left(asked)
        columns.add_right(self.form)
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(button(self.tr("Back"), self.leave, icon="arrow-left"))
        for made in (self.stand_in, self.end):
            row.addWidget(made)
        row.addWidget(button(self.tr("Print the hand-over list"), self._print, icon="printer"))
        row.addWidget(button(self.tr("Hand-over list for Word"), self._export, icon="file-text"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(buttons)
        column.addWidget(columns, 1)

    def _show(self, answer: tuple[UUID, Sequence[PostLine]]) -> None:
        unit_id, held = answer
        if unit_id == self.unit_id:
            self.history.show_rows(with_vacancies(held, self._services.today()))
            self.history.setVisible(bool(held))
            self.nobody.setVisible(not held)
            if self.history.chosen() is None and held:
                self.history.choose_number(0)
            self._on_row(self.history.chosen())
            self._ask_answer()

    def _on_row(self, row: Held | None) -> None:
        today = self._services.today()
        held = isinstance(row, PostLine) and (row.until is None or row.until >= today)
        self.end.setEnabled(held)

    def _ask_answer(self) -> None:
        desk, unit_id, day = self._services.desk, self.unit_id, self.day.day()
        if unit_id is not None:
            self._services.background.run(
                self, lambda: posts.answerable(desk, unit_id, day), self._answer
            )

    def _answer(self, found: Answerable) -> None:
        vacant = self.tr("Nobody: the post was vacant.")
        held = [post_text(post) for post in (*found.holders, *found.stand_ins)]
        if found.above:
            above = self.tr("Above it, {unit}: {names}")
            vacant = f"{vacant}\n" + above.format(unit=found.above, names="、".join(held))
        vacancy = bool(found.above) or not held
        self.answer.setText(vacant if vacancy else "\n".join(held))
        set_tone(self.answer, Tone.RED if vacancy else None)

    def _stand_in(self) -> None:
        if self.unit_id is not None:
            self.act.open(stand_in_act(self.unit_id, self._services.today()), str(self.unit_id))

    def _end(self) -> None:
        row = self.history.chosen()
        if isinstance(row, PostLine):
            self.act.open(end_act(row, self._services.today()), str(row.id))

    def _print(self) -> None:
        if self.unit_id is not None:
            self.out.print_(self.unit_id)

    def _export(self) -> None:
        if self.unit_id is not None:
            self.out.export(self.unit_id)

    def _done(self, act: Act, changed: Changed) -> None:
        self.refresh()
        self.kept.emit("duty.laid_down" if act.code == "post.end" else "grid.stood_in", changed)

    def _appoint(self) -> None:
        desk, unit_id = self._services.desk, self.unit_id
        if unit_id is not None:
            new = self.form.new_post(unit_id)
            self._services.background.run(
                self, partial(posts.appoint, desk, new), self._appointed, self._refused
            )

    def _appointed(self, changed: Changed) -> None:
        self.form.forget()
        self.refresh()
        self.kept.emit("grid.appointed", changed)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, RejectedError):
            raise error
        self.form.show_faults(error.faults)
