"""Puts a finished report where the person wants it: all of it, or nothing."""

import errno
import os
from contextlib import suppress
from enum import StrEnum
from pathlib import Path


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
    beside = path.with_name(f"{path.name}.part")
    try:
        _write(content, beside)
        _rename(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink()


def _write(content: bytes, path: Path) -> None:
    try:
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise ReportError(_CODES.get(error.errno or 0, ReportFault.NOT_WRITTEN)) from error


def _rename(source: Path, target: Path) -> None:
    try:
        source.replace(target)
    except PermissionError as error:
        raise ReportError(ReportFault.FILE_OPEN) from error
    except OSError as error:
        raise ReportError(_CODES.get(error.errno or 0, ReportFault.NOT_WRITTEN)) from error
