"""The form of an act, in the page: it asks for the least and says what the act does."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gridapp.ui import messages
from gridapp.ui.acts.act import Act, Asked
from gridapp.ui.acts.field_faults import field_of
from gridapp.ui.acts.inputs import Input
from gridapp.ui.acts.rows import Rows
from gridapp.ui.drafting import Drafting
from gridapp.ui.services import Services
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.scrolling import bring_into_sight
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.tab_order import follow
from gridapp.ui.widgets.words import button, rule, words
from gridapp.usecases.desk import Changed, RejectedError


class ActForm(QWidget):
    """``done(Act, Changed)``: it was kept. ``failed(error)``: not through a fault of the input.

    ``left``: back without loss; what was entered stays as a draft. ``laid``: its inputs are
    others than before, so that a page around it may set the way of Tab.
    """

    laid = Signal()
    done = Signal(object, object)
    failed = Signal(object)
    left = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.act: Act | None = None
        self.inputs: dict[str, Input] = {}
        self.fields: dict[str, Field] = {}
        self._asks: tuple[Asked, ...] = ()
        self.title, self.rule = words("", "heading"), words("", "muted", wrap=True)
        self.fault = words("", "error", wrap=True)
        self.restored = words(self.tr("What you had typed before is back."), "muted", wrap=True)
        self._drafting = Drafting(services, self._body, self._put_back, self)
        self._drafting.restored.connect(self.restored.show)
        self._asked = QWidget()
        self._fields = QVBoxLayout(self._asked)
        self._fields.setContentsMargins(0, 0, 0, 0)
        self._fields.setSpacing(10)
        self._lay()
        bind_save(self, self.submit)
        bind_escape(self, self.leave)
        self.hide()

    def open(self, act: Act, about: str) -> None:
        """Ask for an act. ``about`` names its subject, so that each has its own draft."""
        self.shut()
        self.act = act
        asks, desk = act.asks, self._services.desk
        if isinstance(asks, tuple):
            self._show(act, about, asks)
            return
        show = partial(self._show, act, about)
        self._services.background.run(self, lambda: asks(desk), show, self._not_opened)

    def _show(self, act: Act, about: str, asks: tuple[Asked, ...]) -> None:
        if act is not self.act:
            return
        self.title.setText(act.title)
        self.rule.setText(act.rule)
        self.rule.setVisible(bool(act.rule))
        self.restored.hide()
        self._build(asks)
        self._show_faults({}, ())
        self.save.setText(act.title)
        self.save.setAccessibleName(act.title)
        self.save.setEnabled(True)
        self.show()
        self._drafting.open(act.draft(about))
        first = next(iter(self.fields.values()), self.save)
        first.setFocus()
        bring_into_sight(self)

    def submit(self) -> None:
        """Do it, with what was entered."""
        act, desk = self.act, self._services.desk
        asked = {n: made for n, made in self.inputs.items() if not self.fields[n].isHidden()}
        wrong = {name: made.fault() for name, made in asked.items()}
        if act is None or not self.save.isEnabled() or not self._show_faults(wrong, ()):
            return
        values = {name: made.value() for name, made in asked.items()}
        self.save.setEnabled(False)
        self._services.background.run(
            self, lambda: act.do(desk, values), partial(self._done, act), self._refused
        )

    def leave(self) -> None:
        """Go back."""
        self.shut()
        self.left.emit()

    def shut(self) -> None:
        """Away with it; what was entered stays as a draft."""
        self._drafting.leave()
        self.act = None
        self.hide()

    def _lay(self) -> None:
        row = QHBoxLayout()
        hint = self.tr("Ctrl+Enter saves · Esc goes back, nothing is lost")
        row.addWidget(words(hint, "muted", wrap=True), 1)
        row.addWidget(button(self.tr("Back"), self.leave))
        self.save = button("", self.submit, primary=True)
        row.addWidget(self.save)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.line = rule()
        for part in (self.line, self.title, self.rule, self.restored, self._asked, self.fault):
            self._column.addWidget(part)
        self.restored.hide()
        self._column.addLayout(row)

    def _build(self, asks: tuple[Asked, ...]) -> None:
        """Wide inputs below each other, small ones side by side in their order."""
        clear(self._fields)
        self._asks = asks
        self.inputs = {asked.name: asked.make() for asked in asks}
        self.fields = {
            asked.name: Field(asked.label, self.inputs[asked.name], asked.hint)  # type: ignore[arg-type]
            for asked in asks
        }
        small: EvenGrid | None = None
        for name, made in self.inputs.items():
            made.touched.connect(self._drafting.touch)
            made.touched.connect(self._show_fitting)
            if isinstance(made, Rows):
                made.grown.connect(self._on_laid)
            if made.wide:
                small = None
                self._fields.addWidget(self.fields[name])
                continue
            if small is None:
                small = EvenGrid(180, 12)
                self._fields.addWidget(small)
            small.add(self.fields[name])
        self._show_fitting()
        self._on_laid()

    def _show_fitting(self) -> None:
        """Ask only for what the other inputs leave to be asked."""
        for asked in self._asks:
            if asked.only is not None:
                name, value = asked.only
                self.fields[asked.name].setVisible(self.inputs[name].value() == value)

    def _on_laid(self) -> None:
        follow([self])
        self.laid.emit()

    def _not_opened(self, error: Exception) -> None:
        self.leave()
        self.failed.emit(error)

    def _done(self, act: Act, changed: Changed) -> None:
        self._drafting.drop()
        self.shut()
        self.done.emit(act, changed)

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        if isinstance(error, RejectedError):
            named = {
                field_of(fault, self.fields): messages.sentence(fault) for fault in error.faults
            }
            rest = [messages.sentence(f) for f in error.faults if not field_of(f, self.fields)]
            row = getattr(error, "place", None)
            if row is not None:
                text = self.tr("Row {number}: {fault}")
                sentences = (messages.sentence(fault) for fault in error.faults)
                named, rest = {}, [text.format(number=row + 1, fault=one) for one in sentences]
            self._show_faults(named, rest)
        else:
            self.failed.emit(error)

    def _show_faults(self, at_fields: Mapping[str, str], rest: tuple[str, ...] | list[str]) -> bool:
        """Say at each field what is wrong with it; what belongs to none stands above the button."""
        self.fault.setText("\n".join(rest))
        self.fault.setVisible(bool(rest))
        return show_errors(self.fields, dict(at_fields)) and not rest

    def _body(self) -> dict[str, Any]:
        return {name: made.kept() for name, made in self.inputs.items()}

    def _put_back(self, body: dict[str, Any]) -> None:
        for name, made in self.inputs.items():
            if name in body:
                made.put_back(body[name])
        self._show_fitting()
