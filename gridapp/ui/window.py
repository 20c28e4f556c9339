"""The frame around every screen: rail, top bar, notices, help; builds a page when first shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gridapp.ui.helping import HelpPanel
from gridapp.ui.page import Page
from gridapp.ui.rail import Rail, RailEntry
from gridapp.ui.searching import Search, SearchBox
from gridapp.ui.services import Services
from gridapp.ui.tokens import Tone
from gridapp.ui.topbar import TopBar
from gridapp.ui.widgets.page_area import PageArea
from gridapp.ui.widgets.strip import Strip


@dataclass(frozen=True)
class PageSpec:
    """A page before it is built; ``build`` is called when it is first shown.

    ``in_rail`` is False for a page that only ``go`` opens, such as one case; ``under`` is the
    rail entry that stays marked meanwhile.
    """

    key: str
    icon: str
    title: str
    build: Callable[[Services], Page]
    in_rail: bool = True
    under: str = ""


class MainWindow(QMainWindow):
    """``undo_asked``: Ctrl+Z outside a text field. ``closing``: the person closes the window."""

    undo_asked = Signal()
    closing = Signal()
    page_opened = Signal(str)

    def __init__(
        self,
        services: Services,
        person_name: str,
        unit_name: str,
        *,
        demo: bool,
        pages: Sequence[PageSpec],
        search: Search,
        sync_page: str = "sync",
    ) -> None:
        super().__init__()
        self.services = replace(
            services, go=self.go, notify=self.notify, done=self.tell, recorded=self.recorded
        )
        services.background.unheard = self.services.show_failure
        self._specs = {spec.key: spec for spec in pages}
        self._pages: dict[str, Page] = {}
        self._areas: dict[str, PageArea] = {}
        self._key = ""
        self._sync_page = sync_page
        whole = QWidget()
        self.setCentralWidget(whole)
        self.search = SearchBox(services.background, search, whole)
        self.search.opened.connect(self.go)
        self.bar = TopBar(self.search, person_name, unit_name, demo=demo)
        self.bar.status_pressed.connect(self._open_sync)
        self.rail = Rail([RailEntry(s.key, s.icon, s.title) for s in pages if s.in_rail])
        self.rail.picked.connect(self.go)
        self.help = HelpPanel()
        self.help.closed.connect(self._focus_page)
        self._stack = QStackedWidget()
        self._lay(whole)
        self.strip = Strip(self._below)
        self._bind_keys()
        name, mark = self.tr("Grid work"), self.tr("Demo")
        self.setWindowTitle(f"{name} · {mark}" if demo else name)
        self.resize(1280, 720)

    def go(self, key: str, argument: object = None) -> None:
        """Open a page, building it when it is shown for the first time."""
        if key not in self._areas:
            self._build(key)
        spec = self._specs[key]
        self._key = key
        self._stack.setCurrentWidget(self._areas[key])
        self.rail.mark(key if spec.in_rail else spec.under)
        self.help.hide()
        self._pages[key].opened(argument)
        self.page_opened.emit(key)

    def page(self) -> Page | None:
        """The page in sight."""
        return self._pages.get(self._key)

    def notify(self, sentence: str) -> None:
        """Show a notice below the top bar."""
        self.tell(sentence, Tone.AMBER)

    def recorded(self, sentence: str, undo: Callable[[], object]) -> None:
        """Say what was just saved, with a link that takes it back."""
        self.tell(sentence, Tone.GREEN, action=self.tr("Undo"), act=undo)

    def tell(
        self,
        sentence: str,
        tone: Tone = Tone.GREEN,
        *,
        action: str = "",
        act: Callable[[], object] | None = None,
    ) -> None:
        """Show a notice with something to do, such as “Recorded · Undo”."""
        self.strip.say(sentence, tone, action=action, act=act)

    def show_status(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        """Say the truth about the line in the top bar."""
        self.bar.show_status(text, tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.panel.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _lay(self, whole: QWidget) -> None:
        self._below = QWidget()
        body = QHBoxLayout(self._below)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._stack, 1)
        body.addWidget(self.help)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.bar)
        right.addWidget(self._below, 1)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)

    def _build(self, key: str) -> None:
        page = self._specs[key].build(self.services)
        self._pages[key], self._areas[key] = page, PageArea(page)
        self._stack.addWidget(self._areas[key])

    def _bind_keys(self) -> None:
        for keys, act in (
            ("Ctrl+K", self._to_search),
            ("Ctrl+Z", self.undo_asked.emit),
            ("F1", self._toggle_help),
            ("Ctrl+/", self._show_keys),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _toggle_help(self) -> None:
        if self.help.isVisible():
            self.help.shut()
        elif self._key:
            self.help.show_help(self._key, self._specs[self._key].title)

    def _show_keys(self) -> None:
        page = self.page()
        self.help.show_keys(
            (
                *(page.shortcuts() if page else ()),
                ("Alt+1 … Alt+9", self.tr("Open a page")),
                ("Ctrl+K", self.tr("Search")),
                ("Ctrl+Z", self.tr("Undo what you just did")),
                ("F1", self.tr("Help for this page")),
                ("Ctrl+/", self.tr("This list")),
                ("Esc", self.tr("Close")),
            )
        )

    def _focus_page(self) -> None:
        page = self.page()
        if page is not None:
            page.setFocus()

    def _open_sync(self) -> None:
        if self._sync_page in self._specs:
            self.go(self._sync_page)
