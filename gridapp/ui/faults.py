"""Sentences for what a person entered about rounds, visits and cases; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def visits() -> dict[str, str]:
    """Why a visit or round is not kept: ``domain.screening.VisitFault``."""
    return {
        "visit.in_future": translate("messages", "The date lies in the future."),
        "visit.before_round": translate(
            "messages", "The date lies before the round began. Press D and choose another."
        ),
        "visit.after_round": translate(
            "messages", "The date lies after the end of the round. Press D and choose another."
        ),
        "round.name_missing": translate("messages", "Give the round a name."),
        "round.ends_before_start": translate(
            "messages", "The last day lies before the first. Choose a later one."
        ),
    }


def cases() -> dict[str, str]:
    """Why a case or its next step is not kept: ``domain.disputes.DisputeFault``."""
    return {
        "dispute.title_missing": translate("messages", "Give the dispute a title."),
        "dispute.category_missing": translate("messages", "Choose a category."),
        "dispute.text_missing": translate("messages", "Write in a few words what was done."),
        "dispute.in_future": translate("messages", "The date lies in the future."),
        "dispute.before_registration": translate(
            "messages", "The date lies before the case was registered."
        ),
        "dispute.before_last_step": translate(
            "messages", "The date lies before the last step of the case."
        ),
        "dispute.step_not_allowed": translate(
            "messages", "The case has moved on meanwhile. Open it and choose the next step again."
        ),
        "dispute.conclusion_missing": translate("messages", "Choose how the case ended."),
        "dispute.struck_off_by_handler": translate(
            "messages", "Another person than the one who handled the case must strike it off."
        ),
    }


def undoing() -> dict[str, str]:
    """Why something cannot be taken back: ``store.undo.UndoFault``."""
    return {
        "undo.already_sent": translate(
            "messages", "This has been sent to the county already. Record what is right instead."
        ),
        "undo.already_undone": translate("messages", "This has been taken back already."),
        "undo.changed_since": translate(
            "messages", "This was changed again since. Take the later change back first."
        ),
    }
