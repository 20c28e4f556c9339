"""Log files that hold no personal data, and a file for crashes of the interpreter."""

from __future__ import annotations

import faulthandler
import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from logging.handlers import RotatingFileHandler
    from pathlib import Path

MAX_BYTES = 1_000_000
KEPT_FILES = 5


@contextmanager
def logging_to(folder: Path, level: int = logging.INFO) -> Iterator[None]:
    """Write ``gridapp.log`` (5 files of 1 MB) and ``crash.log`` for as long as the block runs.

    The folder must exist.
    """
    handler = _WhenNeeded(folder / "gridapp.log")
    root = logging.getLogger()
    before = root.level
    with (folder / "crash.log").open("a", encoding="utf-8") as crashes:
        faulthandler.enable(crashes)
        root.addHandler(handler)
        root.setLevel(level)
        try:
            yield
        finally:
            root.setLevel(before)
            root.removeHandler(handler)
            handler.close()
            faulthandler.disable()


def impersonal(text: str) -> str:
    """The text without what may name a person.

    Names cannot be told from other words, so all Chinese text goes, written out or as escapes,
    and every run of seven digits or more, also with single blanks or hyphens in it (a citizen
    number, a phone).
    """
    return _DIGITS.sub("#", _CHINESE.sub("~", text))


_CHINESE = re.compile(
    r"(?:[\u2e80-\u2fff\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|%[0-9a-fA-F]{2})+"
)
_DIGITS = re.compile(r"\d(?:[ -]?\d){6,}[xX]?")


class _WhenNeeded(logging.Handler):
    """Begins with the first entry: the rotating files are a library that the first paint awaits."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._files: RotatingFileHandler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._files is None:
            self._files = _rotating(self._path)
        self._files.emit(record)

    def close(self) -> None:
        if self._files is not None:
            self._files.close()
        super().close()


def _rotating(path: Path) -> RotatingFileHandler:
    from logging.handlers import RotatingFileHandler

    files = RotatingFileHandler(
        path, maxBytes=MAX_BYTES, backupCount=KEPT_FILES, encoding="utf-8", delay=True
    )
    files.setFormatter(_Impersonal("%(message)s"))
    return files


class _Impersonal(logging.Formatter):
    """Cleans the whole entry, the traceback included; the moment is put before it afterwards."""

    def format(self, record: logging.LogRecord) -> str:
        moment = self.formatTime(record)
        return f"{moment} {record.levelname} {record.name} {impersonal(super().format(record))}"
