"""Looks at the photos of a case one after another; that they were read is written down."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gridapp.ui.disputes.files.tiles import FileTiles, picture
from gridapp.ui.disputes.files.viewer import FileViewer
from gridapp.ui.services import Services
from gridapp.usecases.disputes import attachments
from gridapp.usecases.disputes.attachments import CaseFile


class Album(QObject):
    """``refused(name, error)`` is told what cannot be shown."""

    def __init__(
        self, services: Services, tiles: FileTiles, refused: Callable[[str, Exception], None]
    ) -> None:
        super().__init__(tiles)
        self._services, self._tiles, self._refused = services, tiles, refused
        self.viewer: FileViewer | None = None

    def look(self, file: CaseFile, over: QWidget) -> None:
        """Show a photo over the window."""
        desk = self._services.desk
        if self.viewer is None:
            self.viewer = FileViewer(over)
            self.viewer.stepped.connect(self._step)
            self.viewer.closed.connect(self._tiles.setFocus)

        def read() -> QImage:
            return picture(attachments.open_copy(desk, file.id))

        self._services.background.run(
            self, read, partial(self._show, file), partial(self._refused, file.name)
        )

    def _show(self, file: CaseFile, image: QImage) -> None:
        if self.viewer is not None:
            self.viewer.show_photo(f"{file.name}  ·  {file.added_by}  ·  {file.added_on}", image)

    def _step(self, by: int) -> None:
        photos = [file for file in self._tiles.files if file.is_photo and file.is_here]
        now = self._tiles.current_file()
        places = [place for place, file in enumerate(photos) if now and file.id == now.id]
        if places and 0 <= places[0] + by < len(photos):
            self._tiles.choose(photos[places[0] + by].id)
            self.look(photos[places[0] + by], self._tiles.window())
