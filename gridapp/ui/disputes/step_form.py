"""The next step of a case, as a form in the page that asks for the least."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gridapp.contract.disputes import Conclusion, EventKind
from gridapp.domain.dispute_faults import DisputeFault
from gridapp.ui import messages
from gridapp.ui import words as names
from gridapp.ui.drafting import Drafting
from gridapp.ui.services import Services
from gridapp.ui.widgets.dates import DayEdit
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.words import button, rule, set_property, words
from gridapp.usecases.disputes import Step


class StepForm(QWidget):
    """``submitted``: take the step. ``left``: back without loss."""

    submitted = Signal()
    left = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.kind = EventKind.HANDLED
        self.conclusion: Conclusion | None = None
        self._services = services
        self.title, self.rule = words("", "heading"), words("", "muted", wrap=True)
        self.text, self.date = QPlainTextEdit(), DayEdit(services.today())
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(72)
        self.date.setMaximumWidth(180)
        self._ends, self._end_buttons = self._make_ends()
        self.fields = {
            "conclusion": Field(self.tr("How it ended"), self._ends),
            "text": Field(self.tr("What was done, in a few words"), self.text),
            "date": Field(self.tr("On which day"), self.date),
        }
        self.meaning, self.fault = words("", "muted", wrap=True), words("", "error", wrap=True)
        self.fields["conclusion"].column.insertWidget(2, self.meaning)
        self._drafting = Drafting(services, self._body, self._put_back, self)
        self.text.textChanged.connect(self._drafting.touch)
        self._lay()
        for keys in ("Ctrl+Return", "Ctrl+Enter", "F9"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submitted)

    def open(self, kind: EventKind, title: str, rule_text: str, draft: str) -> None:
        """Ask for a step of this kind; ``rule_text`` says what it does to the clock."""
        self.kind = kind
        self.title.setText(title)
        self.rule.setText(rule_text)
        self.date.show_day(self._services.today())
        self._put_back({})
        self.show_faults(())
        self.fields["conclusion"].setVisible(kind == EventKind.CONCLUDED)
        self.save.setText(title)
        self.save.setAccessibleName(title)
        self._drafting.open(draft)
        self.text.setFocus()

    def step(self) -> Step:
        """The step as it stands in the form."""
        return Step(self.kind, self.text.toPlainText(), self.date.day(), self.conclusion)

    def show_faults(self, faults: Sequence[str]) -> None:
        """Say at each field what is wrong with it."""
        where: dict[str, str] = {
            DisputeFault.TEXT_MISSING: "text",
            DisputeFault.CONCLUSION_MISSING: "conclusion",
            DisputeFault.IN_FUTURE: "date",
            DisputeFault.BEFORE_REGISTRATION: "date",
            DisputeFault.BEFORE_LAST_STEP: "date",
        }
        show_errors(self.fields, {where[f]: messages.sentence(f) for f in faults if f in where})
        rest = [messages.sentence(fault) for fault in faults if fault not in where]
        self.fault.setText("\n".join(rest))
        self.fault.setVisible(bool(rest))

    def choose(self, conclusion: Conclusion | None) -> None:
        """Choose how the case ended; what that means stands below."""
        self.conclusion = conclusion
        for known, made in self._end_buttons.items():
            set_property(made, "chosen", known == conclusion)
        self.meaning.setText(names.conclusion_meaning(conclusion) if conclusion else "")
        self.meaning.setVisible(conclusion is not None)

    def forget(self) -> None:
        """The step was taken."""
        self._drafting.drop()

    def leave(self) -> None:
        """Go back; what was typed stays as a draft."""
        self._drafting.leave()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _make_ends(self) -> tuple[EvenGrid, dict[Conclusion, QWidget]]:
        grid, buttons = EvenGrid(130), {}
        for conclusion in Conclusion:
            made = button(names.conclusion(conclusion), partial(self._pick, conclusion))
            made.setToolTip(names.conclusion_meaning(conclusion))
            grid.add(made)
            buttons[conclusion] = made
        return grid, dict(buttons)

    def _pick(self, conclusion: Conclusion) -> None:
        self.choose(conclusion)
        self._drafting.touch()

    def _lay(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("Back"), self.leave))
        self.save = button("", self.submitted.emit, primary=True)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(rule())
        column.addWidget(self.title)
        column.addWidget(self.rule)
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self.fault)
        column.addLayout(row)

    def _body(self) -> dict[str, Any]:
        return {"text": self.text.toPlainText(), "conclusion": self.conclusion}

    def _put_back(self, body: dict[str, Any]) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText(body.get("text", ""))
        self.text.blockSignals(False)
        conclusion = body.get("conclusion")
        self.choose(Conclusion(conclusion) if conclusion else None)
