"""Hashes that both sides compute alike: the chain over a device's changes, the digest of a feed."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Any
from uuid import UUID

from gridapp.contract.alike import CANONICAL, AlikeChanges
from gridapp.contract.sync import Change

DIGEST_BITS = 64
_BYTES = DIGEST_BITS // 8


def said(change: Change) -> bytes:
    """What a change says, whichever device offers it under whichever ``dseq``: ids, canonical JSON.

    A laptop that enrols anew offers its changes again under new numbers; they stay the same change.
    """
    ids = change.change_id.bytes + change.unit.bytes + change.record_id.bytes
    return ids + _json((change.kind, change.op, change.base_revision, change.fields))


def change_sha(change: Change) -> str:
    """What a change says, hashed."""
    return hashlib.sha256(said(change)).hexdigest()


def heads(previous: str, changes: Sequence[Change]) -> list[str]:
    """A device's chain: its head before these changes, and after each."""
    head, found = bytes.fromhex(previous), [previous]
    for dseq, text in _said_by(changes):
        head = hashlib.sha256(head + dseq.to_bytes(8, "big") + text).digest()
        found.append(head.hex())
    return found


def _said_by(changes: Sequence[Change]) -> Iterable[tuple[int, bytes]]:
    """The number of each change, and what it says."""
    if not isinstance(changes, AlikeChanges):
        return ((change.dseq, said(change)) for change in changes)
    begun = {
        base: _json((changes.kind, changes.op, base))[:-1] + b","
        for base in set(changes.base_revisions)
    }
    parts = zip(
        changes.raw_change_ids,
        [unit.bytes for unit in changes.units],
        changes.raw_record_ids,
        map(begun.__getitem__, changes.base_revisions),
        changes.texts,
        repeat(b"]"),
        strict=False,
    )
    return zip(changes.dseqs, map(b"".join, parts), strict=True)


def link(previous: str, value: Any) -> str:
    """The next head of any chain: sha256, in hex, over the previous head and a JSON value."""
    return hashlib.sha256(previous.encode() + _json(value)).hexdigest()


def digest(pairs: Iterable[tuple[UUID, int]]) -> str:
    """Order-free sum of the hashes of (id, revision), as 16 hex digits; equal sets sum alike."""
    return digest_of_rows((record_id.bytes, revision) for record_id, revision in pairs)


def digest_of_rows(rows: Iterable[tuple[bytes, int]]) -> str:
    """The same of ids as their 16 bytes."""
    return digest_text(total_of_rows(rows))


def total_of_rows(rows: Iterable[tuple[bytes, int]]) -> int:
    """The sum of the summands of these records: a tight loop, as there may be a whole feed."""
    sha256, number = hashlib.sha256, int.from_bytes
    return sum(
        [
            number(sha256(record_id + revision.to_bytes(8, "big")).digest()[:_BYTES], "big")
            for record_id, revision in rows
        ]
    )


def summand(record_id: bytes, revision: int) -> int:
    """What one record, with its id as 16 bytes, adds to a digest."""
    hashed = hashlib.sha256(record_id + revision.to_bytes(8, "big")).digest()
    return int.from_bytes(hashed[:_BYTES], "big")


def digest_text(total: int) -> str:
    """A sum of summands as a digest. What was added may be taken away again."""
    return f"{total % (1 << DIGEST_BITS):016x}"


def _json(value: Any) -> bytes:
    """Canonical JSON: UTF-8, no blanks, names in order."""
    return CANONICAL.encode(value)
