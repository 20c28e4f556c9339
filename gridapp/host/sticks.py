"""The USB stick that is plugged in now."""

import re
import string
import sys
from pathlib import Path

from gridapp.host.paths import mount_points

_REMOVABLE = 2
"""What Windows' GetDriveTypeW says of a stick."""

_HUNG_IN = re.compile(r"/(run/)?media/[^/]+/[^/]+")
"""Where desktops of Linux hang one into the tree."""


def only_stick(mounts: str | None = None) -> Path | None:
    """Its top folder; None when there is none, or more than one to choose from.

    ``mounts`` is the text of ``/proc/mounts``, looked up when not given.
    """
    by_letter = sys.platform == "win32" and mounts is None
    found = _drives() if by_letter else _hung_in(mounts)
    return found[0] if len(found) == 1 else None


def _hung_in(mounts: str | None) -> list[Path]:
    points = [str(point) for point, _kind in mount_points(mounts)]
    return [Path(point) for point in points if _HUNG_IN.fullmatch(point)]


def _drives() -> list[Path]:
    if sys.platform == "win32":
        import ctypes

        kind = ctypes.windll.kernel32.GetDriveTypeW
        roots = (f"{letter}:\\" for letter in string.ascii_uppercase)
        return [Path(root) for root in roots if kind(root) == _REMOVABLE]
    else:  # noqa: RET505 - mypy reads only one of the two
        return []
