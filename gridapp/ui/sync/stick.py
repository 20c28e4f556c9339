"""The USB stick: write a file for the county, take in its answer; what came of it in words."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from gridapp.contract.kinds import KINDS
from gridapp.sync.engine import SyncResult
from gridapp.sync.progress import Progress as Parts
from gridapp.ui import messages
from gridapp.ui.background import Progress
from gridapp.ui.saving import SaveDialog
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.scrolling import bring_into_sight
from gridapp.ui.widgets.words import button, set_tone, words
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases import settings
from gridapp.usecases.sync import bundles
from gridapp.usecases.sync.bundles import BundleError, Written

T = TypeVar("T")


class StickCard(Card):
    """``taken(kinds)``: records of these kinds may have changed. ``work`` shows how far it is.

    An answer is taken in on the network thread: an exchange under way is asked to ``give_way``. A
    file is written beside it, as a line that hangs is why one writes it.
    """

    taken = Signal(object)

    def __init__(self, services: Services, give_way: Callable[[], None]) -> None:
        super().__init__(self.tr("USB stick"))
        self._services, self._give_way = services, give_way
        self._dialog = SaveDialog(self)
        self.work = WorkPanel(services.background, self.tr("Exchanging by USB stick"))
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
        self.add(words(hint, "muted", wrap=True), buttons, self.work, self.said)
        self.add(words(files, "muted", wrap=True))

    def refresh(self) -> None:
        """Look up where the dialogs begin."""
        desk = self._services.desk
        self._services.background.run(self, lambda: settings.stick_folder(desk), self._begin_in)

    def write_out(self) -> None:
        """Ask where, and write everything that waits."""
        desk = self._services.desk
        path = self._dialog.ask(bundles.file_name(desk), bundles.OUT_ENDING)
        if path is not None:

            def write(progress: Progress) -> Written:
                progress.report(0, 1)
                return bundles.write_out(desk, path)

            self._run(path, write, self._written, network=False)

    def take_in(self) -> None:
        """Ask which, and take in what the county answered."""
        desk = self._services.desk
        chosen, _kind = QFileDialog.getOpenFileName(
            self,
            self.read.text(),
            self._dialog.folder,
            self.tr("Answers of the county (*.gridapp-in);;All files (*)"),
        )
        if chosen:
            path = Path(chosen)

            def take(progress: Progress) -> SyncResult:
                def report(parts: Parts) -> None:
                    progress.report(parts.done, parts.total)

                return bundles.take_in(desk, path, report)

            self._give_way()
            self._run(path, take, self._taken, network=True)

    def _run(
        self,
        path: Path,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        network: bool,
    ) -> None:
        desk = self._services.desk

        def at_the_stick(progress: Progress) -> T:
            settings.keep_stick_folder(desk, path.parent)
            return work(progress)

        self._dialog.folder = str(path.parent)
        self._busy(True)
        self.said.hide()
        self.work.start(at_the_stick, done, self._failed, cancelled=self._stopped, network=network)
        bring_into_sight(self.work)

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
        self.taken.emit(result.kinds)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if not isinstance(error, BundleError):  # it may have come half way
            self.taken.emit(frozenset(KINDS))
        code = getattr(error, "code", None)
        if code is None:
            raise error
        self._say(messages.sentence(code), Tone.AMBER)

    def _stopped(self) -> None:
        self._busy(False)
        self._say(self.tr("Stopped. What was taken in stays; do it again to go on."), Tone.AMBER)
        self.taken.emit(frozenset(KINDS))

    def _begin_in(self, folder: str) -> None:
        self._dialog.folder = folder

    def _busy(self, busy: bool) -> None:
        for made in (self.write, self.read):
            made.setEnabled(not busy)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.setText(text)
        set_tone(self.said, tone)
        self.said.show()
        bring_into_sight(self.said)
