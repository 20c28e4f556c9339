"""Sentences for what happens to households and what is doubtful there; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def life() -> dict[str, str]:
    """Why something that happened is not kept: ``domain.households.life_events.LifeFault``."""
    return {
        "life.in_future": translate("messages", "The date lies in the future."),
        "life.before_since": translate(
            "messages", "The date lies before the household or person came here."
        ),
        "life.before_later": translate(
            "messages", "Something later is entered already. Choose a later date or take it back."
        ),
        "life.name_missing": translate("messages", "Enter the name."),
        "life.nobody_chosen": translate("messages", "Choose who it is."),
        "life.nobody_left": translate(
            "messages", "Somebody must stay behind. Else change the head or the address."
        ),
        "life.head_not_there": translate("messages", "Choose who leads, among those chosen."),
        "life.head_already": translate("messages", "This person leads the household already."),
        "life.same_household": translate("messages", "Choose another household than this one."),
        "life.household_missing": translate(
            "messages", "This household no longer stands here. Open the list anew."
        ),
        "life.not_there": translate("messages", "This person is not in the household now."),
        "life.not_gone": translate("messages", "Nobody chosen has moved away."),
        "life.built_on": translate(
            "messages", "Something later rests on it. Take the later entry back first."
        ),
        "life.changed_since": translate(
            "messages", "It was changed again since. Put the cell right instead."
        ),
        "life.reversed_already": translate("messages", "This was taken back already."),
    }


def members() -> dict[str, str]:
    """What is wrong or doubtful in a sheet: ``domain.households.household_faults``."""
    return {
        "member.name_missing": translate("messages", "A member needs a name."),
        "member.head_elsewhere": translate(
            "messages", "The household has a head. Use the button that changes the head."
        ),
        "member.leaves_by_act": translate(
            "messages", "Moving out, death and coming back are entered with the buttons below."
        ),
        "household.no_head": translate("messages", "The household has no head: choose one."),
        "household.two_heads": translate("messages", "The household has more than one head."),
        "household.nobody": translate("messages", "Nobody belongs to the household."),
        "member.relation_missing": translate("messages", "the relation to the head is missing"),
        "member.sex_differs": translate("messages", "sex and citizen number differ"),
        "member.born_differs": translate("messages", "birthday and citizen number differ"),
    }
