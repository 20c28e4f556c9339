"""Agenda and minutes leave the screen: on paper, as a Word document."""

from functools import partial

from PySide6.QtCore import QObject

from gridapp.reports.documents.paper import Paper
from gridapp.ui import paper, saving, words
from gridapp.ui.page import Page
from gridapp.usecases.receptions import meeting_papers
from gridapp.usecases.receptions.meetings import MeetingView


class MinutesOut(QObject):
    """The agenda, or the minutes once the meeting was held."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.services.desk
        self._saving = saving.SaveDialog(page)

    def print_(self, view: MeetingView) -> None:
        """Preview it as it is printed."""
        made = meeting_papers.minutes(self._desk, view, words.state)
        work = partial(meeting_papers.lay, self._desk, made)
        self._page.ask(work, self._preview)

    def _preview(self, pages: Paper) -> None:
        paper.preview(self._page, pages).exec()

    def export(self, view: MeetingView) -> None:
        """Write it as a Word document."""
        desk, made = self._desk, meeting_papers.minutes(self._desk, view, words.state)
        path = self._saving.ask(meeting_papers.file_name(made), ".docx")
        if path is not None:
            said = saving.written(path)
            self._page.ask(
                lambda: meeting_papers.write_word(desk, made, path),
                lambda _path: self._page.services.done(said),
            )
