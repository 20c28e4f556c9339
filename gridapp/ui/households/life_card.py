"""What can happen to a household: the acts as buttons with their keys, and the form of one."""

from functools import partial

from PySide6.QtWidgets import QWidget

from gridapp.ui.acts.card import ActCard
from gridapp.ui.households.life_acts import KEYS, offered
from gridapp.ui.services import Services
from gridapp.ui.widgets.shortcuts import bind
from gridapp.ui.widgets.words import set_property
from gridapp.usecases.households.households import HouseholdSheet


class LifeCard(ActCard):
    """Ctrl+1 to Ctrl+9 open an act from anywhere in the sheet."""

    def __init__(self, services: Services) -> None:
        super().__init__(services, self.tr("What has happened? (Ctrl+number)"), primary=True)
        self.shown.hide()

    def bind_keys(self, around: QWidget) -> None:
        """Let the keys of the acts work in all of ``around``."""
        for code, keys in KEYS.items():
            bind(around, keys, partial(self.open_code, code))

    def show_sheet(self, sheet: HouseholdSheet) -> None:
        """Offer what may be done with this household."""
        self.offer(str(sheet.id), offered(self.services, sheet))

    def open_code(self, code: str) -> None:
        """Ask for an act if it is offered."""
        if code in self.acts:
            self.open_act(self.acts[code])

    def buttons_laid(self) -> None:
        for code, made in self.buttons.items():
            made.setToolTip(KEYS[code])
            set_property(made, "primary", False)  # none is likelier than the others
            made.setText(f"{made.text()}  {KEYS[code].removeprefix('Ctrl+')}")
