"""One report as it was handed in: signed, sent back, exported, issued anew; its numbers opened."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gridapp.contract.reports import ReportPeriod
from gridapp.domain.reports.periods import Period
from gridapp.ui import report_words
from gridapp.ui.acts.act import Act
from gridapp.ui.acts.card import ActCard
from gridapp.ui.page import Page
from gridapp.ui.reports import signing
from gridapp.ui.reports.behind import CasesCard, HouseholdsCard, ReceptionsCard
from gridapp.ui.reports.draft import DraftView
from gridapp.ui.reports.report_out import ReportOut
from gridapp.ui.widgets.chip import Chip
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import bind_escape
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.desk import Changed
from gridapp.usecases.reports import behind
from gridapp.usecases.reports.frozen_reports import Opened


class KeptSheet(QWidget):
    """``left``: back to the list."""

    left = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.opened: Opened | None = None
        self.out = ReportOut(page, lambda: self.opened)
        self.chip = Chip()
        self.told = words("", wrap=True)
        self.answer = ActCard(page.services, "", primary=True)
        self.behind, self.households = CasesCard(page), HouseholdsCard(page)
        self.receptions = ReceptionsCard(page)
        self.draft = DraftView(editable=False)
        self.draft.cases_asked.connect(self._show_cases)
        self.draft.households_asked.connect(self._ask_households)
        self.draft.receptions_asked.connect(self.receptions.show_behind)
        self.anew = button(self.tr("Issue it anew"), self._again, icon="refresh-cw")
        self.head = PageHead("", "", self._buttons())
        standing = QHBoxLayout(self.answer.shown)
        standing.setContentsMargins(0, 0, 0, 0)
        standing.setSpacing(12)
        standing.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        standing.addWidget(self.told, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        cards = (self.behind, self.households, self.receptions)
        for part in (self.head, self.answer, *cards, self.draft):
            column.addWidget(part)
        column.addStretch(1)
        self.answer.done.connect(self._answered)
        self.answer.failed.connect(page.show_failure)
        bind_escape(self, self.left.emit)

    def show_opened(self, opened: Opened) -> None:
        """Show a report; another one than before from its top."""
        if self.opened is None or self.opened.line.id != opened.line.id:
            for card in (self.behind, self.households, self.receptions):
                card.hide()
        self.opened = opened
        line = opened.line
        self.head.set_title(opened.report.head.title)
        period = Period(ReportPeriod(line.period), line.first, line.last)
        number = f"{line.number} · " if line.number else ""
        self.head.set_sub(f"{number}{report_words.period(period)} · {report_words.days(period)}")
        self.chip.show_state(*report_words.state(line))
        self.told.setText("\n".join(self._told(opened)))
        self.answer.offer(str(line.id), signing.acts(opened))
        for form, made in self.own.items():
            made.setVisible(form in opened.templates)
        self.anew.setVisible(not line.waits and not line.replaced_by)
        self.draft.show_report(opened.report)

    def focus(self) -> None:
        """Stand at the likely act, else at the report."""
        if not self.answer.focus_first():
            self.draft.focus_first()

    def _buttons(self) -> tuple[QPushButton, ...]:
        title = self.tr("By the county's template, {form}")
        self.own = {
            form: button(title.format(form=name), partial(self.out.export_by_template, form))
            for form, name in ((".docx", "Word"), (".xlsx", "Excel"))
        }
        back = button(self.tr("All reports"), self.left.emit, icon="arrow-left")
        back.setToolTip("Esc")
        return (back, self.anew, *self.out.buttons, *self.own.values())

    def _again(self) -> None:
        if self.opened is not None:
            line = self.opened.line
            period = Period(ReportPeriod(line.period), line.first, line.last)
            self._page.services.go("reports", (line.unit_id, period))

    def _show_cases(self, ids: tuple[UUID, ...]) -> None:
        if self.opened is not None:
            wanted = set(ids)
            cases = [case for case in self.opened.cases if case.id in wanted]
            if cases:
                self.behind.show_behind(cases)
            else:  # a case that is listed with a line of its own, and behind no number
                self._page.services.go("disputes", ids)

    def _ask_households(self, row: int, column: int) -> None:
        """Of households nothing is kept with a report: those of today."""
        desk, opened = self._page.services.desk, self.opened
        if opened is not None:
            self._page.ask(
                lambda: behind.households(desk, opened.report, row, column),
                self.households.show_behind,
            )

    def _answered(self, _act: Act, changed: Changed) -> None:
        """What was signed or sent back stays so: there is nothing to undo."""
        self._page.services.changes.tell(*changed.kinds)

    def _told(self, opened: Opened) -> list[str]:
        """Who handed it in and signed it, what it replaces and what replaces it, in sentences."""
        line = opened.line
        handed = self.tr("Handed in by {name}, {time}.")
        lines = [
            handed.format(name=line.submitted_by, time=report_words.whole_moment(line.submitted_at))
        ]
        if line.signed:
            signed = self.tr("Signed by {name}, {time}; nothing of it changes any more.")
            at = report_words.whole_moment(line.signed_at)
            lines.append(signed.format(name=line.signed_by, time=at))
        elif line.returned_for:
            back = self.tr("Sent back: {reason}")
            lines.append(back.format(reason=line.returned_for))
        elif not opened.may_sign:
            lines.append(self.tr("Somebody else has to sign it."))
        if line.doubled:
            lines.append(report_words.doubled(line))
        if line.replaces_number:
            lines.append(self.tr("It replaces {number}.").format(number=line.replaces_number))
        if line.replaced_by:
            lines.append(self.tr("It was replaced by {number}.").format(number=line.replaced_by))
        return lines
