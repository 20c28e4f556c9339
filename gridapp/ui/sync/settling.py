"""What a person decides on the sync page, carried out and said: conflicts and refused changes."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from gridapp.contract.conflicts import Choice
from gridapp.ui import messages
from gridapp.ui.keeping import undo
from gridapp.ui.page import Page
from gridapp.ui.sync.automatic import SYNC
from gridapp.ui.sync.conflicts import ConflictsCard
from gridapp.ui.sync.refused import RefusedCard
from gridapp.usecases.desk import Changed, RejectedError
from gridapp.usecases.sync import conflicts, refused


class Settling(QObject):
    """Between the two cards and the use cases; the page asks for it on the database thread."""

    def __init__(
        self, page: Page, conflicts_card: ConflictsCard, refused_card: RefusedCard
    ) -> None:
        super().__init__(page)
        self._page, self._services = page, page.services
        self._conflicts, self._refused = conflicts_card, refused_card
        conflicts_card.decided.connect(self.settle)
        conflicts_card.reveal_wanted.connect(self.reveal)
        refused_card.sent_again.connect(self.send_again)
        refused_card.given_up.connect(self.give_up)

    def settle(self, conflict_id: UUID, choice: Choice, value: Any) -> None:
        """Decide a conflict."""
        desk = self._services.desk
        self._page.ask(
            lambda: conflicts.settle(desk, conflict_id, choice, value),
            partial(self._kept, self.tr("Decided")),
            partial(self._rejected, self._not_settled),
        )

    def reveal(self, conflict_id: UUID) -> None:
        """Show the numbers of people; it is written down."""
        desk = self._services.desk
        self._page.ask(lambda: conflicts.reveal(desk, conflict_id), self._conflicts.show_revealed)

    def send_again(self, change_id: UUID, corrected: dict[str, Any] | None) -> None:
        """Offer a change anew."""
        desk = self._services.desk
        self._page.ask(
            lambda: refused.send_again(desk, change_id, corrected),
            partial(self._kept, self.tr("It is sent again with the next exchange")),
            partial(self._rejected, self._refused.form.show_faults),
        )

    def give_up(self, change_id: UUID) -> None:
        """Do not send a change any more."""
        desk = self._services.desk
        self._page.ask(
            lambda: refused.give_up(desk, change_id), partial(self._kept, self.tr("Given up"))
        )

    def _kept(self, text: str, changed: Changed) -> None:
        """Say what was kept; what can be taken back carries its undo."""
        self._conflicts.close_third()
        self._services.changes.changed.emit(changed.kinds | {SYNC})
        if changed.operation_id is not None:
            self._services.recorded(text, partial(undo, self._services, changed.operation_id))
        else:
            self._services.done(text)

    def _rejected(self, say: Callable[[list[str]], None], error: Exception) -> None:
        if isinstance(error, RejectedError):
            say([messages.sentence(fault) for fault in error.faults])
        else:
            self._page.show_failure(error)

    def _not_settled(self, sentences: list[str]) -> None:
        if self._conflicts.third.isVisible():
            self._conflicts.show_faults(sentences)
        else:
            self._services.notify(" ".join(sentences))
            self._page.refresh()
