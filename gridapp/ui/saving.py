"""Asks where a file is to be written, beginning where the last one went."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from gridapp.reports import files


class SaveDialog:
    """Remembers the folder for as long as its page lives."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )

    def ask(self, name: str, suffix: str) -> Path | None:
        """The path, which ends in ``suffix`` (``.xlsx``); None when the person thinks better."""
        title = QCoreApplication.translate("SaveDialog", "Export")
        proposed = str(Path(self._folder) / files.safe_name(name))
        chosen, _kind = QFileDialog.getSaveFileName(self._parent, title, proposed, f"*{suffix}")
        if not chosen:
            return None
        path = Path(chosen)
        self._folder = str(path.parent)
        return path if path.suffix == suffix else path.with_name(path.name + suffix)
