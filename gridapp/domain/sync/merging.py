"""What a change makes of the county's record: field by field, by the revision each last changed."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from uuid import UUID

from msgspec import Struct
from msgspec.structs import replace

from gridapp.contract.kinds import KINDS, Kind, Merge
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, ChangeResult, FieldConflict, Op, Verdict
from gridapp.domain.disputes.disputes import SET_BY_STEPS, legal_step, unseen_last_day

UNKNOWN = Kind(record=KINDS["unit"].record)
"""A kind of a newer program: every field is plain."""

OPS = frozenset(Op)

PARENT_FIELD = {
    "member": "household_id",
    "visit": "household_id",
    "life_event": "household_id",
    "conflict": "household_id",
}
"""Kinds that live where their household lives, and the field that names it."""


class Mark(Struct, frozen=True, gc=False, array_like=True):
    """When a field last changed: the record's revision, and the number of the device."""

    revision: int
    writer: int


class Stored(Struct, frozen=True):
    """A record as the county holds it. ``fields`` has ``unit_id`` and never ``id``."""

    fields: dict[str, Any]
    marks: dict[str, Mark]
    revision: int
    deleted: bool = False
    erased: bool = False
    """Erased by law: no value is left but the unit, and nothing brings it back."""


class Merged(Struct, frozen=True):
    """The outcome. ``record`` is the same object as before when nothing in it changed."""

    verdict: Verdict
    record: Stored | None
    code: Problem | None = None
    conflicts: tuple[FieldConflict, ...] = ()


def merge(
    stored: Stored | None, change: Change, writer: int, known: frozenset[Mark] = frozenset()
) -> Merged:
    """Merge a change into a record; ``writer`` is the number of the device that made it.

    A device's own earlier writes never stand against its later ones: it knows them, as it does the
    ``known`` ones of the device that it was before it was renewed.
    """
    if change.op not in OPS:
        return _refused(stored, Problem.INVALID_FIELDS)
    if change.op == Op.SET_ASIDE:
        return _refused(stored, Problem.QUARANTINED)
    if stored is None:
        return _bring(change, writer)
    if change.op == Op.ERASE:
        return _erase(stored)
    if stored.erased:
        return _refused(stored, Problem.ERASED)
    others = others_since(stored.marks, change.base_revision, writer) - known
    return _merge(
        stored, change, writer, frozenset(n for n, m in stored.marks.items() if m in others)
    )


def _merge(stored: Stored, change: Change, writer: int, others: frozenset[str]) -> Merged:
    if change.op == Op.CREATE:
        return _create_again(stored, change, writer, others)
    if change.op == Op.DELETE:
        return _delete(stored, others)
    if KINDS.get(change.kind, UNKNOWN).append_only:
        return _refused(stored, Problem.APPEND_ONLY)
    return _update(stored, change, writer, others)


def incoming(change: Change) -> dict[str, Any]:
    """The fields that a change sets; a create always says which unit owns the record."""
    fields = {name: value for name, value in change.fields.items() if name != "id"}
    if change.op == Op.CREATE:
        owner = change.record_id if change.kind == "unit" else change.unit
        fields.setdefault("unit_id", owner)
    if "unit_id" in fields:
        fields["unit_id"] = _as_written(str(fields["unit_id"]))
    return fields


@lru_cache(10_000)
def _as_written(unit: str) -> str:
    """An id as it is always written."""
    return str(UUID(unit))


def moved(stored: Stored, unit_id: str, writer: int) -> Stored:
    """The record in another unit, where it followed the record it belongs to."""
    revision = stored.revision + 1
    return replace(
        stored,
        fields={**stored.fields, "unit_id": unit_id},
        marks={**stored.marks, "unit_id": Mark(revision, writer)},
        revision=revision,
    )


def erased(stored: Stored) -> Stored:
    """The record without any value, for good."""
    only_unit = {"unit_id": stored.fields["unit_id"]}
    return Stored(only_unit, {}, stored.revision + 1, deleted=True, erased=True)


def leaves_doubt(op: str, result: ChangeResult) -> bool:
    """Whether a laptop cannot tell from the verdict what stands now, and reads the feed anew.

    So after a refused edit, a create of what the county has, or a move against one that the county
    has made. Any other refused create, and what was set aside, stay in sight there.
    """
    if result.outcome == Verdict.REFUSED:
        return op not in {Op.CREATE, Op.SET_ASIDE} or result.code == Problem.RECORD_EXISTS
    return any(found.field == "unit_id" for found in result.conflicts)


def is_held(op: str, result: ChangeResult) -> bool:
    """Whether a laptop holds, after the verdict, the revision that the county gave the record.

    What was merged rests on others' work that it has not seen, until the record comes with a pull.
    What it created comes then as well, or leaves.
    """
    return op == Op.CREATE or result.outcome in {Verdict.APPLIED, Verdict.DUPLICATE}


def others_since(marks: Mapping[str, Mark], base: int, writer: int) -> frozenset[Mark]:
    """What another device has written after the revision that a change is based on."""
    return frozenset(
        mark for mark in marks.values() if mark.revision > base and mark.writer != writer
    )


def _refused(stored: Stored | None, code: Problem) -> Merged:
    return Merged(Verdict.REFUSED, stored, code)


def _bring(change: Change, writer: int) -> Merged:
    """What the county does not have yet can only be created."""
    if change.op != Op.CREATE:
        return _refused(None, Problem.RECORD_MISSING)
    fields = incoming(change)
    marks = dict.fromkeys(fields, Mark(1, writer))
    return Merged(Verdict.APPLIED, Stored(fields, marks, 1))


def _create_again(stored: Stored, change: Change, writer: int, others: frozenset[str]) -> Merged:
    if stored.deleted:
        return _update(stored, change, writer, others)
    if change.kind != "unit":
        return _refused(stored, Problem.RECORD_EXISTS)
    fields = incoming(change)
    if all(stored.fields.get(name) == value for name, value in fields.items()):
        return Merged(Verdict.DUPLICATE, stored)
    return _update(stored, change, writer, others)


def _erase(stored: Stored) -> Merged:
    if stored.erased:
        return Merged(Verdict.DUPLICATE, stored)
    return Merged(Verdict.APPLIED, erased(stored))


def _delete(stored: Stored, others: frozenset[str]) -> Merged:
    """An update that the deleting person had not seen beats the delete.

    The record then gets a new revision, so that it is offered again to whoever deleted it.
    """
    if stored.deleted:
        return Merged(Verdict.DUPLICATE, stored)
    revision = stored.revision + 1
    if others:
        return Merged(Verdict.MERGED, replace(stored, revision=revision))
    return Merged(Verdict.APPLIED, replace(stored, revision=revision, deleted=True))


def own_and_unseen(stored: Stored, change: Change, writer: int) -> bool:
    """Whether a step of a case meets an earlier one of the same laptop that nobody has seen yet.

    Both are based on the same revision, and the second finds what the first has written.
    """
    mark = stored.marks.get("last_step")
    own = mark is not None and mark.writer == writer and mark.revision > change.base_revision
    return own and "last_step" in change.fields


def _update(stored: Stored, change: Change, writer: int, others: frozenset[str]) -> Merged:
    taken: dict[str, Any] = {}
    conflicts = []
    back = own_and_unseen(stored, change, writer)
    offered = incoming(change)
    if "due_on" in others:
        offered |= unseen_last_day(stored.fields, offered)
    for name, value in offered.items():
        standing = stored.fields.get(name)
        if name in stored.fields and standing == value:
            continue
        if _takes(change.kind, name, standing, value, concurrent=name in others, back=back):
            taken[name] = value
        else:
            conflicts.append(FieldConflict(field=name, standing=standing, offered=value))
    if "last_step" in offered and any(found.field == "state" for found in conflicts):
        taken = {name: value for name, value in taken.items() if name not in SET_BY_STEPS}
    verdict = Verdict.APPLIED
    if conflicts:
        verdict = Verdict.CONFLICT
    elif others or stored.deleted:
        verdict = Verdict.MERGED
    return Merged(verdict, _with(stored, taken, writer), conflicts=tuple(conflicts))


def _with(stored: Stored, taken: Mapping[str, Any], writer: int) -> Stored:
    if not taken and not stored.deleted:
        return stored
    revision = stored.revision + 1
    marks = {**stored.marks, **dict.fromkeys(taken, Mark(revision, writer))}
    return Stored({**stored.fields, **taken}, marks, revision)


def _takes(
    kind: str, name: str, standing: Any, value: Any, *, concurrent: bool, back: bool
) -> bool:
    """``back``: the step may be one that takes back the last."""
    rule = KINDS.get(kind, UNKNOWN).merge_of(name)
    if rule is Merge.STATE and standing is not None:
        before, after = str(standing), str(value)
        return legal_step(before, after, concurrent=concurrent) or (
            back and legal_step(after, before)
        )
    return not (concurrent and rule is Merge.GUARDED)
