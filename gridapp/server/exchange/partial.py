"""Bodies that arrive in pieces: kept until the batch is whole, whichever process takes a piece.

A device sends one batch at a time, so it has one file, encrypted like everything of the county.
The file outlives the answer until the device sends another batch: whoever lost the reply asks for
it again without sending the body again.
"""

import os
import struct
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

FOLDER = "partial"
"""Of these bodies, in the county's folder."""

MOST_BYTES = 64 << 20
"""All of them together; then the oldest go, and their laptops start their batches again."""

LOOK_EVERY = 16
"""Bodies begun between two looks at all of them."""

_HEADER = struct.Struct(">16sII")
"""Before each piece: its batch, its place in the body, and the length of the encrypted piece."""


class Partials:
    """The bodies in a folder. ``key`` encrypts them; with another key they are as good as lost."""

    def __init__(self, folder: Path, key: bytes, most: int = MOST_BYTES) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._folder = folder
        self._box = SecretBox(key)
        self._most = most
        self._begun = 0

    def received(self, device: UUID, batch: UUID) -> int:
        """How many bytes of the body are here. If it is none, the device's earlier body goes."""
        received = len(self.body(device, batch))
        if not received:
            self._path(device).unlink(missing_ok=True)
            self._begun += 1
            if self._begun % LOOK_EVERY == 0:
                self._drop_oldest()
        return received

    def append(self, device: UUID, batch: UUID, offset: int, piece: bytes) -> None:
        """Keep a piece of the body that begins at ``offset``."""
        sealed = bytes(self._box.encrypt(piece))
        with self._path(device).open("ab", buffering=0) as file:
            file.write(_HEADER.pack(batch.bytes, offset, len(sealed)) + sealed)

    def body(self, device: UUID, batch: UUID) -> bytes:
        """What is here of the body; nothing when the file is cut by a crash or of another key."""
        path, body, at = self._path(device), bytearray(), 0
        try:
            content = path.read_bytes()
            while at < len(content):
                of, offset, length = _HEADER.unpack_from(content, at)
                at += _HEADER.size + length
                # An older connection may still bring pieces that came anew, or of an older batch.
                if of == batch.bytes and offset == len(body):
                    body += self._box.decrypt(content[at - length : at])
        except FileNotFoundError:
            return b""
        except (CryptoError, ValueError, struct.error):
            self.drop(device)
            return b""
        return bytes(body)

    def drop(self, device: UUID) -> None:
        """Forget the body of the device."""
        self._path(device).unlink(missing_ok=True)

    def _path(self, device: UUID) -> Path:
        return self._folder / device.hex

    def _drop_oldest(self) -> None:
        files = []
        for entry in os.scandir(self._folder):
            with suppress(FileNotFoundError):  # its laptop has just begun another one
                found = entry.stat()
                files.append((found.st_mtime, found.st_size, entry.path))
        room = self._most - sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if room >= 0:
                return
            Path(path).unlink(missing_ok=True)
            room += size


def drop_old(folder: Path, before: datetime) -> int:
    """Forget bodies whose last piece came before this; how many they were."""
    old = [path for path in folder.glob("*") if path.stat().st_mtime < before.timestamp()]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
