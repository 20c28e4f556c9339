"""The receptions of a period with what they amounted to and the cases that came from them."""

from collections.abc import Callable
from datetime import date

from gridapp.ui.receptions.look import Look
from gridapp.ui.receptions.roster_list import reception_table
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.ui.widgets.words import link


class RosterCard(Card):
    """``several``: whether receptions of more than one unit are listed."""

    def __init__(self, services: Services, several: Callable[[], bool]) -> None:
        super().__init__("—", flush=True)
        self._services = services
        self._case_ids: tuple[object, ...] = ()
        self.table = reception_table(services.today, several)
        self.cases = link("", self._open_cases)
        self.add(self.table)
        self.add_to_head(self.cases)

    def show_look(self, found: Look, today: date) -> None:
        """Show another period; the list opens at the next reception, else at the last."""
        self.table.show_rows(found.lines)
        if found.lines and self.table.chosen() is None:
            coming = (n for n, line in enumerate(found.lines) if line.day >= today)
            self.table.choose_number(next(coming, len(found.lines) - 1))
        self._show_head(found)

    def _show_head(self, found: Look) -> None:
        came = found.turnout
        text = self.tr("{count} receptions held · {groups} groups · {people} people")
        self.set_title(
            text.format(
                count=f"{came.receptions:,}", groups=f"{came.groups:,}", people=f"{came.people:,}"
            )
        )
        unknown = self.tr("The official calendar of this year is not known yet.")
        self.set_note(unknown if found.estimated else "")
        self._case_ids = found.case_ids
        cases = self.tr("{count} cases came from them").format(count=len(found.case_ids))
        self.cases.setText(cases)
        self.cases.setAccessibleName(cases)
        self.cases.setVisible(bool(found.case_ids))

    def _open_cases(self) -> None:
        self._services.go("disputes", self._case_ids)
