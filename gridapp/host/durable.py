"""Writing a small file so that a power cut leaves the old one or the new one, never a half."""

import os
import sys
from pathlib import Path


def write_durably(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``, readable by its owner only.

    Temporary file, fsync, rename, fsync of the folder. Raises OSError and leaves the old file as
    it was when the disk is full or read-only.
    """
    temporary = path.with_name(path.name + ".new")
    descriptor = os.open(temporary, _FLAGS, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def sync_folder(folder: Path) -> None:
    """Make the rename itself durable; Windows does so by itself and cannot open a folder."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
