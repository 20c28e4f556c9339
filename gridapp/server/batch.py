"""The verdict on each change of a batch: scope, fields, merge, and where the record goes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from gridapp.contract.people import Grant
from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, ChangeResult, FieldConflict, Op, Verdict
from gridapp.domain.merging import Mark, Merged, Stored, incoming, merge, moved
from gridapp.domain.scope import UnitNode, may_found, may_write
from gridapp.server import fields
from gridapp.server.bench import Bench
from gridapp.server.devices import Device
from gridapp.server.records import Kept, Key, household_of

LONGEST_KIND = 40


@dataclass
class Judge:
    """Decides changes one after the other on a bench.

    ``former``: units that a record has left, each with the record's first revision elsewhere.
    Whoever wrote before hearing of it may still write; the change goes to the new owner.
    """

    bench: Bench
    device: Device
    grants: list[Grant]
    former: Mapping[Key, list[tuple[UUID, int]]]
    now: datetime

    def decide(self, change: Change) -> ChangeResult:
        """Apply a change to the bench and say what became of it."""
        key = (change.kind, change.record_id)
        kept = self.bench.records.get(key)
        unit = _unit_named(change)
        if unit is None or len(change.kind) > LONGEST_KIND or not fields.are_valid(change):
            return _refused(change, Problem.INVALID_FIELDS)
        if change.kind == "unit" and kept is None and change.op == Op.CREATE:
            if not self._may_bring(change):
                return _refused(change, Problem.OUT_OF_SCOPE)
        elif change.kind == "unit" and change.op == Op.CREATE and not self._writes("unit", unit):
            return self._already_there(change, kept)
        elif not self._may(change, kept, unit):
            return _refused(change, Problem.OUT_OF_SCOPE)
        merged = merge(kept.state if kept else None, change, self.device.number)
        if merged.code is not None or merged.record is None:
            return _refused(change, merged.code or Problem.RECORD_MISSING)
        return self._take(key, change, kept, merged)

    def _take(self, key: Key, change: Change, kept: Kept | None, merged: Merged) -> ChangeResult:
        state, verdict = merged.record, merged.verdict
        assert state is not None  # noqa: S101 - a verdict other than refused has a record
        if kept is None or state is not kept.state:
            if key[0] == "unit":
                self._plant(key[1], state)
            held = verdict is Verdict.APPLIED and self._is_held(change, kept)
            self.bench.put(key, state, self.device.id if held else None)
            routed = self._to_its_household(key, state)
            if routed is not None:
                state = routed
                verdict = Verdict.MERGED if verdict is Verdict.APPLIED else verdict
        for found in merged.conflicts:
            self._keep_conflict(change, state, found)
        return ChangeResult(
            change_id=change.change_id,
            outcome=verdict.value,
            revision=state.revision,
            conflicts=list(merged.conflicts),
        )

    def _keep_conflict(self, change: Change, state: Stored, found: FieldConflict) -> None:
        """Both values, as a record where the contested one is, for a person to settle."""
        household = change.record_id if change.kind == "household" else None
        household = household or household_of(change.kind, state.fields)
        fields = {
            "unit_id": state.fields["unit_id"],
            "kind": change.kind,
            "record_id": str(change.record_id),
            "household_id": str(household) if household else None,
            "field": found.field,
            "standing": found.standing,
            "offered": found.offered,
            "standing_by": "",
            "offered_by": "",
            "offered_at": self.now.isoformat(),
            "settled_at": None,
            "settled_by": "",
            "choice": "",
        }
        marks = dict.fromkeys(fields, Mark(1, self.device.number))
        key = ("conflict", uuid5(change.change_id, found.field))
        self.bench.put(key, Stored(fields, marks, 1), None)

    def _is_held(self, change: Change, kept: Kept | None) -> bool:
        """Whether the laptop had exactly this state of the record when it changed it."""
        if kept is None or kept.origin == self.device.id:
            return True
        return change.base_revision == kept.state.revision

    def _to_its_household(self, key: Key, state: Stored) -> Stored | None:
        """What belongs to a household that has moved on goes where the household is."""
        household = household_of(key[0], state.fields)
        home = self.bench.records.get(("household", household)) if household else None
        if home is None or state.fields["unit_id"] == str(home.unit_id):
            return None
        followed = moved(state, str(home.unit_id), self.device.number)
        self.bench.put(key, followed, None)
        return followed

    def _plant(self, unit: UUID, state: Stored) -> None:
        """Keep the tree in step with a unit's record; its records may change feed."""
        parent = state.fields.get("parent_id")
        node = UnitNode(UUID(parent) if parent else None, str(state.fields.get("level", "")))
        tree = self.bench.tree
        before = tree.node(unit)
        if before != node:
            tree.put(unit, node)
        if before not in {None, node}:
            below = tree.below(unit)
            records = self.bench.records
            self.bench.follow_unit([k for k in records if records[k].unit_id in below])

    def _already_there(self, change: Change, kept: Kept | None) -> ChangeResult:
        """A unit above the laptop's own that somebody else has brought in: theirs stands."""
        if kept is None or not may_found(self.grants, self.bench.tree, change.record_id):
            return _refused(change, Problem.OUT_OF_SCOPE)
        same = all(kept.state.fields.get(n) == value for n, value in incoming(change).items())
        return ChangeResult(
            change_id=change.change_id,
            outcome=(Verdict.DUPLICATE if same else Verdict.MERGED).value,
            revision=kept.state.revision,
        )

    def _may_bring(self, change: Change) -> bool:
        """A new unit may come under a unit that is one's own, or on the path above one's own."""
        tree, unit, parent = self.bench.tree, change.record_id, _parent_named(change)
        if parent is not None and self._writes("unit", parent):
            return unit not in tree or self._writes("unit", unit)
        node = tree.node(unit)
        if node is not None and node.parent_id != parent:
            return False
        return self._writes("unit", unit) or may_found(self.grants, tree, unit)

    def _may(self, change: Change, kept: Kept | None, unit: UUID) -> bool:
        """Whether the record may be changed where it is, and put where the change wants it."""
        if change.kind == "unit":
            return self._writes("unit", unit) and self._may_hang(change, kept)
        goes_on = kept is None or change.op == Op.CREATE or "unit_id" in change.fields
        if goes_on and not self._writes(change.kind, unit):
            return False
        here = kept is None or self._writes(change.kind, kept.unit_id)
        return (here or self._left_unheard(change)) and self._may_join(change)

    def _may_hang(self, change: Change, kept: Kept | None) -> bool:
        """A unit may be put under a unit that is one's own; where it hangs it may stay."""
        if kept is None or "parent_id" not in change.fields:
            return True
        parent = _parent_named(change)
        node = self.bench.tree.node(change.record_id)
        stays = node is not None and node.parent_id == parent
        return stays or (parent is not None and self._writes("unit", parent))

    def _may_join(self, change: Change) -> bool:
        """Whether the household that a change names is, or was until lately, within reach."""
        household = household_of(change.kind, change.fields)
        home = self.bench.records.get(("household", household)) if household else None
        if household is None or home is None or self._writes(change.kind, home.unit_id):
            return True
        gone_from = self.former.get(("household", household), [])
        return any(self._writes(change.kind, unit) for unit, _ in gone_from)

    def _left_unheard(self, change: Change) -> bool:
        gone_from = self.former.get((change.kind, change.record_id), [])
        return any(
            change.base_revision < revision and self._writes(change.kind, unit)
            for unit, revision in gone_from
        )

    def _writes(self, kind: str, unit: UUID) -> bool:
        return may_write(self.grants, self.bench.tree, kind, unit)


def needs(changes: Iterable[Change]) -> set[Key]:
    """The records that must be at hand to decide these changes."""
    keys: set[Key] = set()
    for change in changes:
        keys.add((change.kind, change.record_id))
        if fields.are_valid(change) and (home := household_of(change.kind, change.fields)):
            keys.add(("household", home))
    return keys


def _unit_named(change: Change) -> UUID | None:
    """The unit that the record should be in; a unit's record is in itself. None: not an id."""
    if change.kind == "unit":
        right = change.fields.get("unit_id", str(change.record_id)) == str(change.record_id)
        return change.record_id if right else None
    try:
        return UUID(change.fields.get("unit_id", str(change.unit)))
    except (ValueError, TypeError, AttributeError):
        return None


def _parent_named(change: Change) -> UUID | None:
    parent = change.fields.get("parent_id")
    return UUID(parent) if parent else None


def _refused(change: Change, code: Problem) -> ChangeResult:
    return ChangeResult(change_id=change.change_id, outcome=Verdict.REFUSED.value, code=code.value)
