"""Step 3: counts, faults at their rows, what is not taken, which village, which micro-grids."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from gridapp.rosters.check import masked
from gridapp.rosters.proposal import NOTICES, DroppedColumn, DropReason, Fault, Roster
from gridapp.ui import messages
from gridapp.ui.grids.forming import FormingChoice
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import set_tone, words
from gridapp.usecases.rosters import Outlook, VillageChoice

translate = QCoreApplication.translate


class CheckStep(QWidget):
    """``village_chosen``: ask what an import into it would do."""

    village_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.counts, self.known = words("", "heading", wrap=True), words("", "muted", wrap=True)
        self.village, self.forming = QComboBox(), FormingChoice()
        self.faults = self._faults_table()
        self.none = words(self.tr("No row has a fault."), "muted", wrap=True)
        self.dropped, self.ignored = QVBoxLayout(), words("", "muted", wrap=True)
        self.faults_card = Card(self.tr("Faults at their rows"), flush=True)
        self.dropped_card = Card(self.tr("Will not be taken"))
        self._lay()
        self.village.activated.connect(lambda _index: self.village_chosen.emit())

    def show_roster(self, roster: Roster) -> None:
        """Show what a file proposes."""
        counts = self.tr("{households} households, {members} people in the file")
        members = sum(len(household.members) for household in roster.households)
        households = len(roster.households)
        self.counts.setText(counts.format(households=f"{households:,}", members=f"{members:,}"))
        self._show_faults(roster.faults)
        self._show_dropped(roster)

    def show_villages(self, choices: Sequence[VillageChoice], guess: UUID | None) -> None:
        """Offer the villages; ``guess`` is the one that the file names."""
        self.village.clear()
        for choice in choices:
            self.village.addItem(choice.name, choice.id)
        self.village.setCurrentIndex(self.village.findData(guess) if guess else -1)
        self.village.setPlaceholderText(self.tr("Choose the village"))
        self.show_outlook(None)

    def village_id(self) -> UUID | None:
        """The village into which the roster goes."""
        chosen: UUID | None = self.village.currentData()
        return chosen

    def show_outlook(self, outlook: Outlook | None) -> None:
        """Show what the import would do to the chosen village."""
        self.forming.setVisible(outlook is not None and bool(outlook.groups))
        self.known.setVisible(outlook is not None and outlook.skipped > 0)
        if outlook is not None:
            self.forming.show_groups(outlook.groups)
            text = self.tr("{count} households are there already and stay as they are.")
            self.known.setText(text.format(count=outlook.skipped))

    def _faults_table(self) -> DataTable[Fault]:
        columns = (
            Column[Fault](self.tr("Sheet"), lambda f: f.sheet or "—", 84),
            Column[Fault](self.tr("Row"), lambda f: str(f.row), 56, right=True),
            Column[Fault](self.tr("Column"), lambda f: f.column, 100),
            Column[Fault](self.tr("Problem"), _what, 200, stretch=3, ink=_ink),
            Column[Fault](self.tr("Value"), masked, 120, stretch=1),
        )
        return DataTable(self.tr("Faults at their rows"), columns, multi=True)

    def _lay(self) -> None:
        where = Card(self.tr("Where it goes"))
        self.field = Field(self.tr("Village"), self.village)
        way = words(self.tr("Micro-grids are formed on the way:"), "muted", wrap=True)
        where.add(self.counts, self.field, self.known, way, self.forming)
        self.faults_card.add(self.faults, self.none)
        self.dropped_card.body.addLayout(self.dropped)
        self.dropped_card.add(self.ignored)
        columns = Columns(right_width=400, stack_below=900)
        columns.add_left(self.faults_card, 1)
        columns.add_right(where)
        columns.add_right(self.dropped_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)

    def _show_faults(self, faults: Sequence[Fault]) -> None:
        notices = sum(fault.code in NOTICES for fault in faults)
        text = self.tr("{faults} to look at, {notices} remarks; rows are taken as they are")
        note = text.format(faults=len(faults) - notices, notices=notices)
        self.faults_card.set_note(note if faults else "")
        self.faults.show_rows(faults)
        self.faults.setVisible(bool(faults))
        self.none.setVisible(not faults)

    def _show_dropped(self, roster: Roster) -> None:
        while (item := self.dropped.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for column in roster.dropped:
            line = words(f"{column.heading} · {reason(column.reason)}", wrap=True)
            set_tone(line, Tone.AMBER)
            self.dropped.addWidget(line)
        if not roster.dropped:
            self.dropped.addWidget(words(self.tr("No sensitive column in this file."), wrap=True))
        text = self.tr("Not needed and left out: {names}")
        names = "、".join(_heading(column) for column in roster.ignored)
        self.ignored.setText(text.format(names=names))
        self.ignored.setVisible(bool(names))


def reason(value: str) -> str:
    """Why a column is never imported."""
    known: dict[str, str] = {
        DropReason.RELIGION: translate("CheckStep", "religious belief"),
        DropReason.LABEL: translate("CheckStep", "a label of a person"),
        DropReason.PETITION: translate("CheckStep", "somebody's petitions"),
        DropReason.HEALTH: translate("CheckStep", "health"),
        DropReason.CRIMINAL: translate("CheckStep", "criminal record"),
        DropReason.RISK: translate("CheckStep", "a risk score"),
        DropReason.NEEDLESS: translate("CheckStep", "not needed for mediation"),
        DropReason.UNRECOGNISED: translate("CheckStep", "heading not understood"),
    }
    return known.get(value, value)


def _heading(column: DroppedColumn) -> str:
    if column.reason == DropReason.UNRECOGNISED:
        unclear = translate("CheckStep", "{heading} (not understood)")
        return unclear.format(heading=column.heading)
    return column.heading


def _what(fault: Fault) -> str:
    return messages.sentence(fault.code)


def _ink(fault: Fault) -> Tone | None:
    return Tone.NEUTRAL if fault.code in NOTICES else Tone.AMBER
