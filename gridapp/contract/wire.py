"""How the messages of an exchange look as bytes: columns in msgpack, packed with zstd.

The same form goes over HTTP and on a USB stick. ``WireError`` is raised for whatever is not such
a message.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import wraps
from hashlib import sha256
from itertools import repeat
from threading import local
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

import msgspec
import zstandard

from gridapp.contract import wire_answers, wire_columns, wire_pages
from gridapp.contract.alike import AlikeChanges
from gridapp.contract.sync import (
    MAX_BODY_BYTES,
    MOST_CHANGES,
    Change,
    ChangeResult,
    PullReply,
    PullRequest,
    PushReply,
    PushRequest,
)
from gridapp.contract.wire_columns import Item

CONTENT_TYPE = "application/vnd.gridapp.sync"
LEVEL = 3
MAX_REPLY_BYTES = 16 * MAX_BODY_BYTES
"""Largest reply, before compression; a page of rows is far smaller."""

CHANGE_KINDS = (UUID, int, UUID, UUID, int)

Given = ParamSpec("Given")
Result = TypeVar("Result")


class WireError(ValueError):
    """The bytes are not a message of this protocol."""


class TooLargeError(WireError):
    """The message is larger than the protocol allows."""


def _checked(unpack: Callable[Given, Result]) -> Callable[Given, Result]:
    """Whatever is wrong with bytes from outside is one error."""

    @wraps(unpack)
    def checked(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        try:
            return unpack(*args, **kwargs)
        except WireError:
            raise
        except wire_columns.TooManyError as error:
            raise TooLargeError from error
        except (
            ValueError,
            TypeError,
            KeyError,
            IndexError,
            AttributeError,
            StopIteration,
            OverflowError,
            RuntimeError,
            RecursionError,
            zstandard.ZstdError,
        ) as error:
            raise WireError(type(error).__name__) from error

    return checked


def pack_push(request: PushRequest) -> bytes:
    """A push, with the pull that rides along."""
    return _pack(
        [
            request.batch_id.bytes,
            request.device.bytes,
            request.schema_version,
            bytes.fromhex(request.previous_head),
            _pack_changes(request.changes),
            request.pull,
        ]
    )


@_checked
def unpack_push(body: bytes, most: int = MAX_BODY_BYTES) -> PushRequest:
    """The push in a body of at most so many bytes unpacked."""
    batch_id, device, schema, head, table, pull = _unpack(body, most)
    return PushRequest(
        batch_id=UUID(bytes=batch_id),
        device=UUID(bytes=device),
        schema_version=wire_pages.number(schema),
        previous_head=head.hex(),
        changes=_unpack_changes(table),
        pull=msgspec.convert(pull, PullRequest | None),
    )


def _pack_changes(changes: Sequence[Change]) -> wire_columns.Packed:
    if isinstance(changes, AlikeChanges):
        ids, bases = (changes.change_ids, changes.dseqs, changes.units), changes.base_revisions
        fixed = [*ids, changes.record_ids, bases]
        return wire_columns.pack_alike((changes.kind, changes.op), fixed, changes.fields)
    items = [
        Item((c.kind, c.op), (c.change_id, c.dseq, c.unit, c.record_id, c.base_revision), c.fields)
        for c in changes
    ]
    return wire_columns.pack(items)


def _unpack_changes(table: Any) -> Sequence[Change]:
    alike = wire_columns.unpack_alike(table, CHANGE_KINDS, MOST_CHANGES)
    if alike is None or not alike[2]:
        return wire_columns.unpack(table, CHANGE_KINDS, MOST_CHANGES, _changes)
    (kind, op), columns, fields = alike
    ids, numbers, units, records, bases = columns
    return AlikeChanges(kind, op, ids, numbers, units, records, bases, fields)


def _changes(
    group: Sequence[str], columns: Sequence[Sequence[Any]], fields: Iterable[dict[str, Any]]
) -> Iterable[Change]:
    kind, op = group
    ids, numbers, units, records, bases = columns
    return map(Change, ids, numbers, units, repeat(kind), records, repeat(op), bases, fields)


@_checked
def riding_pull(body: bytes) -> PullRequest | None:
    """The pull that rides along in a push, without reading the changes."""
    return msgspec.convert(_unpack(body, MAX_BODY_BYTES)[-1], PullRequest | None)


def pack_pull(request: PullRequest) -> bytes:
    """A pull of its own."""
    return _pack(request)


@_checked
def unpack_pull(body: bytes) -> PullRequest:
    """The pull in a body of at most ``MAX_BODY_BYTES`` unpacked."""
    return msgspec.convert(_unpack(body, MAX_BODY_BYTES), PullRequest)


def pack_push_reply(reply: PushReply) -> bytes:
    """The answer to a push. It names the changes it answers by a hash of their ids."""
    return _pack(
        [
            reply.status,
            _ids_sha(wire_answers.change_ids_of(reply.results)),
            wire_answers.packed(reply.results),
            reply.last_dseq,
            reply.server_time.isoformat(),
            None if reply.pull is None else wire_pages.packed(reply.pull),
        ]
    )


@_checked
def unpack_push_reply(body: bytes, change_ids: Sequence[UUID]) -> PushReply:
    """The answer to the push of these changes."""
    status, sha, table, last_dseq, time, pull = _unpack(body, MAX_REPLY_BYTES)
    if sha != _ids_sha(change_ids):
        raise WireError("answer to another push")
    return PushReply(
        status=str(status),
        results=wire_answers.read(table, change_ids),
        last_dseq=wire_pages.number(last_dseq),
        server_time=datetime.fromisoformat(time),
        pull=None if pull is None else wire_pages.read(pull),
    )


def pack_answers(results: Sequence[ChangeResult]) -> bytes:
    """The verdicts on a push, as the county keeps them beside its body."""
    return _pack(wire_answers.packed(results))


@_checked
def unpack_answers(packed: bytes, change_ids: Sequence[UUID]) -> Sequence[ChangeResult]:
    """The verdicts on the push of these changes."""
    return wire_answers.read(_unpack(packed, MAX_REPLY_BYTES), change_ids)


def pack_pull_reply(reply: PullReply) -> bytes:
    """The answer to a pull."""
    return _pack(wire_pages.packed(reply))


@_checked
def unpack_pull_reply(body: bytes) -> PullReply:
    """The answer to a pull."""
    return wire_pages.read(_unpack(body, MAX_REPLY_BYTES))


def _ids_sha(change_ids: Iterable[UUID]) -> bytes:
    return sha256(b"".join(one.bytes for one in change_ids)).digest()


class _Packers(local):
    """What packs and unpacks: dear to make, and no two threads may share it."""

    def __init__(self) -> None:
        self.pack = zstandard.ZstdCompressor(level=LEVEL).compress
        self.unpack = zstandard.ZstdDecompressor().decompress


_packers = _Packers()


def _pack(message: Any) -> bytes:
    return _packers.pack(msgspec.msgpack.encode(message))


def _unpack(body: bytes, most: int) -> Any:
    """The packed values; at most so many bytes of them, and the body says how many."""
    size = zstandard.frame_content_size(body)
    if size > most:
        raise TooLargeError
    if size < 0:
        raise WireError("size")
    return msgspec.msgpack.decode(_packers.unpack(body))
