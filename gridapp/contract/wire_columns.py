"""Rows as columns: what rows share is said once, ids take 16 bytes, and like stands beside like.

A table is a list of items in order, each with a group (rows of one group have the same shape),
fixed values, and named fields. Raises ValueError for anything that is not such a table.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from math import isfinite
from typing import Any, TypeVar
from uuid import UUID

import msgspec

SAME, PLAIN, STEPS, IDS, FEW_IDS, ID_TEXTS, LIKE = range(7)
"""How a column is written: one value for all; as it is; whole numbers as steps from one to the
next; ids that differ; ids that repeat; ids as text; fixed ids that are those of a later column."""

SCALARS = {str, int, bool, type(None), UUID}
JSON_SCALARS = {str, int, bool, type(None)}
ID_LENGTH = 16
TEXT_LENGTH = 36

Packed = list[Any]


class TooManyError(ValueError):
    """More rows than one message may have."""


Group = tuple[list[str], list[list[Any]], dict[str, list[Any]]]
"""The name of a group, the columns of the fixed values, and those of the fields."""

Built = TypeVar("Built")
Build = Callable[
    [Sequence[str], Sequence[Sequence[Any]], Iterable[dict[str, Any]]], Iterable[Built]
]
"""Makes the rows of one group: from its name, the columns of the fixed values, and the fields."""


class Item(msgspec.Struct, frozen=True, gc=False):
    """One row: its group, the values that every row has, and its own fields by name."""

    group: tuple[str, ...]
    fixed: tuple[Any, ...]
    fields: dict[str, Any]


def pack(items: Sequence[Item]) -> Packed:
    """The items by group and set of fields, each as columns, and the order they stood in."""
    groups: dict[tuple[Any, ...], tuple[int, list[Item]]] = {}
    order: list[int] = []
    for item in items:
        shape = (item.group, *item.fields)
        found = groups.get(shape)
        if found is None:
            found = groups[shape] = (len(groups), [])
        order.append(found[0])
        found[1].append(item)
    return [pack_column(order), [_pack_group(shape, rows) for shape, (_, rows) in groups.items()]]


def pack_alike(
    group: Sequence[str], fixed: Sequence[Sequence[Any]], fields: Mapping[str, Sequence[Any]]
) -> Packed:
    """The same as ``pack`` makes of items that are all of one group and have the same fields."""
    count = len(fixed[0])
    return [pack_column([0] * count), [_pack_columns(group, count, fixed, fields)] if count else []]


def unpack(packed: Any, kinds: Sequence[type], most: int, build: Build[Built]) -> list[Built]:
    """The rows again, in order; fixed values are of these kinds, fields hold JSON values.

    Raises TooManyError above ``most`` rows.
    """
    order_column, groups = packed
    counts = [group[2] for group in groups]
    if any(type(count) is not int or count < 0 for count in counts):
        raise ValueError("count")
    if sum(counts) > most:
        raise TooManyError
    order = unpack_column(order_column, sum(counts))
    built = [list(_unpack_group(group, kinds, build)) for group in groups]
    if len(built) == 1 and not any(order):
        return built[0]
    waiting = [iter(rows) for rows in built]
    return [next(waiting[number]) for number in order]


def unpack_alike(packed: Any, kinds: Sequence[type], most: int) -> Group | None:
    """The only group of rows, if there is but one.

    Raises TooManyError above ``most`` rows.
    """
    _, groups = packed
    if len(groups) != 1:
        return None
    if groups[0][2] > most:
        raise TooManyError
    return _unpack_columns(groups[0], kinds)


def _pack_group(shape: tuple[Any, ...], rows: list[Item]) -> Packed:
    group, *names = shape
    fixed = list(zip(*(row.fixed for row in rows), strict=True))
    columns = zip(*(row.fields.values() for row in rows), strict=True)
    return _pack_columns(group, len(rows), fixed, dict(zip(names, columns, strict=True)))


def _pack_columns(
    group: Sequence[str],
    count: int,
    fixed: Sequence[Sequence[Any]],
    fields: Mapping[str, Sequence[Any]],
) -> Packed:
    numbers = range(len(fixed))
    return [
        list(group),
        list(fields),
        count,
        [_pack_fixed(fixed, number) for number in numbers],
        [pack_column(column) for column in fields.values()],
    ]


def _pack_fixed(columns: Sequence[Sequence[Any]], number: int) -> Packed:
    column = columns[number]
    if type(column[0]) is UUID:
        for later in range(number + 1, len(columns)):
            if column[0] == columns[later][0] and column == columns[later]:
                return [LIKE, later]
    return pack_column(column)


def _unpack_fixed(packed: Sequence[Packed], count: int) -> list[list[Any]]:
    columns: list[list[Any]] = []
    for column in reversed(packed):
        if column[0] == LIKE:
            columns.append(columns[len(packed) - 1 - column[1]])
        else:
            columns.append(unpack_column(column, count))
    return columns[::-1]


def _unpack_group(packed: Any, kinds: Sequence[type], build: Build[Built]) -> Iterable[Built]:
    key, columns, fields = _unpack_columns(packed, kinds)
    if not fields:
        return build(key, columns, ({} for _ in range(packed[2])))
    names, bodies = tuple(fields), zip(*fields.values(), strict=True)
    return build(key, columns, (dict(zip(names, body, strict=True)) for body in bodies))


def _unpack_columns(packed: Any, kinds: Sequence[type]) -> Group:
    group, names, count, fixed, fields = packed
    key = msgspec.convert(group, list[str])
    names = msgspec.convert(names, list[str])
    columns = _unpack_fixed(fixed, count)
    if any(set(map(type, c)) != {kind} for c, kind in zip(columns, kinds, strict=True)):
        raise ValueError("kind of column")
    bodies = [_json_column(column, count) for column in fields]
    return key, columns, dict(zip(names, bodies, strict=True))


def _json_column(packed: Any, count: int) -> list[Any]:
    values = unpack_column(packed, count)
    if not set(map(type, values)) <= JSON_SCALARS and not all(map(_is_json, values)):
        raise ValueError("not JSON")
    return values


def _is_json(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_is_json, value))
    if isinstance(value, dict):
        return all(type(name) is str and _is_json(inner) for name, inner in value.items())
    return type(value) in JSON_SCALARS or (type(value) is float and isfinite(value))


def pack_column(values: Sequence[Any]) -> Packed:
    """One column in the form that is smallest for it."""
    kinds = set(map(type, values))
    if not values:
        return [PLAIN, []]
    alike = len(kinds) == 1 and kinds <= SCALARS and values[0] == values[-1]
    if alike and values.count(values[0]) == len(values):
        return [SAME, _plain(values[0])]
    if kinds == {int} and all(low <= high for low, high in pairwise(values)):
        steps = [high - low for low, high in pairwise(values)]
        return [STEPS, values[0], pack_column(steps)]
    if kinds == {UUID}:
        keys = [one.int for one in values]  # a number is hashed at once, a UUID by Python code
        return _pack_ids(keys, {key: key.to_bytes(ID_LENGTH, "big") for key in dict.fromkeys(keys)})
    if kinds <= {str, type(None)}:
        ids = _ids_of_texts(values)
        if ids is not None:
            return [ID_TEXTS, _pack_ids(values, ids)]
    return [PLAIN, list(values)]


def unpack_column(packed: Any, count: int) -> list[Any]:
    """The values of a column of ``count`` rows."""
    how, *rest = packed
    if how == SAME:
        return [_from_plain(rest[0])] * count
    if how == PLAIN:
        values = rest[0]
    elif how == STEPS:
        values = list(accumulate(unpack_column(rest[1], count - 1), initial=int(rest[0])))
    elif how == IDS:
        values = _from_planes(rest[0])
    elif how == FEW_IDS:
        distinct = [None if raw is None else UUID(bytes=raw) for raw in rest[0]]
        values = [distinct[number] for number in unpack_column(rest[1], count)]
    elif how == ID_TEXTS:
        values = msgspec.to_builtins(unpack_column(rest[0], count))
    else:
        raise ValueError("unknown form of column")
    if not isinstance(values, list) or len(values) != count:
        raise ValueError("length of column")
    return values


def _pack_ids(keys: Sequence[Any], raw: dict[Any, Any]) -> Packed:
    """Ids, each by a key; ``raw`` has the bytes of each once. The key of no id is None."""
    if None not in raw and len(raw) * 2 > len(keys):
        return [IDS, _planes(b"".join(raw[key] for key in keys))]
    numbers = {key: number for number, key in enumerate(raw)}
    return [FEW_IDS, list(raw.values()), pack_column([numbers[key] for key in keys])]


def _ids_of_texts(values: Sequence[str | None]) -> dict[str | None, bytes | None] | None:
    """The bytes of the ids that these texts are, if each is one, written in the usual way."""
    sample = next(value for value in values if value is not None)
    if len(sample) != TEXT_LENGTH:
        return None
    distinct = list(dict.fromkeys(values))
    try:
        ids = msgspec.convert(distinct, list[UUID | None])
    except msgspec.ValidationError:
        return None
    if msgspec.to_builtins(ids) != distinct:
        return None
    return {text: id_.bytes if id_ else None for text, id_ in zip(distinct, ids, strict=True)}


def _planes(raw: bytes) -> bytes:
    """First bytes first, then second bytes, …: ids of one afternoon begin alike."""
    return b"".join(raw[at::ID_LENGTH] for at in range(ID_LENGTH))


def _from_planes(planes: bytes) -> list[UUID]:
    count = len(planes) // ID_LENGTH
    return msgspec.convert([planes[row::count] for row in range(count)], list[UUID])


def _plain(value: Any) -> Any:
    """An id that is the same for all rows goes as its bytes."""
    return value.bytes if isinstance(value, UUID) else value


def _from_plain(value: Any) -> Any:
    return UUID(bytes=value) if isinstance(value, bytes) else value
