"""What has happened to a household, the last first; what had not happened is taken back here."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.contract.households import LifeEventKind
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.card import ActCard
from gridapp.ui.acts.inputs import Line
from gridapp.ui.services import Services
from gridapp.ui.widgets.clearing import clear
from gridapp.ui.widgets.words import link, words
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.households import reversing
from gridapp.usecases.households.household_history import HistoryLine
from gridapp.usecases.households.households import HouseholdSheet

translate = QCoreApplication.translate


class HistoryCard(ActCard):
    """Every act with its day, whom it concerned, who wrote it down, and a way to take it back."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, self.tr("History"))
        self._lines = QVBoxLayout(self.shown)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._sheet: HouseholdSheet | None = None

    def show_sheet(self, sheet: HouseholdSheet) -> None:
        """Show the history of this household."""
        same = self._sheet is not None and self._sheet.history == sheet.history
        self.offer(str(sheet.id), ())
        self._sheet, before = sheet, self._sheet
        if same and before is not None and before.id == sheet.id:
            return
        clear(self._lines)
        for line in sheet.history:
            self._lines.addWidget(self._shown(line))
        if not sheet.history:
            nothing = self.tr("Nothing has been entered yet.")
            self._lines.addWidget(words(nothing, "muted", wrap=True))

    def _shown(self, line: HistoryLine) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(1)
        happened = words(f"{line.day.isoformat()} {kind_name(line.kind)}", wrap=True)
        column.addWidget(happened)
        about = " · ".join(part for part in (line.names, line.note) if part)
        if about:
            column.addWidget(words(about, "muted", wrap=True))
        entered = self.tr("{actor}, {day}").format(actor=line.actor, day=line.recorded_on)
        column.addWidget(words(entered, "muted", wrap=True))
        if line.holds:
            back = link(self.tr("Take back"), partial(self.take_back, line))
            back.setAccessibleName(f"{back.text()} {happened.text()}")
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        elif line.kind != LifeEventKind.REVERSED:
            column.addWidget(words(self.tr("Was taken back"), "muted"))
        return box

    def take_back(self, line: HistoryLine) -> None:
        """Ask why, then take it back."""
        if self._sheet is None:
            return
        home = self._sheet.id

        def do(desk: Desk, entered: Values) -> Changed:
            return reversing.reverse(desk, home, line.act_id, entered["note"])

        title = self.tr("Take back: {what}").format(what=kind_name(line.kind))
        why = Asked("note", self.tr("Why had it not happened?"), partial(Line, wide=True))
        self.open_act(Act(f"life.reverse.{line.act_id}", title, do, (why,)))


def kind_name(kind: str) -> str:
    """What happened, in a word or two."""
    known: dict[str, str] = {
        LifeEventKind.MOVED_IN: translate("life_events", "Moved in"),
        LifeEventKind.MOVED_OUT: translate("life_events", "Moved out"),
        LifeEventKind.BORN: translate("life_events", "Was born"),
        LifeEventKind.DIED: translate("life_events", "Died"),
        LifeEventKind.JOINED: translate("life_events", "Came from another household"),
        LifeEventKind.SPLIT: translate("life_events", "Split off"),
        LifeEventKind.MERGED: translate("life_events", "Merged"),
        LifeEventKind.HEAD_CHANGED: translate("life_events", "Head changed"),
        LifeEventKind.REGROUPED: translate("life_events", "Put into another micro-grid"),
        LifeEventKind.RETURNED: translate("life_events", "Came back"),
        LifeEventKind.REVERSED: translate("life_events", "Taken back"),
    }
    return known.get(kind, kind)
