"""Records what SQLite does to the files of a folder.

The recorder stands between SQLite and its own file system layer (a "VFS"), reached by ctypes in
the library that sqlcipher3 itself has loaded: one SQLite, unchanged, and no compiler.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from sqlcipher3 import _sqlite3

from tests.store.disk import Event, Remove, Shown, Sync, SyncFolder, Truncate, Write

CREATE, LOG_OR_JOURNAL = 0x4, 0x80800
"""Flags with which SQLite opens a file; it syncs the folder with the first sync of these."""

_Pointer = ctypes.c_void_p
_OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int, _Pointer, _Pointer, _Pointer, ctypes.c_int, ctypes.POINTER(ctypes.c_int)
)
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, ctypes.c_int)
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, _Pointer, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _Pointer, ctypes.c_int)


class _Vfs(ctypes.Structure):
    """``sqlite3_vfs``."""

    _fields_: ClassVar[list[Any]] = [
        ("version", ctypes.c_int),
        ("file_size", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", _Pointer),
        ("name", ctypes.c_char_p),
        ("app_data", _Pointer),
        ("open", _OPEN),
        ("delete", _DELETE),
        ("others", _Pointer * 14),
    ]


class _Methods(ctypes.Structure):
    """``sqlite3_io_methods``."""

    _fields_: ClassVar[list[Any]] = [
        ("version", ctypes.c_int),
        ("close", _Pointer),
        ("read", _Pointer),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("others", _Pointer * 13),
    ]


class _File(ctypes.Structure):
    """``sqlite3_file``."""

    _fields_: ClassVar[list[Any]] = [("methods", ctypes.POINTER(_Methods))]


@dataclass
class Disk:
    """What SQLite did to the files of a folder, in order."""

    folder: Path
    events: list[Event] = field(default_factory=list)
    _alive: list[Any] = field(default_factory=list)
    """What SQLite holds pointers to."""

    def show(self, what: object) -> None:
        """Note that this was shown as saved."""
        self.events.append(Shown(what))

    def _name(self, path: int | None) -> str | None:
        """The name of a file, if it is one of the folder's."""
        found = Path(ctypes.string_at(path).decode()) if path else None
        return found.name if found and found.parent == self.folder else None

    def _wrap(self, real: _Vfs) -> _Vfs:
        """The same file system, but that it tells."""

        def opened(vfs: int, path: int | None, file: int, flags: int, out: Any) -> int:
            code: int = real.open(vfs, path, file, flags, out)
            name = self._name(path)
            if code == 0 and name is not None:
                head = ctypes.cast(file, ctypes.POINTER(_File)).contents
                telling = self._telling(name, head.methods.contents, flags)
                head.methods = ctypes.pointer(telling)
            return code

        def deleted(vfs: int, path: int | None, sync: int) -> int:
            code: int = real.delete(vfs, path, sync)
            name = self._name(path)
            if code == 0 and name is not None:
                self.events.append(Remove(name))
            return code

        telling = _copy(real)
        telling.name = b"telling"
        telling.open, telling.delete = _OPEN(opened), _DELETE(deleted)
        self._alive += [telling.open, telling.delete]
        return telling

    def _telling(self, name: str, real: _Methods, flags: int) -> _Methods:
        """The same ways to work on a file, but that they tell."""
        new = [bool(flags & CREATE and flags & LOG_OR_JOURNAL)]

        def write(file: int, data: int, length: int, offset: int) -> int:
            self.events.append(Write(name, offset, ctypes.string_at(data, length)))
            return int(real.write(file, data, length, offset))

        def truncate(file: int, length: int) -> int:
            self.events.append(Truncate(name, length))
            return int(real.truncate(file, length))

        def sync(file: int, flags: int) -> int:
            code = int(real.sync(file, flags))
            self.events.append(Sync(name))
            if new[0]:
                self.events.append(SyncFolder())
            new[0] = False
            return code

        telling = _copy(real)
        telling.write, telling.truncate, telling.sync = (
            _WRITE(write),
            _TRUNCATE(truncate),
            _SYNC(sync),
        )
        self._alive += [telling, telling.write, telling.truncate, telling.sync]
        return telling


def _copy(real: Any) -> Any:
    return type(real).from_buffer_copy(real)


@contextmanager
def recording(folder: Path) -> Iterator[Disk]:
    """Record what SQLite does in a folder to files opened, and closed again, in the block."""
    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    real = library.sqlite3_vfs_find(None)
    disk = Disk(folder)
    telling = disk._wrap(real.contents)
    library.sqlite3_vfs_register(ctypes.byref(telling), 1)
    try:
        yield disk
    finally:
        library.sqlite3_vfs_unregister(ctypes.byref(telling))
        library.sqlite3_vfs_register(real, 1)
