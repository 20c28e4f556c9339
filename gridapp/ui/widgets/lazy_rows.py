"""The rows of a long table: their order is known, each is asked for when somebody looks."""

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar, overload
from uuid import UUID


class Row(Protocol):
    """What a lazy table shows."""

    @property
    def id(self) -> UUID:
        """What tells it from the others."""


T = TypeVar("T", bound=Row)


class LazyRows(Sequence[T], Generic[T]):
    """``ask`` is told the ids of a page that somebody looks at; ``fill`` brings its rows.

    Until then a row is ``blank``: it has nothing but its id. Walking through all of them asks for
    nothing.
    """

    def __init__(
        self, ids: Sequence[UUID], blank: Callable[[UUID], T], page: int, rows: Sequence[T] = ()
    ) -> None:
        self.ids = ids
        self.ask: Callable[[tuple[UUID, ...]], None] | None = None
        self._blank, self._page = blank, page
        self._rows = {row.id: row for row in rows}
        self._asked: set[int] = set()

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        found = self._rows.get(self.ids[at])
        if found is None:
            self._want(at % len(self) // self._page)
        return found or self._blank(self.ids[at])

    def __iter__(self) -> Iterator[T]:
        return (self._rows.get(id_) or self._blank(id_) for id_ in self.ids)

    def fill(self, rows: Sequence[T]) -> None:
        """Rows that were asked for have come."""
        self._rows |= {row.id: row for row in rows}

    def _want(self, page: int) -> None:
        if self.ask is not None and page not in self._asked:
            self._asked.add(page)
            self.ask(tuple(self.ids[page * self._page : (page + 1) * self._page]))
