"""The meetings: their list, and one of them."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.store.receptions.meetings import MeetingLine
from gridapp.ui import words as names
from gridapp.ui.acts.act import Act
from gridapp.ui.acts.card import ActCard
from gridapp.ui.keeping import tell_kept
from gridapp.ui.meetings import acts
from gridapp.ui.meetings.sheet import MeetingSheet
from gridapp.ui.page import Page
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.list_and_sheet import ListAndSheet
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Changed
from gridapp.usecases.receptions import meetings
from gridapp.usecases.receptions.meetings import MeetingView
from gridapp.usecases.reports import weekly

translate = QCoreApplication.translate


class MeetingsView(QWidget):
    """``page`` asks the desk and says what was kept; this view shows."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page, self._desk = page, page.services.desk
        self._units: dict[UUID, str] = {}
        self.table = _table()
        self.form = ActCard(page.services, "")
        self.form.hide()
        self.sheet = MeetingSheet(page)
        self._lay()
        self.form.done.connect(self._called)
        self.form.failed.connect(page.show_failure)
        self.form.form.left.connect(self._shut_form)
        self._both.asked.connect(self.refresh)
        self.sheet.left.connect(self._both.show_list)
        self.sheet.called.connect(self._both.open)

    def refresh(self) -> None:
        """Ask again."""
        desk, id_ = self._desk, self._both.wanted
        if id_ is not None:
            self._page.ask(lambda: meetings.view(desk, id_), self._show_one)
        self._page.ask(
            lambda: (meetings.all_meetings(desk), {u.id: u.name for u in weekly.units(desk)}),
            self._show,
        )

    def focus(self) -> None:
        """Stand in what is shown."""
        self._both.focus()

    def open(self, meeting_id: object) -> None:
        """Show a meeting."""
        self._both.open(meeting_id)

    def show_list(self) -> None:
        """Back to all meetings."""
        self._both.show_list()

    def arrange(self) -> None:
        """Ask for a new meeting."""
        self._both.wanted = None
        self._both.show_view(self._both.list)
        own = self._desk.person.unit_id
        self.form.show()
        self.form.open_act(acts.call(self._units, own, self._page.services.today()))

    def change(self) -> None:
        """Change the meeting in sight."""
        if self._both.wanted is not None:
            self.sheet.change()

    def print_(self) -> None:
        """Print the meeting in sight."""
        if self._both.wanted is not None:
            self.sheet.print_()

    def export(self) -> None:
        """Write the meeting in sight as Word."""
        if self._both.wanted is not None:
            self.sheet.export()

    def _lay(self) -> None:
        self.call = button(self.tr("Call a meeting"), self.arrange, primary=True, icon="plus")
        self.call.setToolTip("Ctrl+N")
        self._both = ListAndSheet(self.table, self.sheet, self.sheet.focus)
        self._card = Card(flush=True)
        self._card.add(self.table)
        self._empty = Empty(
            "users",
            self.tr("No meeting yet"),
            self.tr("Ctrl+N calls one; the cases that it ought to discuss are put on its agenda."),
        )
        column = self._both.column
        column.addWidget(PageHead(self.tr("Meetings on cases"), "", (self.call,)))
        column.addWidget(self.form)
        column.addWidget(self._card, 1)
        column.addWidget(self._empty, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._both)

    def _show(self, found: tuple[list[MeetingLine], dict[UUID, str]]) -> None:
        lines, self._units = found
        waiting = self.table.hasFocus()
        self.table.show_rows(lines)
        if lines and self.table.chosen() is None:
            self.table.choose_number(0)
        self._card.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        if waiting and not lines:
            self.call.setFocus()

    def _show_one(self, view: MeetingView | None) -> None:
        if view is None:
            self._page.services.notify(self.tr("This meeting is no longer on this laptop."))
            self.show_list()
        elif view.meeting.id == self._both.wanted:
            self.sheet.show_view(view)
            self._both.show_sheet()

    def _called(self, act: Act, changed: Changed) -> None:
        self._shut_form()
        tell_kept(self._page.services, self.tr("Recorded: {act}").format(act=act.title), changed)
        self.open(changed.record_id)

    def _shut_form(self) -> None:
        self.form.hide()
        self.table.setFocus()


def _table() -> DataTable[MeetingLine]:
    columns: tuple[Column[MeetingLine], ...] = (
        Column(translate("meetings", "Day"), _day, 110),
        Column(translate("meetings", "Title"), lambda m: m.title, 160, stretch=3),
        Column(translate("meetings", "State"), lambda m: _state(m)[0], 80, tone=_tone),
        Column(translate("meetings", "How often"), lambda m: names.rhythm(m.rhythm), 90),
        Column(translate("meetings", "Cases"), lambda m: str(m.cases or ""), 64, right=True),
        Column(translate("meetings", "Actions open"), _open_actions, 92, right=True),
        Column(translate("meetings", "Who presides"), lambda m: m.chair, 96, stretch=1),
        Column(translate("meetings", "Place"), lambda m: m.place, 110, stretch=2),
        Column(translate("meetings", "Unit"), lambda m: m.unit_name, 90, stretch=1),
    )
    table = DataTable(translate("meetings", "Meetings"), columns, identity=lambda m: m.id)
    table.take_the_room()
    return table


def _day(line: MeetingLine) -> str:
    return str(line.held_on or line.planned_on)


def _open_actions(line: MeetingLine) -> str:
    return str(line.open_actions or "")


def _state(line: MeetingLine) -> tuple[str, Tone]:
    if line.held_on is not None:
        return translate("meetings", "Was held"), Tone.GREEN
    return translate("meetings", "Called"), Tone.ACCENT


def _tone(line: MeetingLine) -> Tone:
    return _state(line)[1]
