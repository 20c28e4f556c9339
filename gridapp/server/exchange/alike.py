"""New records of one sort: one of each unit is judged, and the others fare as it did.

Most of what comes is such a batch: the visits of some days. Of a new visit the rules look at its
unit and at where its household is; all else need only have its type, which is looked at of each.
"""

from collections.abc import Iterable, Sequence
from uuid import UUID

from gridapp.contract.kinds import KINDS
from gridapp.contract.sync import Change, ChangeResult, Op, Verdict
from gridapp.domain.sync.merging import PARENT_FIELD
from gridapp.server.exchange import fields
from gridapp.server.exchange.batch import Judge
from gridapp.server.exchange.records import Kept, ident

ALIKE = frozenset({"visit"})
"""Kinds of whose new records no rule looks at more than the unit and the household."""


def decide(judge: Judge, changes: Sequence[Change]) -> list[ChangeResult]:
    """The verdict on each change of a batch, in order."""
    if not _are_alike(judge, changes):
        return [judge.decide(change) for change in changes]
    [kind] = {change.kind for change in changes}
    homes = _homes(judge, {change.fields[PARENT_FIELD[kind]] for change in changes})
    judged: dict[str, Kept] = {}
    results = []
    for change in changes:
        unit, household = change.fields["unit_id"], change.fields[PARENT_FIELD[kind]]
        like, home = judged.get(unit), homes[household]
        if like is None or home not in {None, like.unit_id}:
            results.append(judge.decide(change))
            kept = judge.bench.records.get((kind, change.record_id))
            if kept is not None and _is_as_said(change, kept, results[-1]):
                judged[unit] = kept
        else:
            judge.bench.put_alike((kind, change.record_id), change.fields, like, ident(household))
            results.append(ChangeResult(change.change_id, Verdict.APPLIED.value, 1))
    return results


def _are_alike(judge: Judge, changes: Sequence[Change]) -> bool:
    """Whether all bring a new record of one kind, with the fields of that kind and no other."""
    kinds = {(change.kind, change.op) for change in changes}
    [(kind, op)] = kinds if len(kinds) == 1 else {("", "")}
    if kind not in ALIKE or op != Op.CREATE:
        return False
    names = KINDS[kind].record.model_fields.keys() - {"id"}
    ids = {change.record_id.int for change in changes}
    return (
        len(ids) == len(changes)
        and not any(known == kind for known, _ in judge.bench.records)
        and all(change.fields.keys() == names for change in changes)
        and fields.are_all_valid(changes, kind)
    )


def _homes(judge: Judge, households: Iterable[str]) -> dict[str, UUID | None]:
    """The units where these households are; None for one that the county does not have."""
    found = {text: judge.bench.records.get(("household", ident(text))) for text in households}
    return {text: kept.unit_id if kept is not None else None for text, kept in found.items()}


def _is_as_said(change: Change, kept: Kept, result: ChangeResult) -> bool:
    """Whether the record is now just what the change says, and nothing else has come of it."""
    return (
        (result.outcome, result.revision) == (Verdict.APPLIED, 1)
        and kept.state.fields == change.fields
        and kept.case is None
    )
