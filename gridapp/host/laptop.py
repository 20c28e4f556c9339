"""What a laptop gives to whoever works on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID


class Laptop(NamedTuple):  # made before the first paint, faster than a dataclass
    """The folder of its data, the time, and ids for what is new."""

    data: Path
    now: Callable[[], datetime]
    new_id: Callable[[], UUID]
