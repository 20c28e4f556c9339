"""New records of one sort: one of each unit is judged, and the others fare as it did.

Most of what comes is such a batch: the visits of some days. Of a new visit the rules look at its
unit and at where its household is; all else need only have its type, which is looked at of each.
No object is made of each: from the columns they travelled in they go into the tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from gridapp.contract.alike import AlikeChanges
from gridapp.contract.kinds import KINDS
from gridapp.contract.sync import Change, ChangeResult, Op, Verdict
from gridapp.domain.sync.merging import PARENT_FIELD
from gridapp.domain.sync.scope import Tree
from gridapp.server.access.devices import Device
from gridapp.server.exchange import fields, gather, records
from gridapp.server.exchange.records import Kept, ident

ALIKE = frozenset({"visit"})
"""Kinds of whose new records no rule looks at more than the unit and the household."""


@dataclass(frozen=True)
class Fresh:
    """New records that are just what their changes say; ``like``: how the first of each unit is."""

    changes: AlikeChanges
    like: Mapping[str, Kept]

    @property
    def unit_names(self) -> Sequence[str]:
        """The unit of each, as it is written."""
        return self.changes.fields["unit_id"]

    @property
    def home_names(self) -> Sequence[str]:
        """The household of each, as it is written."""
        return self.changes.fields[PARENT_FIELD[self.changes.kind]]

    def feeds(self) -> frozenset[UUID]:
        """The feeds into which they come."""
        return frozenset(kept.feed for kept in self.like.values())


def fresh(
    connection: Connection, tree: Tree, sender: Device, changes: Sequence[Change], now: datetime
) -> Fresh | None:
    """The new records that a batch brings, if it is such a batch and all of it is in order."""
    if not isinstance(changes, AlikeChanges) or not _are_sound(changes):
        return None
    ids = changes.raw_record_ids
    if len(set(ids)) < len(ids) or records.exist(connection, changes.kind, ids):
        return None
    found = Fresh(changes, {})
    units, homes = found.unit_names, found.home_names
    firsts = dict(zip(reversed(units), reversed(range(len(units))), strict=True))
    first_ones = [changes[at] for at in sorted(firsts.values())]
    like = _judged(connection, tree, sender, first_ones, now)
    places = records.units_of(connection, "household", {ident(home) for home in set(homes)})
    for unit, home in set(zip(units, homes, strict=True)):
        if unit not in like or places.get(ident(home), like[unit].unit_id) != like[unit].unit_id:
            return None
    return Fresh(changes, like)


def _are_sound(changes: AlikeChanges) -> bool:
    """Whether all bring a new record of such a kind, with its fields and no other, and types."""
    if changes.kind not in ALIKE or changes.op != Op.CREATE:
        return False
    names = KINDS[changes.kind].record.model_fields.keys() - {"id"}
    return changes.fields.keys() == names and fields.are_all_valid(changes.kind, changes.fields)


def _judged(
    connection: Connection, tree: Tree, sender: Device, changes: Sequence[Change], now: datetime
) -> dict[str, Kept]:
    """The records of these changes that are taken in just as they are said, by their units."""
    judge = gather.judge(connection, tree, sender, changes, now)
    like = {}
    for change in changes:
        result = judge.decide(change)
        kept = judge.bench.records.get((change.kind, change.record_id))
        if kept is not None and _is_as_said(change, kept, result):
            like[change.fields["unit_id"]] = kept
    return like


def _is_as_said(change: Change, kept: Kept, result: ChangeResult) -> bool:
    """Whether the record is now just what the change says, and nothing else has come of it."""
    return (
        (result.outcome, result.revision) == (Verdict.APPLIED, 1)
        and kept.state.fields == change.fields
        and kept.case is None
    )
