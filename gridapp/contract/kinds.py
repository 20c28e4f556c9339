"""The kinds of record by name, and how each of their fields merges."""

from dataclasses import dataclass, field
from enum import StrEnum

from gridapp.contract.attachments import AttachmentRecord
from gridapp.contract.casework import AgreementRecord, TaskRecord
from gridapp.contract.conflicts import ConflictRecord
from gridapp.contract.disputes import CaseEventRecord, DisputeRecord, PartyRecord
from gridapp.contract.grids import PostRecord, UnitRecord
from gridapp.contract.households import HouseholdRecord, LifeEventRecord, MemberRecord
from gridapp.contract.receptions import MeetingRecord, ReceptionRecord
from gridapp.contract.records import Record
from gridapp.contract.reports import ReportRecord
from gridapp.contract.rules import CalendarDayRecord, RuleRecord
from gridapp.contract.screening import RoundRecord, VisitRecord


class Merge(StrEnum):
    """What happens when two laptops changed one field to different values.

    guarded: the county's value stands, the other is an open conflict for a person to settle.
    plain: the last to arrive wins. state: only a legal transition is taken, else a conflict.
    """

    PLAIN = "plain"
    GUARDED = "guarded"
    STATE = "state"


@dataclass(frozen=True)
class Kind:
    """A kind of record. ``append_only`` kinds take creates and deletes, never updates."""

    record: type[Record]
    append_only: bool = False
    merge: dict[str, Merge] = field(default_factory=dict)

    def merge_of(self, name: str) -> Merge:
        """How the field merges; plain unless said."""
        return self.merge.get(name, Merge.PLAIN)


KINDS: dict[str, Kind] = {
    "unit": Kind(UnitRecord, merge={"parent_id": Merge.GUARDED, "name": Merge.GUARDED}),
    "post": Kind(PostRecord, merge={"holder": Merge.GUARDED, "phone": Merge.GUARDED}),
    "household": Kind(HouseholdRecord, merge={"unit_id": Merge.GUARDED}),
    "member": Kind(
        MemberRecord,
        merge={
            "name": Merge.GUARDED,
            "citizen_number": Merge.GUARDED,
            "phone": Merge.GUARDED,
            "residence": Merge.GUARDED,
        },
    ),
    "round": Kind(RoundRecord),
    "visit": Kind(VisitRecord, append_only=True),
    "dispute": Kind(
        DisputeRecord,
        merge={
            "title": Merge.GUARDED,
            "category": Merge.GUARDED,
            "conclusion": Merge.GUARDED,
            "level": Merge.GUARDED,
            "leader": Merge.GUARDED,
            "sealed": Merge.GUARDED,
            "handlers": Merge.GUARDED,
            "amount_claimed": Merge.GUARDED,
            "amount_agreed": Merge.GUARDED,
            "amount_paid": Merge.GUARDED,
            "state": Merge.STATE,
        },
    ),
    "party": Kind(PartyRecord, merge={"name": Merge.GUARDED, "phone": Merge.GUARDED}),
    "case_event": Kind(CaseEventRecord, append_only=True),
    "task": Kind(TaskRecord, merge={"owner": Merge.GUARDED, "amount": Merge.GUARDED}),
    "agreement": Kind(
        AgreementRecord,
        merge={
            "facts": Merge.GUARDED,
            "terms": Merge.GUARDED,
            "manner": Merge.GUARDED,
            "amount": Merge.GUARDED,
        },
    ),
    "attachment": Kind(AttachmentRecord),
    "reception": Kind(ReceptionRecord),
    "meeting": Kind(MeetingRecord, merge={"minutes": Merge.GUARDED}),
    "life_event": Kind(LifeEventRecord, append_only=True),
    "report": Kind(ReportRecord),
    "rule": Kind(RuleRecord),
    "calendar_day": Kind(CalendarDayRecord),
    "conflict": Kind(ConflictRecord),
}
