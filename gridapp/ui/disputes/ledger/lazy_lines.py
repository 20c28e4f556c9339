"""The lines of a long ledger: their order is known, each is asked for when somebody looks."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import overload
from uuid import UUID

from gridapp.store.disputes import DisputeLine

PAGE = 100
"""So many lines are asked for at once; more than a tall window shows."""


class LazyLines(Sequence[DisputeLine]):
    """``ask`` is told the ids of a page that somebody looks at; ``fill`` brings its lines.

    Until then a line has nothing but its id. Walking through all of them asks for nothing.
    """

    def __init__(self, ids: Sequence[UUID], lines: Sequence[DisputeLine] = ()) -> None:
        self.ids = ids
        self.ask: Callable[[tuple[UUID, ...]], None] | None = None
        self._lines = {line.id: line for line in lines}
        self._asked: set[int] = set()

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> DisputeLine: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[DisputeLine]: ...
    def __getitem__(self, at: int | slice) -> DisputeLine | Sequence[DisputeLine]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        found = self._lines.get(self.ids[at])
        if found is None:
            self._want(at % len(self) // PAGE)
        return found or blank(self.ids[at])

    def __iter__(self) -> Iterator[DisputeLine]:
        return (self._lines.get(id_) or blank(id_) for id_ in self.ids)

    def fill(self, lines: Sequence[DisputeLine]) -> None:
        """Lines that were asked for have come."""
        self._lines |= {line.id: line for line in lines}

    def _want(self, page: int) -> None:
        if self.ask is not None and page not in self._asked:
            self._asked.add(page)
            self.ask(tuple(self.ids[page * PAGE : (page + 1) * PAGE]))


def blank(id_: UUID) -> DisputeLine:
    """A line of which only the id is known."""
    return DisputeLine(id_, "", "", "", "", None, date.min, date.min, "", "", "")
