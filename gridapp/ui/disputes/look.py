"""All that the page of a case shows, asked for at once on the database thread."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.contract.people import Role
from gridapp.domain.disputes.clocks import ClockRule, Face
from gridapp.domain.disputes.disputes import is_open, is_timed
from gridapp.domain.disputes.levels import Proposal
from gridapp.store.disputes.disputes import Case, RelatedLine
from gridapp.store.tables import Agreement, Task
from gridapp.usecases import calendar
from gridapp.usecases.desk import Desk, Person
from gridapp.usecases.disputes import agreements, casework, disputes, letters
from gridapp.usecases.grids import grids


@dataclass(frozen=True)
class Look:
    """A case as this person sees it today. ``seats``: the units that a matter can be sent to;
    ``doubled``: letters that bear the number of another.
    """

    case: Case
    faces: tuple[Face, ...]
    clock_rules: tuple[ClockRule, ...]
    proposal: Proposal
    tasks: tuple[Task, ...]
    agreements: tuple[Agreement, ...]
    related: tuple[RelatedLine, ...]
    doubled: frozenset[UUID]
    seats: dict[UUID, str]
    person: Person
    today: date

    @property
    def about(self) -> str:
        """The case, as drafts are named after it."""
        return str(self.case.dispute.id)

    @property
    def is_open(self) -> bool:
        """Whether the case still waits for its conclusion."""
        return is_open(self.case.dispute.state)

    @property
    def is_timed(self) -> bool:
        """Whether the case has a last day that can pass."""
        return is_timed(self.case.dispute.state)

    @property
    def is_leader(self) -> bool:
        """Whether a leader of a micro-grid looks: much of the page is not for them."""
        return self.person.role == Role.LEADER


def look(desk: Desk, dispute_id: UUID) -> Look | None:
    """The case; None when it is no longer on this laptop."""
    case = disputes.case(desk, dispute_id)
    if case is None:
        return None
    return Look(
        case=case,
        faces=tuple(disputes.clocks(desk, case)),
        clock_rules=calendar.clock_rules(desk),
        proposal=disputes.propose_level(desk, case.dispute),
        tasks=casework.tasks(desk, dispute_id),
        agreements=agreements.agreements(desk, dispute_id),
        related=disputes.related(desk, dispute_id),
        doubled=frozenset(one.id for one in letters.doubled(desk)),
        seats={place.id: place.name for place in grids.seats(desk)},
        person=desk.person,
        today=desk.today(),
    )
