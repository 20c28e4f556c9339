"""Beside an agenda: the chosen case, what was decided, the meeting itself."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from gridapp.store.tables import Meeting
from gridapp.ui.acts.card import ActCard
from gridapp.ui.disputes.cards.task_rows import TaskRows
from gridapp.ui.meetings import acts
from gridapp.ui.meetings.agenda import why_words
from gridapp.ui.services import Services
from gridapp.ui.widgets.words import link, words
from gridapp.usecases.receptions.meetings import Item, MeetingView


class CaseCard(ActCard):
    """What is said about the chosen case, and what is done about it."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, self.tr("Case"), primary=True)
        self.item: Item | None = None
        self.facts, self.notes = words("", "muted", wrap=True), words("", wrap=True)
        self.open_case = link(self.tr("Open the case"), self._open)
        column = _column(self)
        column.addWidget(self.facts)
        column.addWidget(self.notes)
        column.addWidget(self.open_case, 0, Qt.AlignmentFlag.AlignLeft)

    def show_item(self, meeting: Meeting, item: Item | None, today: date) -> None:
        """Show another case of the agenda."""
        self.item = item
        self.setVisible(item is not None)
        if item is None:
            return
        case = item.case
        self.set_title(case.title)
        parts = (case.number, why_words(item), str(case.due_on), case.unit_name, case.handler)
        self.facts.setText(" · ".join(part for part in parts if part))
        self.notes.setText("\n".join(item.notes))
        self.notes.setVisible(bool(item.notes))
        about = f"{meeting.id}.{case.id}"
        self.offer(about, [acts.note(meeting, item), acts.give(meeting, item, today)])

    def _open(self) -> None:
        if self.item is not None:
            self.services.go("disputes", self.item.case.id)


class ActionsCard(ActCard):
    """What the meeting decided, by whom and until when."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, self.tr("Actions decided"))
        self.none = words(self.tr("Nothing was decided yet."), "muted", wrap=True)
        self._today = services.today()
        self.rows = TaskRows(lambda task: acts.answer(task, self._today), self.open_act)
        column = _column(self)
        column.addWidget(self.none)
        column.addWidget(self.rows)

    def show_view(self, view: MeetingView, today: date) -> None:
        """Show the actions of a meeting."""
        self._today = today
        self.none.setVisible(not view.actions)
        self.rows.setVisible(bool(view.actions))
        self.rows.show_tasks(view.actions, today)
        self.offer(str(view.meeting.id), [acts.give(view.meeting, None, today)])


class MeetingCard(ActCard):
    """The minutes, and what may be done with the meeting."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, self.tr("Minutes"))
        self.minutes = words("", wrap=True)
        _column(self).addWidget(self.minutes)

    def show_view(self, view: MeetingView, today: date) -> None:
        """Show the minutes of a meeting."""
        meeting = view.meeting
        self.minutes.setText(meeting.minutes or self.tr("No minutes yet."))
        self.offer(str(meeting.id), acts.acts_of(meeting, today))


def _column(card: ActCard) -> QVBoxLayout:
    column = QVBoxLayout(card.shown)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    return column
