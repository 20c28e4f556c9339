"""Step 3: counts, faults at their rows, what is not taken, which village, which micro-grids."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gridapp.rosters.proposal import NOTICES, DroppedColumn, DropReason, Roster
from gridapp.ui.grids.forming import FormingChoice
from gridapp.ui.rosters.faults_table import FaultsTable
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.fields import Field
from gridapp.ui.widgets.flow import Columns
from gridapp.ui.widgets.words import link, set_tone, words
from gridapp.usecases.rosters.rosters import Outlook, VillageChoice

translate = QCoreApplication.translate


class CheckStep(QWidget):
    """``village_chosen``: ask what an import into it would do. ``taken_back``: put the last cell
    that was put right back as it is in the file.
    """

    village_chosen = Signal()
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.counts, self.known = words("", "heading", wrap=True), words("", "muted", wrap=True)
        self.village, self.forming = QComboBox(), FormingChoice()
        self.faults = FaultsTable(self.tr("Faults at their rows"))
        self.none = words(self.tr("No row has a fault."), "muted", wrap=True)
        self.righted = words("", "muted", wrap=True)
        self.take_back = link(self.tr("Take the last one back"), self.taken_back.emit)
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
        self._show_faults(roster)
        self._show_dropped(roster)

    def set_focus(self) -> None:
        """Stand in the faults, which come first; in the village while none is chosen."""
        if self.village_id() is None or not self.faults.rows:
            self.village.setFocus()
            return
        self.faults.setFocus()
        self.faults.choose_number(max(0, self.faults.currentIndex().row()))

    def show_righted(self, count: int) -> None:
        """Say how many cells were put right here."""
        text = self.tr("{count} cells put right here; the file itself stays as it is.")
        self.righted.setText(text.format(count=count))
        for part in (self.righted, self.take_back):
            part.setVisible(count > 0)

    def show_villages(self, choices: Sequence[VillageChoice], guess: UUID | None) -> None:
        """Offer the villages; ``guess`` is the one that the file names."""
        self.village.clear()
        for choice in choices:
            self.village.addItem(choice.name, choice.id)
        ids = [choice.id for choice in choices]
        self.village.setCurrentIndex(ids.index(guess) if guess in ids else -1)
        self.village.setPlaceholderText(self.tr("Choose the village"))
        self.show_outlook(None)

    def village_id(self) -> UUID | None:
        """The village into which the roster goes."""
        chosen: UUID | None = self.village.currentData()
        return chosen

    def show_outlook(self, outlook: Outlook | None) -> None:
        """Show what the import would do to the chosen village."""
        self.forming.setVisible(outlook is not None and bool(outlook.groups))
        self.way.setVisible(outlook is not None and bool(outlook.groups))
        self.known.setVisible(outlook is not None and outlook.skipped > 0)
        if outlook is not None:
            self.forming.show_groups(outlook.groups)
            self.known.setText(_known(outlook))

    def _lay(self) -> None:
        where = Card(self.tr("Where it goes"))
        self.field = Field(self.tr("Village"), self.village)
        self.way = words(self.tr("Micro-grids are formed on the way:"), "muted", wrap=True)
        where.add(self.counts, self.field, self.known, self.way, self.forming)
        row = QHBoxLayout()
        row.setContentsMargins(14, 0, 14, 4)
        row.addWidget(self.righted, 1)
        row.addWidget(self.take_back)
        self.faults_card.add(self.faults, self.none)
        self.faults_card.body.addLayout(row)
        self.show_righted(0)
        self.dropped_card.body.addLayout(self.dropped)
        self.dropped_card.add(self.ignored)
        columns = Columns(right_width=400, stack_below=900)
        columns.add_left(self.faults_card, 1)
        columns.add_right(where)
        columns.add_right(self.dropped_card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(columns)

    def _show_faults(self, roster: Roster) -> None:
        faults = roster.faults
        notices = sum(fault.code in NOTICES for fault in faults)
        text = self.tr("{faults} to look at, {notices} remarks; Enter puts a cell right")
        note = text.format(faults=len(faults) - notices, notices=notices)
        self.faults_card.set_note(note if faults else "")
        self.faults.show_roster(roster)
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


def _known(outlook: Outlook) -> str:
    """What becomes of the households that are here, and of new ones whose grid is."""
    text = translate("CheckStep", "{count} households are there already; the next step compares.")
    lines = [text.format(count=outlook.skipped)]
    if outlook.joining:
        joining = translate("CheckStep", "{count} new households join the grids of their groups.")
        lines.append(joining.format(count=outlook.joining))
    return "\n".join(lines)


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
        DropReason.CHOSEN: translate("CheckStep", "left out by you"),
    }
    return known.get(value, value)


def _heading(column: DroppedColumn) -> str:
    if column.reason == DropReason.UNRECOGNISED:
        unclear = translate("CheckStep", "{heading} (not understood)")
        return unclear.format(heading=column.heading)
    return column.heading
