"""Puts a finished report where the person wants it: all of it, or nothing."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from gridapp.host import durable


class ReportFault(StrEnum):
    """Why the machine did not take the file."""

    FILE_OPEN = "report.file_open"
    """The file is there and may not be replaced: most often it is open in Excel or Word."""
    FOLDER_MISSING = "report.folder_missing"
    FOLDER_READ_ONLY = "report.folder_read_only"
    DISK_FULL = "report.disk_full"
    NAME_WRONG = "report.name_wrong"
    """Too long with its folder, or of signs that this machine does not take in names."""
    NOT_WRITTEN = "report.not_written"
    """Anything else; the system's own words are in ``__cause__``."""


_CODES = {
    errno.ENOENT: ReportFault.FOLDER_MISSING,
    errno.ENOTDIR: ReportFault.FOLDER_MISSING,
    errno.EACCES: ReportFault.FOLDER_READ_ONLY,
    errno.EPERM: ReportFault.FOLDER_READ_ONLY,
    errno.EROFS: ReportFault.FOLDER_READ_ONLY,
    errno.EINVAL: ReportFault.NAME_WRONG,
    errno.ENAMETOOLONG: ReportFault.NAME_WRONG,
    errno.ENOSPC: ReportFault.DISK_FULL,
    errno.EDQUOT: ReportFault.DISK_FULL,
}


_LONGEST = 100
"""Signs of a name; a path on Windows takes 260 with its folder."""
_NOT_IN_NAMES = re.compile('[\\x00-\\x1f\\x7f\\ud800-\\udfff<>:"/\\\\|?*]')
_OF_A_DEVICE = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)", re.IGNORECASE)


def safe_name(name: str) -> str:
    """The name of a file as every machine takes it: without signs that Windows forbids, not the
    name of a device, not too long; the suffix stays.
    """
    stem, dot, suffix = _NOT_IN_NAMES.sub("_", name).rpartition(".")
    stem = _OF_A_DEVICE.sub(r"\1_", stem[:_LONGEST].strip(" .")) or "_"
    return f"{stem}{dot}{suffix}"


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
        with _told(path.parent), beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _rename(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink()


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    """What the machine says of a file in this folder, as one of our faults."""
    try:
        yield
    except OSError as error:
        code = _CODES.get(error.errno or 0, ReportFault.NOT_WRITTEN)
        if code == ReportFault.FOLDER_MISSING and folder.is_dir():
            code = ReportFault.NAME_WRONG  # so Windows says that a path is too long
        raise ReportError(code) from error


def _rename(source: Path, target: Path) -> None:
    try:
        with _told(target.parent):
            source.replace(target)
    except ReportError as error:
        if isinstance(error.__cause__, PermissionError):
            raise ReportError(ReportFault.FILE_OPEN) from error.__cause__
        raise
    with suppress(OSError):  # a share on the network cannot, and is not pulled out either
        durable.sync_folder(target.parent)
