"""Which acts a household offers, and their keys."""

from gridapp.ui.acts.act import Act
from gridapp.ui.households.coming_acts import ComingActs
from gridapp.ui.households.family_acts import FamilyActs
from gridapp.ui.services import Services
from gridapp.usecases.households.households import HouseholdSheet

KEYS = {
    "life.move_in": "Ctrl+1",
    "life.move_out": "Ctrl+2",
    "life.death": "Ctrl+3",
    "life.birth": "Ctrl+4",
    "life.split": "Ctrl+5",
    "life.merge": "Ctrl+6",
    "life.change_head": "Ctrl+7",
    "life.join": "Ctrl+8",
    "life.return": "Ctrl+9",
}


def offered(services: Services, sheet: HouseholdSheet) -> tuple[Act, ...]:
    """The likely ones first; of a household that has left only its return."""
    comings, families = ComingActs(services, sheet), FamilyActs(services, sheet)
    here = bool(comings.here)
    if sheet.until is not None:
        return (comings.back(),) if here else ()
    return (
        comings.move_in(),
        *((comings.move_out(), comings.death()) if here else ()),
        comings.birth(),
        *((families.split(),) if len(comings.here) > 1 else ()),
        families.merge(),
        *((families.change_head(),) if here else ()),
        families.join(),
        *((comings.back(),) if comings.moved else ()),
    )
