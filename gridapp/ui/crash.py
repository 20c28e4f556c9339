"""When we have a bug: say so, let the person copy the report, and let the work go on."""

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from gridapp.ui.widgets.words import button, words

_log = logging.getLogger(__name__)


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The places in the code and the kind of error.

    Never its message nor a full path: both may hold somebody's name.
    """
    lines = [
        f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join([*lines, kind.__name__])


class CrashReporter(QObject):
    """Takes over ``sys.excepthook``. Errors of any thread are shown on the GUI thread."""

    _crashed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: CrashDialog | None = None
        self._crashed.connect(self._show)

    def install(self) -> None:
        """From now on an uncaught error is logged and shown."""
        sys.excepthook = self.take
        threading.excepthook = self._take_thread

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log and show one error; stderr is not used, a windowed program has none."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        text = report(kind, trace)
        _log.error("uncaught error\n%s", text)
        self._crashed.emit(text)

    def _take_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, text: str) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.add(text)
            return
        self._dialog = CrashDialog(text)
        self._dialog.show()


class CrashDialog(QDialog):
    """Not modal: the person can go on working beside it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("Report"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(self.tr("Copy the report"), self.copy, icon="copy"))
        row.addWidget(button(self.tr("Go on working"), self.accept, primary=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(words(self.windowTitle(), "title", wrap=True))
        column.addWidget(
            words(
                self.tr(
                    "Everything that was saved is safe. This report holds no personal data; "
                    "send it to the administrator."
                ),
                wrap=True,
            )
        )
        column.addWidget(self._text, 1)
        column.addLayout(row)
        self.resize(640, 400)

    def add(self, text: str) -> None:
        """Add another report below the first."""
        self._text.appendPlainText(f"\n{text}")

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._text.toPlainText())
