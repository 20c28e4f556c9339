"""The state of a walk on screen: stored marks, marks on their way, what Backspace takes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from gridapp.contract.screening import Outcome
from gridapp.domain.screening import screening as rules
from gridapp.store.screening import RoundLine, WalkLine
from gridapp.ui.screening.addresses import without_shared_start
from gridapp.usecases.desk import Desk
from gridapp.usecases.screening import screening
from gridapp.usecases.screening.screening import GridChoice


@dataclass(frozen=True)
class Look:
    """Everything that the round screen shows besides the card."""

    rounds: tuple[RoundLine, ...]
    grids: tuple[GridChoice, ...]
    round: RoundLine | None
    unit_id: UUID | None
    lines: tuple[WalkLine, ...]
    further: GridChoice | None = None
    """Where to go on when this walk is finished."""


def look(desk: Desk, round_id: UUID | None, unit_id: UUID | None) -> Look:
    """The running rounds, those that paper may still come from, and one walk.

    The walk is the wanted one, else the first that is not finished, else the first there is.
    """
    rounds = (*screening.running_rounds(desk), *screening.rounds_of_paper(desk))
    chosen = next((line for line in rounds if line.id == round_id), rounds[0] if rounds else None)
    if chosen is None:
        return Look(rounds, (), None, None, ())
    choices = tuple(screening.grids_to_walk(desk, chosen.id))
    ids = [choice.unit_id for choice in choices]
    unit = unit_id if unit_id in ids else _where_to_begin(desk, chosen.id, choices)
    lines = tuple(screening.walk(desk, chosen.id, unit)) if unit else ()
    further = screening.next_to_walk(desk, chosen.id, choices, unit) if unit else None
    return Look(rounds, choices, chosen, unit, lines, further)


def _where_to_begin(desk: Desk, round_id: UUID, grids: Sequence[GridChoice]) -> UUID | None:
    unfinished = screening.next_to_walk(desk, round_id, grids, None)
    return (unfinished or grids[0]).unit_id if grids else None


@dataclass
class Mark:
    """A mark that was set here. Without ``operation_id`` it is on its way to the disk."""

    household_id: UUID
    outcome: Outcome
    operation_id: UUID | None = None
    unwanted: bool = False
    """Taken back before it was kept: undo it as soon as it is."""


@dataclass(frozen=True)
class Row:
    """A household of the list as it is shown now."""

    id: UUID
    place: int
    head: str
    address: str
    short: str
    """The part of the address that sets the household apart on this walk."""
    outcome: str | None
    pending: bool
    note: str
    days_since: int | None
    """Days since the last visit of any round; None when never visited."""


class Walk:
    """Marks show at once and count only when they are kept."""

    def __init__(self) -> None:
        self.lines: tuple[WalkLine, ...] = ()
        self._pending: dict[UUID, Mark] = {}
        self._done: list[Mark] = []

    def replace(self, lines: Sequence[WalkLine]) -> None:
        """Show what is stored now; marks on their way stay on top."""
        self.lines = tuple(lines)

    def forget_marks(self) -> None:
        """Another walk: Backspace no longer reaches the marks of the last."""
        self._done.clear()

    def begin(self, household_id: UUID, outcome: Outcome) -> Mark:
        """Show a mark that is being kept."""
        mark = Mark(household_id, outcome)
        self._pending[household_id] = mark
        self._done.append(mark)
        return mark

    def kept(self, mark: Mark, operation_id: UUID | None) -> None:
        """The mark is on the disk."""
        mark.operation_id = operation_id
        self._settle(mark)
        self.lines = tuple(
            WalkLine(**{**line.__dict__, "outcome": mark.outcome.value})
            if line.household_id == mark.household_id and not mark.unwanted
            else line
            for line in self.lines
        )

    def failed(self, mark: Mark) -> None:
        """The mark could not be kept: show what was there before."""
        self._settle(mark)
        if mark in self._done:
            self._done.remove(mark)

    def take_back(self) -> Mark | None:
        """The newest mark, no longer shown if it was only on its way."""
        if not self._done:
            return None
        mark = self._done.pop()
        if mark.operation_id is None:
            mark.unwanted = True
            self._settle(mark)
        return mark

    def _settle(self, mark: Mark) -> None:
        if self._pending.get(mark.household_id) is mark:
            del self._pending[mark.household_id]

    def rows(self, today: date) -> list[Row]:
        """The list as it is shown now."""
        shorts = without_shared_start([line.address for line in self.lines])
        rows = zip(self.lines, shorts, strict=True)
        return [self._row(line, short, today) for line, short in rows]

    def _row(self, line: WalkLine, short: str, today: date) -> Row:
        mark = self._pending.get(line.household_id)
        seen = line.last_seen_on
        return Row(
            id=line.household_id,
            place=line.place,
            head=line.head,
            address=line.address,
            short=short,
            outcome=mark.outcome.value if mark else line.outcome,
            pending=mark is not None,
            note=line.note,
            days_since=None if seen is None else (today - seen).days,
        )

    def next_unvisited(self, after: UUID | None) -> UUID | None:
        """The first household without a mark behind this one, then from the start."""
        ids = [line.household_id for line in self.lines]
        start = ids.index(after) + 1 if after in ids else 0
        for line in self.lines[start:] + self.lines[:start]:
            if line.outcome is None and line.household_id not in self._pending:
                return line.household_id
        return None

    def progress(self) -> rules.Progress:
        """How far the walk is, by the marks that are kept."""
        return rules.progress(line.outcome for line in self.lines)
