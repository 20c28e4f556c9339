"""What stands beside the tree: the list, and what is made when it is first wanted."""

from functools import cached_property

from PySide6.QtCore import Signal

from gridapp.ui.households.duplicates import DuplicatesPanel
from gridapp.ui.households.listing import HouseholdList
from gridapp.ui.households.new_household import NewHouseholdCard
from gridapp.ui.households.sheet import SheetPanel
from gridapp.ui.services import Services
from gridapp.ui.widgets.one_of import OneOf


class Panels(OneOf):
    """The signals are those of its parts; ``merged(Changed)``: one person was made of two."""

    left = Signal()
    stepped = Signal(int)
    kept = Signal(object)
    done = Signal(object, object)
    merged = Signal(object)
    failed = Signal(object)

    def __init__(self, services: Services, listing: HouseholdList) -> None:
        super().__init__()
        self._services = services
        self.add(listing)

    @cached_property
    def sheet(self) -> SheetPanel:
        """The sheet of a household."""
        made = SheetPanel(self._services)
        made.left.connect(self.left)
        made.stepped.connect(self.stepped)
        made.kept.connect(self.kept)
        made.done.connect(self.done)
        made.failed.connect(self.failed)
        self.add(made)
        return made

    @cached_property
    def new(self) -> NewHouseholdCard:
        """The form of a household that moves in."""
        made = NewHouseholdCard(self._services)
        made.left.connect(self.left)
        made.form.done.connect(self.done)
        made.form.failed.connect(self.failed)
        self.add(made)
        return made

    @cached_property
    def duplicates(self) -> DuplicatesPanel:
        """Who may stand here twice."""
        made = DuplicatesPanel(self._services)
        made.left.connect(self.left)
        made.merged.connect(self.merged)
        made.failed.connect(self.failed)
        self.add(made)
        return made

    def shows_sheet(self) -> bool:
        """Whether a household is in sight."""
        return isinstance(self.current(), SheetPanel)

    def leave_sheet(self) -> None:
        """Forget the household that was in sight."""
        if self.shows_sheet():
            self.sheet.close_household()
