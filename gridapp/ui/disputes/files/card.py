"""The photos and scans of a case: add, look at, have them fetched, take them out again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
)
from PySide6.QtWidgets import QFileDialog, QWidget

from gridapp.store.disputes.disputes import Case
from gridapp.ui import messages
from gridapp.ui.disputes.files.album import Album
from gridapp.ui.disputes.files.copying import CopyForm
from gridapp.ui.disputes.files.intake import Intake, local_files
from gridapp.ui.disputes.files.tiles import FileTiles, picture
from gridapp.ui.keeping import tell_kept
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.flow import FlowLayout
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.words import button, link, set_tone, words
from gridapp.usecases.desk import Changed, Desk, RejectedError
from gridapp.usecases.disputes import attachments
from gridapp.usecases.disputes.attachments import CaseFile

Found = tuple[tuple[CaseFile, ...], str | None]


class FilesCard(Card):
    """Give it a case with ``show_case``. Files also come in by dragging and by pasting."""

    def __init__(self, services: Services) -> None:
        super().__init__(self.tr("Photos and files"))
        self._services = services
        self._case_id: UUID | None = None
        self.intake = Intake(services, self)
        self.tiles, self.copying = FileTiles(), CopyForm(services)
        self.album = Album(services, self.tiles, self._refused)
        self.add_button = button(self.tr("Add"), self.choose, icon="plus")
        self.add_button.setToolTip(self.tr("Photos, PDF or Word files; or Ctrl+V, or drag them in"))
        self.fault, self.problem = words("", "error", wrap=True), words("", wrap=True)
        self.hint = words("", "muted", wrap=True)
        self.open, self.copy, self.take_out = (
            link(self.tr("Open"), self.open_chosen),
            link(self.tr("Save a copy"), self.copy_chosen),
            link(self.tr("Remove"), self.remove_chosen),
        )
        self._lay()
        self._connect()

    def show_case(self, case: Case) -> None:
        """Show the files of a case."""
        if self._case_id != case.dispute.id:
            self._case_id = case.dispute.id
            self.copying.leave()
            self._say("")
            self.tiles.show_files(())
        self.refresh()

    def refresh(self) -> None:
        """Ask again."""
        desk, case_id = self._services.desk, self._case_id
        if case_id is not None:
            self._services.background.run(
                self,
                lambda: (attachments.files(desk, case_id), attachments.problem(desk)),
                partial(self._show, case_id),
            )

    def choose(self) -> None:
        """Let the person pick files."""
        kinds = self.tr("Photos and scans (*.jpg *.jpeg *.png *.webp *.bmp *.tif *.pdf *.docx)")
        paths, _ = QFileDialog.getOpenFileNames(self, self.tr("Add"), "", f"{kinds};;(*)")
        self.add_paths([Path(path) for path in paths])

    def add_paths(self, paths: list[Path]) -> None:
        """Keep these files with the case, one after another."""
        if self._case_id is not None:
            self._say("")
            self.intake.add_paths(self._case_id, paths)

    def add_from(self, data: QMimeData) -> None:
        """Keep what was copied or dragged: files, or a picture."""
        if self._case_id is not None:
            self._say("")
            self.intake.add_from(self._case_id, data)

    def paste(self) -> None:
        """Keep what is on the clipboard."""
        self.add_from(QGuiApplication.clipboard().mimeData())

    def open_chosen(self) -> None:
        """Show a photo, offer a copy of anything else, fetch what is not here."""
        file = self.tiles.current_file()
        if file is None:
            return
        if not file.is_here:
            self._run(attachments.fetch, file, self._fetching)
        elif file.is_photo:
            self.album.look(file, self.window())
        else:
            self.copying.open(file)

    def copy_chosen(self) -> None:
        """Ask what the copy is for."""
        file = self.tiles.current_file()
        if file is not None and file.is_here:
            self.copying.open(file)

    def remove_chosen(self) -> None:
        """Take the chosen file out of the case."""
        file = self.tiles.current_file()
        if file is not None:
            text = self.tr("Removed: {name}").format(name=file.name)
            self._run(attachments.remove, file, partial(tell_kept, self._services, text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasImage() or local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_from(event.mimeData())
        event.acceptProposedAction()

    def _lay(self) -> None:
        self.add_to_head(self.add_button)
        self.setAcceptDrops(True)
        self._actions = QWidget()
        row = FlowLayout(self._actions, gap=2)
        for act in (self.open, self.copy, self.take_out):
            row.addWidget(act)
        set_tone(self.problem, Tone.AMBER)
        self.add(self.hint, self.fault, self.tiles, self._actions, self.copying, self.problem)
        for part in (self.fault, self.problem, self._actions, self.copying, self.tiles):
            part.hide()

    def _connect(self) -> None:
        self.intake.added.connect(self._added)
        self.intake.refused.connect(self._refused)
        self.intake.moved.connect(self._show_hint)
        self.tiles.opened.connect(lambda _file: self.open_chosen())
        self.tiles.removed.connect(lambda _file: self.remove_chosen())
        self.tiles.chosen.connect(self._show_actions)
        self.copying.left.connect(self.tiles.setFocus)
        self._services.changes.changed.connect(self._on_changed)
        bind(self, QKeySequence.StandardKey.Paste, self.paste)

    def _on_changed(self, kinds: frozenset[str]) -> None:
        if "attachment" in kinds and self.isVisible():
            self.refresh()

    def _show(self, case_id: UUID, found: Found) -> None:
        if case_id != self._case_id:
            return
        files, problem = found
        self.tiles.show_files(files)
        self.tiles.setVisible(bool(files))
        self.set_note(f"{len(files)}" if files else "")
        waits = problem is not None and any(file.waits for file in files)
        text = self.tr("The county has no room for files at the moment; text goes on as usual.")
        self.problem.setText(text)
        self.problem.setVisible(waits)
        self._show_hint()
        for file in files:
            if self.tiles.lacks_picture(file):
                self._ask_picture(file)

    def _show_hint(self) -> None:
        if self.intake.waiting:
            text = self.tr("{count} files are being taken in …").format(count=self.intake.waiting)
        elif self.tiles.count():
            text = ""
        else:
            text = self.tr(
                "Add photos or scans, drag them in, or paste them with Ctrl+V. Photos are made"
                " small; where and when they were taken is left out."
            )
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _ask_picture(self, file: CaseFile) -> None:
        desk, room = self._services.desk, self.tiles.picture_size()

        def made() -> QImage:
            content = attachments.preview(desk, file.id)
            return QImage() if content is None else picture(content, room)

        self._services.background.run(self, made, partial(self.tiles.show_picture, file.id))

    def _show_actions(self, file: CaseFile | None) -> None:
        self._actions.setVisible(file is not None)
        if file is not None:
            here = file.is_here
            self.open.setText(self.tr("Open") if here else self.tr("Download"))
            self.open.setVisible(file.is_photo if here else not file.wanted)
            self.copy.setVisible(here)

    def _added(self, name: str, changed: Changed) -> None:
        tell_kept(self._services, self.tr("Added: {name}").format(name=name), changed)

    def _run(
        self,
        act: Callable[[Desk, UUID], Changed],
        file: CaseFile,
        done: Callable[[Changed], None],
    ) -> None:
        desk = self._services.desk
        self._services.background.run(
            self, lambda: act(desk, file.id), done, partial(self._refused, file.name)
        )

    def _fetching(self, changed: Changed) -> None:
        self._services.changes.tell(*changed.kinds)
        self._services.notify(self.tr("It comes with the next exchange."))

    def _refused(self, name: str, error: Exception) -> None:
        code = error.faults[0] if isinstance(error, RejectedError) else getattr(error, "code", None)
        if code is None:
            raise error
        sentence = messages.sentence(code)
        self._say(f"“{name}”: {sentence}" if name else sentence)

    def _say(self, sentence: str) -> None:
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
