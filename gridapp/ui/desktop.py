"""The desktop of a person who has signed in: the window, its pages, undo, search and sync."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Signal

from gridapp.contract.people import Role
from gridapp.host import paths
from gridapp.host.paths import Space
from gridapp.ui import found, messages
from gridapp.ui.background import Background
from gridapp.ui.changes import Changes
from gridapp.ui.disputes.page import DisputesPage
from gridapp.ui.grids.page import GridsPage
from gridapp.ui.households.page import HouseholdsPage
from gridapp.ui.operation_words import operation
from gridapp.ui.page import Page
from gridapp.ui.receptions.page import ReceptionsPage
from gridapp.ui.reports.page import ReportsPage
from gridapp.ui.rosters.page import RostersPage
from gridapp.ui.screening.page import ScreeningPage
from gridapp.ui.services import Services
from gridapp.ui.settings.page import SettingsPage
from gridapp.ui.sync.automatic import Automatic
from gridapp.ui.sync.page import SyncPage
from gridapp.ui.today.page import TodayPage
from gridapp.ui.window import MainWindow, PageSpec
from gridapp.usecases import undoing
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.rosters import roster_memory
from gridapp.usecases.rosters.roster_memory import LastImport

translate = QCoreApplication.translate


class Desktop(QObject):
    """Owns the window; everything in it reaches the store through ``services``.

    ``seated(desk)``: the laptop has joined a county; go on at this desk, on the same store.
    """

    seated = Signal(object)

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        person = desk.person
        self._changes = Changes(self)
        services = Services(
            background=background,
            changes=self._changes,
            desk=desk,
            today=desk.today,
            go=_not_yet,
            notify=_not_yet,
            done=_not_yet,
            recorded=_not_yet,
        )
        self.automatic = Automatic(background, self._changes, desk)
        sync_page = partial(SyncPage, automatic=self.automatic, seat=self.seated.emit)
        self.window = MainWindow(
            services,
            person.name,
            person.unit_name,
            demo=person.demo,
            pages=page_specs(person.role, sync_page),
            search=partial(found.hits, desk),
        )
        self.window.undo_asked.connect(self.undo)
        self.window.closing.connect(self.automatic.stop)
        self.automatic.status.connect(self.window.show_status)
        self.window.go("screening" if person.role == Role.LEADER else "today")
        room = paths.space(paths.free_bytes(desk.store.path.parent))
        if room is not Space.ENOUGH:
            self.window.notify(messages.sentence(room))

    def close(self) -> None:
        """Leave the store whole; whoever closes has let the background come to rest."""
        self.leave()
        self._desk.store.close()

    def leave(self) -> None:
        """Close the window for good; the store stays open for another desktop."""
        self.automatic.stop()
        self.window.close()
        self.window.deleteLater()

    def undo(self) -> None:
        """Take back the newest thing that has not been sent, and say which it was.

        A whole roster takes some time: it goes back on its own page, with a bar and a cancel.
        """
        desk = self._desk
        self.window.services.background.run(
            self.window, lambda: _undo_last(desk), self._undone, self._not_undone
        )

    def _undone(self, done: tuple[undoing.Undoable, Changed] | LastImport | None) -> None:
        if done is None:
            self.window.notify(self.tr("There is nothing to undo."))
            return
        if isinstance(done, LastImport):
            self.window.go("rosters", done)
            return
        what, changed = done
        self._changes.changed.emit(changed.kinds)
        name = operation(what.what, what.name)
        self.window.tell(self.tr("Undone: {name}").format(name=name))

    def _not_undone(self, error: Exception) -> None:
        code = getattr(error, "code", None)
        if code is None:
            raise error
        self.window.notify(messages.sentence(code))


def page_specs(role: str, sync_page: Callable[[Services], Page]) -> list[PageSpec]:
    """The pages that a role can use, in the order of the rail."""
    specs = [
        PageSpec("today", "clock", translate("Desktop", "Today"), TodayPage),
        PageSpec("screening", "house", translate("Desktop", "Screening"), ScreeningPage),
        PageSpec("disputes", "clipboard-list", translate("Desktop", "Disputes"), DisputesPage),
        PageSpec("households", "users", translate("Desktop", "Households"), HouseholdsPage),
        PageSpec("grids", "layout-grid", translate("Desktop", "Grids"), GridsPage),
        PageSpec(
            "rosters",
            "users",
            translate("Desktop", "Import a roster"),
            RostersPage,
            in_rail=False,
            under="households",
        ),
        PageSpec(
            "receptions", "message-square", translate("Desktop", "Receptions"), ReceptionsPage
        ),
        PageSpec("reports", "chart-column", translate("Desktop", "Reports"), ReportsPage),
        PageSpec("sync", "refresh-cw", translate("Desktop", "Sync"), sync_page),
        PageSpec("settings", "settings", translate("Desktop", "Settings"), SettingsPage),
    ]
    hidden = {"receptions", "reports", "rosters"} if role == Role.LEADER else set()
    return [spec for spec in specs if spec.key not in hidden]


def _not_yet(*_: object) -> None:
    """The window puts its own in place of this."""


def _undo_last(desk: Desk) -> tuple[undoing.Undoable, Changed] | LastImport | None:
    newest, imported = undoing.last(desk), roster_memory.last_import(desk)
    if newest is None:
        return None
    if imported is not None and imported.operation_id == newest.operation_id:
        return imported
    return newest, undoing.undo(desk, newest.operation_id)
