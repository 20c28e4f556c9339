"""The answers to a push as columns; the changes themselves are named by who asked."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

import msgspec

from gridapp.contract import wire_columns, wire_pages
from gridapp.contract.alike import AlikeResults
from gridapp.contract.sync import ChangeResult, FieldConflict
from gridapp.contract.wire_columns import Item

KINDS = (str, int, int)


def packed(results: Sequence[ChangeResult]) -> wire_columns.Packed:
    """Answers as columns."""
    if isinstance(results, AlikeResults):
        alike = [results.outcome] * len(results), [results.revision] * len(results)
        return wire_columns.pack_alike((), [*alike, results.positions], {})
    if any(one.code is not None or one.conflicts for one in results):
        items = [Item((), (r.outcome, r.revision, r.position), _rest(r)) for r in results]
        return wire_columns.pack(items)
    fixed: list[list[Any]] = [
        [one.outcome for one in results],
        [one.revision for one in results],
        [one.position for one in results],
    ]
    return wire_columns.pack_alike((), fixed, {})


def change_ids_of(results: Sequence[ChangeResult]) -> Sequence[UUID]:
    """The changes that are answered."""
    if isinstance(results, AlikeResults):
        return results.change_ids
    return [result.change_id for result in results]


def read(table: Any, change_ids: Sequence[UUID]) -> Sequence[ChangeResult]:
    """The answers to these changes."""
    alike = wire_columns.unpack_alike(table, KINDS, wire_pages.MOST_ROWS)
    if alike is not None and not alike[2] and len(alike[1][0]) == len(change_ids):
        outcomes, revisions, positions = alike[1]
        if len(set(outcomes)) == len(set(revisions)) == 1:
            return AlikeResults(change_ids, outcomes[0], revisions[0], positions)
    said = wire_columns.unpack(table, KINDS, wire_pages.MOST_ROWS, _verdicts)
    return [_result(id_, *one) for id_, one in zip(change_ids, said, strict=True)]


def _rest(result: ChangeResult) -> dict[str, Any]:
    """What few verdicts have."""
    if result.code is None and not result.conflicts:
        return {}
    rest: dict[str, Any] = {} if result.code is None else {"code": result.code}
    if result.conflicts:
        rest["found"] = [msgspec.structs.asdict(found) for found in result.conflicts]
    return rest


def _verdicts(
    _: Sequence[str], columns: Sequence[Sequence[Any]], rests: Iterable[dict[str, Any]]
) -> Iterable[tuple[Any, ...]]:
    return zip(*columns, rests, strict=False)


def _result(
    change_id: UUID, outcome: str, revision: int, position: int, rest: dict[str, Any]
) -> ChangeResult:
    result = ChangeResult(change_id, outcome, revision, position)
    if rest:
        result.code = rest.get("code")
        result.conflicts = msgspec.convert(rest.get("found", []), list[FieldConflict])
    return result
