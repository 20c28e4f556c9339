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
