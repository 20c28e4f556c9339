"""Puts the desktop together: the only module that knows every part."""

from __future__ import annotations

import gc
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from gridapp.host import paths, settings
from gridapp.host.laptop import Laptop
from gridapp.host.logs import logging_to
from gridapp.host.paths import folders_in, standard_folders
from gridapp.host.single import AlreadyRunning, sole_instance
from gridapp.ui.background import Background, Progress
from gridapp.ui.crash import CrashReporter
from gridapp.ui.start import make_application
from gridapp.ui.start.window import StartWindow

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from gridapp.demo.running import Running
    from gridapp.ui.desktop import Desktop
    from gridapp.ui.start.preparing import Preparing
    from gridapp.usecases.desk import Desk

PATIENCE = 3.0
"""Seconds for which a closed program waits for a request on a line that hangs. Then it ends all the
same, so that it can be opened again: nothing of an exchange is in the database between two steps.
"""


def run(data: Path) -> int:
    """Open the program on a data folder; returns the exit status."""
    with _program(data) as app:
        return 2 if app is None else Session(app, data).run()


def run_demo(folder: Path, *, exit_after_open: bool) -> int:
    """Open the demo in a folder of its own; returns the exit status."""
    with _program(folder / "program") as app:
        if app is None:
            return 2
        return Session(app, folder / "program").run_demo(folder, exit_after_open=exit_after_open)


@contextmanager
def _program(data: Path) -> Iterator[QApplication | None]:
    """The application on its data folder, alone; None when a sentence had to be shown instead."""
    standard = standard_folders()
    folders = standard if data == standard.data else folders_in(data)
    wished = settings.load(folders.data)
    app = make_application(sys.argv, dark=wished.dark, text_percent=wished.text_percent)
    fault = paths.prepare(folders)
    if fault is not None:
        _refuse(fault)
        yield None
        return
    try:
        with sole_instance(folders.data), logging_to(folders.logs):
            yield app
    except AlreadyRunning as error:
        _refuse(error.code)
        yield None


def _refuse(code: str) -> None:
    from PySide6.QtWidgets import QMessageBox

    from gridapp.ui import messages

    QMessageBox.critical(None, QApplication.applicationName(), messages.sentence(code))


def _now() -> datetime:
    from datetime import UTC, datetime

    return datetime.now(UTC)


def _new_id() -> UUID:
    from uuid_utils.compat import uuid7

    return uuid7()


class Session(QObject):
    """From the first window to the last: who signs in, and the desktop they get."""

    def __init__(self, app: QApplication, data: Path) -> None:
        super().__init__()
        self._app = app
        self._laptop = Laptop(data, _now, _new_id)
        self._background = Background(self)
        self._crash = CrashReporter(self)
        self._crash.install()
        self._start: StartWindow | None = None
        self._desktop: Desktop | None = None
        self._demo: Running | None = None
        self._preparing: Preparing | None = None
        self._exit_after_open = False

    def run(self) -> int:
        """Show who may sign in, then the desktop."""
        self._start = StartWindow(self._background, self._laptop)
        self._start.signed_in.connect(self._open)
        self._start.demo_wanted.connect(self._try_it)
        self._start.show()
        return self._loop()

    def run_demo(self, folder: Path, *, exit_after_open: bool) -> int:
        """Prepare the demo, or open it again, and show its desktop.

        With ``exit_after_open`` the program ends after the window's first paint and prints how
        long sign-in to window took, for the smoke test of a bundle.
        """
        self._exit_after_open = exit_after_open
        self._prepare(folder)
        return self._loop()

    def _loop(self) -> int:
        status = self._app.exec()
        if self._start is not None:
            self._start.close()
        at_rest = self._background.shut_down(PATIENCE)
        if self._desktop is not None:
            self._desktop.close()
        if self._demo is not None:
            self._demo.close()
        if not at_rest:
            os._exit(status)
        return status

    def _try_it(self) -> None:
        self._prepare(self._laptop.data.with_name("gridapp-demo"))

    def _prepare(self, folder: Path) -> None:
        from gridapp.ui.start.preparing import Preparing

        def prepare(progress: Progress) -> Running:
            from gridapp.demo import running

            return running.open_demo(folder, progress.report)

        self._preparing = Preparing(self._background, prepare)
        self._preparing.ready.connect(self._open_demo)
        self._preparing.show()
        if self._start is not None:
            self._start.hide()

    def _open_demo(self, demo: Running) -> None:
        self._demo = demo
        self._background.run_network(self, demo.find_county)
        self._open(demo.desk)
        self._preparing = None

    def _open(self, desk: Desk) -> None:
        from gridapp.ui.desktop import Desktop

        gc.freeze()  # what is imported stays: to look through it for garbage stops a screen 50 ms
        started = perf_counter()
        self._desktop = Desktop(self._background, desk)
        self._desktop.seated.connect(self._go_on)
        self._desktop.window.show()
        if self._start is not None:
            self._start.close()
            self._start.deleteLater()
            self._start = None
        if self._exit_after_open:
            QTimer.singleShot(0, self, lambda: self._leave(started))

    def _go_on(self, desk: Desk) -> None:
        """The laptop has joined a county: the same person, with what the county grants them."""
        before = self._desktop
        self._open(desk)
        if before is not None and self._desktop is not None:
            self._desktop.window.setGeometry(before.window.geometry())
            self._desktop.window.go("sync")
            before.leave()

    def _leave(self, started: float) -> None:
        if self._background.wait_idle(60_000):
            print(json.dumps({"window_seconds": round(perf_counter() - started, 2)}))
        self._app.quit()
