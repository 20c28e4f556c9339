"""Sentences for what a person entered about receptions and meetings; ``messages`` finds them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def receptions() -> dict[str, str]:
    """Why a reception or a plan is not kept: ``domain.receptions.receptions.ReceptionFault``."""
    return {
        "reception.leader_missing": translate("messages", "Enter who receives."),
        "reception.in_future": translate("messages", "The date lies in the future."),
        "reception.fewer_people_than_groups": translate(
            "messages", "There cannot be fewer people than groups."
        ),
        "reception.people_without_group": translate(
            "messages", "People came: enter in how many groups."
        ),
        "reception.result_missing": translate("messages", "Write what came of it."),
        "reception.already_held": translate(
            "messages", "It was held: the log stays. Correct it instead."
        ),
        "reception.not_held": translate("messages", "Log first how the reception went."),
        "reception.ends_before_start": translate(
            "messages", "The last day lies before the first. Choose a later one."
        ),
        "reception.no_duty_day": translate(
            "messages", "No working day of this period fits. Choose other days."
        ),
        "reception.all_planned": translate("messages", "The roster has all of these days already."),
    }


def meetings() -> dict[str, str]:
    """Why a meeting is not kept: ``domain.receptions.meetings.MeetingFault``."""
    return {
        "meeting.title_missing": translate("messages", "Give the meeting a title."),
        "meeting.in_future": translate("messages", "The date lies in the future."),
        "meeting.already_held": translate(
            "messages", "The meeting was held, or has decided something: it stays."
        ),
    }
