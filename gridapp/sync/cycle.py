"""An exchange under way: who takes part, and how far it is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from gridapp.store.opening import Store
from gridapp.sync.county import County
from gridapp.sync.http import Watch
from gridapp.sync.progress import OnProgress, Progress
from gridapp.sync.pull import Reading


@dataclass
class Cycle:
    """An exchange under way."""

    store: Store
    county: County
    device: UUID
    now: Callable[[], datetime]
    random_bytes: Callable[[int], bytes]
    on_progress: OnProgress
    reading: Reading = field(default_factory=Reading)
    pushed: int = 0
    ahead: int = 0
    """Changes and rows that are known to be still to come."""
    sent: int = 0
    to_send: int = 0
    received: int = 0
    to_receive: int = 0

    def tell(self) -> None:
        """Say how far it is."""
        done = self.pushed + self.reading.rows
        total, sent = done + self.ahead, (self.sent, self.to_send)
        self.on_progress(Progress(done, total, *sent, self.received, self.to_receive))

    def watch(self, stop: Callable[[], bool]) -> None:
        """Hear from the line of every piece."""

        def sent(size: int) -> None:
            self.sent = min(self.sent + size, self.to_send)  # a cut swallows bytes
            self.tell()

        def received(size: int) -> None:
            self.received += size
            self.tell()

        self.county.watch = Watch(sent, received, stop)
