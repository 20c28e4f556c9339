"""Who below has reported for a period, how fresh each unit's data is, and a reminder to copy."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from gridapp.domain.reports.chasing import Standing
from gridapp.store.grids.grids import Node
from gridapp.ui import report_words
from gridapp.ui.page import Page
from gridapp.ui.reports.chooser import Chooser
from gridapp.ui.reports.page_view import PageView
from gridapp.ui.tokens import Tone, current
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.reports import chasing, weekly
from gridapp.usecases.reports.chasing import Chasing, Newest, UnitStanding

translate = QCoreApplication.translate


class ChasingView(PageView):
    """Enter on a unit opens the report that it has handed in."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.chooser = Chooser(page.services.today())
        self.chooser.changed.connect(self._ask)
        self.copy = button(self.tr("Copy the reminder"), self.copy_reminder, primary=True)
        self.copy.setToolTip("Ctrl+Shift+C")
        self._head = PageHead(self.tr("Who has reported"))
        self.table = _table()
        self.table.activated_row.connect(self._open)
        self._card = Card(flush=True)
        self._card.add(self.table)
        self.reminder = _Reminder()
        self._reminder_card = Card(self.tr("Reminder"))
        self._reminder_card.add(self.reminder, self.copy)
        self._all_in = words(self.tr("All have reported; there is nobody to remind."), wrap=True)
        self._reminder_card.add(self._all_in)
        self._none = Empty(
            "clipboard-list",
            self.tr("No unit reports to yours"),
            self.tr("A township sees its villages here, a county its townships."),
        )
        self._columns = Columns(right_width=320, stack_below=960)
        self._columns.add_left(self._card)
        self._columns.add_right(self._reminder_card)
        for part in (self._head, self.chooser, self._columns, self._none):
            self.column.addWidget(part)
        self.column.addStretch(1)
        bind(self, "Alt+Left", self.chooser.go_earlier)
        bind(self, "Alt+Right", self.chooser.go_later)
        bind(self, "Ctrl+Shift+C", self.copy_reminder)
        self._show_there(False)

    def refresh(self) -> None:
        desk = self.page.services.desk
        self.page.ask(
            lambda: (chasing.reporting_units(desk), weekly.first_weekday(desk)), self._show_units
        )

    def focus(self) -> None:
        self.table.setFocus()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Alt+←", self.tr("Earlier")),
            ("Alt+→", self.tr("Later")),
            ("Enter", self.tr("Open the report of the unit")),
            ("Ctrl+Shift+C", self.tr("Copy the reminder")),
        )

    def copy_reminder(self) -> None:
        """Put the reminder, as it was edited, on the clipboard."""
        text = self.reminder.toPlainText().strip()
        if text:
            QGuiApplication.clipboard().setText(text)
            self.page.services.done(self.tr("The reminder is copied. Paste it into WeChat."))

    def _show_there(self, there: bool) -> None:
        self.chooser.setVisible(there)
        self._columns.setVisible(there)
        self._none.setVisible(not there)

    def _show_units(self, found: tuple[list[Node], int]) -> None:
        units, first_weekday = found
        self._show_there(bool(units))
        self.chooser.show_units([(unit.id, unit.name) for unit in units], first_weekday)
        self._ask()

    def _ask(self) -> None:
        desk, unit, period = self.page.services.desk, self.chooser.unit(), self.chooser.period
        if unit is not None:
            self.page.ask(lambda: chasing.standings(desk, unit, period), self._show)

    def _show(self, found: Chasing) -> None:
        self.table.show_rows(found.units)
        if found.units and self.table.chosen() is None:
            self.table.choose_number(0)
        done = sum(one.standing in (Standing.REPORTED, Standing.NIL) for one in found.units)
        late = sum(one.standing == Standing.LATE for one in found.units)
        sub = self.tr("{done} of {all} reported · until {day} {hour}:00").format(
            done=done, all=len(found.units), day=found.due.day, hour=found.due.hour
        )
        told = self.tr("{count} reports are late").format(count=late)
        self._head.set_sub(f"{sub} · {told}" if late else sub)
        self.reminder.setPlainText(found.reminder)
        for part in (self.reminder, self.copy):
            part.setVisible(bool(found.reminder))
        self._all_in.setVisible(not found.reminder)

    def _open(self, row: UnitStanding) -> None:
        if row.report is None:
            self.page.services.notify(self.tr("This unit has not handed in a report yet."))
        else:
            self.page.services.go("reports", row.report.id)


class _Reminder(QPlainTextEdit):
    """The text before it is copied; it may be changed."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Reminder"))
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        return QSize(current().px(240), current().px(130))


def _table() -> DataTable[UnitStanding]:
    columns: tuple[Column[UnitStanding], ...] = (
        Column(translate("reports", "Unit"), lambda one: one.name, 120, stretch=2),
        Column(
            translate("reports", "Report"),
            lambda one: report_words.standing(one.standing)[0],
            110,
            tone=lambda one: report_words.standing(one.standing)[1],
        ),
        Column(
            translate("reports", "Number"), lambda one: one.report.number if one.report else "", 100
        ),
        Column(
            translate("reports", "Handed in"),
            lambda one: report_words.moment(one.report.submitted_at if one.report else None),
            100,
        ),
        Column(
            translate("reports", "Handed in by"),
            lambda one: one.report.submitted_by if one.report else "",
            80,
        ),
        Column(translate("reports", "Newest data here"), _newest, 170, stretch=1, ink=_fresh_ink),
    )
    return DataTable(
        translate("reports", "Units"), columns, identity=lambda one: one.unit_id, whole=16
    )


def _newest(one: UnitStanding) -> str:
    """Which record is the newest of the unit that this laptop knows, and when it was made."""
    known = {
        Newest.VISIT: translate("reports", "visit"),
        Newest.CASE: translate("reports", "case entry"),
        Newest.REPORT: translate("reports", "report"),
    }
    if one.newest is None:
        return translate("reports", "nothing yet")
    return f"{report_words.moment(one.newest_at)} {known[one.newest]}"


def _fresh_ink(one: UnitStanding) -> Tone | None:
    return Tone.NEUTRAL if one.newest is None else None
