"""Asks where a file is to be written, beginning where the last one went; says that it was."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from gridapp.reports import files


def written(path: Path | str) -> str:
    """The sentence after it."""
    return QCoreApplication.translate("SaveDialog", "Written to {path}").format(path=path)


class SaveDialog:
    """``folder`` is where the last file went, for as long as the page lives."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self.folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )

    def ask(self, name: str, suffix: str) -> Path | None:
        """The path, which ends in ``suffix`` (``.xlsx``); None when the person thinks better."""
        title = QCoreApplication.translate("SaveDialog", "Export")
        proposed = Path(self.folder) / files.safe_name(name)
        while True:
            chosen, _kind = QFileDialog.getSaveFileName(
                self._parent, title, str(proposed), f"*{suffix}"
            )
            if not chosen:
                return None
            path = Path(chosen)
            self.folder = str(path.parent)
            if path.suffix == suffix:
                return path
            proposed = path.with_name(path.name + suffix)
            if not proposed.exists():  # of one that exists, the dialog asks if it may be replaced
                return proposed
