"""The USB stick: write a file for the county, take in its answer; what came of it in words."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gridapp.sync.engine import SyncResult
from gridapp.ui import messages
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.words import button, set_tone, words
from gridapp.usecases import settings
from gridapp.usecases.sync import bundles
from gridapp.usecases.sync.bundles import Written


class StickCard(Card):
    """``taken(SyncResult)``. Runs on the network thread: never at once with an exchange."""

    taken = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("USB stick"))
        self._services = services
        self._folder = ""
        self.write = button(self.tr("Write to the stick"), self.write_out, icon="usb")
        self.read = button(self.tr("Take in from the stick"), self.take_in, icon="folder-open")
        self.write.setToolTip("Ctrl+E")
        self.read.setToolTip("Ctrl+O")
        buttons = QWidget()
        row = FlowLayout(buttons)
        row.addWidget(self.write)
        row.addWidget(self.read)
        hint = self.tr("Without a line: carry the encrypted file to the township and back.")
        self.said = words("", wrap=True)
        self.said.hide()
        files = self.tr("Photos and scans wait for a line; a stick carries text alone.")
        self.add(
            words(hint, "muted", wrap=True), buttons, self.said, words(files, "muted", wrap=True)
        )

    def refresh(self) -> None:
        """Look up where the dialogs begin."""
        desk = self._services.desk
        self._services.background.run(self, lambda: settings.stick_folder(desk), self._begin_in)

    def write_out(self) -> None:
        """Ask where, and write everything that waits."""
        desk = self._services.desk
        name = str(Path(self._folder) / bundles.file_name(desk))
        chosen, _kind = QFileDialog.getSaveFileName(
            self, self.write.text(), name, self.tr("Files for the county (*.gridapp-out)")
        )
        if chosen:
            path = Path(chosen)
            if path.suffix != ".gridapp-out":
                path = path.with_name(path.name + ".gridapp-out")
            self._run(path, lambda: bundles.write_out(desk, path), self._written)

    def take_in(self) -> None:
        """Ask which, and take in what the county answered."""
        desk = self._services.desk
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            self.read.text(),
            self._folder,
            self.tr("Answers of the county (*.gridapp-in);;All files (*)"),
        )
        if chosen:
            path = Path(chosen)
            self._run(path, lambda: bundles.take_in(desk, path), self._taken)

    def _run(self, path: Path, work: Callable[[], object], done: Callable[..., None]) -> None:
        desk, self._folder = self._services.desk, str(path.parent)
        self._services.background.run(self, lambda: settings.keep_stick_folder(desk, path.parent))
        self._busy(True)
        self._say(self.tr("Working…"), None)
        self._services.background.run_network(self, work, done, self._failed)

    def _written(self, written: Written) -> None:
        self._busy(False)
        text = self.tr("Written: {changes} changes, {size} KB, to {path}. Carry it to the county.")
        size = f"{-(-written.size // 1024):,}"
        path = str(written.path).replace("/", "/\u200b").replace("\\", "\\\u200b")
        self._say(text.format(changes=f"{written.changes:,}", size=size, path=path), Tone.GREEN)

    def _taken(self, result: SyncResult) -> None:
        self._busy(False)
        if result.problem:
            self._say(messages.sentence(result.problem), Tone.AMBER)
        else:
            text = self.tr("Taken in: {pushed} confirmed, {pulled} received.")
            told = text.format(pushed=f"{result.pushed:,}", pulled=f"{result.pulled:,}")
            self._say(told, Tone.GREEN)
        self.taken.emit(result)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        code = getattr(error, "code", None)
        if code is None:
            self.said.hide()
            raise error
        self._say(messages.sentence(code), Tone.AMBER)

    def _begin_in(self, folder: str) -> None:
        self._folder = folder

    def _busy(self, busy: bool) -> None:
        for made in (self.write, self.read):
            made.setEnabled(not busy)

    def _say(self, text: str, tone: Tone | None) -> None:
        self.said.setText(text)
        set_tone(self.said, tone)
        self.said.show()
