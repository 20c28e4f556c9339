"""The import wizard: file, columns, check, compare, import; undone as a whole."""

from pathlib import Path
from uuid import UUID

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog

from gridapp.rosters.proposal import Roster, UnreadableFile
from gridapp.ui import messages
from gridapp.ui.page import Page
from gridapp.ui.rosters.check_step import CheckStep
from gridapp.ui.rosters.columns_step import ColumnsStep
from gridapp.ui.rosters.compare_step import CompareStep
from gridapp.ui.rosters.file_step import FileStep
from gridapp.ui.rosters.import_step import ImportStep
from gridapp.ui.rosters.past import RosterPast
from gridapp.ui.rosters.steps import CHECK, COLUMNS, COMPARE, FILE, IMPORT, Steps
from gridapp.ui.rosters.what_it_does import WhatItDoes
from gridapp.ui.rosters.work import RosterWork
from gridapp.ui.services import Services
from gridapp.ui.widgets.drops import dropped_file
from gridapp.ui.widgets.heading import PageHead
from gridapp.ui.widgets.shortcuts import SAVE, bind_escape
from gridapp.usecases.rosters import rosters
from gridapp.usecases.rosters.roster_memory import LastImport
from gridapp.usecases.rosters.rosters import Imported


class RostersPage(Page):
    """Ctrl+Enter goes on, Esc goes back one step or cancels what is under way."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.setAcceptDrops(True)
        self.file = FileStep(services.background, self.choose_file)
        self.columns, self.check, self.compare = ColumnsStep(), CheckStep(), CompareStep()
        self.importing = ImportStep(services.background)
        self.roster = RosterWork(services, self.file.work, self)
        self.past = RosterPast(self, self.file, self.importing)
        self.effect = WhatItDoes(self, self.roster, self.check, self.compare)
        self._lay()
        self._connect()
        self._go(FILE)

    def opened(self, argument: object = None) -> None:
        """``argument``: a file to read, the id of the village that the roster is of, or the import
        that is to be taken back.
        """
        if isinstance(argument, UUID):
            self.effect.wanted = argument
        if isinstance(argument, Path) and not self._busy():
            self.read(argument)
        elif isinstance(argument, LastImport) and not self._busy():
            self._focus()
            self.past.undo(argument.operation_id)
        elif self.importing.finished:
            self.start_again()
        else:
            self._focus()
            self.past.ask()

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+Enter", self.tr("Next step")),
            ("Esc", self.tr("One step back, or cancel")),
            ("Enter", self.tr("Change a column, put a cell right")),
            ("Space", self.tr("Take or leave a difference")),
        )

    def choose_file(self) -> None:
        """Let the person pick a file."""
        kinds = self.tr("Spreadsheets (*.xlsx *.xls *.et *.csv *.txt *.html *.mht);;All files (*)")
        path, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", kinds)
        if path:
            self.read(Path(path))

    def read(self, path: Path) -> None:
        """Read a file in the child process and show what it proposes."""
        self._go(FILE)
        self.file.show_reading()
        self.columns.clear()
        self.head.set_sub(path.name)
        self.roster.open(path)

    def start_again(self) -> None:
        """Wait for another file."""
        self.roster.close()
        self.importing.clear()
        self.head.set_sub("")
        self._go(FILE)
        self.past.ask()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None and not self._busy():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None and not self._busy():
            self.read(path)

    def go_back(self) -> None:
        """One step back; from the first, to the households."""
        step = self.steps.step
        if self.file.work.isVisible():
            self.file.work.cancel()
        elif self.importing.work.isVisible():
            self.importing.work.cancel()
        elif self.past.work.isVisible():
            self.past.work.cancel()
        elif step == FILE or self.importing.finished:
            self.services.go("households", None)
        else:
            self._go(step - 1)
            if step == COLUMNS:
                self.past.ask()

    def go_on(self) -> None:
        """The next step, or the import itself."""
        if self._busy():
            return
        step = self.steps.step
        if step == FILE:
            self.choose_file()
        elif step == COLUMNS:
            self.roster.confirm_columns()
            self._go(CHECK)
        elif step == CHECK and self.effect.compares():
            self._go(COMPARE)
        elif step in (CHECK, COMPARE):
            self._import()
        else:
            self._to_grids()

    def _busy(self) -> bool:
        panels = (self.file.work, self.importing.work, self.past.work)
        return any(panel.isVisible() for panel in panels)

    def _lay(self) -> None:
        self.head = PageHead(self.tr("Import a roster"))
        parts = (self.file, self.columns, self.check, self.compare, self.importing)
        self.steps = Steps(parts, self.go_back, self.go_on)
        self.next, self.back = self.steps.next, self.steps.back
        self.column.addWidget(self.head)
        self.column.addWidget(self.past.work)
        self.column.addWidget(self.steps, 1)

    def _connect(self) -> None:
        self.roster.opened.connect(self._show_roster)
        self.roster.changed.connect(self.effect.forget)
        self.roster.read_again.connect(self._show_again)
        self.roster.refused.connect(self._unreadable)
        self.roster.cancelled.connect(self.start_again)
        self.columns.told.connect(self.roster.tell_column)
        self.columns.left_out.connect(self.roster.leave_out)
        self.check.faults.put_right.connect(self.roster.put_right)
        self.check.taken_back.connect(self.roster.take_back)
        self.effect.changed.connect(self._say_whether_ready)
        self.file.go_on.connect(self.read)
        self.importing.to_grids.connect(self._to_grids)
        self.importing.again.connect(self.start_again)
        for keys in SAVE:
            QShortcut(QKeySequence(keys), self).activated.connect(self.next.click)
        bind_escape(self, self.go_back)

    def _go(self, step: int) -> None:
        self.steps.go(step)
        if step == FILE:
            self.file.show_ready()
        self._say_whether_ready()
        self._focus()

    def _focus(self) -> None:
        step = self.steps.step
        if step == FILE:
            self.file.pick.setFocus()
        elif step == COLUMNS:
            self.columns.set_focus()
        elif step == CHECK:
            self.check.set_focus()
        elif step == COMPARE:
            self.compare.set_focus()

    def _show_roster(self, roster: Roster) -> None:
        self._show(roster)
        self._go(COLUMNS)
        self.effect.ask_villages()

    def _show_again(self, roster: Roster) -> None:
        self._show(roster)
        self.effect.ask()

    def _show(self, roster: Roster) -> None:
        self.columns.show_roster(roster)
        self.check.show_roster(roster)
        work = self.roster.work
        self.check.show_righted(len(work.handling.cells) if work else 0)

    def _unreadable(self, path: Path, error: Exception) -> None:
        if self.steps.step != FILE:  # the file went away while it was put right
            self.roster.close()
            self._go(FILE)
        self.head.set_sub("")
        self.file.show_ready()
        if isinstance(error, UnreadableFile):
            self.file.show_fault(path, messages.sentence(error.code))
        else:
            self.show_failure(error)

    def _say_whether_ready(self) -> None:
        """Nothing is imported before the file has been read with what was put right."""
        step = self.steps.step
        self.steps.say_next(step == COMPARE or not self.effect.compares())
        ready = self.effect.takes_anything() if step == COMPARE else self.effect.offers_anything()
        self.next.setEnabled(step not in (CHECK, COMPARE) or ready)

    def _import(self) -> None:
        desk, roster, village = self.services.desk, self.roster.roster, self.check.village_id()
        forming, work = self.check.forming.forming, self.roster.work
        if roster is None or village is None or work is None:
            return
        before = self.steps.step
        self._go(IMPORT)
        self.importing.clear()
        self.importing.work.start(
            lambda progress: rosters.import_roster(
                desk, roster, village, forming, progress.report, work.choices
            ),
            self._imported,
            lambda error: self._not_imported(before, error),
            cancelled=lambda: self._go(before),
        )

    def _imported(self, imported: Imported) -> None:
        self.roster.done()
        self.importing.show_result(imported)
        self.services.changes.changed.emit(imported.changed.kinds)

    def _not_imported(self, step: int, error: Exception) -> None:
        self._go(step)
        self.show_failure(error)

    def _to_grids(self) -> None:
        self.services.go("grids", self.check.village_id())
