"""Hashes that both sides compute alike: the chain over a device's changes, the digest of a feed."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from gridapp.contract.sync import Change

DIGEST_BITS = 64


def next_head(previous: str, change: Change) -> str:
    """Head of a device's chain after this change: sha256 over the previous head and the change."""
    return link(previous, change.model_dump(mode="json"))


def link(previous: str, value: Any) -> str:
    """The next head of any chain: sha256, in hex, over the previous head and a JSON value."""
    return _sha(previous, value)


def change_sha(change: Change) -> str:
    """What a change says, whichever device offers it under whichever ``dseq``.

    A laptop that enrols anew offers its changes again under new numbers; they stay the same change.
    """
    return _sha("", change.model_dump(mode="json", exclude={"dseq"}))


def digest(pairs: Iterable[tuple[UUID, int]]) -> str:
    """Order-free sum of the hashes of (id, revision), as 16 hex digits; equal sets sum alike."""
    total = 0
    for record_id, revision in pairs:
        hashed = hashlib.sha256(record_id.bytes + revision.to_bytes(8, "big")).digest()
        total += int.from_bytes(hashed[: DIGEST_BITS // 8], "big")
    return f"{total % (1 << DIGEST_BITS):016x}"


def _sha(previous: str, value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256((previous + text).encode()).hexdigest()
