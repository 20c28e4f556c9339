"""What the import would do: asked anew with each choice, shown where it is checked and compared."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal

from gridapp.rosters.comparing import Comparison, RowKind
from gridapp.ui.page import Page
from gridapp.ui.rosters.check_step import CheckStep
from gridapp.ui.rosters.compare_step import CompareStep
from gridapp.ui.rosters.work import RosterWork
from gridapp.usecases.rosters import rosters
from gridapp.usecases.rosters.rosters import Outlook, VillageChoice


class WhatItDoes(QObject):
    """``changed``: the answer is another, or there is none for now.

    ``wanted``: the village from which the person came, if the roster itself names none.
    """

    changed = Signal()

    def __init__(
        self, page: Page, roster: RosterWork, check: CheckStep, compare: CompareStep
    ) -> None:
        super().__init__(page)
        self.wanted: UUID | None = None
        self._page, self._roster, self._check, self._compare = page, roster, check, compare
        self._outlook: Outlook | None = None
        check.village_chosen.connect(self.ask)
        compare.chosen.connect(self._choose)

    def ask_villages(self) -> None:
        """Offer the villages of this person, then ask for the one that is proposed."""
        desk = self._page.services.desk
        self._page.ask(lambda: rosters.villages(desk), self._show_villages)

    def ask(self) -> None:
        """Ask anew: another village, or the roster was read again."""
        self.forget()
        self._ask(None)

    def forget(self) -> None:
        """What was asked holds no more; the next answer follows."""
        self._outlook = None
        self.changed.emit()

    def compares(self) -> bool:
        """Whether there is anything to compare with; a first roster is only new."""
        rows = self._outlook.comparison.rows if self._outlook else ()
        return any(row.kind != RowKind.NEW_HOUSEHOLD for row in rows)

    def offers_anything(self) -> bool:
        """Whether the roster says anything that is not kept already."""
        return self._outlook is not None and bool(self._outlook.comparison.rows)

    def takes_anything(self) -> bool:
        """Whether the person takes any of it."""
        return self._outlook is not None and self._outlook.takes > 0

    def _show_villages(self, choices: list[VillageChoice]) -> None:
        roster, work = self._roster.roster, self._roster.work
        if roster is None or work is None:
            return
        guess = work.village_id or rosters.village_of(roster, choices)
        if guess is None and any(choice.id == self.wanted for choice in choices):
            guess = self.wanted
        self._check.show_villages(choices, guess)
        self.ask()

    def _ask(self, comparison: Comparison | None) -> None:
        roster, village = self._roster.roster, self._check.village_id()
        if roster is None or village is None or self._roster.work is None:
            return
        self._roster.go_to(village)
        desk, choices = self._page.services.desk, self._roster.work.choices
        self._page.ask(
            lambda: rosters.outlook(desk, roster, village, choices, comparison), self._show
        )

    def _choose(self, chosen: dict[tuple[str, str], bool]) -> None:
        self._roster.choose(chosen)
        if self._outlook is not None and self._roster.work is not None:
            comparison = self._outlook.comparison
            self._compare.show_comparison(comparison, self._roster.work.choices)
            self._ask(comparison)

    def _show(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self._check.show_outlook(outlook)
        if self._roster.work is not None:
            self._compare.show_comparison(outlook.comparison, self._roster.work.choices)
        self.changed.emit()
