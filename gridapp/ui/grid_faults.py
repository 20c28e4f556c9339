"""Sentences for why units, posts and regroupings are refused; ``messages`` finds them here."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def grids() -> dict[str, str]:
    """Why a unit, a post, a duty or a reveal is refused: Grid-, Duty- and ``RevealFault``."""
    return {
        "grid.name_missing": translate("messages", "Give the grid a name."),
        "grid.name_taken": translate("messages", "There is a grid of this name here already."),
        "duty.leads_a_unit": translate(
            "messages", "Appoint the leader of a grid at the grid itself, not as a duty."
        ),
        "duty.quota_wrong": translate(
            "messages", "The number of cases at a time cannot be negative."
        ),
        "post.holder_missing": translate("messages", "Enter who leads it."),
        "post.phone_doubtful": translate("messages", "This is no phone number. Check the digits."),
        "post.ends_before_start": translate("messages", "The last day lies before the first."),
        "post.held_by_another": translate(
            "messages", "Somebody else holds the post on some of these days. Look at the list."
        ),
        "post.stand_in_endless": translate("messages", "Say until when they stand in."),
        "post.starts_before_predecessor": translate(
            "messages", "The post before began later than this day. Choose a later one."
        ),
        "reveal.reason_missing": translate("messages", "Write down why you need the numbers."),
    }


def regrouping() -> dict[str, str]:
    """Why households cannot be regrouped so: ``domain.grids.regrouping.RegroupFault``."""
    return {
        "regroup.nothing_moves": translate(
            "messages", "Nothing would change. Move a household to the other list first."
        ),
        "regroup.in_future": translate("messages", "This day lies in the future."),
        "regroup.before_grid": translate(
            "messages", "One of these grids did not stand yet on this day. Choose a later one."
        ),
        "regroup.before_last_move": translate(
            "messages", "Some households came to where they are after this day. Choose a later one."
        ),
        "regroup.few_grids": translate("messages", "Choose at least one grid to merge with."),
        "regroup.parts_wrong": translate(
            "messages", "At least two parts, and at least one household in each."
        ),
        "regroup.changed_since": translate(
            "messages", "The households have been moved on since; there is nothing to put back."
        ),
    }
