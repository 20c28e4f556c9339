"""Who leads a unit: now, before and on any day."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.domain.grids import covers
from gridapp.store.posts import PostLine
from gridapp.ui import words as names
from gridapp.ui.grids.appoint import AppointForm
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button, set_tone, words
from gridapp.usecases import posts
from gridapp.usecases.desk import Changed, RejectedError


class LeadersPanel(QWidget):
    """``left``: back. ``appointed(Changed)``: somebody was appointed."""

    left = Signal()
    appointed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.unit_id: UUID | None = None
        self._posts: Sequence[PostLine] = ()
        self.history = self._table()
        self.nobody = words(self.tr("Nobody has led this grid yet."), "muted", wrap=True)
        self.day, self.answer = DayEdit(services.today()), words("", "heading", wrap=True)
        self.form = AppointForm(services)
        self._lay()
        self.day.dateChanged.connect(self._answer)
        self.form.submitted.connect(self._appoint)

    def open(self, unit_id: UUID, name: str, *, may_change: bool) -> None:
        """Show the posts of a unit."""
        self.unit_id = unit_id
        self._card.set_title(self.tr("Leaders of {name}").format(name=name))
        self.form.setVisible(may_change)
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.form.drafting.leave()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _table(self) -> DataTable[PostLine]:
        columns = (
            Column[PostLine](self.tr("Full name"), lambda p: p.holder, 84, stretch=1),
            Column[PostLine](self.tr("Identity"), lambda p: names.identity(p.identity), 100, 1),
            Column[PostLine](self.tr("Phone"), lambda p: p.phone or "—", 112),
            Column[PostLine](self.tr("Since"), lambda p: p.since.isoformat(), 100),
            Column[PostLine](self.tr("Until"), self._until, 100),
        )
        return DataTable(
            self.tr("Who has led this grid"), columns, identity=lambda p: p.id, whole=True
        )

    def _until(self, post: PostLine) -> str:
        return post.until.isoformat() if post.until else self.tr("in office")

    def _lay(self) -> None:
        self._card = Card(self.tr("Leaders"), flush=True)
        self._card.add(self.history, self.nobody)
        self.nobody.setContentsMargins(16, 0, 16, 8)
        asked = Card()
        asked.add(Field(self.tr("Who was responsible on that day?"), self.day), self.answer)
        columns = Columns(right_width=330, stack_below=820)
        columns.add_left(self._card)
        columns.add_left(asked)
        columns.add_right(self.form)
        top = QHBoxLayout()
        top.addWidget(button(self.tr("Back"), self.left.emit, icon="arrow-left"))
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(columns, 1)

    def _show(self, answer: tuple[UUID, list[PostLine]]) -> None:
        unit_id, held = answer
        if unit_id == self.unit_id:
            self._posts = held
            self.history.show_rows(held)
            self.history.setVisible(bool(held))
            self.nobody.setVisible(not held)
            self._answer()

    def _answer(self) -> None:
        day = self.day.day()
        held = [post for post in self._posts if covers(post.since, post.until, day)]
        lines = [
            " · ".join(part for part in (p.holder, names.identity(p.identity), p.phone) if part)
            for p in held
        ]
        self.answer.setText("\n".join(lines) or self.tr("Nobody: the post was vacant."))
        set_tone(self.answer, None if held else Tone.RED)

    def _appoint(self) -> None:
        desk, unit_id = self._services.desk, self.unit_id
        if unit_id is None:
            return
        new = self.form.new_post(unit_id)
        self._services.background.run(
            self, lambda: posts.appoint(desk, new), self._kept, self._refused
        )

    def _kept(self, changed: Changed) -> None:
        self.form.forget()
        self.refresh()
        self.appointed.emit(changed)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, RejectedError):
            raise error
        self.form.show_faults(error.faults)
