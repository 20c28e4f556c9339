"""What the person writes under the parts of a draft: kept while it is typed, never overwritten."""

from PySide6.QtCore import QObject, QTimer

from gridapp.reports.periodic.model import Part, PeriodReport
from gridapp.ui.drafting import AUTOSAVE_MS
from gridapp.ui.page import Page
from gridapp.usecases.reports import weekly


class Written(QObject):
    """``texts``: what stands on the screen. ``typed``: how often somebody has typed."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.texts: dict[Part, str] = {}
        self.typed = 0
        self._of: PeriodReport | None = None
        self._unkept = False
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(AUTOSAVE_MS)
        self._keeping.timeout.connect(self.keep_now)

    def take(self, drafted: PeriodReport, typed: int) -> None:
        """Take the texts of a draft that was asked for when so much was typed: what was typed since
        into the same one stands.
        """
        same = self._of is not None and about(self._of) == about(drafted)
        self._of = drafted
        if typed == self.typed or not same:
            self.texts = dict(drafted.texts)

    def write(self, part: str, text: str) -> None:
        """A key was pressed; it is kept a moment later."""
        self.texts[Part(part)] = text
        self._unkept, self.typed = True, self.typed + 1
        self._keeping.start()

    def keep_now(self) -> None:
        """Keep what was typed and is not kept yet."""
        desk, shown, texts = self._page.services.desk, self._of, dict(self.texts)
        self._keeping.stop()
        if shown is not None and self._unkept:
            self._unkept = False
            self._page.ask(lambda: weekly.keep_texts(desk, shown.unit_id, shown.period, texts))


def about(report: PeriodReport) -> tuple[object, object]:
    """What a report is about: its unit and its period."""
    return report.unit_id, report.period
