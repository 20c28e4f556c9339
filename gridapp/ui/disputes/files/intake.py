"""Takes files into a case one after another: chosen, dragged in, or pasted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Signal
from PySide6.QtGui import QImage

from gridapp.ui.services import Services
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.disputes import attachments

_Work = tuple[str, Callable[[], Changed]]


class Intake(QObject):
    """``added(name, Changed)`` or ``refused(name, error)`` for each; ``moved`` as they go."""

    added = Signal(str, object)
    refused = Signal(str, object)
    moved = Signal()

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._waiting: list[_Work] = []

    @property
    def waiting(self) -> int:
        """How many are still to be taken in."""
        return len(self._waiting)

    def add_paths(self, case_id: UUID, paths: list[Path]) -> None:
        """Keep these files with the case."""
        desk = self._services.desk
        self._add([(path.name, partial(attachments.add, desk, case_id, path)) for path in paths])

    def add_from(self, case_id: UUID, data: QMimeData) -> None:
        """Keep what was copied or dragged: files, or a picture."""
        if data.hasUrls():
            self.add_paths(case_id, local_files(data))
        elif data.hasImage():
            name, image = self.tr("Pasted picture") + ".png", QImage(data.imageData())
            self._add([(name, partial(_keep_image, self._services.desk, case_id, name, image))])

    def _add(self, work: list[_Work]) -> None:
        idle = not self._waiting
        self._waiting += work
        self.moved.emit()
        if idle:
            self._next()

    def _next(self) -> None:
        """One at a time, so that other pages get their turn between two."""
        if self._waiting:
            self._services.background.run(self, self._waiting[0][1], self._done, self._failed)

    def _done(self, changed: Changed) -> None:
        name, _ = self._waiting.pop(0)
        self.added.emit(name, changed)
        self.moved.emit()
        self._next()

    def _failed(self, error: Exception) -> None:
        name, _ = self._waiting.pop(0)
        self.refused.emit(name, error)
        self.moved.emit()
        self._next()


def local_files(data: QMimeData) -> list[Path]:
    """Files of this machine that are copied or dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _keep_image(desk: Desk, case_id: UUID, name: str, image: QImage) -> Changed:
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return attachments.keep(desk, case_id, name, bytes(packed.data()))
