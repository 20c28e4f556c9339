"""The verdict on each change of a batch: scope, fields, merge, and where the record goes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from gridapp.contract.problems import Problem
from gridapp.contract.sync import Change, ChangeResult, FieldConflict, Op, Verdict
from gridapp.domain.disputes.dispute_faults import DisputeFault
from gridapp.domain.reports import reports
from gridapp.domain.sync import county_checks, county_facts
from gridapp.domain.sync.merging import Mark, Merged, Stored, erased, incoming, merge, moved
from gridapp.domain.sync.scope import UnitNode
from gridapp.server.access.devices import Device
from gridapp.server.exchange import conflicts, fields, sealing
from gridapp.server.exchange.bench import Bench
from gridapp.server.exchange.records import Kept, Key, household_of, ident
from gridapp.server.exchange.rights import Former, Rights

LONGEST_KIND = 40


@dataclass
class Judge:
    """Decides changes one after the other on a bench; a change may go to a record's new owner.

    ``known``: what this laptop wrote to a record when it was another device.
    ``faults``: the changes that could not be judged, and why.
    """

    bench: Bench
    device: Device
    rights: Rights
    former: Former
    known: Mapping[Key, frozenset[Mark]]
    person_of: Callable[[int], str]
    now: datetime
    faults: list[tuple[Change, str]] = field(default_factory=list)

    def decide(self, change: Change) -> ChangeResult:
        """Apply a change to the bench and say what became of it.

        A change over which this program stumbles leaves nothing there, and the others go on.
        """
        self.bench.stand()
        try:
            return self._decide(change)
        except Exception as fault:
            self.bench.step_back()
            self.rights.forget()
            self.faults.append((change, type(fault).__name__))
            return _refused(change, Problem.QUARANTINED)

    def _decide(self, change: Change) -> ChangeResult:
        if change.op == Op.SET_ASIDE:
            return _refused(change, Problem.QUARANTINED)
        key = (change.kind, change.record_id)
        kept = self.bench.records.get(key)
        unit = _unit_named(change)
        if unit is None or len(change.kind) > LONGEST_KIND or not fields.are_valid(change):
            return _refused(change, Problem.INVALID_FIELDS)
        brings = change.kind == "unit" and change.op == Op.CREATE
        if brings and kept is not None and not self.rights.writes("unit", unit):
            return self._already_there(change, kept)
        closed = self.rights.closed(change, kept)
        if brings and kept is None:
            allowed = self.rights.brings(change)
        else:
            allowed = self.rights.changes(change, kept, unit, closed)
        if not allowed:
            return _refused(change, Problem.OUT_OF_SCOPE)
        hidden = self.rights.hides(change, kept)
        result = self._merge(key, change, kept)
        return self._hand_over(key, change, result) if hidden else result

    def _merge(self, key: Key, change: Change, kept: Kept | None) -> ChangeResult:
        """Cases and reports go by their rules first; what these let through is merged."""
        known = self.known.get(key, frozenset())
        state, me = kept.state if kept else None, self.device
        broken: StrEnum | None
        if change.kind == "report":
            broken = reports.refusal(state, change, me.person)
        else:
            broken = county_checks.refusal(state, change, me.person, me.number, known)
        if broken is not None:
            return _refused(change, f"{Problem.TRANSITION}: {broken}")
        merged = merge(state, change, me.number, known)
        if merged.code is Problem.RECORD_MISSING:  # it may be sealed: nobody is to tell them apart
            return _refused(change, Problem.OUT_OF_SCOPE)
        if merged.code is not None or merged.record is None:
            return _refused(change, merged.code or Problem.OUT_OF_SCOPE)
        refused = self._sealing_refused(key, kept, merged.record) or self._fact_refused(
            key, state, merged.record
        )
        if refused is not None:
            return _refused(change, refused)
        return self._take(key, change, kept, merged)

    def _sealing_refused(self, key: Key, kept: Kept | None, state: Stored) -> str | None:
        """Whoever does not see a case cannot say who does; the accused is no handler of it."""
        if key[0] != "dispute" or sealing.is_alike(kept.state if kept else None, state):
            return None
        start = self.bench.touched.get(key, kept)
        if start is not None and not self.rights.reads(start):
            return Problem.OUT_OF_SCOPE
        names = [text.rpartition("@")[0].strip() for text in state.fields.get("handlers") or ()]
        if sealing.accused(self.bench.parties(key[1])) & set(names):
            return f"{Problem.TRANSITION}: {DisputeFault.ACCUSED_HANDLES}"
        return None

    def _fact_refused(self, key: Key, before: Stored | None, after: Stored) -> str | None:
        """What the rules forbid of a party or of an agreement."""
        broken: StrEnum | None = None
        if after.deleted:
            return None
        if key[0] == "agreement":
            broken = county_facts.agreement_refusal(before, after)
        elif key[0] == "party":
            of_case = self.bench.of_case(ident(str(after.fields.get("dispute_id"))))
            others = [one.state for at, one in of_case if at[0] == "party" and at != key]
            broken = county_facts.party_refusal(before, after, others)
        return f"{Problem.TRANSITION}: {broken}" if broken is not None else None

    def _hand_over(self, key: Key, change: Change, result: ChangeResult) -> ChangeResult:
        """Work on a case that was sealed from the laptop meanwhile: it is told nothing of it."""
        if result.outcome == Verdict.REFUSED:
            return _refused(change, Problem.OUT_OF_SCOPE)
        if change.op == Op.CREATE and not self.bench.shows(self.bench.records[key]):
            self.bench.take_from_writer(key)
        if result.outcome == Verdict.CONFLICT:
            result.outcome = Verdict.MERGED.value
        result.conflicts = []
        return result

    def _take(self, key: Key, change: Change, kept: Kept | None, merged: Merged) -> ChangeResult:
        state, verdict = merged.record, merged.verdict
        assert state is not None  # noqa: S101 - a verdict other than refused has a record
        if kept is None or state is not kept.state:
            if key[0] == "unit":
                self._plant(key[1], state)
            held = verdict is Verdict.APPLIED and self._is_held(change, kept)
            self.bench.put(key, state, self.device.id if held else None)
            routed = self._to_its_household(key, state)
            state = routed or state
            unlike = routed is not None or not held  # than what stands on the laptop
            if verdict is Verdict.APPLIED and unlike and not state.deleted:
                verdict = Verdict.MERGED
        for found in merged.conflicts:
            self._keep_conflict(change, state, found)
        if state.erased:
            self._erase_conflicts(change.record_id)
        return ChangeResult(
            change_id=change.change_id,
            outcome=verdict.value,
            revision=state.revision,
            conflicts=list(merged.conflicts),
        )

    def _keep_conflict(self, change: Change, state: Stored, found: FieldConflict) -> None:
        """Both values, as a record where the contested one is, for a person to settle."""
        mark = state.marks.get(found.field)
        standing_by = self.person_of(mark.writer) if mark else ""
        by = (standing_by, self.device.person)
        made = conflicts.record_of(change, state, found, by, self.now)
        self.bench.put(conflicts.key_of(change, found.field), made, None)

    def _erase_conflicts(self, record_id: UUID) -> None:
        for key in self.bench.conflicts_about(record_id):
            state = self.bench.records[key].state
            if not state.erased:
                self.bench.put(key, erased(state), None)

    def _is_held(self, change: Change, kept: Kept | None) -> bool:
        """Whether the laptop has exactly this state of the record that it has changed.

        Of what is out of its sight it may have heard meanwhile, and have erased it.
        """
        if kept is None:
            return True
        as_it_is = kept.origin == self.device.id or change.base_revision == kept.state.revision
        return as_it_is and self.rights.keeps(change.kind, kept.unit_id)

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
        """Keep the tree in step with a unit's record."""
        parent = state.fields.get("parent_id")
        level = str(state.fields.get("level", ""))
        self.bench.plant(unit, UnitNode(UUID(parent) if parent else None, level))
        self.rights.forget()

    def _already_there(self, change: Change, kept: Kept) -> ChangeResult:
        """A unit above the laptop's own that somebody else has brought in: theirs stands."""
        if not self.rights.founds(change.record_id):
            return _refused(change, Problem.OUT_OF_SCOPE)
        same = all(kept.state.fields.get(n) == value for n, value in incoming(change).items())
        return ChangeResult(
            change_id=change.change_id,
            outcome=(Verdict.DUPLICATE if same else Verdict.MERGED).value,
            revision=kept.state.revision,
        )


def needs(changes: Iterable[Change]) -> set[Key]:
    """The records that must be at hand to decide these changes."""
    keys: set[Key] = set()
    for change in changes:
        keys.add((change.kind, change.record_id))
        try:
            home = household_of(change.kind, change.fields)
        except (ValueError, TypeError, AttributeError):
            continue  # not an id; the verdict will say so
        if home is not None:
            keys.add(("household", home))
        case = sealing.case_named(change.kind, change.record_id, change.fields)
        if case is not None:
            keys.add(("dispute", case))
    return keys


def _unit_named(change: Change) -> UUID | None:
    """The unit that the record should be in; a unit's record is in itself. None: not an id."""
    if change.kind == "unit":
        right = change.fields.get("unit_id", str(change.record_id)) == str(change.record_id)
        return change.record_id if right else None
    try:
        named = change.fields.get("unit_id")
        return change.unit if named is None else ident(named)
    except (ValueError, TypeError, AttributeError):
        return None


def _refused(change: Change, code: str) -> ChangeResult:
    """``code``: a Problem, and behind it the rule of a case that was broken."""
    return ChangeResult(change_id=change.change_id, outcome=Verdict.REFUSED.value, code=str(code))
