"""Making what was written to a file, or the names in a folder, outlast a power cut."""

import os
import sys
from pathlib import Path


def sync(path: Path) -> None:
    """Wait until it is on the disk; Windows cannot open a folder and keeps names by itself."""
    if path.is_dir() and sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def give_to_owner(path: Path) -> None:
    """Let a new file belong to whom its folder does, when root does the work of the service."""
    if sys.platform != "win32" and os.geteuid() == 0:
        folder = path.parent.stat()
        os.chown(path, folder.st_uid, folder.st_gid)


def add_line(path: Path, line: str) -> None:
    """Add a line to a list, below one that a full disk or a power cut may have cut short."""
    with path.open("a+b") as file:
        file.seek(max(file.tell() - 1, 0))
        whole = file.read() in {b"", b"\n"}
        file.write(b"" if whole else b"\n")
        file.write(f"{line}\n".encode())
    give_to_owner(path)
    sync(path)
    sync(path.parent)


def lines(path: Path) -> list[str]:
    """The lines of a list; none while there is no such file."""
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []
