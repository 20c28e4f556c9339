"""Puts a finished report where the person wants it: all of it, or nothing."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO


class ReportFault(StrEnum):
    """Why the machine did not take the file."""

    FILE_OPEN = "report.file_open"
    """The file is there and may not be replaced: most often it is open in Excel or Word."""
    FOLDER_MISSING = "report.folder_missing"
    FOLDER_READ_ONLY = "report.folder_read_only"
    DISK_FULL = "report.disk_full"
    NOT_WRITTEN = "report.not_written"
    """Anything else; the system's own words are in ``__cause__``."""


_CODES = {
    errno.ENOENT: ReportFault.FOLDER_MISSING,
    errno.ENOTDIR: ReportFault.FOLDER_MISSING,
    errno.EACCES: ReportFault.FOLDER_READ_ONLY,
    errno.EPERM: ReportFault.FOLDER_READ_ONLY,
    errno.EROFS: ReportFault.FOLDER_READ_ONLY,
    errno.ENOSPC: ReportFault.DISK_FULL,
    errno.EDQUOT: ReportFault.DISK_FULL,
}


class ReportError(Exception):
    """The report could not be written; what stood at the path before still stands."""

    def __init__(self, code: ReportFault) -> None:
        super().__init__(code.value)
        self.code = code


def put(content: bytes, path: Path) -> None:
    """Write beside the path, then rename, so that no half file is ever seen there."""
    with putting(path) as file:
        file.write(content)


@contextmanager
def putting(path: Path) -> Iterator[BinaryIO]:
    """A file to write to piece by piece, which stands at the path when all was written; whatever
    goes wrong within leaves nothing behind. Raises ReportError.
    """
    beside = path.with_name(f"{path.name}.part")
    try:
        with _told(), beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _rename(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink()


@contextmanager
def _told() -> Iterator[None]:
    """What the machine says, as one of our faults."""
    try:
        yield
    except OSError as error:
        raise ReportError(_CODES.get(error.errno or 0, ReportFault.NOT_WRITTEN)) from error


def _rename(source: Path, target: Path) -> None:
    try:
        with _told():
            source.replace(target)
    except ReportError as error:
        if isinstance(error.__cause__, PermissionError):
            raise ReportError(ReportFault.FILE_OPEN) from error.__cause__
        raise
