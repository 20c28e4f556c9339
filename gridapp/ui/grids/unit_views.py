"""What is shown of the chosen unit: the units below it, or the households of a micro-grid."""

from PySide6.QtCore import QCoreApplication

from gridapp.store.grids.grids import UnitLine
from gridapp.store.households.households import HouseholdLine
from gridapp.ui.tokens import Tone
from gridapp.ui.widgets.table import Column, DataTable

translate = QCoreApplication.translate


def units_table() -> DataTable[UnitLine]:
    """The units right below a county or township, with the counts of all below them."""
    name = translate("unit_views", "Units below")
    columns = (
        Column[UnitLine](translate("unit_views", "Unit"), lambda u: u.name, 150, stretch=2),
        Column[UnitLine](
            translate("unit_views", "Units"), lambda u: f"{u.units:,}", 64, right=True
        ),
        Column[UnitLine](
            translate("unit_views", "Households"), lambda u: f"{u.households:,}", 84, right=True
        ),
        Column[UnitLine](
            translate("unit_views", "People"),
            lambda u: f"{u.members:,}" if u.members or not u.households else "—",
            84,
            right=True,
        ),
        Column[UnitLine](
            translate("unit_views", "In no micro-grid"),
            lambda u: f"{u.unassigned:,}" if u.unassigned else "—",
            112,
            right=True,
            ink=lambda u: Tone.AMBER if u.unassigned else Tone.NEUTRAL,
        ),
        Column[UnitLine](translate("unit_views", "Leader"), _who, 120, stretch=1, ink=_who_tone),
    )
    return DataTable(name, columns, identity=lambda u: u.id)


def households_table() -> DataTable[HouseholdLine]:
    """The households of a micro-grid in walking order."""
    name = translate("unit_views", "Households in walking order")
    columns = (
        Column[HouseholdLine](
            translate("unit_views", "Walk"), lambda h: str(h.walk_order), 64, right=True
        ),
        Column[HouseholdLine](translate("unit_views", "Head"), lambda h: h.head, 96, stretch=1),
        Column[HouseholdLine](
            translate("unit_views", "Address"), lambda h: h.address, 160, stretch=2
        ),
        Column[HouseholdLine](translate("unit_views", "Group"), lambda h: h.group_name, 72),
        Column[HouseholdLine](
            translate("unit_views", "People"), lambda h: str(h.members), 72, right=True
        ),
    )
    return DataTable(name, columns, identity=lambda h: h.id, multi=True)


def _who(unit: UnitLine) -> str:
    return unit.contact or unit.leader or translate("unit_views", "vacant")


def _who_tone(unit: UnitLine) -> Tone | None:
    return None if unit.contact or unit.leader else Tone.NEUTRAL
