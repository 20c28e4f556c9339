"""A card of the page of a case."""

from abc import abstractmethod

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gridapp.ui.acts.card import ActCard
from gridapp.ui.disputes.look import Look
from gridapp.ui.services import Services


class CaseCard(ActCard):
    """Shows its part of a case, top to bottom, and offers what may be done with it."""

    def __init__(self, services: Services, title: str, *, primary: bool = False) -> None:
        super().__init__(services, title, primary=primary)
        self._column = QVBoxLayout(self.shown)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_part(self, part: QWidget) -> None:
        """Put a part below those that the card shows already."""
        self._column.addWidget(part)

    @abstractmethod
    def show_look(self, look: Look) -> None:
        """Show the case as it stands."""
