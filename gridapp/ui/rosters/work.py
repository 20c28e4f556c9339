"""The file that is being imported: read, read anew as it is put right, kept as a draft."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from gridapp.rosters.handling import Handling
from gridapp.rosters.proposal import Fault, Roster
from gridapp.ui.background import Cancelled
from gridapp.ui.services import Services
from gridapp.ui.widgets.work import WorkPanel
from gridapp.usecases.rosters import roster_memory, rosters
from gridapp.usecases.rosters.roster_memory import Work


@dataclass
class Shown:
    """What is on the screen: the work and the roster as it was last read."""

    work: Work
    roster: Roster


class RosterWork(QObject):
    """``opened(roster)``: a file was read. ``changed``: what is shown is no longer how it will be
    read; ``read_again(roster)`` follows, with what was put right.

    ``refused(path, error)``: it cannot be read. ``cancelled``: the person cancelled.
    """

    opened = Signal(object)
    changed = Signal()
    read_again = Signal(object)
    refused = Signal(object, object)
    cancelled = Signal()

    def __init__(self, services: Services, panel: WorkPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._panel = services, panel
        self._shown: Shown | None = None
        self._reading = self._again = False

    @property
    def roster(self) -> Roster | None:
        """The roster as it was last read."""
        return self._shown.roster if self._shown else None

    @property
    def work(self) -> Work | None:
        """How the file is handled so far."""
        return self._shown.work if self._shown else None

    def open(self, path: Path) -> None:
        """Read a file in the child process, with the columns of its source and what was begun."""
        self._shown = None
        desk = self._services.desk
        self._services.background.run(
            self,
            lambda: roster_memory.begin(desk, path),
            self._read_first,
            lambda error: self.refused.emit(path, error),
        )

    def close(self) -> None:
        """No file is shown any more; what was put right stays as a draft."""
        self._shown = None

    def tell_column(self, mark: str, number: int, field: str) -> None:
        """Read a column as the person says."""
        if self._shown is None:
            return
        handling = self._shown.work.handling
        told = {**handling.columns.get(mark, {}), number: field}
        self._handle(replace(handling, columns={**handling.columns, mark: told}))

    def leave_out(self, sheet: str, out: bool) -> None:
        """Leave a sheet out or take it again."""
        if self._shown is not None:
            handling = self._shown.work.handling
            changed = handling.left_out | {sheet} if out else handling.left_out - {sheet}
            self._handle(replace(handling, left_out=changed))

    def put_right(self, fault: Fault, text: str) -> None:
        """Let something else stand in the cell of a fault."""
        if self._shown is not None:
            handling = self._shown.work.handling
            place = (fault.sheet, fault.row, fault.index)
            cells = {key: known for key, known in handling.cells.items() if key != place}
            self._handle(replace(handling, cells={**cells, place: text}))

    def take_back(self) -> None:
        """Let the cell that was put right last be as it is in the file."""
        if self._shown is not None and self._shown.work.handling.cells:
            handling = self._shown.work.handling
            self._handle(replace(handling, cells=dict(list(handling.cells.items())[:-1])))

    def choose(self, chosen: Mapping[tuple[str, str], bool]) -> None:
        """Take or leave differences."""
        if self._shown is not None:
            choices = {**self._shown.work.choices, **chosen}
            self._keep(replace(self._shown.work, choices=choices))

    def go_to(self, village_id: UUID) -> None:
        """The village into which it goes; kept with what is put right next."""
        if self._shown is not None:
            self._shown.work = replace(self._shown.work, village_id=village_id)

    def confirm_columns(self) -> None:
        """The person has seen the columns: the next file of this source is read the same way."""
        desk, roster = self._services.desk, self.roster
        if roster is not None:
            self._run(lambda: roster_memory.remember_columns(desk, roster))

    def done(self) -> None:
        """It is imported: nothing is left to go on with."""
        desk = self._services.desk
        self._shown = None
        self._run(lambda: roster_memory.forget(desk))

    def _read_first(self, work: Work) -> None:
        path, handling = work.path, work.handling

        def show(roster: Roster) -> None:
            self._shown = Shown(work, roster)
            self.opened.emit(roster)

        self._panel.start(
            lambda progress: rosters.preview(path, progress.report, handling),
            show,
            lambda error: self.refused.emit(path, error),
            cancelled=self.cancelled.emit,
            network=True,  # the database stays free for the other pages
        )

    def _handle(self, handling: Handling) -> None:
        if self._shown is not None:
            self._keep(replace(self._shown.work, handling=handling))
            self.changed.emit()
            self._read_anew()

    def _keep(self, work: Work) -> None:
        if self._shown is not None:
            self._shown.work = work
            desk = self._services.desk
            self._run(lambda: roster_memory.keep(desk, work))

    def _read_anew(self) -> None:
        """Read once more; what is put right meanwhile is read after that."""
        if self._shown is None or self._reading:
            self._again = self._reading
            return
        self._reading = True
        shown, path, handling = self._shown, self._shown.work.path, self._shown.work.handling
        self._services.background.run_network(
            self,
            lambda: rosters.preview(path, handling=handling),
            lambda roster: self._on_read(shown, roster),
            lambda error: self._on_refused(path, error),
        )

    def _on_read(self, shown: Shown, roster: Roster) -> None:
        """Another file may have been opened meanwhile: then this is no news."""
        self._reading = False
        if self._again:
            self._again = False
            self._read_anew()
        elif self._shown is shown:
            shown.roster = roster
            self.read_again.emit(roster)

    def _on_refused(self, path: Path, error: Exception) -> None:
        self._reading = self._again = False
        if not isinstance(error, Cancelled):
            self.refused.emit(path, error)

    def _run(self, work: Callable[[], Any]) -> None:
        self._services.background.run(self, work)
