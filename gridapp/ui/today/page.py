"""Today: what is due, the running rounds, what waits to be sent."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from gridapp.contract.kinds import KINDS
from gridapp.ui.page import Page
from gridapp.ui.services import Services
from gridapp.ui.sync.automatic import SYNC
from gridapp.ui.today.beside import Rounds, SyncCard
from gridapp.ui.today.tasks import TaskList
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.heading import PageHead
from gridapp.usecases import today
from gridapp.usecases.today import Agenda, Urgency


class TodayPage(Page):
    """From local data only; each line opens its place."""

    kinds = frozenset({SYNC, *KINDS})

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = PageHead(self.tr("Today"))
        self.tasks = TaskList(services.go)
        self.rounds, self.sync = Rounds(self._go_on), SyncCard(self._open_sync)
        self._shown: Agenda | None = None
        self._fresh = True
        columns = Columns()
        columns.add_left(self.tasks)
        columns.left.addStretch(1)
        columns.add_right(self.rounds)
        columns.add_right(self.sync)
        self.column.addWidget(self.head)
        self.column.addWidget(columns, 1)

    def opened(self, argument: object = None) -> None:
        self._fresh = True
        self.refresh()

    def refresh(self) -> None:
        desk = self.services.desk
        self.ask(lambda: today.agenda(desk), self._show)

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Up / Down"), self.tr("From line to line")),
            ("Enter", self.tr("Open its place")),
        )

    def _show(self, agenda: Agenda) -> None:
        stops = self._stops()
        at = next((number for number, stop in enumerate(stops) if stop.hasFocus()), None)
        if agenda != self._shown:  # else nobody's focus is disturbed
            self._shown = agenda
            self._show_anew(agenda)
            stops = self._stops()
        if self._fresh or at is not None:
            self._fresh = False
            (stops[min(at or 0, len(stops) - 1)] if stops else self).setFocus()

    def _stops(self) -> list[QWidget]:
        """What the focus goes through, from the top."""
        return [*self.tasks.rows, *self.rounds.buttons]

    def _show_anew(self, agenda: Agenda) -> None:
        self.head.set_title(self._day(agenda.today))
        self.head.set_sub(self._summary(agenda))
        self.tasks.show_groups(agenda.groups, agenda.today)
        self.rounds.show_rounds(agenda.rounds)
        self.sync.show_line(agenda.totals, agenda.clock_ahead)

    def _day(self, day: date) -> str:
        names = QLocale(QLocale.Language.Chinese)
        weekday = names.standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)
        return self.tr("Today, {month}-{day}, {weekday}").format(
            month=day.month, day=day.day, weekday=weekday
        )

    def _summary(self, agenda: Agenda) -> str:
        counts = {group.urgency: group.total for group in agenda.groups}
        left = sum(running.progress.due - running.progress.done for running in agenda.rounds)
        parts = (
            (counts.get(Urgency.LATE), self.tr("{count} late")),
            (counts.get(Urgency.SOON), self.tr("{count} due within a week")),
            (counts.get(Urgency.WAITING), self.tr("{count} waiting")),
            (left, self.tr("{count} households to visit")),
        )
        return " · ".join(text.format(count=count) for count, text in parts if count)

    def _go_on(self, round_id: UUID | None) -> None:
        self.services.go("screening", round_id)

    def _open_sync(self) -> None:
        self.services.go("sync", None)
