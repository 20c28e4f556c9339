"""Whole files beside the database, each sealed with a key of its own that only the database knows.

They are not in the database itself: to leave no trace of a record it is written anew as a whole, in
memory (``Store.scrub``). Without its key a file is gone for good, whatever a disk may keep of it.
"""

import errno
import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from nacl.utils import random
from sqlmodel import Session

from gridapp.host.durable import write_durably
from gridapp.store.opening import FILES, StoreError, StoreFault

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


def put(session: Session, content: bytes) -> bytes:
    """Write a file, which outlives a power cut from now on; its key.

    Raises StoreError when the disk is full or read-only.
    """
    key = random(SecretBox.KEY_SIZE)
    path = _path(session, key)
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        write_durably(path, bytes(SecretBox(key).encrypt(content)))
    except OSError as error:
        full = error.errno in _NO_ROOM
        raise StoreError(StoreFault.DISK_FULL if full else StoreFault.READ_ONLY) from error
    return key


def get(session: Session, key: bytes) -> bytes | None:
    """The content of a file; None when it is gone or damaged."""
    try:
        return SecretBox(key).decrypt(_path(session, key).read_bytes())
    except (OSError, CryptoError, ValueError):
        return None


def keep_only(session: Session, keys: Iterable[bytes]) -> None:
    """Remove every other file, also those whose transaction came to nothing."""
    folder = _folder(session)
    if not folder.is_dir():  # there never was a file
        return
    kept = {_path(session, key).name for key in keys}
    for path in folder.iterdir():
        if path.name not in kept:
            with suppress(OSError):  # looked at by another program: the next time
                path.unlink()


def _path(session: Session, key: bytes) -> Path:
    return _folder(session) / hashlib.blake2b(key, digest_size=16).hexdigest()


def _folder(session: Session) -> Path:
    folder: Path = session.info[FILES]
    return folder
