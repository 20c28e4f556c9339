"""The random key of a person's database, kept on disk only wrapped.

``key.json`` and its twin ``key.bak.json`` hold a suite id, a key check value and a list of wraps,
each opening the same key in its own way; today there is the person's password. The password goes
through Argon2id (64 MiB, 3 passes; libsodium fixes the parallelism at 1) and the key is sealed
with XSalsa20-Poly1305. Losing one copy, or a cut between the two, loses nothing.
"""

import hashlib
import hmac
import json
import os
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from gridapp.host.durable import write_durably

MIN_PASSWORD = 10
"""Characters; a PIN alone falls in hours however slow the hash."""

KEY_BYTES = 32
SUITE = "argon2id13+xsalsa20poly1305"
COPIES = ("key.json", "key.bak.json")
"""The first is written first, so where both can be read it is the newer one."""

RandomBytes = Callable[[int], bytes]


class KeyFault(StrEnum):
    """Why a key cannot be had."""

    WRONG_PASSWORD = "key.wrong_password"
    DAMAGED = "key.damaged"
    MISSING = "key.missing"
    EXISTS = "key.exists"
    PASSWORD_TOO_SHORT = "key.password_too_short"


class KeyRefused(Exception):
    """The base of everything this module raises; ``code`` says why."""

    code: KeyFault

    def __init__(self) -> None:
        super().__init__(self.code.value)


class WrongPassword(KeyRefused):
    """A readable copy is there and the password does not open it."""

    code = KeyFault.WRONG_PASSWORD


class KeyFileDamaged(KeyRefused):
    """No copy can be understood."""

    code = KeyFault.DAMAGED


class KeyFileMissing(KeyRefused):
    """The folder has no key file."""

    code = KeyFault.MISSING


class KeyFileExists(KeyRefused):
    """A second key would make the database of the first one unreadable for ever."""

    code = KeyFault.EXISTS


class PasswordTooShort(KeyRefused):
    """Fewer than ``MIN_PASSWORD`` characters."""

    code = KeyFault.PASSWORD_TOO_SHORT


@dataclass(frozen=True)
class Cost:
    """What one guess of the password costs: passes over so many bytes of memory."""

    passes: int = 3
    memory: int = 64 * 1024 * 1024


FULL = Cost()


def create(
    folder: Path, password: str, random_bytes: RandomBytes = os.urandom, cost: Cost = FULL
) -> bytes:
    """Make a new random key of 32 bytes, wrap it by the password, write both copies."""
    if any((folder / name).exists() for name in COPIES):
        raise KeyFileExists
    _check_length(password)
    key = random_bytes(KEY_BYTES)
    wrap = _wrap(key, password, random_bytes, cost)
    _write(folder, {"format": 1, "suite": SUITE, "check": _check_value(key), "wraps": [wrap]})
    return key


def unlock(folder: Path, password: str) -> bytes:
    """The key. A copy that is missing or behind is mended from the one that opened."""
    content, key = _open(folder, password)
    with suppress(OSError):  # a full disk must not keep anyone from reading
        _mend(folder, content)
    return key


def change_password(
    folder: Path,
    old: str,
    new: str,
    random_bytes: RandomBytes = os.urandom,
    cost: Cost = FULL,
) -> None:
    """Wrap the same key by the new password; other wraps stay. A cut leaves old or new working."""
    _check_length(new)
    content, key = _open(folder, old)
    others = [wrap for wrap in content["wraps"] if wrap["kind"] != "password"]
    _write(folder, content | {"wraps": [_wrap(key, new, random_bytes, cost), *others]})


def long_enough(password: str) -> bool:
    """Whether a new password has ``MIN_PASSWORD`` characters at least."""
    return len(_normal(password)) >= MIN_PASSWORD


def _check_length(password: str) -> None:
    if not long_enough(password):
        raise PasswordTooShort


def _normal(password: str) -> str:
    """Full-width and half-width characters of an input method are the same password."""
    return unicodedata.normalize("NFKC", password)


def _check_value(key: bytes) -> str:
    """Tells a wrong key from a damaged database, which look alike to SQLCipher."""
    return hashlib.blake2b(b"gridapp key check 1", key=key, digest_size=16).hexdigest()


def _wrap(key: bytes, password: str, random_bytes: RandomBytes, cost: Cost) -> dict[str, Any]:
    salt = random_bytes(argon2id.SALTBYTES)
    sealed = _box(password, salt, cost).encrypt(key, random_bytes(SecretBox.NONCE_SIZE))
    return {"kind": "password", "salt": salt.hex(), **asdict(cost), "sealed": sealed.hex()}


def _box(password: str, salt: bytes, cost: Cost) -> SecretBox:
    secret = _normal(password).encode()
    return SecretBox(
        argon2id.kdf(SecretBox.KEY_SIZE, secret, salt, opslimit=cost.passes, memlimit=cost.memory)
    )


def _open(folder: Path, password: str) -> tuple[dict[str, Any], bytes]:
    """The first copy that the password opens, with its key; else the most telling fault."""
    files = [folder / name for name in COPIES if (folder / name).exists()]
    if not files:
        raise KeyFileMissing
    fault: KeyRefused = KeyFileDamaged()
    for file in files:
        try:
            content = json.loads(file.read_bytes())
            return content, _unwrap(content, password)
        except WrongPassword as wrong:
            fault = wrong
        except (KeyFileDamaged, ValueError, TypeError, KeyError, OSError, CryptoError):
            continue
    raise fault


def _unwrap(content: dict[str, Any], password: str) -> bytes:
    (wrap,) = [wrap for wrap in content["wraps"] if wrap["kind"] == "password"]
    cost = Cost(wrap["passes"], wrap["memory"])
    # Bounds, so that an altered file cannot make the program ask for all the memory there is.
    if content["suite"] != SUITE or cost.passes > 100 or cost.memory > 1 << 30:
        raise KeyFileDamaged
    box = _box(password, bytes.fromhex(wrap["salt"]), cost)
    try:
        key = box.decrypt(bytes.fromhex(wrap["sealed"]))
    except CryptoError:
        raise WrongPassword from None
    if not hmac.compare_digest(_check_value(key), content["check"]):
        raise KeyFileDamaged
    return key


def _write(folder: Path, content: dict[str, Any]) -> None:
    data = json.dumps(content, indent=1).encode()
    for name in COPIES:
        write_durably(folder / name, data)


def _mend(folder: Path, content: dict[str, Any]) -> None:
    """Bring the copies level with the one that opened, unless the first one is merely newer."""
    first = _readable(folder / COPIES[0])
    if first is not None and first != content:
        return
    if first is None or _readable(folder / COPIES[1]) != content:
        _write(folder, content)


def _readable(file: Path) -> object:
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError):
        return None
