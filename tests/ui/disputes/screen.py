"""The page of one case, worked by what stands on it, and what the store holds of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from gridapp.store.disputes.disputes import Case
from gridapp.ui.acts.card import ActCard
from gridapp.ui.acts.form import ActForm
from gridapp.ui.disputes import DisputesPage
from gridapp.usecases.desk import Desk
from gridapp.usecases.disputes import disputes
from tests.ui.disputes.lived import case_of
from tests.ui.keyboard import Keyboard, open_page


class Screen(Keyboard):
    """The page of one case and what the store holds of it."""

    def __init__(self, page: DisputesPage, desk: Desk, title: str) -> None:
        super().__init__(page)
        self.id, self.desk = case_of(desk, title), desk
        open_page(page, self.id)
        self.view = page.case
        self.events = page.case.events

    @property
    def form(self) -> ActForm:
        return self.events.form

    def stored(self) -> Case:
        found = disputes.case(self.desk, self.id)
        assert found is not None
        return found

    def open(self, code: str, card: ActCard | None = None) -> None:
        """Open an act, offered as likely or behind 更多."""
        at = card or self.events
        made = at.buttons.get(code) or self.events.more.buttons[code]
        made.click()
        self.rest()

    def save(self) -> None:
        self.press(Qt.Key.Key_F9)
        self.rest()


Opens = Callable[..., Screen]
"""``screen(title)``, or ``screen(title, desk)`` for somebody else at the desk."""
