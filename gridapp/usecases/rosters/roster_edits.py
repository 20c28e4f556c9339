"""The edits of an import: each record at most once, and events that date what happened."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session

from gridapp.contract.codes import HEAD
from gridapp.contract.households import HouseholdRecord, LifeEventKind, MemberRecord, Residence
from gridapp.rosters.comparing import Comparison, RowKind
from gridapp.rosters.differences import GONE
from gridapp.rosters.proposal import ProposedHousehold, ProposedMember
from gridapp.store import journal
from gridapp.store.households import rosters
from gridapp.store.journal import Edit
from gridapp.store.tables import Household, Member
from gridapp.usecases.desk import Desk
from gridapp.usecases.households.life_events import LifeAct, Subject, kind_of
from gridapp.usecases.rosters.roster_choices import Taken
from gridapp.usecases.rosters.roster_progress import Part, Steps

_LEAVING = {
    Residence.MOVED.value: LifeEventKind.MOVED_OUT,
    Residence.DEAD.value: LifeEventKind.DIED,
}
_OF_JOINING = frozenset({"household_id", "relation"})


class Writing:
    """Gathers what the taken differences change. ``new``: the new households by their places."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        proposed: Sequence[ProposedHousehold],
        comparison: Comparison,
        new: Mapping[int, HouseholdRecord],
    ) -> None:
        self._desk, self._proposed, self._new = desk, proposed, new
        self._session, self._known = session, comparison.homes
        self._act_id = desk.new_id()
        self._created: list[Edit] = []
        self._set: dict[UUID, tuple[Subject, dict[str, Any]]] = {}
        self._acts: list[LifeAct] = []
        self._next: dict[UUID, int] = {}
        self._gone: Counter[UUID] = Counter()
        self._come: Counter[UUID] = Counter()

    def write(self, taken: Sequence[Taken], steps: Steps) -> None:
        """Everything that is taken, with the records that it touches read at once."""
        known = [one for one in taken if one.row.known_id is not None]
        ids = {one.row.known_id for one in known} | {one.row.home_id for one in known}
        wanted = {id_ for id_ in ids if id_ is not None}
        wanted |= {self._known[p].id for p in self._places(taken) if p in self._known}
        self._members = rosters.records(self._session, Member, wanted)
        self._households = rosters.records(self._session, Household, wanted)
        for one in steps.through(Part.GATHERING, taken):
            if one.row.kind in (RowKind.NEW_HOUSEHOLD, RowKind.NEW_MEMBER):
                self._bring(one)
            elif one.row.known_id in self._households:
                self._change(self._households[one.row.known_id], one.fields)
            else:
                self._member(one)
        self._end_empty()

    def edits(self) -> list[Edit]:
        """All of it, for ``desk.save``."""
        new = self._desk.new_id
        changed = [
            journal.change(new(), kind_of(record), record, **fields)
            for record, fields in self._set.values()
            if fields
        ]
        return [*self._created, *changed, *(edit for act in self._acts for edit in act.edits)]

    def _places(self, taken: Sequence[Taken]) -> set[int]:
        return {one.row.household for one in taken}

    def _home(self, place: int) -> HouseholdRecord:
        known = self._known.get(place)
        return self._new[place] if known is None else self._households[known.id]

    def _bring(self, one: Taken) -> None:
        home = self._home(one.row.household)
        for member in sorted(one.row.people, key=lambda member: member.relation != HEAD):
            place = self._place(one.row.household, home, member)
            record = record_of(self._desk.new_id(), home, member, place)
            self._created.append(journal.create(record.id, "member", record))
            self._come[home.id] += 1

    def _member(self, one: Taken) -> None:
        member = self._members[_known(one)]
        fields = one.fields
        left = self._households[member.household_id]
        sheet: HouseholdRecord = left
        if one.moves:
            sheet = self._home(one.row.household)
            place = self._place(one.row.household, sheet, one.row.people[0])
            fields |= {"household_id": sheet.id, "unit_id": sheet.unit_id, "place": place}
            dated = {name: fields[name] for name in fields if name in _OF_JOINING}
            self._tell(LifeEventKind.JOINED, member, sheet, dated)
            self._gone[left.id] += 1
            self._come[sheet.id] += 1
        if "residence" in fields:
            self._state(member, sheet, fields["residence"])
        self._change(member, fields)

    def _state(self, member: Member, sheet: HouseholdRecord, state: str) -> None:
        """Who leaves or comes back is dated; who is away from home is not."""
        kind = _LEAVING.get(state)
        if kind is not None and member.residence not in GONE:
            self._tell(kind, member, sheet, {"residence": state})
            self._gone[sheet.id] += 1
        elif kind is None and member.residence in GONE:
            self._tell(LifeEventKind.RETURNED, member, sheet, {"residence": state})
            self._come[sheet.id] += 1

    def _change(self, record: Subject, fields: Mapping[str, Any]) -> None:
        self._set.setdefault(record.id, (record, {}))[1].update(fields)

    def _tell(
        self,
        kind: LifeEventKind,
        subject: Subject,
        sheet: HouseholdRecord,
        dated: Mapping[str, Any],
    ) -> None:
        act = LifeAct(self._desk, kind, self._desk.today(), act_id=self._act_id)
        before = {name: getattr(subject, name) for name in dated}
        act.tell(subject, sheet, before, dict(dated))
        self._acts.append(act)

    def _place(self, place: int, home: HouseholdRecord, member: ProposedMember) -> int:
        """Where somebody stands: in a new household as in the roster, in a known one at the end."""
        known = self._known.get(place)
        if known is None:
            people = sorted(self._proposed[place].members, key=lambda one: one.relation != HEAD)
            return next(n for n, one in enumerate(people) if one is member)
        last = max((one.place for one in known.members), default=-1)
        self._next[home.id] = self._next.get(home.id, last) + 1
        return self._next[home.id]

    def _end_empty(self) -> None:
        """A household whose people have all left by this import stands no more from today on."""
        emptied = [id_ for id_ in self._gone if not self._come[id_] and id_ in self._households]
        here = rosters.people_here(self._session, emptied)
        for id_ in emptied:
            household = self._households[id_]
            if here.get(id_, 0) <= self._gone[id_]:
                until = self._desk.today() - timedelta(days=1)
                self._tell(LifeEventKind.MOVED_OUT, household, household, {"until": until})
                self._change(household, {"until": until})


def record_of(id_: UUID, home: HouseholdRecord, member: ProposedMember, place: int) -> MemberRecord:
    """The record of a new person of a household."""
    return MemberRecord(
        id=id_,
        unit_id=home.unit_id,
        household_id=home.id,
        name=member.name,
        relation=member.relation,
        sex=member.sex,
        citizen_number=member.citizen_number,
        born_on=member.born_on,
        phone=member.phone,
        residence=member.residence,
        note=member.note,
        place=place,
    )


def _known(one: Taken) -> UUID:
    assert one.row.known_id is not None  # noqa: S101  only rows of known members come here
    return one.row.known_id
