"""The laptop: who works on it, where it keeps things, what was found on looking it over."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from gridapp.host.doctor import Finding
from gridapp.host.people import PersonLabel
from gridapp.ui import messages
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.table import Column, DataTable
from gridapp.ui.widgets.words import button, words
from gridapp.usecases.settings import LaptopView


class PeopleCard(Card):
    """Everyone who may sign in here."""

    def __init__(self) -> None:
        super().__init__(self.tr("People on this laptop"), flush=True)
        demo = self.tr("Demo")
        columns: tuple[Column[PersonLabel], ...] = (
            Column(self.tr("Name"), lambda person: person.name or "—", 120, 1),
            Column(self.tr("Unit"), lambda person: person.unit_name, 140, 1),
            Column("", lambda person: demo if person.demo else "", 70, tone=lambda _: Tone.AMBER),
        )
        self.table = DataTable(
            self.title.text(), columns, identity=lambda person: person.id, whole=True
        )
        hint = words(self.tr("Another person is added in the sign-in window."), "muted", wrap=True)
        hint.setContentsMargins(17, 0, 17, 8)
        self.add(self.table, hint)


class FindingsCard(Card):
    """What is wrong comes first, with what to do about it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Check of this laptop"), flush=True)
        fine, wrong = self.tr("in order"), self.tr("not in order")
        columns: tuple[Column[Finding], ...] = (
            Column(self.tr("Checked"), lambda found: found.name, 150),
            Column(
                self.tr("State"),
                lambda found: fine if found.ok else wrong,
                100,
                tone=lambda found: Tone.GREEN if found.ok else Tone.RED,
            ),
            Column(self.tr("Result"), _found, 220, 1),
        )
        self.table = DataTable(
            self.title.text(), columns, identity=lambda found: found.name, whole=True
        )
        self.add(self.table)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show these, the bad ones first."""
        self.table.show_rows(sorted(findings, key=lambda found: found.ok))
        bad = sum(not found.ok for found in findings)
        fine = self.tr("everything in order")
        self.set_note(self.tr("{count} to look at").format(count=bad) if bad else fine)


class FoldersCard(Card):
    """Paths that can be marked and copied."""

    def __init__(self) -> None:
        super().__init__(self.tr("Folders"))
        self.data, self.logs = words("", wrap=True), words("", wrap=True)
        for shown in (self.data, self.logs):
            shown.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Open the log folder"), self.open_logs, icon="folder-open"))
        row.addStretch(1)
        self.add(
            words(self.tr("Data, encrypted"), "muted"),
            self.data,
            words(self.tr("Logs, without personal data"), "muted"),
            self.logs,
            row,
        )

    def show_folders(self, view: LaptopView) -> None:
        """Show where things are."""
        self.data.setText(_breakable(str(view.data)))
        self.logs.setText(_breakable(str(view.logs)))
        self._logs = view.logs

    def open_logs(self) -> None:
        """Show the log folder in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs)))


def _found(found: Finding) -> str:
    return found.detail if found.ok else f"{messages.sentence(found.code)} {found.detail}"


def _breakable(path: str) -> str:
    """A path that may be wrapped after each separator."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
