"""Changes of one sort, and answers alike, as the columns they travel in.

Most of what travels is such a batch: the visits of some days. An object is made only of the one
that is looked at; whoever has thousands of them to do takes the columns.
"""

from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import repeat
from operator import attrgetter
from typing import Any, Self, TypeVar, overload
from uuid import UUID

import msgspec

from gridapp.contract.sync import Change, ChangeResult

One = TypeVar("One")

CANONICAL = msgspec.json.Encoder(order="deterministic")
"""Writes JSON in the one way that is hashed: UTF-8, no blanks, names in order."""


class _Columns(Sequence[One]):
    """Rows of which there are only columns."""

    @abstractmethod
    def __iter__(self) -> Iterator[One]:
        """Make an object of each."""

    @abstractmethod
    def part(self, at: slice) -> Self:
        """Some of them, as columns."""

    @overload
    def __getitem__(self, at: int) -> One: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: int | slice) -> One | Self:
        if isinstance(at, slice):
            return self.part(at)
        number = range(len(self))[at]
        return next(iter(self.part(slice(number, number + 1))))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, eq=False)
class AlikeChanges(_Columns[Change]):
    """Changes of one kind and operation that set the same fields; at least one of each."""

    kind: str
    op: str
    change_ids: Sequence[UUID]
    dseqs: Sequence[int]
    units: Sequence[UUID]
    record_ids: Sequence[UUID]
    base_revisions: Sequence[int]
    fields: Mapping[str, Sequence[Any]]

    def __len__(self) -> int:
        return len(self.change_ids)

    def __iter__(self) -> Iterator[Change]:
        ids, kinds, ops = self.change_ids, repeat(self.kind), repeat(self.op)
        where = (self.units, kinds, self.record_ids, ops, self.base_revisions)
        names, values = tuple(self.fields), zip(*self.fields.values(), strict=True)
        bodies = (dict(zip(names, row, strict=True)) for row in values)
        return map(Change, ids, self.dseqs, *where, bodies)

    @cached_property
    def texts(self) -> list[bytes]:
        """The fields of each as canonical JSON."""
        names = tuple(sorted(self.fields))
        made = map(_shape(names), *(self.fields[name] for name in names))
        return CANONICAL.encode_lines(list(made)).split(b"\n")[:-1]

    @cached_property
    def raw_record_ids(self) -> list[bytes]:
        """The 16 bytes of each record's id."""
        return [record_id.bytes for record_id in self.record_ids]

    @cached_property
    def raw_change_ids(self) -> list[bytes]:
        """The 16 bytes of each change's id, which its record has often lent it."""
        if self.change_ids == self.record_ids:
            return self.raw_record_ids
        return [change_id.bytes for change_id in self.change_ids]

    def part(self, at: slice) -> Self:
        """Some of them, as columns."""
        ids, numbers, units = self.change_ids[at], self.dseqs[at], self.units[at]
        fields = {name: column[at] for name, column in self.fields.items()}
        rest = (self.record_ids[at], self.base_revisions[at], fields)
        return type(self)(self.kind, self.op, ids, numbers, units, *rest)


@dataclass(frozen=True, eq=False)
class AlikeResults(_Columns[ChangeResult]):
    """Answers that differ in nothing but the position."""

    change_ids: Sequence[UUID]
    outcome: str
    revision: int
    positions: Sequence[int]

    def __len__(self) -> int:
        return len(self.change_ids)

    def __iter__(self) -> Iterator[ChangeResult]:
        alike = repeat(self.outcome), repeat(self.revision)
        return map(ChangeResult, self.change_ids, *alike, self.positions)

    def part(self, at: slice) -> Self:
        """Some of them, as columns."""
        return type(self)(self.change_ids[at], self.outcome, self.revision, self.positions[at])


@lru_cache(100)
def _shape(names: tuple[str, ...]) -> type[msgspec.Struct]:
    """What is read and written as an object with just these names, cheaper than a dict."""
    fields = {f"field_{number}": name for number, name in enumerate(names)}
    return msgspec.defstruct(
        "Shape", list(fields), rename=fields, forbid_unknown_fields=True, gc=False
    )


def columns_of(texts: Sequence[str]) -> dict[str, list[Any]] | None:
    """The columns of JSON objects; None when they do not all have the same names."""
    names = tuple(msgspec.json.decode(texts[0], type=dict[str, Any]))
    if not names:
        return None
    shape: Any = _shape(names)
    try:
        rows = msgspec.json.decode(f"[{','.join(texts)}]", type=list[shape])
    except msgspec.ValidationError:
        return None
    return {
        name: [*map(attrgetter(field), rows)]
        for name, field in zip(names, shape.__struct_fields__, strict=True)
    }


def change_ids(changes: Sequence[Change]) -> Sequence[UUID]:
    """The id of each change."""
    if isinstance(changes, AlikeChanges):
        return changes.change_ids
    return [change.change_id for change in changes]


def raw_change_ids(changes: Sequence[Change]) -> Sequence[bytes]:
    """The 16 bytes of the id of each change."""
    if isinstance(changes, AlikeChanges):
        return changes.raw_change_ids
    return [change.change_id.bytes for change in changes]


def dseqs(changes: Sequence[Change]) -> Sequence[int]:
    """The number of each change."""
    if isinstance(changes, AlikeChanges):
        return changes.dseqs
    return [change.dseq for change in changes]


def kinds(changes: Sequence[Change]) -> set[str]:
    """The kinds of record that are changed."""
    if isinstance(changes, AlikeChanges):
        return {changes.kind}
    return {change.kind for change in changes}
