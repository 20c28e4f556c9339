"""One program at a time on a data folder, by a lock of the operating system.

The system drops the lock when the process ends in any way, so a kill -9 leaves nothing stale.
Children must be spawned, not forked: a forked one would share the lock.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path


class InstanceFault(StrEnum):
    """Why the folder cannot be used now."""

    RUNNING = "instance.running"


class AlreadyRunning(Exception):
    """Another gridapp holds the folder."""

    code = InstanceFault.RUNNING

    def __init__(self) -> None:
        super().__init__(self.code.value)


@contextmanager
def sole_instance(data: Path) -> Iterator[None]:
    """Hold the folder for as long as the block runs; raises AlreadyRunning at once if it is held.

    The folder must exist.
    """
    descriptor = os.open(data / "gridapp.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        raise AlreadyRunning from None
