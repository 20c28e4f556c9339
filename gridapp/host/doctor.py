"""What ``gridapp doctor`` finds: whether this machine has everything that we need of it."""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from gridapp.host.paths import Folders, Space, free_bytes, prepare, space, standard_folders
from gridapp.host.resources import resource

MIN_SQLITE = (3, 51, 3)
"""Earlier ones can corrupt a database when the write-ahead log is reset."""

WINDOW_LIBRARIES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
}
"""What any Qt window on Linux needs: Debian's package and the file it brings."""

X11_LIBRARIES = {
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
}
"""What a window on a real X screen needs besides."""


class Check(StrEnum):
    """What is looked at; a finding that is not ok carries the code of what is wrong."""

    OK = "ok"
    WINDOW_LIBRARY_MISSING = "library.needed_for_windows"
    X11_LIBRARY_MISSING = "library.needed_for_x11"
    SQLITE_TOO_OLD = "sqlite.too_old"
    SQLITE_MISSING = "sqlite.missing"
    RESOURCES_MISSING = "resources.missing"


@dataclass(frozen=True)
class Finding:
    """``name`` is what was looked at, ``detail`` what was found (a version, a path, bytes)."""

    name: str
    ok: bool
    code: str = Check.OK.value
    detail: str = ""


def findings(
    folders: Folders | None = None, environment: Mapping[str, str] = os.environ
) -> tuple[Finding, ...]:
    """Everything, good and bad, in the order of reading; makes the data folder if need be.

    The libraries of a real X screen are looked for only where there is one (``DISPLAY``).
    """
    where = folders or standard_folders()
    found = [_sqlite(), _resources(), _folder(where), _space(where)]
    if sys.platform == "linux":
        found += libraries(WINDOW_LIBRARIES, Check.WINDOW_LIBRARY_MISSING)
    if sys.platform == "linux" and environment.get("DISPLAY"):
        found += libraries(X11_LIBRARIES, Check.X11_LIBRARY_MISSING)
    return tuple(found)


def libraries(
    wanted: dict[str, str], missing: Check, load: Callable[[str], object] = ctypes.CDLL
) -> list[Finding]:
    """One finding for each library, named by its Debian package."""
    return [
        Finding(package, True, detail=file)
        if _loads(file, load)
        else Finding(package, False, missing.value, file)
        for package, file in wanted.items()
    ]


def _loads(file: str, load: Callable[[str], object]) -> bool:
    try:
        load(file)
    except OSError:
        return False
    return True


def _sqlite() -> Finding:
    try:
        from sqlcipher3 import dbapi2
    except ImportError:
        return Finding("sqlcipher3", False, Check.SQLITE_MISSING.value)
    ok = tuple(dbapi2.sqlite_version_info) >= MIN_SQLITE
    code = Check.OK if ok else Check.SQLITE_TOO_OLD
    return Finding("sqlcipher3", ok, code.value, f"SQLite {dbapi2.sqlite_version}")


def _resources() -> Finding:
    ok = resource("data", "divisions.csv.xz").is_file()
    code = Check.OK if ok else Check.RESOURCES_MISSING
    return Finding("resources", ok, code.value, str(resource()))


def _folder(folders: Folders) -> Finding:
    fault = prepare(folders)
    code = Check.OK.value if fault is None else fault.value
    return Finding("data folder", fault is None, code, str(folders.data))


def _space(folders: Folders) -> Finding:
    free = free_bytes(folders.data)
    room = space(free)
    return Finding("free space", room is Space.ENOUGH, room.value, f"{free // 1_000_000} MB")
