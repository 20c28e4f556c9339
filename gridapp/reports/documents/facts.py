"""What the documents of a case are filled from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from gridapp.contract.casework import AgreementRecord, TaskKind, TaskRecord
from gridapp.contract.disputes import CaseEventRecord, DisputeRecord, EventKind, PartyRole, Side
from gridapp.domain.disputes.clocks import Clock


@dataclass(frozen=True)
class PartyFacts:
    """A party. ``phone`` and ``citizen_number`` are as they are to be printed, masked or not;
    ``sex`` is a key of GB/T 2261.1, "" when unknown.
    """

    name: str
    side: str
    role: str = PartyRole.PARTY.value
    phone: str = ""
    sex: str = ""
    born_on: date | None = None
    citizen_number: str = ""
    address: str = ""


@dataclass(frozen=True)
class KeptFile:
    """A file of the case. ``template`` is the code of the document that it is, "" for another;
    ``kept_on``: the day in China.
    """

    name: str
    kept_on: date
    template: str = ""
    note: str = ""


@dataclass(frozen=True)
class CaseFacts:
    """A case, its units from the county down to where it arose, and all that belongs to it in
    order of time; ``writer`` of ``writer_unit`` draws the document up. ``units`` names the units
    that steps refer to, by id. ``limits`` holds the last day of each clock that has started.
    ``number`` is that of the document to be drawn up, ``letter`` the task that it puts on paper.
    ``whole``: numbers of people that somebody wrote into a text are not to be masked.
    """

    dispute: DisputeRecord
    path: tuple[str, ...]
    writer: str
    writer_unit: str
    today: date
    parties: tuple[PartyFacts, ...] = ()
    events: tuple[CaseEventRecord, ...] = ()
    agreements: tuple[AgreementRecord, ...] = ()
    tasks: tuple[TaskRecord, ...] = ()
    kept: tuple[KeptFile, ...] = ()
    units: Mapping[str, str] = field(default_factory=dict)
    limits: Mapping[str, date] = field(default_factory=dict)
    number: str = ""
    letter: TaskRecord | None = None
    whole: bool = False

    @property
    def unit(self) -> str:
        """Where it arose."""
        return self.path[-1] if self.path else ""

    @property
    def agreement(self) -> AgreementRecord | None:
        """The agreement that stands: the latest."""
        return self.agreements[-1] if self.agreements else None

    def last(self, *kinds: EventKind) -> CaseEventRecord | None:
        """The latest step of these kinds."""
        return next((event for event in reversed(self.events) if event.kind in kinds), None)

    def all_of(self, *kinds: EventKind) -> tuple[CaseEventRecord, ...]:
        """The steps of these kinds."""
        return tuple(event for event in self.events if event.kind in kinds)

    def limit(self, clock: Clock) -> date | None:
        """The last day of a clock; None when it has not started."""
        return self.limits.get(clock)

    def task(self, *kinds: TaskKind) -> TaskRecord | None:
        """The latest task of these kinds that stands."""
        return next((task for task in reversed(self.all_tasks(*kinds))), None)

    def all_tasks(self, *kinds: TaskKind) -> tuple[TaskRecord, ...]:
        """The tasks of these kinds, without those that were taken back."""
        return tuple(task for task in self.tasks if task.kind in kinds and not task.withdrawn)

    @property
    def instalments(self) -> tuple[TaskRecord, ...]:
        """Of the agreement that stands, not of an earlier one."""
        stands = {None, self.agreement.id if self.agreement else None}
        return tuple(t for t in self.all_tasks(TaskKind.INSTALMENT) if t.agreement_id in stands)

    @property
    def applicants(self) -> tuple[PartyFacts, ...]:
        """Who asked for it; when nobody is named as such, the first side."""
        asked = tuple(party for party in self.parties if party.role == PartyRole.APPLICANT)
        return asked or self.on(Side.FIRST)

    @property
    def respondents(self) -> tuple[PartyFacts, ...]:
        """Whom it is about; when nobody is named as such, the second side."""
        about = (PartyRole.RESPONDENT, PartyRole.ACCUSED)
        named = tuple(party for party in self.parties if party.role in about)
        return named or self.on(Side.SECOND)

    def on(self, side: Side) -> tuple[PartyFacts, ...]:
        """The parties of one side."""
        return tuple(party for party in self.parties if party.side == side)
