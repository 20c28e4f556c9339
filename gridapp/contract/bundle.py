"""The file on a USB stick: what travels on it, sealed for one reader and signed by its writer.

``MAGIC | format | length of header | header | signature | sealed messages | sha256 of all before``.
The header stands in clear and holds no personal data. A laptop writes to its county
(``.gridapp-out``), the county answers that one laptop (``.gridapp-in``).
"""

import hashlib
import struct
from enum import StrEnum
from typing import NamedTuple, TypeVar
from uuid import UUID

import msgspec
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.signing import SigningKey, VerifyKey

MAGIC = b"gridapp\x00"
FORMAT = 1
OUT_ENDING, IN_ENDING = ".gridapp-out", ".gridapp-in"
LARGEST = 64 * 1024 * 1024
"""Bytes of a file. What does not fit goes onto the next one."""

ROOM = LARGEST * 3 // 4
"""Bytes of messages after which nothing more is put into a file."""

_SIZES = struct.Struct(">HH")
_SIGNATURE, _SHA = 64, 32

Contents = TypeVar("Contents", bound="Outgoing | Incoming")


class BundleFault(StrEnum):
    """Why a file cannot be taken, or what is to be done after it."""

    NOT_A_BUNDLE = "bundle.not_a_bundle"
    """A folder, an empty file, or a file of something else."""
    NOT_READ = "bundle.not_read"
    """The machine did not give the file: it is missing, or may not be read."""
    DAMAGED = "bundle.damaged"
    FORMAT = "bundle.format"
    """Written by another version of the program."""
    WRONG_WAY = "bundle.wrong_way"
    """A laptop was given its own file, or the county an answer."""
    OTHER_COUNTY = "bundle.other_county"
    OTHER_DEVICE = "bundle.other_device"
    """For another laptop, or for this one before it was enrolled anew."""
    OLD = "bundle.old"
    """Everything in it has been exchanged already."""
    MORE = "bundle.more"
    """Taken; but not everything has come yet: carry a further file."""
    NOT_JOINED = "bundle.not_joined"
    NO_COUNTY_KEYS = "bundle.no_county_keys"
    """The laptop has not heard of the county's keys; one exchange over the network brings them."""
    NEEDS_NETWORK = "bundle.needs_network"
    """The laptop has to become a device of its own, and cannot by stick; nothing is lost."""


class BundleError(Exception):
    """The file was not taken, and nothing was changed; ``code`` says why."""

    def __init__(self, code: StrEnum) -> None:
        super().__init__(code.value)
        self.code = code


class Way(StrEnum):
    """Which way a file is carried."""

    OUT = "out"
    IN = "in"


class Header(msgspec.Struct):
    """What anybody may read. ``number`` counts a laptop's files; the answer has the same number."""

    way: str
    county: bytes
    """``fingerprint`` of the county."""
    device: UUID
    number: int
    made_at: int
    """Unix time, by the clock of who wrote it."""


class Outgoing(msgspec.Struct):
    """From a laptop: packed pushes in order, then a packed pull. ``state`` comes back as it is."""

    state: bytes
    pushes: list[bytes]
    pull: bytes


class Answer(msgspec.Struct):
    """A packed reply to a push, with the ids of its changes, 16 bytes each."""

    change_ids: bytes
    reply: bytes


class Page(msgspec.Struct):
    """A packed reply to a pull, with the pull that asked for it."""

    asked: bytes
    reply: bytes


class Incoming(msgspec.Struct):
    """From the county. ``problem`` stopped it after what is here; ``expected`` as in its reply."""

    state: bytes
    answers: list[Answer]
    pages: list[Page]
    problem: str | None = None
    expected: int | None = None


class Bundle(NamedTuple):
    """A whole file; nothing has been said yet about who wrote it."""

    header: Header
    signed: bytes
    signature: bytes
    sealed: bytes


def fingerprint(county_sign_key: bytes) -> bytes:
    """How a file names its county, from the public key with which the county signs."""
    return hashlib.sha256(county_sign_key).digest()[:16]


def seal(header: Header, contents: Outgoing | Incoming, sign_key: bytes, reader: bytes) -> bytes:
    """The bytes of a file: signed with the writer's seed, for the owner of the public key."""
    head = msgspec.msgpack.encode(header)
    start = MAGIC + _SIZES.pack(FORMAT, len(head)) + head
    sealed = SealedBox(PublicKey(reader)).encrypt(msgspec.msgpack.encode(contents))
    signature = SigningKey(sign_key).sign(start + sealed).signature
    data = start + signature + sealed
    return data + hashlib.sha256(data).digest()


def read(data: bytes) -> Bundle:
    """Take a file apart. Raises BundleError: not a bundle, damaged, of another format."""
    if not data.startswith(MAGIC) or len(data) > LARGEST:
        raise BundleError(BundleFault.NOT_A_BUNDLE)
    whole, sha = data[:-_SHA], data[-_SHA:]
    if hashlib.sha256(whole).digest() != sha or len(whole) < len(MAGIC) + _SIZES.size:
        raise BundleError(BundleFault.DAMAGED)
    version, length = _SIZES.unpack_from(whole, len(MAGIC))
    if version != FORMAT:
        raise BundleError(BundleFault.FORMAT)
    start = len(MAGIC) + _SIZES.size
    end = start + length
    header, sealed = _decoded(whole[start:end], Header), whole[end + _SIGNATURE :]
    return Bundle(header, whole[:end] + sealed, whole[end : end + _SIGNATURE], sealed)


def unseal(bundle: Bundle, writer: bytes, box_key: bytes, contents: type[Contents]) -> Contents:
    """The messages, if the owner of the public key ``writer`` signed them for this reader."""
    try:
        VerifyKey(writer).verify(bundle.signed, bundle.signature)
        opened = SealedBox(PrivateKey(box_key)).decrypt(bundle.sealed)
    except (CryptoError, ValueError) as error:
        raise BundleError(BundleFault.DAMAGED) from error
    return _decoded(opened, contents)


Decoded = TypeVar("Decoded")


def _decoded(data: bytes, what: type[Decoded]) -> Decoded:
    try:
        return msgspec.msgpack.decode(data, type=what)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise BundleError(BundleFault.DAMAGED) from error
