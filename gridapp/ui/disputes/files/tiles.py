"""The files of a case as tiles: a small picture, the name, and where its bytes are."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QImageReader, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from gridapp.ui import icons
from gridapp.ui.tokens import current
from gridapp.usecases.disputes.attachments import CaseFile

_PICTURE = (84, 62)
"""px at 100 %."""

FORMAT = QByteArray(b"jpg")
"""Photos are kept as nothing else."""

_ROLE = Qt.ItemDataRole.UserRole


class FileTiles(QListWidget):
    """``opened(CaseFile)`` by Enter or double click, ``removed(CaseFile)`` by Delete.

    ``chosen(CaseFile or None)`` when another one is the current one. As tall as its tiles.
    """

    opened = Signal(object)
    removed = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Files of the case"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pictures: dict[UUID, QPixmap] = {}
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_ROLE)))
        self.currentItemChanged.connect(self._on_current)

    @property
    def files(self) -> list[CaseFile]:
        """The files as shown."""
        return [self.item(row).data(_ROLE) for row in range(self.count())]

    def current_file(self) -> CaseFile | None:
        """The one that is chosen."""
        return _file(self.currentItem())

    def picture_size(self) -> QSize:
        """How large the small pictures are drawn, in pixels of the screen."""
        theme, ratio = current(), self.devicePixelRatioF()
        width, height = (round(theme.px(side) * ratio) for side in _PICTURE)
        return QSize(width, height)

    def show_files(self, files: Sequence[CaseFile]) -> None:
        """Show these; the chosen one stays chosen if it is among them."""
        kept = self.current_file()
        self.blockSignals(True)
        self.clear()
        for file in files:
            item = QListWidgetItem(self._icon(file), f"{file.name}\n{self._state(file)}")
            item.setData(_ROLE, file)
            item.setToolTip(self._whole(file))
            self.addItem(item)
            if kept is not None and file.id == kept.id:
                self.setCurrentItem(item)
        self.blockSignals(False)
        self._fit()
        self.chosen.emit(self.current_file())

    def show_picture(self, file_id: UUID, image: QImage) -> None:
        """The small picture of a photo has been made."""
        if image.isNull():
            return
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._pictures[file_id] = pixmap
        for row, file in enumerate(self.files):
            if file.id == file_id:
                self.item(row).setIcon(QIcon(pixmap))

    def lacks_picture(self, file: CaseFile) -> bool:
        """Whether a small picture can be made of it and has not been."""
        return file.is_photo and file.is_here and file.id not in self._pictures

    def choose(self, file_id: UUID) -> None:
        """Make a file the current one."""
        for row, file in enumerate(self.files):
            if file.id == file_id:
                self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        file = self.current_file()
        if event.key() == Qt.Key.Key_Delete and file is not None:
            self.removed.emit(file)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            for row, file in enumerate(self.files):
                self.item(row).setIcon(self._icon(file))
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            item.setSelected(True)  # Home and End only move the focus
        self.chosen.emit(_file(item))

    def _fit(self) -> None:
        """Tiles side by side, as many as there is room for; the height of all of them."""
        theme = current()
        width, height = (theme.px(side) for side in _PICTURE)
        lines = 2 * self.fontMetrics().lineSpacing()
        tile = QSize(width + theme.px(12), height + lines + theme.px(16))
        self.setIconSize(QSize(width, height))
        self.setGridSize(tile)
        across = max(1, self.viewport().width() // tile.width())
        rows = -(-self.count() // across)
        self.setFixedHeight(rows * tile.height() + 2 * self.frameWidth())

    def _icon(self, file: CaseFile) -> QIcon:
        if file.id in self._pictures:
            return QIcon(self._pictures[file.id])
        name = "file-text" if not file.is_photo else "eye" if file.is_here else "download"
        theme = current()
        return icons.icon(name, theme.colors.muted, theme.px(min(_PICTURE)))

    def _state(self, file: CaseFile) -> str:
        if not file.is_here:
            if file.here:
                return f"{file.here * 100 // file.size} %"
            return self.tr("to be fetched") if file.wanted else self.tr("not downloaded")
        return self.tr("not uploaded") if file.waits else _size(file.size)

    def _whole(self, file: CaseFile) -> str:
        added = self.tr("added by {who} on {day}").format(who=file.added_by, day=file.added_on)
        return "\n".join((file.name, f"{_size(file.size)} · {added}", self._state(file)))


def picture(content: bytes, room: QSize | None = None) -> QImage:
    """A photo, made to fit if there is so much room; a null image when it cannot be read.

    For any thread.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    # The name of the format matters: what came from elsewhere is not tried with every reader.
    reader = QImageReader(buffer, FORMAT)
    if room is not None:
        reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _file(item: QListWidgetItem | None) -> CaseFile | None:
    found: CaseFile | None = None if item is None else item.data(_ROLE)
    return found


def _size(count: int) -> str:
    return f"{count / (1 << 20):.1f} MB" if count >= 1 << 20 else f"{-(-count // 1024)} KB"
