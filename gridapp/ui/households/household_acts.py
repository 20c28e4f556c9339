"""What the forms of all acts on a household ask for in the same way."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from gridapp.contract.households import Residence
from gridapp.domain.households.history import GONE
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.inputs import Day, Input, Line
from gridapp.ui.acts.ticks import Ticks
from gridapp.ui.services import Services
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.households.households import HouseholdSheet

translate = QCoreApplication.translate


class HouseholdActs:
    """Acts on a household as it stands: who is ``here``, and who has ``moved`` away."""

    def __init__(self, services: Services, sheet: HouseholdSheet) -> None:
        self.services, self.sheet = services, sheet
        self.here = [one for one in sheet.members if one.residence not in GONE]
        self.moved = [one for one in sheet.members if one.residence == Residence.MOVED]

    def act(
        self, code: str, title: str, do: Callable[[Desk, Values], Changed], *asks: Asked
    ) -> Act:
        """An act with its day and a remark."""
        note = Asked("note", translate("life_acts", "Remark"), partial(Line, wide=True))
        return Act(code, title, do, (*asks, self.day(), note))

    def day(self) -> Asked:
        """On which day it happened."""
        make: Callable[[], Input] = partial(Day, self.services.today())
        return Asked("date", translate("life_acts", "On which day"), make)

    def people(self, label: str) -> Asked:
        """Some of those who are here."""
        people = {one.id: one.name for one in self.here}
        return Asked("people", label, partial(Ticks, people))

    def choices(self) -> list[tuple[str, str]]:
        """Those who are here, one of whom is chosen."""
        return [(str(one.id), one.name) for one in self.here]
