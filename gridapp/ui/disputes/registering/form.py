"""The short form of a new dispute, at the door and in the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from gridapp.contract.disputes import Side
from gridapp.domain.disputes.dispute_faults import DisputeFault
from gridapp.ui import messages
from gridapp.ui.disputes.registering.categories import CategoryChooser, leaf_name
from gridapp.ui.drafting import Drafting
from gridapp.ui.refusing import show_refusal
from gridapp.ui.services import Services
from gridapp.ui.widgets.even import EvenGrid
from gridapp.ui.widgets.fields import Field, show_errors
from gridapp.ui.widgets.scrolling import Scrolling
from gridapp.ui.widgets.shortcuts import bind_escape, bind_save
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.disputes.disputes import NewDispute, NewParty


@dataclass(frozen=True)
class Opening:
    """What a form starts with: its draft, the first party and the household it came from."""

    draft: str
    first: str = ""
    household_id: UUID | None = None


class Beside(Protocol):
    """What a page asks for around the form."""

    def kept(self) -> dict[str, Any]:
        """As JSON values, under names that the form does not use."""

    def put_back(self, body: Mapping[str, Any]) -> None:
        """Show what a draft has kept of it; what it has not kept stays."""


class DisputeForm(QWidget):
    """``submitted``: save what is in it. ``left``: back without loss (it stays as a draft).

    ``beside`` reads and puts back what a page asks for around the form, so that one draft has all.
    """

    submitted = Signal()
    left = Signal()

    def __init__(self, services: Services, beside: Beside | None = None) -> None:
        super().__init__()
        self._services, self._beside = services, beside
        self._opening = Opening("")
        self._own_title = False
        self.first, self.second, self.title = QLineEdit(), QLineEdit(), QLineEdit()
        self.first_phone, self.second_phone = QLineEdit(), QLineEdit()
        self.summary = QPlainTextEdit()
        self.summary.setTabChangesFocus(True)
        self.category = CategoryChooser(self)
        self.fields = self._make_fields()
        self.fault = words("", "error", wrap=True)
        self.restored = words(self.tr("What you had typed before is back."), "muted")
        self.note = words("", "muted", wrap=True)
        self._drafting = Drafting(services, self.body, self._put_back, self)
        self._drafting.restored.connect(self.restored.show)
        self._lay()
        self._connect()
        bind_save(self, self.submitted.emit)
        bind_escape(self, self.leave)

    def open(self, opening: Opening) -> None:
        """Start a new case, or go on with the one that was left half-written."""
        self._opening = opening
        self._put_back({"first": opening.first})
        self.restored.hide()
        self.show_faults(())
        self._drafting.open(opening.draft)
        (self.second if opening.first else self.first).setFocus()

    def fill_in(self, values: Mapping[str, str], note: str) -> None:
        """Put values, named as in ``body``, where nothing stands yet; a summary is added to.
        ``note`` says where they are from.
        """
        body = self.body()
        text = "\n".join(filter(None, (body["summary"], values.get("summary", ""))))
        empty = {name: value for name, value in values.items() if not body[name]}
        self._put_back({**body, **empty, "summary": text})
        self.note.setText(note)
        self.note.show()
        self._drafting.touch()

    def new_dispute(
        self, registered_on: date, source: str = "screening", occurred_on: date | None = None
    ) -> NewDispute:
        """The case as it stands in the form."""
        parties = [
            NewParty(Side.FIRST, self.first.text(), self.first_phone.text(), self._household()),
            NewParty(Side.SECOND, self.second.text(), self.second_phone.text()),
        ]
        return NewDispute(
            title=self.title.text(),
            category=self.category.code(),
            summary=self.summary.toPlainText(),
            registered_on=registered_on,
            source=source,
            occurred_on=occurred_on,
            parties=tuple(party for party in parties if party.name.strip()),
        )

    def show_faults(self, faults: Sequence[str]) -> None:
        """Say at each field what is wrong with it; what belongs to none stands above the button."""
        where = {
            DisputeFault.TITLE_MISSING: "title",
            DisputeFault.CATEGORY_MISSING: "category",
        }
        at_fields = {where[f]: messages.sentence(f) for f in faults if f in where}  # type: ignore[index]
        rest = [messages.sentence(fault) for fault in faults if fault not in where]
        show_errors(self.fields, at_fields)
        self.fault.setText("\n".join(rest))
        self.fault.setVisible(bool(rest))

    def show_refusal(self, error: Exception) -> None:
        """The case was not saved: say why; it may be tried again."""
        self.save.setEnabled(True)
        show_refusal(self._services, self.show_faults, error)

    def touch(self) -> None:
        """Something beside the form was changed."""
        self._drafting.touch()

    def forget(self) -> None:
        """The case was saved."""
        self.save.setEnabled(True)
        self._drafting.drop()

    def leave(self) -> None:
        """Go back; the draft stays."""
        self._drafting.leave()
        self.left.emit()

    def body(self) -> dict[str, Any]:
        """What is in the form, for the draft."""
        return {
            "first": self.first.text(),
            "second": self.second.text(),
            "first_phone": self.first_phone.text(),
            "second_phone": self.second_phone.text(),
            "category": self.category.code(),
            "summary": self.summary.toPlainText(),
            "title": self.title.text() if self._own_title else "",
            "note": "" if self.note.isHidden() else self.note.text(),
            **(self._beside.kept() if self._beside else {}),
        }

    def _household(self) -> UUID | None:
        same = self.first.text().strip() == self._opening.first
        return self._opening.household_id if same else None

    def _make_fields(self) -> dict[str, Field]:
        self.summary.setFixedHeight(60)
        self.title.setPlaceholderText(self.tr("Made by itself; you may change it."))
        return {
            "first": Field(self.tr("First party"), self.first),
            "first_phone": Field(self.tr("Phone of the first party"), self.first_phone),
            "second": Field(self.tr("Second party"), self.second),
            "second_phone": Field(self.tr("Phone of the second party"), self.second_phone),
            "category": Field(self.tr("Category"), self.category),
            "summary": Field(self.tr("What happened"), self.summary),
            "title": Field(self.tr("Title"), self.title),
        }

    def _lay(self) -> None:
        parties = EvenGrid(140, 12)
        for name in ("first", "first_phone", "second", "second_phone"):
            parties.add(self.fields[name])
        inner = QWidget()
        inputs = QVBoxLayout(inner)
        inputs.setContentsMargins(0, 0, 0, 0)
        inputs.setSpacing(10)
        inputs.addWidget(self.note)
        inputs.addWidget(parties)
        for name in ("category", "summary", "title"):
            inputs.addWidget(self.fields[name])
        inputs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self._scrolling = Scrolling(inner)
        column.addWidget(self._scrolling, 1)
        column.addWidget(self.fault)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        hints = QVBoxLayout()
        hints.setSpacing(0)
        hint = self.tr("Ctrl+Enter saves · Esc goes back, nothing is lost")
        hints.addWidget(self.restored)
        hints.addWidget(words(hint, "muted", wrap=True))
        row = QHBoxLayout()
        row.addLayout(hints, 1)
        row.addWidget(button(self.tr("Back"), self.leave))
        self.save = button(self.tr("Register the dispute"), self.submitted.emit, primary=True)
        row.addWidget(self.save)
        return row

    def _connect(self) -> None:
        for edit in (self.first, self.second, self.first_phone, self.second_phone):
            edit.textEdited.connect(self._on_edited)
        self.summary.textChanged.connect(self._drafting.touch)
        self.category.changed.connect(self._on_edited)
        self.category.unfolded.connect(self._show_tree)
        self.title.textEdited.connect(self._on_title)

    def _show_tree(self) -> None:
        self.fields["category"].adjustSize()
        self._scrolling.ensureWidgetVisible(self.category.tree)

    def _on_edited(self) -> None:
        self._drafting.touch()
        if not self._own_title:
            self.title.setText(self._made_title())

    def _on_title(self, text: str) -> None:
        self._own_title = bool(text.strip())
        self._drafting.touch()

    def _made_title(self) -> str:
        first, second = self.first.text().strip(), self.second.text().strip()
        code = self.category.code()
        if not code or not (first or second):
            return ""
        if not (first and second):
            template = self.tr("{name}: {category} dispute")
            return template.format(name=first or second, category=leaf_name(code))
        template = self.tr("{first} and {second}: {category} dispute")
        return template.format(first=first, second=second, category=leaf_name(code))

    def _put_back(self, body: dict[str, Any]) -> None:
        self.first.setText(body.get("first", ""))
        self.second.setText(body.get("second", ""))
        self.first_phone.setText(body.get("first_phone", ""))
        self.second_phone.setText(body.get("second_phone", ""))
        self.category.choose(body.get("category", ""))
        self.summary.blockSignals(True)
        self.summary.setPlainText(body.get("summary", ""))
        self.summary.blockSignals(False)
        self._own_title = bool(body.get("title"))
        self.title.setText(body.get("title") or self._made_title())
        self.note.setText(body.get("note", ""))
        self.note.setVisible(bool(body.get("note")))
        if self._beside:
            self._beside.put_back(body)
