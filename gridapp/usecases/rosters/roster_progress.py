"""How far an import is: its parts told as one count, each by its usual share of the time."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from typing import TypeVar

T = TypeVar("T")
OnProgress = Callable[[int, int], None]
"""Called with (done, total); raises to cancel, and then nothing is kept."""

_EACH = 500
"""Things between two reports."""


class Part(Enum):
    """The parts in order; the values are the tenths at which they begin and end."""

    COMPARING = (0, 1)
    FOUNDING = (1, 2)
    SEATING = (2, 3)
    GATHERING = (3, 4)
    KEEPING = (4, 10)


class Steps:
    """Tells how many of the roster's households are as good as done."""

    def __init__(self, on_progress: OnProgress, households: int) -> None:
        self._tell, self._total = on_progress, max(1, households)

    def at(self, part: Part, done: int = 0, of: int = 1) -> None:
        """So much of a part is done."""
        begin, end = part.value
        share = begin + (end - begin) * done / max(1, of)
        self._tell(int(share * self._total / 10), self._total)

    def through(self, part: Part, things: Sequence[T]) -> Iterator[T]:
        """The things of a part one by one, told of every now and then."""
        for place, thing in enumerate(things):
            if place % _EACH == 0:
                self.at(part, place, len(things))
            yield thing
