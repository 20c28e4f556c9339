"""Whether there is anything new for a device, answered from memory.

The county keeps the heads of all feeds, and which feeds each device reads. A device's mark is a
hash of both; a laptop that shows its last mark again and is met by the same one has seen all.
What is missing here only ever leads to a pull too many.
"""

import base64
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from uuid import UUID

LIFE = timedelta(minutes=10)
"""After this a device is let pull, come what may."""

MARK_BYTES = 9


@dataclass(frozen=True)
class _Reader:
    """The feeds that a device reads, as of its last complete pull."""

    feeds: tuple[UUID, ...]
    at: datetime


class News:
    """What this process knows of the feeds' heads and of their readers."""

    def __init__(self) -> None:
        self._heads: dict[UUID, int] = {}
        self._readers: dict[UUID, _Reader] = {}
        self.turn = 0
        """So many times devices were forgotten."""
        self._lock = Lock()

    def moved(self, heads: Mapping[UUID, int]) -> None:
        """Feeds have these heads now. Heads only grow: what is older is passed over."""
        with self._lock:
            for feed, seq in heads.items():
                self._heads[feed] = max(seq, self._heads.get(feed, 0))

    def seen(self, device: UUID, heads: Mapping[UUID, int], now: datetime, turn: int) -> str:
        """The device has read these feeds up to these heads, and no other feeds; its mark.

        ``turn``: as it was before they were read; if it is over, these may be other feeds by now.
        """
        self.moved(heads)
        with self._lock:
            if turn == self.turn:
                self._readers[device] = _Reader(tuple(sorted(heads)), now)
        return _mark(device, heads)

    def is_quiet(self, device: UUID, mark: str, now: datetime) -> bool:
        """Whether nothing came since the device was given this mark."""
        with self._lock:
            reader = self._readers.get(device)
            if reader is None or now - reader.at >= LIFE:
                return False
            heads = {feed: self._heads.get(feed, 0) for feed in reader.feeds}
        return mark == _mark(device, heads)

    def forget(self, devices: Collection[UUID] | None = None) -> None:
        """Let these devices pull at the next asking; all of them when none is named."""
        with self._lock:
            for device in list(self._readers) if devices is None else devices:
                self._readers.pop(device, None)
            self.turn += devices is None or bool(devices)


def _mark(device: UUID, heads: Mapping[UUID, int]) -> str:
    hashed = hashlib.blake2b(device.bytes, digest_size=MARK_BYTES)
    for feed, seq in sorted(heads.items()):
        hashed.update(feed.bytes + seq.to_bytes(8, "big"))
    return base64.urlsafe_b64encode(hashed.digest()).decode()
