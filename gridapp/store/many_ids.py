"""Thousands of ids in one piece of memory: an object is made only of the one that is looked at."""

from collections.abc import Iterator, Sequence
from typing import Any, overload
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlmodel import Session

_BYTES = 16


class ManyIds(Sequence[UUID]):
    """Ids in their order; ``packed``: the 16 bytes of each, one after the other."""

    def __init__(self, packed: bytes = b"") -> None:
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed) // _BYTES

    @overload
    def __getitem__(self, at: int) -> UUID: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[UUID]: ...
    def __getitem__(self, at: int | slice) -> UUID | Sequence[UUID]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        start = range(len(self))[at] * _BYTES
        return UUID(bytes=self._packed[start : start + _BYTES])

    def __iter__(self) -> Iterator[UUID]:
        return (self[number] for number in range(len(self)))

    def __contains__(self, one: object) -> bool:
        return isinstance(one, UUID) and self._find(one) >= 0

    def index(self, one: UUID, start: int = 0, stop: int | None = None) -> int:
        """Where an id stands; ValueError when it does not."""
        found = self._find(one)
        if found < start or (stop is not None and found >= stop):
            raise ValueError(one)
        return found

    def _find(self, one: UUID) -> int:
        """Its number, else -1: bytes alike may also begin within an id."""
        at = self._packed.find(one.bytes)
        while at % _BYTES and at >= 0:
            at = self._packed.find(one.bytes, at + 1)
        return at // _BYTES


def many_ids(session: Session, query: Select[UUID]) -> ManyIds:
    """The ids that a question about one column finds, in its order."""
    (one,) = (found := query.subquery()).c
    packed: Any = session.execute(
        select(func.group_concat(func.hex(one), "")).select_from(found)
    ).scalar()
    return ManyIds(bytes.fromhex(packed or ""))
