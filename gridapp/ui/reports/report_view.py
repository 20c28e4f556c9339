"""A unit, a period, and the draft of the report as it will be printed; written on, handed in."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QPushButton

from gridapp.domain.reports.periods import Period
from gridapp.reports.periodic.model import PeriodReport
from gridapp.reports.periodic.texts import clean
from gridapp.store.reports.reports import ReportLine
from gridapp.ui import messages
from gridapp.ui.keeping import tell_kept
from gridapp.ui.page import Page
from gridapp.ui.reports.behind import HouseholdsCard, ReceptionsCard
from gridapp.ui.reports.chooser import Chooser
from gridapp.ui.reports.draft import DraftView
from gridapp.ui.reports.handed import HandedLine
from gridapp.ui.reports.page_view import PageView
from gridapp.ui.reports.report_out import ReportOut
from gridapp.ui.reports.written import Written, about
from gridapp.ui.widgets.empty import Empty
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.words import button
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.reports import behind, frozen_reports, weekly
from gridapp.usecases.reports.weekly import ReportUnit


class ReportView(PageView):
    """What is exported and handed in is what is shown."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._services, self._desk = page.services, page.services.desk
        self.drafted: PeriodReport | None = None
        self.handed: ReportLine | None = None
        self.written = Written(page)
        self._to_focus = False
        self.out = ReportOut(page, lambda: self.report)
        self.chooser = Chooser(self._services.today())
        self.chooser.changed.connect(self._draw_up)
        self._head = PageHead(self.tr("Report"), "", self._buttons())
        self.line = HandedLine()
        self.line.wanted.connect(lambda id_: self._services.go("reports", id_))
        self.households = HouseholdsCard(page)
        self.receptions = ReceptionsCard(page)
        self.draft = DraftView(editable=True)
        self.draft.cases_asked.connect(lambda ids: self._services.go("disputes", ids))
        self.draft.households_asked.connect(self._ask_households)
        self.draft.receptions_asked.connect(self.receptions.show_behind)
        self.draft.written.connect(self.written.write)
        self._none = Empty(
            "chart-column",
            self.tr("No report is drawn up for a single micro-grid"),
            self.tr("Your village draws up the report; your visits and cases are in it."),
        )
        behind = (self.households, self.receptions)
        for part in (self._head, self.chooser, self.line, *behind, self.draft, self._none):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._show_there(False)
        self._bind_keys()

    @property
    def report(self) -> PeriodReport | None:
        """What is shown: the draft with what was written."""
        return (
            None if self.drafted is None else replace(self.drafted, texts=clean(self.written.texts))
        )

    def refresh(self) -> None:
        desk = self._desk
        self.page.ask(lambda: (weekly.units(desk), weekly.first_weekday(desk)), self._show_units)

    def focus(self) -> None:
        """At what is likely to come next; as soon as the draft is there."""
        self._to_focus = self.drafted is None
        if self.hand_in_button.isEnabled():
            self.hand_in_button.setFocus()
        else:
            self.draft.focus_first()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Alt+←", self.tr("Earlier")),
            ("Alt+→", self.tr("Later")),
            ("Ctrl+Enter / F9", self.tr("Hand the report in")),
            *self.out.shortcuts(),
            ("Enter", self.tr("Open the cases behind a number")),
        )

    def show_choice(self, unit: UUID, period: Period) -> None:
        """Draw up the report of this unit and period."""
        self.chooser.show_choice(unit, period)
        self._draw_up()

    def hand_in(self) -> None:
        """Hand in what is shown; somebody else signs it."""
        desk, report = self._desk, self.report
        if report is not None and self.hand_in_button.isEnabled():
            self.written.keep_now()
            self.hand_in_button.setEnabled(False)
            self.page.ask(
                lambda: frozen_reports.hand_in(desk, report), self._handed_in, self._not_handed_in
            )

    def _buttons(self) -> tuple[QPushButton, ...]:
        self.hand_in_button = button(self.tr("Hand in"), self.hand_in, primary=True, icon="check")
        self.hand_in_button.setToolTip("Ctrl+Enter")
        return (*self.out.buttons, self.hand_in_button)

    def _show_units(self, found: tuple[list[ReportUnit], int]) -> None:
        units, first_weekday = found
        self.chooser.show_units([(unit.id, unit.name) for unit in units], first_weekday)
        self.chooser.setVisible(bool(units))
        self._none.setVisible(not units)
        self._draw_up()

    def _draw_up(self) -> None:
        desk, unit, period = self._desk, self.chooser.unit(), self.chooser.period
        if unit is None:
            return
        shown = self.drafted
        if shown is None or about(shown) != (unit, period):
            self.households.hide()
            self.receptions.hide()
        self.written.keep_now()
        self.page.ask(
            lambda: (frozen_reports.draw_up(desk, unit, period), _standing(desk, unit, period)),
            partial(self._show_drafted, self.written.typed),
        )

    def _show_drafted(self, typed: int, found: tuple[PeriodReport, ReportLine | None]) -> None:
        drafted, handed = found
        if about(drafted) == (self.chooser.unit(), self.chooser.period):
            self.drafted, self.handed = drafted, handed
            self.written.take(drafted, typed)
            self._show()  # else another one was chosen meanwhile

    def _show(self) -> None:
        report = self.report
        if report is None:
            return
        self._show_there(True)
        self._head.set_title(report.head.title)
        draft = self.tr("nil report, draft") if report.is_nil else self.tr("draft")
        self._head.set_sub(f"{report.head.issue} · {report.head.period} · {draft}")
        self.draft.show_report(report)
        handed = self.handed
        self.line.show_line(handed)
        again = handed is not None and handed.signed
        title = self.tr("Issue it anew") if again else self.tr("Hand in")
        self.hand_in_button.setText(title)
        self.hand_in_button.setAccessibleName(title)
        self.hand_in_button.setEnabled(handed is None or not handed.waits)
        if self._to_focus:
            self.focus()

    def _show_there(self, there: bool) -> None:
        for part in (self.draft, *self.out.buttons, self.hand_in_button):
            part.setVisible(there)

    def _handed_in(self, changed: Changed) -> None:
        tell_kept(self.page.services, self.tr("Handed in; somebody else signs it."), changed)

    def _not_handed_in(self, error: Exception) -> None:
        self.refresh()
        if isinstance(error, RejectedError):
            self._services.notify(messages.sentence(error.faults[0]))
        else:
            self.page.show_failure(error)

    def _ask_households(self, row: int, column: int) -> None:
        desk, report = self._desk, self.report
        if report is not None:
            self.page.ask(
                lambda: behind.households(desk, report, row, column),
                self.households.show_behind,
            )

    def _bind_keys(self) -> None:
        for keys, act in (
            ("Alt+Left", self.chooser.go_earlier),
            ("Alt+Right", self.chooser.go_later),
            ("Ctrl+Return", self.hand_in),
            ("Ctrl+Enter", self.hand_in),
            ("F9", self.hand_in),
            *self.out.keys.items(),
        ):
            bind(self, keys, act)


def _standing(desk: Desk, unit: UUID, period: Period) -> ReportLine | None:
    """What waits for its signature, else what stands signed, one whose number stands twice first,
    else the last that was sent back.
    """
    found = frozen_reports.of_period(desk, unit, period)
    ranked = sorted(found, key=lambda one: (one.waits, one.doubled, one.signed), reverse=True)
    return next(iter(ranked), None)
