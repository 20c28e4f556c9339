"""One meeting: its agenda, what is said and decided, its papers."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui import words as names
from gridapp.ui.acts.act import Act
from gridapp.ui.acts.card import ActCard
from gridapp.ui.keeping import tell_kept
from gridapp.ui.meetings import acts
from gridapp.ui.meetings.agenda import AgendaTable
from gridapp.ui.meetings.cards import ActionsCard, CaseCard, MeetingCard
from gridapp.ui.meetings.minutes_out import MinutesOut
from gridapp.ui.page import Page
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.tab_order import follow
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.desk import Changed
from gridapp.usecases.receptions import meetings
from gridapp.usecases.receptions.meetings import Item, MeetingView


class MeetingSheet(QWidget):
    """``left``: back to the list. ``called(id)``: the next meeting of the series was called."""

    left = Signal()
    called = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, services = page, page.services
        self._desk, self._today = services.desk, services.today
        self._out = MinutesOut(page)
        self.view: MeetingView | None = None
        self.agenda = AgendaTable(self.tr("Agenda"), services.today)
        self.proposed = AgendaTable(self.tr("Ought to be discussed too"), services.today)
        self.case, self.decided = CaseCard(services), ActionsCard(services)
        self.meeting = MeetingCard(services)
        self._lay()
        self._connect()
        bind_escape(self, self.left.emit)

    def show_view(self, view: MeetingView) -> None:
        """Show a meeting; another one than before from its first case on."""
        other = self.view is None or self.view.meeting.id != view.meeting.id
        self.view = view
        self._show_head(view)
        self._show_agenda(view)
        if other and view.items:
            self.agenda.choose_number(0)
        self._show_case()
        self.decided.show_view(view, self._today())
        self.meeting.show_view(view, self._today())
        self._set_tabs()

    def focus(self) -> None:
        """Stand on the agenda."""
        self.agenda.setFocus()

    def change(self) -> None:
        """Change title, day or place."""
        if self.view is not None:
            self.meeting.open_act(acts.change(self.view.meeting))

    def print_(self) -> None:
        """Preview the agenda, or the minutes once the meeting was held."""
        if self.view is not None:
            self._out.print_(self.view)

    def export(self) -> None:
        """Write the same as a Word document."""
        if self.view is not None:
            self._out.export(self.view)

    def _lay(self) -> None:
        self.head = PageHead(
            "",
            "",
            (
                button(self.tr("All meetings"), self.left.emit, icon="arrow-left"),
                button(self.tr("Print"), self.print_, icon="printer"),
                button(self.tr("Export Word"), self.export, icon="file-text"),
            ),
        )
        self._agenda_card = Card(self.tr("Agenda"), flush=True)
        self._no_case = words(self.tr("No case is on the agenda."), "muted")
        self._agenda_card.add(self.agenda, self._no_case)
        hint = self.tr("Ctrl+Up / Ctrl+Down move a case, Delete takes it out, Enter writes.")
        self._agenda_card.set_note(hint)
        self._proposed_card = Card(self.tr("Ought to be discussed too"), flush=True)
        self._proposed_card.set_note(self.tr("Enter puts it on the agenda."))
        self._proposed_card.add(self.proposed)
        columns = Columns(right_width=360, stack_below=980)
        for card in (self._agenda_card, self._proposed_card, self.decided):
            columns.add_left(card)
        columns.add_right(self.case)
        columns.add_right(self.meeting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(columns, 1)

    def _connect(self) -> None:
        self.agenda.chosen_row.connect(lambda _item: self._show_case())
        self.agenda.activated_row.connect(lambda _item: self._write())
        self.agenda.moved.connect(self._move)
        self.agenda.dropped.connect(self._drop)
        self.proposed.activated_row.connect(self._add)
        for card in self._cards():
            card.done.connect(self._on_done)
            card.failed.connect(self._page.show_failure)
            card.laid.connect(self._set_tabs)

    def _set_tabs(self) -> None:
        """From the agenda to its chosen case, then on."""
        follow([self.head, self.agenda, self.case, self.proposed, self.decided, self.meeting])

    def _cards(self) -> tuple[ActCard, ...]:
        return (self.case, self.decided, self.meeting)

    def _show_head(self, view: MeetingView) -> None:
        row = view.meeting
        self.head.set_title(row.title)
        held = self.tr("held") if row.held_on else self.tr("called")
        parts = (
            f"{row.held_on or row.planned_on} {held}",
            names.rhythm(row.rhythm),
            row.chair,
            row.place,
            view.unit_name,
        )
        self.head.set_sub(" · ".join(part for part in parts if part))

    def _show_agenda(self, view: MeetingView) -> None:
        self.agenda.show_rows(view.items)
        self.agenda.setVisible(bool(view.items))
        self._no_case.setVisible(not view.items)
        self.proposed.show_rows(view.proposed)
        self._proposed_card.setVisible(bool(view.proposed))

    def _show_case(self) -> None:
        if self.view is not None:
            self.case.show_item(self.view.meeting, self.agenda.chosen(), self._today())

    def _write(self) -> None:
        act = self.case.acts.get("meeting.note")
        if act is not None:
            self.case.open_act(act)

    def _move(self, step: int) -> None:
        rows, chosen = list(self.agenda.rows), self.agenda.chosen()
        if chosen is None:
            return
        here = rows.index(chosen)
        there = here + step
        if 0 <= there < len(rows):
            rows[here], rows[there] = rows[there], rows[here]
            self._set_agenda(rows)

    def _drop(self) -> None:
        chosen = self.agenda.chosen()
        if chosen is not None:
            self._set_agenda([item for item in self.agenda.rows if item != chosen])

    def _add(self, item: Item) -> None:
        self._set_agenda([*self.agenda.rows, item])

    def _set_agenda(self, items: Sequence[Item]) -> None:
        """Shown at once, so that the next key press builds on it."""
        if self.view is None:
            return
        self.agenda.show_rows(items)
        desk, id_ = self._desk, self.view.meeting.id
        ids: list[UUID] = [item.case.id for item in items]
        self._page.ask(
            lambda: meetings.set_agenda(desk, id_, ids),
            lambda changed: self._page.services.changes.tell(*changed.kinds),
        )

    def _on_done(self, act: Act, changed: Changed) -> None:
        tell_kept(self._page.services, self.tr("Recorded: {act}").format(act=act.title), changed)
        if act.code == "meeting.call_off":
            self.left.emit()
        elif act.code == "meeting.follow":
            self.called.emit(changed.record_id)
        else:
            self.focus()
