"""A whole household that moves in: where to, from when, and who its people are."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal

from gridapp.contract.codes import SEX
from gridapp.contract.grids import Level
from gridapp.ui.acts.act import Act, Asked, Values
from gridapp.ui.acts.choosing import Pick, Unit
from gridapp.ui.acts.form import ActForm
from gridapp.ui.acts.inputs import Day, Line
from gridapp.ui.acts.rows import Cells, Rows
from gridapp.ui.households.life_inputs import RelationLine
from gridapp.ui.services import Services
from gridapp.ui.widgets.card import Card
from gridapp.usecases.desk import Changed, Desk
from gridapp.usecases.grids import grids
from gridapp.usecases.households import comings
from gridapp.usecases.households.comings import NewHousehold, NewMember

translate = QCoreApplication.translate
_HOLDING = (Level.VILLAGE, Level.LARGE, Level.MICRO)
"""Levels whose units may hold households."""


class NewHouseholdCard(Card):
    """``form`` enters the household; see ``ActForm`` for what it says."""

    left = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self.form = ActForm(services)
        self.form.line.hide()
        self.form.left.connect(self.left)
        self.add(self.form)
        self.body.addStretch(1)

    def open(self, unit: UUID) -> None:
        """Start with a household of this unit, or go on with what was left half-written."""
        self.form.open(_act(self._services, unit), "new")


def _act(services: Services, unit: UUID) -> Act:
    today = services.today()

    def asks(desk: Desk) -> tuple[Asked, ...]:
        units = {p.id: p.name for p in grids.places(desk) if p.level in _HOLDING}
        start = unit if unit in units else next(iter(units), None)
        rows = partial(
            Rows,
            _cells,
            translate("new_household", "Add a member"),
            [partial(_cells, translate("new_household", "Head of the household")), _cells],
        )
        return (
            Asked("unit", translate("new_household", "Grid"), partial(Unit, units, start)),
            Asked("date", translate("new_household", "Moves in on"), partial(Day, today)),
            Asked("group", translate("new_household", "Group"), Line),
            Asked("number", translate("new_household", "Household number"), Line),
            Asked("address", translate("new_household", "Address"), partial(Line, wide=True)),
            Asked("people", translate("new_household", "Members, the head first"), rows),
            Asked("note", translate("new_household", "Remark"), partial(Line, wide=True)),
        )

    return Act("life.household_in", translate("new_household", "Household moves in"), _do, asks)


def _do(desk: Desk, entered: Values) -> Changed:
    people = tuple(
        NewMember(
            row["name"],
            row["relation"],
            row["sex"] or "0",
            row["citizen_number"],
            None,
            row["phone"],
        )
        for row in entered["people"]
        if any(row.values())
    )
    unit = entered["unit"] or desk.person.unit_id
    new = NewHousehold(unit, entered["address"], entered["number"], entered["group"], people)
    return comings.move_household_in(desk, new, entered["date"], entered["note"])


def _cells(name: str = "") -> Cells:
    sexes = [("", "—"), *((code, SEX[code]) for code in ("1", "2"))]
    return {
        "name": (name or translate("new_household", "Full name"), Line()),
        "relation": (translate("new_household", "Relation to the head"), RelationLine()),
        "sex": (translate("new_household", "Sex"), Pick(sexes)),
        "citizen_number": (translate("new_household", "Citizen number"), Line()),
        "phone": (translate("new_household", "Phone"), Line()),
    }
